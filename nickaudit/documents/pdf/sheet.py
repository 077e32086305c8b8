"""Sheets and cards to print and take along: whom to tell, and a question with room for the answer."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPagedPaintDevice

from nickaudit.documents.pdf.canvas import ACCENT, LINE, Canvas, a4, canvas_on
from nickaudit.documents.pdf.paragraph import MUTED, Paragraph, Style, laid_out
from nickaudit.documents.pdf_file import finished

_MARGIN = 62.0
_FOOT = 48.0
_INDENT = 24.0
_WRITING_LINE = 28.0

_TITLE = Style(25, QFont.Weight.Bold)
_HEADING = Style(15, QFont.Weight.Bold)
_BODY = Style(13)
_SMALL = Style(10.5, colour=MUTED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a sheet: bold words, and what belongs to them."""

    title: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it, from top to bottom."""

    heading: str = ""
    text: str = ""
    steps: tuple[str, ...] = ()
    """Numbered."""
    entries: tuple[Entry, ...] = ()
    """Such as the people to tell."""
    words: str = ""
    """Words to say, set off from the rest."""
    lines: int = 0
    """Empty lines to write on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on one sheet. It goes on to a second page where one is too short."""

    title: str
    intro: str = ""
    parts: tuple[Part, ...] = ()
    foot: str = ""
    """A small line at the foot of each page."""


def paint(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Paint the sheet on a PDF or a printer."""
    with canvas_on(device) as canvas:
        flow = _Flow(canvas, sheet.foot)
        flow.add(sheet.title, _TITLE, after=8)
        flow.add(sheet.intro, _BODY, after=6)
        for part in sheet.parts:
            _paint_part(flow, part)


def write(sheet: Sheet) -> bytes:
    """The sheet as a PDF."""
    return finished(a4(lambda device: paint(device, sheet), title=sheet.title), title=sheet.title)


def _paint_part(flow: "_Flow", part: Part) -> None:
    flow.space(14)
    if part.heading:
        flow.add(part.heading, _HEADING, after=6, together_with=46)
    flow.add(part.text, _BODY, after=6)
    for number, step in enumerate(part.steps, 1):
        flow.add(step, _BODY, after=6, indent=_INDENT, mark=f"{number}.")
    for entry in part.entries:
        flow.add(entry.title, Style(_BODY.size, QFont.Weight.Bold), after=1, together_with=20)
        for detail in entry.details:
            flow.add(detail, _BODY, after=1)
        flow.space(8)
    if part.words:
        flow.add(part.words, _BODY, after=10, indent=18, bar=True)
    for _ in range(part.lines):
        flow.writing_line()
    if part.lines:
        flow.space(10)


class _Flow:
    """Puts one thing under another and goes on to a new page when the next does not fit."""

    def __init__(self, canvas: Canvas, foot: str) -> None:
        self._canvas = canvas
        self._width = canvas.width - 2 * _MARGIN
        self._foot = laid_out(foot, width=self._width, style=_SMALL)
        self._bottom = canvas.height - _FOOT - self._foot.height - 12
        self._y = 0.0
        self._begin_page()

    def add(
        self,
        text: str,
        style: Style,
        *,
        after: float,
        indent: float = 0,
        mark: str = "",
        bar: bool = False,
        together_with: float = 0,
    ) -> None:
        """Put a paragraph; `together_with` is how much room must be left under it on the same page."""
        if not text:
            return
        paragraph = laid_out(text, width=self._width - indent, style=style)
        if paragraph.height > self._bottom - self._top and (half := text.find(" ", len(text) // 2)) > 0:
            self.add(text[:half], style, after=0, indent=indent, mark=mark, bar=bar)
            self.add(text[half + 1 :], style, after=after, indent=indent, bar=bar)
            return
        self._make_room(paragraph.height + together_with)
        if mark:
            self._canvas.put(laid_out(mark, width=indent, style=style), x=_MARGIN, y=self._y)
        if bar:
            self._canvas.fill(x=_MARGIN, y=self._y, width=3, height=paragraph.height, colour=ACCENT)
        self._put(paragraph, indent)
        self._y += paragraph.height + after

    def space(self, height: float) -> None:
        """Leave some room."""
        self._y += height

    def writing_line(self) -> None:
        """Put one empty line to write on."""
        self._make_room(_WRITING_LINE)
        self._y += _WRITING_LINE
        self._canvas.rule(x=_MARGIN, y=self._y, width=self._width, colour=MUTED)

    def _put(self, paragraph: Paragraph, indent: float) -> None:
        self._canvas.put(paragraph, x=_MARGIN + indent, y=self._y)

    def _make_room(self, height: float) -> None:
        if self._y + height > self._bottom and self._y > self._top:
            self._canvas.new_page()
            self._begin_page()

    def _begin_page(self) -> None:
        self._canvas.fill(x=_MARGIN, y=44, width=self._width, height=6, colour=ACCENT)
        self._canvas.rule(x=_MARGIN, y=self._bottom + 6, width=self._width, colour=LINE)
        self._canvas.put(self._foot, x=_MARGIN, y=self._bottom + 12)
        self._y = self._top

    @property
    def _top(self) -> float:
        return 74.0
