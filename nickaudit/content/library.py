"""The whole content in one go: every file of the resources, read, checked, and ready to run on."""

import hashlib
from pathlib import Path

from msgspec import Struct

from nickaudit.content.cross_checks import PlatformFile, check_across
from nickaudit.content.faults import ContentFaults, Fault, printable
from nickaudit.content.platform_files import read_platform
from nickaudit.content.policy_pack import read_policy_pack
from nickaudit.content.toml_source import TomlSource, read_source
from nickaudit.domain.platforms import Content, Kind
from nickaudit.domain.policy import PolicyPack

BUILT_IN_POLICY = "st-nicholas"
WORDING = "wording/en"


class PackFile(Struct, frozen=True):
    """A policy pack beside the file it came from."""

    source: TomlSource
    pack: PolicyPack


class Library(Struct, frozen=True):
    """All files of a folder of resources as far as they could be read, with the faults found on the way."""

    packs: tuple[PackFile, ...]
    files: tuple[PlatformFile, ...]
    faults: list[Fault]


def load_content(resources: Path, *, policy: str = BUILT_IN_POLICY) -> Content:
    """Everything the program runs on.

    Args:
        resources: The folder with `policies`, `platforms` and `wording`.
        policy: Which of the packs under `policies`.

    Raises:
        ContentFaults: With every fault of every file.
    """
    library = read_library(resources, policy=policy)
    if library.faults:
        raise ContentFaults(sorted(library.faults, key=by_place))
    of = {place: [file.platform for file in library.files if file.place == place] for place in _PLACES}
    return Content(
        policy=library.packs[0].pack,
        policy_hash=hashlib.sha256(_pack_path(resources, policy).read_bytes()).hexdigest(),
        pack=max(platform.last_checked for places in of.values() for platform in places),
        platforms={each.id: each for each in of["platforms"] if each.kind is not Kind.LISTING},
        shared={platform.id: platform for platform in of["shared"]},
        together=of["together"][0],
        general=of["general"][0],
        listings={each.id: each for each in of["platforms"] if each.kind is Kind.LISTING},
    )


def read_library(resources: Path, *, policy: str | None = None) -> Library:
    """Read every file and hold it against the rules; nothing stops at the first fault.

    Args:
        resources: The folder of resources, or a folder with a `policy.toml` alone.
        policy: Which pack to read; all of them when it is left out.
    """
    faults: list[Fault] = []
    packs: list[PackFile] = []
    alone = resources / "policy.toml"
    is_pack = policy is None and alone.is_file()
    for path in [alone] if is_pack else _pack_paths(resources, policy):
        source = read_source(path, file=_name(path, resources), faults=faults)
        if source is not None:
            packs.append(PackFile(source, read_policy_pack(source, folder=path.absolute().parent.name)))
    files: list[PlatformFile] = []
    for path, place in [] if is_pack else _platform_paths(resources):
        source = read_source(path, file=_name(path, resources), faults=faults)
        if source is not None:
            files.append(PlatformFile(source, read_platform(source, stem=path.stem, place=place), place))
    check_across(files, pack=packs[0].pack if packs else None)
    return Library(tuple(packs), tuple(files), faults)


_PLACES = ("platforms", "shared", "together", "general")


def _platform_paths(resources: Path) -> list[tuple[Path, str]]:
    platforms = resources / "platforms"
    return [
        *((path, "platforms") for path in sorted(platforms.glob("*.toml"))),
        *((path, "shared") for path in sorted((platforms / "shared").glob("*.toml"))),
        *((resources / WORDING / f"{place}.toml", place) for place in ("together", "general")),
    ]


def _pack_paths(resources: Path, policy: str | None) -> list[Path]:
    found = sorted((resources / "policies").glob("*/policy.toml")) if policy is None else []
    return found or [_pack_path(resources, policy or BUILT_IN_POLICY)]


def _pack_path(resources: Path, policy: str) -> Path:
    return resources / "policies" / policy / "policy.toml"


def _name(path: Path, resources: Path) -> str:
    return printable(path.relative_to(resources).as_posix())


def by_place(fault: Fault) -> tuple[str, int, str]:
    """For sorting: file, line, key."""
    return (fault.file, fault.line or 0, fault.key)
