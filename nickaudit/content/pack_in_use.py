"""The policy pack as its file has it, with the lines that are switched off: what a school changes."""

from collections.abc import Sequence
from pathlib import Path

from nickaudit.content.faults import ContentFaults, Fault
from nickaudit.content.library import BUILT_IN_POLICY
from nickaudit.content.policy_pack import read_policy_pack
from nickaudit.content.roots import pack_files
from nickaudit.content.toml_source import read_source
from nickaudit.domain.policy import PolicyPack


def pack_in_use(roots: Sequence[Path]) -> PolicyPack:
    """The pack that counts among those folders, the built-in one first.

    Raises:
        ContentFaults: It cannot be read.
    """
    faults: list[Fault] = []
    found = pack_files(roots, BUILT_IN_POLICY, built_in=BUILT_IN_POLICY)[0]
    source = read_source(found.path, file=found.file, faults=faults)
    pack = read_policy_pack(source, folder=found.path.parent.name) if source is not None else None
    if pack is None or faults:
        raise ContentFaults(faults)
    return pack
