"""The built-in content with the content of one's own over it; without the latter where that has a fault."""

from pathlib import Path

from nickaudit.content.faults import ContentFaults
from nickaudit.content.library import load_content
from nickaudit.content.roots import misplaced, pack_files, platform_files
from nickaudit.domain.own_content import OwnContent, ReadContent

_NO_FOLDER = "{name}: This should be a folder, and cannot be opened as one. Make it a folder, or take it out."


def read_with_own(resources: Path, own: Path) -> ReadContent:
    """Everything the program runs on; a fault in one's own content is told, and never stops the program.

    Args:
        resources: What came with the program.
        own: The folder that overrides and extends it; it need not be there.

    Raises:
        ContentFaults: What came with the program has faults.
    """
    if own.exists() and not own.is_dir():
        told = OwnContent(faults=(_NO_FOLDER.format(name=own.name),))
        return ReadContent(content=load_content(resources), own=told)
    count = len(own_files(own))
    if not count and not any(misplaced((resources, own))):
        return ReadContent(content=load_content(resources))
    try:
        return ReadContent(content=load_content(resources, own), own=OwnContent(files=count))
    except ContentFaults as found:
        faults = tuple(str(fault) for fault in found.faults)
        return ReadContent(content=load_content(resources), own=OwnContent(faults=faults))


def own_files(own: Path) -> list[Path]:
    """The files of that folder that are read."""
    roots = (own / "no-built-in", own)
    packs = pack_files(roots, None, built_in="none")
    return [found.path for found in (*packs, *platform_files(roots)) if found.is_own]
