"""Text set in lines: the measuring and drawing that every painted widget shares.

Qt's own label cannot set the line height of plain text, and a rich text document for each label costs too
much at the first paint. This does both with `QTextLayout`, from a very small mark-up: `**bold**` and
`[words](name)` for a link.
"""

from __future__ import annotations

import re

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from nickaudit.ui.theme.fonts import BOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.theme.tokens import LINE_HEIGHT

_MARKS = re.compile(r"\*\*(.+?)\*\*|\[(.+?)\]\(([^)\s]+)\)", re.DOTALL)
_NEWLINE = "\u2028"
_ARROW = "→"
_ARROW_ROOM = "\u00a0" * 3 + " "
"""The typeface has no arrow: room is kept for the icon, and the line may break after it, never before."""
_UNBROKEN = 100_000.0


class Span(Struct, frozen=True):
    """A stretch of the text that is bold or, with a `link`, a link of that name."""

    start: int
    length: int
    link: str = ""

    @property
    def end(self) -> int:
        """Position just after the stretch."""
        return self.start + self.length


class Marked(Struct, frozen=True):
    """Text without its marks, and where they were."""

    text: str
    spans: tuple[Span, ...] = ()


def read_marks(source: str) -> Marked:
    """Take `**bold**` and `[words](name)` out of a text."""
    parts: list[str] = []
    spans: list[Span] = []
    position = last = 0
    for match in _MARKS.finditer(source):
        before = source[last : match.start()]
        words = match[1] or match[2]
        parts += [before, words]
        position += len(before)
        spans.append(Span(position, len(words), match[3] or ""))
        position += len(words)
        last = match.end()
    parts.append(source[last:])
    return Marked("".join(parts), tuple(spans))


class TextBlock:
    """One text in one font, broken into lines at whatever width was last asked for."""

    def __init__(
        self,
        marked: Marked,
        font: QFont,
        *,
        link_colour: str = "",
        line_height: float = LINE_HEIGHT,
        centred: bool = False,
    ) -> None:
        marked, self._arrows = _make_room(marked)
        self._marked = marked
        self._em = font.pixelSize()
        self._line_factor = line_height
        self._link_colour = link_colour if _is_one_link(marked) else ""
        if self._link_colour:
            font = QFont(font)
            font.setUnderline(True)
        self._layout = QTextLayout(marked.text.replace("\n", _NEWLINE), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        # An Arabic name keeps its own direction, and does not turn the English words round it.
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        if centred:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._centred = centred
        self._layout.setTextOption(option)
        if marked.spans and not self._link_colour:
            self._layout.setFormats([_format(span, link_colour) for span in marked.spans])
        self._width = -1.0
        self._height = 0
        self._line_height = 0
        self._natural = self._widest = -1
        self._heights: dict[int, int] = {}

    def set_width(self, width: float) -> int:
        """Break the lines at `width` and return the height they take."""
        fits_either_way = 0 <= self._natural <= min(width, self._width) and not self._centred
        if width != self._width and not fits_either_way:
            self._width = width
            self._break()
            self._heights[int(width)] = self._height
        return self._height

    def height(self, width: int) -> int:
        """Height at `width`; remembers, because layouts ask again and again."""
        if width >= self._natural >= 0:
            width = self._natural
        known = self._heights.get(width)
        return self.set_width(width) if known is None else known

    def natural_width(self) -> int:
        """Width of the longest line when nothing is broken but where the text says so."""
        if self._natural < 0:
            self._measure()
        return self._natural

    def widest_word(self) -> int:
        """Width below which a word would have to be broken."""
        if self._natural < 0:
            self._measure()
        return self._widest

    def used_width(self) -> int:
        """Width of the longest line as broken now."""
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return int(max((line.naturalTextWidth() for line in lines), default=0) + 0.999)

    def first_line_height(self) -> int:
        """Height of one line of this font as set."""
        if self._natural < 0:
            self._measure()
        return self._line_height

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Draw the lines as broken now, with the top left corner at (x, y)."""
        colour = self._link_colour or colour
        painter.setPen(ink(colour))
        self._layout.draw(painter, QPointF(x, y))
        for at in self._arrows:
            line = self._layout.lineForTextPosition(at)
            top = y + line.y() + (line.height() - self._em) / 2
            draw_icon(painter, "arrow-right", colour, x + float(line.cursorToX(at)[0]), top, self._em)  # type: ignore[index]

    def links(self) -> tuple[Span, ...]:
        """The links of the text, placed as it is set."""
        return tuple(span for span in self._marked.spans if span.link)

    def link_rects(self, span: Span) -> list[QRectF]:
        """Where a stretch lies, one rectangle per line."""
        found = []
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            start = max(span.start, line.textStart())
            end = min(span.end, line.textStart() + line.textLength())
            if start < end:
                left, right = (float(line.cursorToX(at)[0]) for at in (start, end))  # type: ignore[index]
                found.append(QRectF(left, line.y(), right - left, line.height()))
        return found

    def _measure(self) -> None:
        height = self.set_width(_UNBROKEN)
        self._natural = int(self._layout.maximumWidth() + 0.999)
        self._widest = int(self._layout.minimumWidth() + 0.999)
        lines = self._layout.lineCount()
        self._line_height = round(height / max(1, lines))
        for width in range(self._natural, self._natural + 2):
            self._heights[width] = height

    def _break(self) -> None:
        self._set_lines()
        if self._layout.minimumWidth() > self._width:
            # A word is wider than the line. Allowed from the start, a break anywhere would make the widest
            # letter the least width of every text.
            option = self._layout.textOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._layout.setTextOption(option)
            self._set_lines()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            self._layout.setTextOption(option)

    def _set_lines(self) -> None:
        layout, y = self._layout, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            extra = line.height() * (self._line_factor - 1)
            line.setPosition(QPointF(0, y + extra / 2))
            y += line.height() + extra
        layout.endLayout()
        self._height = round(y)


def _make_room(marked: Marked) -> tuple[Marked, tuple[int, ...]]:
    """The text with room for each arrow in place of it, and where the arrows go."""
    if _ARROW not in marked.text:
        return marked, ()
    text, spans, arrows = marked.text, list(marked.spans), []
    grown = len(_ARROW_ROOM) - len(_ARROW + " ")
    while (at := text.find(_ARROW)) >= 0:
        rest = text[at + 1 :]
        before = f"{text[: at - 1]}\u00a0" if text[:at].endswith(" ") else text[:at]
        text = before + _ARROW_ROOM + rest.removeprefix(" ")
        moved = grown if rest.startswith(" ") else grown + 1
        spans = [
            Span(
                s.start + (moved if s.start > at else 0),
                s.length + (moved if s.start <= at < s.end else 0),
                s.link,
            )
            for s in spans
        ]
        arrows.append(at)
    return Marked(text, tuple(spans)), tuple(arrows)


def _is_one_link(marked: Marked) -> bool:
    """Most links stand by themselves: one pen does, and formats, which Qt is slow with, are not needed."""
    if len(marked.spans) != 1:
        return False
    (span,) = marked.spans
    return bool(span.link) and span.start == 0 and span.length == len(marked.text)


def _format(span: Span, link_colour: str) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QBrush, QTextCharFormat

    made = QTextLayout.FormatRange()
    made.start = span.start
    made.length = span.length
    style = QTextCharFormat()
    if span.link:
        style.setForeground(QBrush(QColor(link_colour)))
        style.setFontUnderline(True)
    else:
        style.setFontWeight(BOLD)
    made.format = style
    return made
