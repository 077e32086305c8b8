"""Sheets and cards to print and take along: whom to tell, and a question with room for the answer."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPagedPaintDevice

from nickaudit.documents.pdf.canvas import a4, canvas_on
from nickaudit.documents.pdf.flow import Flow
from nickaudit.documents.pdf.paragraph import Style
from nickaudit.documents.pdf_file import finished

_INDENT = 24.0

_TITLE = Style(25, QFont.Weight.Bold)
_HEADING = Style(15, QFont.Weight.Bold)
_BODY = Style(13)


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
        flow = Flow(canvas, sheet.foot)
        flow.add(sheet.title, _TITLE, after=8)
        flow.add(sheet.intro, _BODY, after=6)
        for part in sheet.parts:
            _paint_part(flow, part)


def write(sheet: Sheet) -> bytes:
    """The sheet as a PDF."""
    return finished(a4(lambda device: paint(device, sheet), title=sheet.title), title=sheet.title)


def _paint_part(flow: Flow, part: Part) -> None:
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
