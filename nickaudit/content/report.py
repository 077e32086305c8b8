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
from nickaudit.content.library import by_place, read_library
from nickaudit.content.library_words import check_words
from nickaudit.content.policy_document import read_policy_document
from nickaudit.domain.ids import LineId


class ContentReport(Struct, frozen=True, kw_only=True):
    """What was found. The two lists leave out what came with the program where it was checked beside more."""

    faults: tuple[Fault, ...]
    uncovered: tuple[Uncovered, ...]
    """Sentences of the document that nothing covers; without one, lines of the pack that nothing shows."""
    without_clause: tuple[WithoutClause, ...]
    places: dict[LineId, int]
    """On which line of the document each sentence was found; empty without one."""


def check_content(*roots: Path, policy_document: Path | None = None) -> ContentReport:
    """Hold all content, its wording too, against every rule.

    Args:
        roots: A folder with `policies`, `platforms` and `wording`, or one with a `policy.toml` alone; then
            folders that override and extend it.
        policy_document: The school's own document, to find each sentence in.

    Raises:
        UnreadableDocument: If the document cannot be read.
    """
    library = read_library(*roots)
    is_beside = len(roots) > 1
    places: dict[LineId, int] = {}
    uncovered: list[Uncovered] = []
    for number, pack_file in enumerate(library.packs):
        source, pack = pack_file.source, pack_file.pack
        if number == 0 and policy_document is not None:
            document = read_policy_document(policy_document, pack=pack)
            places = check_against_document(source, pack, document)
            uncovered.extend(uncovered_sentences(pack, document))
        elif number == 0 and (pack_file.is_own or not is_beside):
            uncovered.extend(unused_lines(pack, library.files))
    check_words(library, only_own=False)
    return ContentReport(
        faults=tuple(sorted(library.faults, key=by_place)),
        uncovered=tuple(uncovered),
        without_clause=without_clause(tuple(file for file in library.files if file.is_own or not is_beside)),
        places=places,
    )
