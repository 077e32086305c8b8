"""Makes sentences and list items of a policy document's text, scanned or typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct


class Sentence(Struct, frozen=True):
    """One sentence or list item of the document."""

    text: str
    """As it stands there, on one line, without its bullet."""
    key: str
    """The same in bare words, to compare with."""
    line: int
    """On which line of the text it begins, from 1."""
    heading: str
    """The heading it stands under, bare; empty before the first one."""
    paragraph: int
    is_item: bool
    is_numbered: bool = False


_BULLET = re.compile(r"\s*(?:[eo¢>•·▪◦‣*]|[–—-])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:section\s+)?\d+(?:\.\d+)*[.:)]?\s+(?=[A-Z])", re.IGNORECASE)
_NUMBERED_HEADING = re.compile(r"\s*(?:section )?\d+(?:\.\d+)*:? [A-Z][^.;]{2,70}", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*", re.IGNORECASE)
_SPLIT = re.compile(r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!etc\.)[’”\"')]*\s+(?=[A-Z“\"‘])")
_HYPHEN_AT_BREAK = re.compile(r"(?<=\w)-\s+(?=\w)")
_DROPPED = re.compile(r"[’'‘`´“”\"\u00ad\u200b-\u200d\ufeff\u2010-\u2015-]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ENDS = (".", ":", ";", "!", "?")


def bare(text: str) -> str:
    """The words alone: small letters, no quotes, ligatures, hyphens or marks."""
    plain = _HYPHEN_AT_BREAK.sub("-", unicodedata.normalize("NFKC", text).casefold())
    return _NOT_A_WORD.sub(" ", _DROPPED.sub("", plain)).strip()


def bare_heading(line: str) -> str:
    """A heading without its number: `2.5 Reputation` and `Reputation` are the same."""
    return bare(_NUMBER.sub("", line, count=1))


class _Paragraph:
    """Lines that belong together, with the line each began on."""

    def __init__(self, *, is_item: bool, is_numbered: bool, heading: str, number: int) -> None:
        self.is_item = is_item
        self.is_numbered = is_numbered
        self.heading = heading
        self.number = number
        self.lines: list[tuple[int, str]] = []

    @property
    def is_open(self) -> bool:
        return bool(self.lines) and not self.lines[-1][1].rstrip("’”\"')").endswith(_ENDS)

    def sentences(self) -> Iterator[Sentence]:
        text, starts = "", []
        for line, part in self.lines:
            text = text if not text or text.endswith("-") else text + " "
            starts.append((len(text), line))
            text += part
        begin = 0
        for match in [*_SPLIT.finditer(text), None]:
            end = match.start() if match else len(text)
            piece = text[begin:end].strip()
            if key := bare(piece):
                line = max(line for start, line in starts if start <= begin)
                yield Sentence(piece, key, line, self.heading, self.number, self.is_item, self.is_numbered)
            begin = match.end() if match else end


def sentences_of(text: str, *, headings: Iterable[str]) -> tuple[Sentence, ...]:
    """All sentences and list items, in order.

    Args:
        text: The whole document.
        headings: Headings as the policy pack names them; numbered ones are known by themselves.
    """
    known = {bare_heading(heading) for heading in headings}
    found: list[Sentence] = []
    heading = ""
    current: _Paragraph | None = None
    after_blank = True
    count = 0
    for number, raw in enumerate(text.replace("\f", "\n").split("\n"), start=1):
        line = raw.strip()
        if not line or _PAGE_NUMBER.fullmatch(line):
            after_blank = after_blank or not line
            continue
        is_heading = bare_heading(line) in known or _NUMBERED_HEADING.fullmatch(line) is not None
        bullet = _BULLET.match(line)
        continues = current is not None and (not after_blank or (current.is_open and line[0].islower()))
        if is_heading or bullet or not continues:
            if current:
                found.extend(current.sentences())
            current = None
        if is_heading:
            heading = bare_heading(line)
        else:
            if current is None:
                count += 1
                numbered = not bullet and _NUMBER.match(line) is not None
                current = _Paragraph(
                    is_item=bool(bullet), is_numbered=numbered, heading=heading, number=count
                )
                line = (_BULLET if bullet else _NUMBER).sub("", line, count=1)
            current.lines.append((number, line))
        after_blank = False
    if current:
        found.extend(current.sentences())
    return tuple(found)
