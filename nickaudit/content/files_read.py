"""All files of the content as they were read, before they are one thing to run on."""

from pathlib import Path

from msgspec import Struct

from nickaudit.content.complicated_file import ComplicatedFile
from nickaudit.content.cross_checks import PlatformFile
from nickaudit.content.faults import Fault
from nickaudit.content.toml_source import TomlSource
from nickaudit.domain.policy import PolicyPack


class PackFile(Struct, frozen=True):
    """A policy pack beside the file it came from."""

    source: TomlSource
    pack: PolicyPack
    path: Path
    is_own: bool


class Library(Struct, frozen=True):
    """All files of the content as far as they could be read, with the faults found on the way."""

    packs: tuple[PackFile, ...]
    """The one that counts first."""
    files: tuple[PlatformFile, ...]
    faults: list[Fault]
    complicated: ComplicatedFile | None = None
    """"It's complicated" and the short cases."""
