"""The built-in content with the school's and one's own over it; without either where it has a fault."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nickaudit.content.faults import ContentFaults
from nickaudit.content.library import load_content
from nickaudit.content.roots import complicated_file, misplaced, pack_files, platform_files
from nickaudit.domain.own_content import OwnContent, ReadContent

_NO_FOLDER = "{name}: This should be a folder, and cannot be opened as one. Make it a folder, or take it out."


def read_with_own(resources: Path, own: Path, *, school: Sequence[Path] = ()) -> ReadContent:
    """Everything the program runs on; a fault in what was added is told, and never stops the program.

    Args:
        resources: What came with the program.
        own: The folder of one's own that overrides and extends it; it need not be there.
        school: Folders that came from the school, the newest first; one of them comes in between.

    Raises:
        ContentFaults: What came with the program has faults.
    """
    told: list[str] = []
    has_own = bool(own_files(own)) or any(misplaced((resources, own)))
    if own.exists() and not own.is_dir():
        told, has_own = [_NO_FOLDER.format(name=own.name)], False
    for added in _ways(own if has_own else None, school):
        try:
            content = load_content(resources, *added)
        except ContentFaults as found:
            told = told or [str(fault) for fault in found.faults]
        else:
            files = len(own_files(own)) if own in added else 0
            return ReadContent(content=content, own=OwnContent(files=files, faults=tuple(told)))
    return ReadContent(content=load_content(resources), own=OwnContent(faults=tuple(told)))


def _ways(own: Path | None, school: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """What to try one after the other: all of it, the school's alone, then the same with its older one."""
    for folder in school:
        if own is not None:
            yield (folder, own)
        yield (folder,)
    if own is not None:
        yield (own,)


def own_files(own: Path) -> list[Path]:
    """The files of that folder that are read."""
    roots = (own / "no-built-in", own)
    packs = pack_files(roots, None, built_in="none")
    cases = complicated_file(roots)
    found = (*packs, *platform_files(roots), *((cases,) if cases else ()))
    return [each.path for each in found if each.is_own]
