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


_BULLET = re.compile(r"\s*(?:[eo¢>•·▪◦‣*]|[–—-])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:section\s+)?\d+(?:\.\d+)*[.:)]?\s+(?=[A-Z])", re.IGNORECASE)
_NUMBERED_HEADING = re.compile(r"\s*(?:section )?\d+(?:\.\d+)*:? [A-Z][^.;]{2,70}", re.IGNORECASE)
_CLAUSE_NUMBER = re.compile(r"\d+(?:\.\d+)+\.? +[A-Z]")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*", re.IGNORECASE)
_SPLIT = re.compile(r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!etc\.)[’”\"')]*\s+(?=[A-Z“\"‘])")
_HYPHEN_AT_BREAK = re.compile(r"(?<=\w)-\s+(?=\w)")
_DROPPED = re.compile(r"[’'‘`´“”\"\u00ad\u200b-\u200d\ufeff\u2010-\u2015-]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ENDS = (".", ":", ";", "!", "?")
_SHORT = 0.75
"""An unfinished line shorter than this part of the usual width ends its paragraph all the same."""


def bare(text: str) -> str:
    """The words alone: small letters, no quotes, ligatures, hyphens or marks."""
    plain = _HYPHEN_AT_BREAK.sub("-", unicodedata.normalize("NFKC", text).casefold())
    return _NOT_A_WORD.sub(" ", _DROPPED.sub("", plain)).strip()


def bare_heading(line: str) -> str:
    """A heading without its number: `2.5 Reputation` and `Reputation` are the same."""
    return bare(_NUMBER.sub("", line, count=1))


class _Paragraph:
    """Lines that belong together, with the line each began on."""

    def __init__(self, *, is_item: bool, heading: str, number: int) -> None:
        self._is_item = is_item
        self._heading = heading
        self._number = number
        self._lines: list[tuple[int, str]] = []

    def add(self, number: int, line: str) -> None:
        self._lines.append((number, line))

    def goes_on_with(self, line: str, *, after_blank: bool, width: int) -> bool:
        """Whether that line still belongs to it: where there are no blank lines, a short line tells too."""
        last = self._lines[-1][1]
        is_open = not last.rstrip("’”\"')").endswith(_ENDS)
        if _CLAUSE_NUMBER.match(line) or (last.endswith(":") and line[0].islower()):
            return False
        if after_blank:
            return is_open and line[0].islower()
        return not (is_open and line[0].isupper() and len(last) < _SHORT * width)

    def sentences(self) -> Iterator[Sentence]:
        text, starts = "", []
        for line, part in self._lines:
            text = text if not text or text.endswith("-") else text + " "
            starts.append((len(text), line))
            text += part
        begin = 0
        for match in [*_SPLIT.finditer(text), None]:
            end = match.start() if match else len(text)
            piece = " ".join(text[begin:end].split())
            if key := bare(piece):
                line = max(line for start, line in starts if start <= begin)
                yield Sentence(piece, key, line, self._heading, self._number, self._is_item)
            begin = match.end() if match else end


def sentences_of(text: str, *, headings: Iterable[str]) -> tuple[Sentence, ...]:
    """All sentences and list items, in order.

    Args:
        text: The whole document.
        headings: Headings as the policy pack names them; numbered ones are known by themselves.
    """
    known = {bare_heading(heading) for heading in headings}
    lines = [" ".join(raw.split()) for raw in text.replace("\f", "\n").split("\n")]
    width = _usual_width(lines)
    found: list[Sentence] = []
    heading = ""
    current: _Paragraph | None = None
    after_blank = True
    count = 0
    for number, line in enumerate(lines, start=1):
        if not line or _PAGE_NUMBER.fullmatch(line):
            after_blank = after_blank or not line
            continue
        is_heading = bare_heading(line) in known or _NUMBERED_HEADING.fullmatch(line) is not None
        bullet = _BULLET.match(line)
        goes_on = current is not None and current.goes_on_with(line, after_blank=after_blank, width=width)
        if current is not None and (is_heading or bullet or not goes_on):
            found.extend(current.sentences())
            current = None
        after_blank = False
        if is_heading:
            heading = bare_heading(line)
            continue
        if current is None:
            count += 1
            current = _Paragraph(is_item=bool(bullet), heading=heading, number=count)
            line = (_BULLET if bullet else _NUMBER).sub("", line, count=1)
        current.add(number, line)
    if current is not None:
        found.extend(current.sentences())
    return tuple(found)


def _usual_width(lines: list[str]) -> int:
    """How long a full line is: four in five of the lines with text are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 4 // 5] if lengths else 0
