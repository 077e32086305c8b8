"""Puts one thing under another on pages of paper, and goes on to a new page when the next does not fit."""

from PySide6.QtGui import QFont

from nickaudit.documents.pdf.canvas import ACCENT, LINE, Canvas
from nickaudit.documents.pdf.paragraph import MUTED, Paragraph, Style, laid_out

MARGIN = 62.0
STRONG = Style(13, QFont.Weight.Bold)
SMALL = Style(10.5, colour=MUTED)

_FOOT = 48.0
_TOP = 74.0
_WRITING_LINE = 28.0


class Flow:
    """`foot` is a small line at the foot of each page; `numbered` adds the page's number to it."""

    def __init__(self, canvas: Canvas, foot: str, *, numbered: bool = False) -> None:
        self.canvas = canvas
        self.width = canvas.width - 2 * MARGIN
        self.page = 0
        self.y = 0.0
        self.set_foot(foot, numbered=numbered)
        self._begin_page()

    def set_foot(self, foot: str, *, numbered: bool = False) -> None:
        """Another foot, from the next page on."""
        self._foot, self._numbered = foot, numbered
        height = laid_out(foot, width=self.width, style=SMALL).height
        self._bottom = self.canvas.height - _FOOT - height - 12

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
        paragraph = laid_out(text, width=self.width - indent, style=style)
        if paragraph.height > self._bottom - _TOP and (half := text.find(" ", len(text) // 2)) > 0:
            self.add(text[:half], style, after=0, indent=indent, mark=mark, bar=bar)
            self.add(text[half + 1 :], style, after=after, indent=indent, bar=bar)
            return
        self.make_room(paragraph.height + together_with)
        if mark:
            self.canvas.put(laid_out(mark, width=indent, style=style), x=MARGIN, y=self.y)
        if bar:
            self.canvas.fill(x=MARGIN, y=self.y, width=3, height=paragraph.height, colour=ACCENT)
        self.put(paragraph, indent)
        self.y += paragraph.height + after

    def put(self, paragraph: Paragraph, indent: float = 0) -> None:
        """Draw a paragraph here, and stay here."""
        self.canvas.put(paragraph, x=MARGIN + indent, y=self.y)

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height

    def writing_line(self) -> None:
        """Put one empty line to write on."""
        self.make_room(_WRITING_LINE)
        self.y += _WRITING_LINE
        self.canvas.rule(x=MARGIN, y=self.y, width=self.width, colour=MUTED)

    def make_room(self, height: float) -> None:
        """Go on to a new page where so much does not fit on this one any more."""
        if self.y + height > self._bottom and self.y > _TOP:
            self.new_page()

    def new_page(self) -> None:
        """Go on to a new page."""
        self.canvas.new_page()
        self._begin_page()

    def _begin_page(self) -> None:
        self.page += 1
        foot = f"{self._foot} Page {self.page}." if self._numbered else self._foot
        self.canvas.fill(x=MARGIN, y=44, width=self.width, height=6, colour=ACCENT)
        self.canvas.rule(x=MARGIN, y=self._bottom + 6, width=self.width, colour=LINE)
        self.canvas.put(laid_out(foot, width=self.width, style=SMALL), x=MARGIN, y=self._bottom + 12)
        self.y = _TOP
