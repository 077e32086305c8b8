"""Which files the content is made of: the built-in folder first, then folders that override and extend it.

A later folder's file takes the place of an earlier one that has the same name in the same place; all other
files are added.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from nickaudit.content.faults import Fault, printable, quoted

WORDING = "wording/en"
PLACES = {"platforms": "platforms", "shared": "platforms/shared", "together": WORDING, "general": WORDING}
"""Where in a folder of content the files of each place lie."""

COMPLICATED = f"{WORDING}/complicated.toml"
"""The matters and cases; a folder's own take the place of all the earlier ones."""

DOCUMENTS = ("policy-document.pdf", "policy-document.txt")
"""What lies beside a policy and is no content: the document the school attached, to quote from."""

_ONE_FILE = ("together", "general")
_SAVED_BY_SYSTEM = ("desktop.ini", "thumbs.db")
_DEEPEST = 3
_MOST_TOLD = 20


class Found(Struct, frozen=True):
    """One file of the content."""

    path: Path
    file: str
    """As faults name it: `platforms/instagram.toml`; in a folder of one's own `content/platforms/…`."""
    place: str
    is_own: bool
    """Whether it lies in a folder that overrides and extends the built-in one."""
    replaces: Path | None = None
    """The earlier file whose place it takes."""


def platform_files(roots: Sequence[Path]) -> list[Found]:
    """Every platform file; the built-in ones first, so that a clash is told in the file that was added."""
    found: dict[tuple[str, str], Found] = {}
    for number, root in enumerate(roots):
        for place, folder in PLACES.items():
            single = root / folder / f"{place}.toml" if place in _ONE_FILE else None
            for path in [single] if single else sorted((root / folder).glob("*.toml")):
                if number and single and not path.exists():
                    continue
                before = found.pop((place, path.stem), None)
                found[place, path.stem] = _found(root, path, place, number, before)
    order = list(PLACES)
    return sorted(found.values(), key=lambda each: (each.is_own, order.index(each.place), each.file))


def pack_files(roots: Sequence[Path], policy: str | None, *, built_in: str) -> list[Found]:
    """The policy packs: the one that counts first. A folder of one's own that has one decides.

    Args:
        roots: The folders, the built-in one first.
        policy: The name of the pack to read; every pack when it is left out.
        built_in: The pack to look for where there is none.
    """
    found: dict[str, Found] = {}
    for number, root in enumerate(roots):
        for path in sorted((root / "policies").glob("*/policy.toml")):
            name = path.parent.name
            found[name] = _found(root, path, "policies", number, found.pop(name, None))
    # The last folder that has one decides: a person's own comes after the school's.
    own = [each for each in reversed(found.values()) if each.is_own]
    if policy is None:
        rest = [each for each in found.values() if not each.is_own]
        return own + rest or [_expected_pack(roots[0], built_in)]
    return own[:1] or [found.get(policy) or _expected_pack(roots[0], policy)]


def complicated_file(roots: Sequence[Path]) -> Found | None:
    """The matters and cases that count: those of the last folder that has any."""
    having = [number for number, root in enumerate(roots) if (root / COMPLICATED).exists()]
    if not having:
        return None
    number = having[-1]
    return _found(roots[number], roots[number] / COMPLICATED, "complicated", number, None)


def misplaced(roots: Sequence[Path]) -> Iterator[Fault]:
    """What lies in a folder of one's own where nobody looks, and a second policy."""
    for root in roots[1:]:
        packs = sorted((root / "policies").glob("*/policy.toml"))
        if len(packs) > 1:
            yield _fault(root, packs[1], "This is a second policy.", "Keep one folder under policies.")
        known = {found.path for found in platform_files([root])} | set(packs) | {root / COMPLICATED}
        known |= {path for name in DOCUMENTS for path in root.glob(f"policies/*/{name}")}
        strangers = [path for path in _every_file(root, _DEEPEST) if path not in known]
        for path in sorted(strangers)[:_MOST_TOLD]:
            yield _fault(root, path, *_what_to_do(path))


def _what_to_do(path: Path) -> tuple[str, str]:
    if path.name.lower().endswith(".toml.txt"):
        shown = quoted(path.name[: -len(".txt")])
        return "The name of this file ends in .toml.txt, so it is not read.", f"Rename it to {shown}."
    if path.suffix.lower() != ".toml":
        return "This is no content file: its name does not end in .toml.", "Rename it, or take it out."
    return (
        "This file is not in a place where content is read.",
        "Put a platform file in platforms, and a policy in policies/NAME/policy.toml.",
    )


def _every_file(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        is_ours = not entry.name.startswith((".", "~")) and entry.name.lower() not in _SAVED_BY_SYSTEM
        if is_ours and entry.is_dir():
            yield from _every_file(Path(entry.path), depth - 1) if depth else ()
        elif is_ours and not entry.name.lower().startswith("readme"):
            yield Path(entry.path)


def _fault(root: Path, path: Path, message: str, remedy: str) -> Fault:
    return Fault(file=_name(root, path, is_own=True), line=None, key="", message=message, remedy=remedy)


def _found(root: Path, path: Path, place: str, number: int, before: Found | None) -> Found:
    is_own = number > 0
    return Found(path, _name(root, path, is_own=is_own), place, is_own, before.path if before else None)


def _expected_pack(root: Path, policy: str) -> Found:
    path = root / "policies" / policy / "policy.toml"
    return Found(path, _name(root, path, is_own=False), "policies", is_own=False)


def _name(root: Path, path: Path, *, is_own: bool) -> str:
    inside = path.relative_to(root).as_posix()
    return printable(f"{root.absolute().name}/{inside}" if is_own else inside)
