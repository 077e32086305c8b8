"""All that `content check` finds: faults, the two lists, and where each sentence stands in the document."""

from pathlib import Path

from msgspec import Struct

from nickaudit.content.coverage import (
    Uncovered,
    WithoutClause,
    uncovered_sentences,
    unused_lines,
    without_clause,
)
from nickaudit.content.document_checks import check_against_document
from nickaudit.content.faults import Fault
from nickaudit.content.library import Library, by_place, read_library
from nickaudit.content.passages import passages_of_pack, passages_of_platform
from nickaudit.content.policy_document import read_policy_document
from nickaudit.content.wording_rules import check_spelled_out, check_wording
from nickaudit.domain.ids import LineId


class ContentReport(Struct, frozen=True, kw_only=True):
    """What was found in one folder of content."""

    faults: tuple[Fault, ...]
    uncovered: tuple[Uncovered, ...]
    """Sentences of the document that nothing covers; without one, lines of the pack that nothing shows."""
    without_clause: tuple[WithoutClause, ...]
    places: dict[LineId, int]
    """On which line of the document each sentence was found; empty without one."""


def check_content(resources: Path, *, policy_document: Path | None = None) -> ContentReport:
    """Hold all content, its wording too, against every rule.

    Args:
        resources: A folder with `policies`, `platforms` and `wording`, or one with a `policy.toml` alone.
        policy_document: The school's own document, to find each sentence in.

    Raises:
        UnreadableDocument: If the document cannot be read.
    """
    library = read_library(resources)
    places: dict[LineId, int] = {}
    uncovered: list[Uncovered] = []
    for number, pack_file in enumerate(library.packs):
        source, pack = pack_file.source, pack_file.pack
        check_wording(source, passages_of_pack(pack))
        check_spelled_out(source, pack)
        if number == 0 and policy_document is not None:
            document = read_policy_document(policy_document, pack=pack)
            places = check_against_document(source, pack, document)
            uncovered.extend(uncovered_sentences(pack, document))
        elif number == 0:
            uncovered.extend(unused_lines(pack, library.files))
    _check_platform_wording(library)
    return ContentReport(
        faults=tuple(sorted(library.faults, key=by_place)),
        uncovered=tuple(uncovered),
        without_clause=without_clause(library.files),
        places=places,
    )


def _check_platform_wording(library: Library) -> None:
    if not library.packs:
        return  # with no policy nothing can be said of how strong a text may be
    pack = library.packs[0].pack
    for file in library.files:
        check_wording(file.source, passages_of_platform(file.platform, pack))
