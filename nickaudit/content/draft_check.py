"""Holds a policy pack that is being changed against every rule that holds for one in a file."""

import re
import shutil
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, structs

from nickaudit.content.document_checks import check_against_document
from nickaudit.content.faults import Fault
from nickaudit.content.library import by_place, read_library
from nickaudit.content.library_words import check_words
from nickaudit.content.pack_writer import pack_text
from nickaudit.content.passages import passages_of_pack
from nickaudit.content.policy_document import PolicyDocument
from nickaudit.content.policy_pack import read_policy_pack
from nickaudit.content.roots import DOCUMENTS
from nickaudit.content.toml_source import TomlSource
from nickaudit.content.wording_rules import check_spelled_out, check_wording
from nickaudit.domain.policy import PolicyLine, PolicyPack

_KEY = re.compile(r"(?P<table>\w+)(?:\[(?P<id>[^\]]+)\])?(?:\.(?P<field>\w+))?")


class DraftFault(Struct, frozen=True, kw_only=True):
    """One thing that is wrong, and the entry and field it is about."""

    table: str
    """`line`, `contact`, `page`, …; the key itself where it stands in no table."""
    id: str
    field: str
    words: str
    """What is wrong and what to do."""


@lru_cache(maxsize=4)
def faults_in_pack(pack: PolicyPack) -> tuple[DraftFault, ...]:
    """What is wrong with the pack taken by itself; some hundredths of a second."""
    source, faults = _source_of(pack)
    read = read_policy_pack(source, folder=pack.id)
    check_wording(source, passages_of_pack(read))
    check_spelled_out(source, read)
    return tuple(_draft_fault(fault) for fault in faults)


def faults_beside_document(
    line: PolicyLine, pack: PolicyPack, document: PolicyDocument
) -> tuple[DraftFault, ...]:
    """Whether that line's sentence is in the document, and carries the verb that is said."""
    alone = structs.replace(pack, lines=(line,), asides=(), guidance=())
    source, faults = _source_of(alone)
    check_against_document(source, alone, document)
    return tuple(_draft_fault(fault) for fault in faults)


def faults_of_whole(
    pack: PolicyPack, *, resources: Path, own: Path, school: Sequence[Path] = ()
) -> tuple[Fault, ...]:
    """Every fault there would be if the pack were saved among the content of one's own.

    Args:
        pack: The pack.
        resources: What came with the program.
        own: The folder of one's own; nothing is written there.
        school: Folders that came from the school, the newest first.
    """
    with TemporaryDirectory(prefix="nickaudit-") as made:
        beside = Path(made) / own.name
        place_beside(pack, own=own, into=beside)
        library = read_library(resources, *school[:1], beside, policy=pack.id)
        check_words(library, only_own=True)
        return tuple(sorted(library.faults, key=by_place))


def place_beside(pack: PolicyPack, *, own: Path, into: Path) -> Path:
    """Copy the content of one's own into another folder, with that pack in place of its policy."""
    if own.is_dir():
        shutil.copytree(own, into, ignore=shutil.ignore_patterns(*DOCUMENTS), symlinks=True)
        shutil.rmtree(into / "policies", ignore_errors=True)
    path = into / "policies" / pack.id / "policy.toml"
    path.parent.mkdir(parents=True)
    path.write_text(pack_text(pack), encoding="utf-8")
    return path


def _source_of(pack: PolicyPack) -> tuple[TomlSource, list[Fault]]:
    faults: list[Fault] = []
    text = pack_text(pack)
    return TomlSource(file="policy.toml", text=text, data=tomllib.loads(text), faults=faults), faults


def _draft_fault(fault: Fault) -> DraftFault:
    found = _KEY.match(fault.key)
    parts = found.groupdict(default="") if found else {"table": "", "id": "", "field": ""}
    return DraftFault(**parts, words=f"{fault.message} {fault.remedy}")
