"""The policy document that the school attached, to look sentences up in while the policy is being changed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.policy import Strength

if TYPE_CHECKING:
    from pathlib import Path

    from nickaudit.content.policy_document import PolicyDocument
    from nickaudit.domain.policy import PolicyLine, PolicyPack
    from nickaudit.services import Services

_FEWEST_WORDS = 2


class InDocument(Struct, frozen=True, kw_only=True):
    """A sentence of the attached document that begins as was asked."""

    text: str
    heading: str
    """As the pack prints it, or in the document's words."""
    strengths: tuple[Strength, ...]
    """The verbs that are in it."""


class AttachedDocument:
    """The policy document, ready to look sentences up in."""

    def __init__(self, document: PolicyDocument) -> None:
        self._document = document

    def beginning(self, opening: str, *, pack: PolicyPack) -> tuple[InDocument, ...]:
        """The sentences that begin so, anywhere in the document."""
        from nickaudit.content.document_checks import carries
        from nickaudit.content.policy_document import FoundSentence
        from nickaudit.content.policy_text import bare_heading

        if len(opening.split()) < _FEWEST_WORDS:
            return ()
        printed = {bare_heading(heading): heading for heading in pack.headings}
        return tuple(
            InDocument(
                text=each.text,
                heading=printed.get(each.heading, each.heading.capitalize()),
                strengths=tuple(
                    strength
                    for strength in Strength
                    if carries(strength, FoundSentence(text=each.text, line=each.line, key=each.key))
                ),
            )
            for each in self._document.beginning(opening)
        )

    def faults(self, line: PolicyLine, pack: PolicyPack) -> dict[str, str]:
        """Whether that line's sentence is there, once, and carries its verb: field and sentence."""
        from nickaudit.content.draft_check import faults_beside_document

        return {fault.field: fault.words for fault in faults_beside_document(line, pack, self._document)}


def attached_document(services: Services, *, headings: frozenset[str]) -> AttachedDocument | None:
    """The attached document, read with those headings; None without one. Slow at first.

    Raises:
        NickAuditError: there is one, and it cannot be read.
    """
    from nickaudit.services.policy_text import document_of

    path = document_of(services)
    if path is None:
        return None
    state = path.stat()
    return AttachedDocument(_document(path, (state.st_size, state.st_mtime_ns), headings))


@lru_cache(maxsize=2)
def _document(path: Path, _state: tuple[int, int], headings: frozenset[str]) -> PolicyDocument:
    """Read again where the file is another, or a heading is known that was not."""
    from nickaudit.content.policy_document import read_document_with

    return read_document_with(path, headings=headings)
