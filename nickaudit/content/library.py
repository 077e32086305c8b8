"""The whole content in one go: every file of its folders, read, checked, and ready to run on."""

import hashlib
from pathlib import Path

from nickaudit.content.complicated_file import read_complicated
from nickaudit.content.cross_checks import PlatformFile, check_across
from nickaudit.content.faults import ContentFaults, Fault
from nickaudit.content.files_read import Library, PackFile
from nickaudit.content.kept_ids import check_ids_are_kept, check_lines_are_kept
from nickaudit.content.platform_files import read_platform
from nickaudit.content.policy_pack import read_policy_pack
from nickaudit.content.roots import PLACES, Found, complicated_file, misplaced, pack_files, platform_files
from nickaudit.content.toml_source import read_source
from nickaudit.domain.complicated import Complicated, packed
from nickaudit.domain.lines_off import without_lines_off
from nickaudit.domain.platforms import Content, Kind

BUILT_IN_POLICY = "st-nicholas"


def load_content(*roots: Path, policy: str = BUILT_IN_POLICY) -> Content:
    """Everything the program runs on.

    Args:
        roots: Folders with `policies`, `platforms` and `wording`: the built-in one, then those that override
            and extend it.
        policy: Which of the packs under `policies`, unless a later folder has its own.

    Raises:
        ContentFaults: With every fault of every file.
    """
    library = read_library(*roots, policy=policy)
    if len(roots) > 1:
        from nickaudit.content.library_words import check_words  # the built-in texts are checked long before

        check_words(library, only_own=True)
    if library.faults:
        raise ContentFaults(sorted(library.faults, key=by_place))
    of = {place: [file.platform for file in library.files if file.place == place] for place in PLACES}
    content = Content(
        policy=library.packs[0].pack,
        policy_hash=hashlib.sha256(library.packs[0].path.read_bytes()).hexdigest(),
        pack=max(platform.last_checked for places in of.values() for platform in places),
        platforms={each.id: each for each in of["platforms"] if each.kind is not Kind.LISTING},
        shared={platform.id: platform for platform in of["shared"]},
        together=of["together"][0],
        general=of["general"][0],
        listings={each.id: each for each in of["platforms"] if each.kind is Kind.LISTING},
        complicated=packed(library.complicated.complicated if library.complicated else Complicated()),
    )
    return without_lines_off(content)


def read_library(*roots: Path, policy: str | None = None) -> Library:
    """Read every file and hold it against the rules; nothing stops at the first fault.

    Args:
        roots: The folders, the built-in one first; or one folder with a `policy.toml` alone.
        policy: Which pack to read; all of them when it is left out.
    """
    faults: list[Fault] = list(misplaced(roots))
    alone = roots[0] / "policy.toml"
    is_pack = policy is None and alone.is_file()
    packs: list[PackFile] = []
    for found in (
        [Found(alone, alone.name, "policies", is_own=False)]
        if is_pack
        else pack_files(roots, policy, built_in=BUILT_IN_POLICY)
    ):
        source = read_source(found.path, file=found.file, faults=faults)
        if source is not None:
            pack = read_policy_pack(source, folder=found.path.absolute().parent.name)
            packs.append(PackFile(source, pack, found.path, found.is_own))
    files: list[PlatformFile] = []
    for found in [] if is_pack else platform_files(roots):
        source = read_source(found.path, file=found.file, faults=faults)
        if source is not None:
            platform = read_platform(source, stem=found.path.stem, place=found.place)
            files.append(PlatformFile(source, platform, found.place, found.is_own))
            if found.replaces is not None:
                check_ids_are_kept(source, found.replaces)
    check_across(files, pack=packs[0].pack if packs else None, pack_is_own=bool(packs) and packs[0].is_own)
    if packs and packs[0].is_own:
        check_lines_are_kept(packs[0].source, packs[0].pack, files)
    found_complicated = None if is_pack else complicated_file(roots)
    # Written for this policy: by the same hand, or both came with the program.
    fits = found_complicated is not None and bool(packs) and (found_complicated.is_own or not packs[0].is_own)
    complicated = read_complicated(found_complicated, pack=packs[0].pack if fits else None, faults=faults)
    return Library(tuple(packs), tuple(files), faults, complicated)


def by_place(fault: Fault) -> tuple[str, int, str]:
    """For sorting: file, line, key."""
    return (fault.file, fault.line or 0, fault.key)
