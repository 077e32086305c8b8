"""Finds a sentence in the policy document that a school attaches."""

import codecs
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from nickaudit.content.plain_file import read_at_most
from nickaudit.content.policy_text import Sentence, bare, bare_heading, sentences_of
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.policy import PolicyLine, PolicyPack

LARGEST_DOCUMENT = 20 * 1024 * 1024
_LONGEST_TEXT = 2_000_000
_MOST_PAGES = 300
_PAGE_END = "\f"
_LOCKED = "This PDF is locked with a password. Save it again without one, or as a text file."


class UnreadableDocument(NickAuditError):  # noqa: N818 (it is the document that cannot be read)
    """This policy document cannot be read. Use the policy as a text file or a PDF with text in it."""


class FoundSentence(Struct, frozen=True):
    """A sentence of the document, ready to be shown as a quotation."""

    text: str
    line: int
    """Line of the document's text, from 1."""
    head: str = ""
    """The sentence its list hangs from, where the verb stands there."""
    head_key: str = ""
    key: str = ""
    page: int = 0
    """Page of a PDF, from 1; 0 in a text."""


class PolicyDocument(Struct, frozen=True):
    """The school's policy as sentences."""

    sentences: tuple[Sentence, ...]
    pages: tuple[int, ...] = ()
    """On which line of the text each page of a PDF begins."""

    def page_of(self, line: int) -> int:
        """The page that line is on, from 1; 0 in a text."""
        return bisect_right(self.pages, line)

    def beginning(self, opening: str, *, heading: str = "") -> tuple[Sentence, ...]:
        """The sentences that begin so, under that heading or anywhere; an exact one stands for all."""
        key = bare(opening)
        section = bare_heading(heading)
        begun = [
            sentence
            for sentence in self.sentences
            if (not key or (sentence.key + " ").startswith(key + " "))
            and (not heading or sentence.heading == section)
        ]
        exact = tuple(sentence for sentence in begun if sentence.key == key)
        return exact or tuple(begun)

    def has_heading(self, heading: str) -> bool:
        """Whether anything stands under that heading."""
        section = bare_heading(heading)
        return any(sentence.heading == section for sentence in self.sentences)

    def head_of(self, item: Sentence, opening: str) -> Sentence | None:
        """The sentence beginning so, if it is in the paragraph that the item's list hangs from.

        An opening that ends with a colon is the whole sentence: `should:` is not taken for `should not:`.
        """
        before = [sentence for sentence in self.sentences if sentence.paragraph < item.paragraph]
        leads = [sentence for sentence in before if sentence.text.endswith(":")]
        if not leads:
            return None
        key = bare(opening)
        is_whole = opening.rstrip().endswith(":")
        paragraph = [sentence for sentence in before if sentence.paragraph == leads[-1].paragraph]
        return next(
            (
                sentence
                for sentence in paragraph
                if sentence.key == key or (not is_whole and sentence.key.startswith(key + " "))
            ),
            None,
        )


def document_from_text(text: str, *, headings: Iterable[str]) -> PolicyDocument:
    """The document of that text."""
    return PolicyDocument(sentences_of(text, headings=headings))


def read_policy_document(path: Path, *, pack: PolicyPack) -> PolicyDocument:
    """The attached document, a text file or a PDF.

    Raises:
        UnreadableDocument: If it is missing, too large, or has no text in it.
    """
    return read_document_with(path, headings=pack.headings)


def read_document_with(path: Path, *, headings: Iterable[str]) -> PolicyDocument:
    """The same, with its headings given by themselves."""
    try:
        raw = read_at_most(path, LARGEST_DOCUMENT)
    except OSError as error:
        raise UnreadableDocument(
            "The policy document is missing or cannot be opened. Check where it is and who may read it."
        ) from error
    return _document_of(raw, headings)


def document_from_bytes(raw: bytes, *, pack: PolicyPack) -> PolicyDocument:
    """The document in those bytes, a text or a PDF.

    Raises:
        UnreadableDocument: If it is too large, locked or damaged, or has no text in it.
    """
    return _document_of(raw, pack.headings)


def _document_of(raw: bytes, headings: Iterable[str]) -> PolicyDocument:
    if len(raw) > LARGEST_DOCUMENT:
        raise UnreadableDocument("The policy document is larger than 20 MB. Save it again without pictures.")
    is_pdf = raw.startswith(b"%PDF-")
    text = (_text_of_pdf(raw) if is_pdf else _text_of_bytes(raw))[:_LONGEST_TEXT]
    document = document_from_text(text, headings=headings)
    if not document.sentences:
        raise UnreadableDocument(
            "There is no text in this policy document. A scan needs text recognition first."
        )
    return PolicyDocument(document.sentences, _page_starts(text)) if is_pdf else document


def find_sentence(document: PolicyDocument, line: PolicyLine) -> FoundSentence | None:
    """The policy's own sentence for that line, or None where it is not there or more than one begins so."""
    found = document.beginning(line.opening, heading=line.heading)
    if len(found) != 1:
        return None
    (sentence,) = found
    head = document.head_of(sentence, line.hangs_from) if line.hangs_from else None
    if line.hangs_from and head is None:
        return None
    return FoundSentence(
        text=sentence.text,
        line=sentence.line,
        head=head.text if head else "",
        head_key=head.key if head else "",
        key=sentence.key,
        page=document.page_of(sentence.line),
    )


def _page_starts(text: str) -> tuple[int, ...]:
    starts, line = [], 1
    for page in text.split(_PAGE_END):
        starts.append(line)
        line += page.count("\n") + 1
    return tuple(starts)


def _text_of_bytes(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _text_of_pdf(raw: bytes) -> str:
    import io
    import logging
    import struct
    import zlib

    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say ends in our refusal

    # A damaged PDF ends in whatever its reader stumbles over.
    stumbles = (PyPdfError, DependencyError, ValueError, LookupError, TypeError, AttributeError, RuntimeError)
    broken = (ArithmeticError, AssertionError, OSError, zlib.error, struct.error)
    try:
        pages = pypdf.PdfReader(io.BytesIO(raw)).pages[:_MOST_PAGES]
        try:
            # As laid out, so that the empty lines between paragraphs stay.
            return _joined(page.extract_text(extraction_mode="layout") for page in pages)
        except FileNotDecryptedError:
            raise
        except (*stumbles, *broken):
            return _joined(page.extract_text() for page in pages)
    except FileNotDecryptedError as error:
        raise UnreadableDocument(_LOCKED) from error
    except (*stumbles, *broken) as error:
        raise UnreadableDocument from error


def _joined(pages: Iterable[str]) -> str:
    return _PAGE_END.join(page.replace(_PAGE_END, "\n") for page in pages)
