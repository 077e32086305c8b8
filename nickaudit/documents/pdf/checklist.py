"""The check on paper: a booklet with boxes to tick, which the person keeps, and a slip to hand in.

The slip is a leaf of its own, so that nothing of the booklet goes with it where both sides are printed on.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPagedPaintDevice

from nickaudit.documents import qr
from nickaudit.documents.certificate_words import KINDS
from nickaudit.documents.pdf.canvas import ACCENT, a4, canvas_on
from nickaudit.documents.pdf.flow import MARGIN, Flow
from nickaudit.documents.pdf.paragraph import INK, MUTED, Style, laid_out
from nickaudit.documents.pdf_file import finished
from nickaudit.domain.certificate import WHAT_IT_IS_NOT

ANSWERS = ("Done", "Later", "Leaving it", "Not sure")
LOOK_ANSWERS = ("I've been through them", "I've started, the rest later", "Not sure")
TITLE = "Social media check, on paper"
YOURS = "This booklet is yours and stays with you. Only the last page is handed in."
LEFT_EMPTY = "This page is left empty, so that the slip is a leaf of its own."
SLIP_FOOT = "Only this page is handed in."
_HOW = (
    "Go in any order, and stop when you like.",
    "Tick one box for each line. None of them is wrong, and the school sees none of them.",
    "Not sure, or it isn't there? Tick “Not sure”. It counts as an answer.",
    "Point your phone's camera at a code to open the right page. Log in only where you always do.",
    "Then read what the policy says. Last, fill in the slip and hand it in.",
)
_READ = "I have read this"

_BOX = 15.0
_QR = 76.0
_QR_ROOM = 112.0
_INDENT = 26.0
_TITLE = Style(30, QFont.Weight.Bold)
_CHAPTER = Style(24, QFont.Weight.Bold)
_HEADING = Style(18, QFont.Weight.Bold)
_BODY = Style(15)
_STRONG = Style(15, QFont.Weight.Bold)
_NOTE = Style(12.5, colour=MUTED)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to answer, or one sentence to read."""

    words: str
    note: str = ""
    """How strong, and where in the policy."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One stop or look: the way there, and what to answer."""

    heading: str
    kicker: str = ""
    first: str = ""
    """What to do before anything else, set off from the rest."""
    ways: tuple[tuple[str, str], ...] = ()
    """A device, and the way through its menus."""
    steps: tuple[str, ...] = ()
    link: str = ""
    prompts: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    """Each with the four answers; a look has none, and three answers of its own."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """An account with its screens."""

    title: str
    screens: tuple[Screen, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A page of what the policy says."""

    heading: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    where_to_turn: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Booklet:
    """Everything on paper."""

    school: str
    policy: str
    """Its title: `Social media, May 2018`."""
    statement: str
    chapters: tuple[Chapter, ...]
    readings: tuple[Reading, ...]
    whose_words: str


def paint(device: QPagedPaintDevice, booklet: Booklet) -> None:
    """Paint the booklet on a PDF or a printer."""
    with canvas_on(device) as canvas:
        flow = Flow(canvas, YOURS, numbered=True)
        _paint_cover(flow, booklet)
        for chapter in booklet.chapters:
            flow.new_page()
            flow.add(chapter.title, _CHAPTER, after=6)
            for screen in chapter.screens:
                _paint_screen(flow, screen)
        for reading in booklet.readings:
            flow.new_page()
            _paint_reading(flow, reading, booklet.whose_words)
        if flow.page % 2:
            flow.new_page()
            flow.add(LEFT_EMPTY, _NOTE, after=0)
        flow.set_foot(SLIP_FOOT)  # without a number: it would tell how many accounts there are
        flow.new_page()
        _paint_slip(flow, booklet)


def write(booklet: Booklet) -> bytes:
    """The booklet as a PDF."""
    return finished(a4(lambda device: paint(device, booklet), title=TITLE), title=TITLE)


def _paint_cover(flow: Flow, booklet: Booklet) -> None:
    flow.space(30)
    flow.add(booklet.school, Style(16, colour=MUTED), after=6)
    flow.add(TITLE, _TITLE, after=22)
    flow.add(YOURS, _HEADING, after=10, indent=18, bar=True)
    flow.space(18)
    flow.add("How it works", _HEADING, after=8)
    _paint_bullets(flow, _HOW)
    flow.space(14)
    flow.add("What is in it", _HEADING, after=8)
    _paint_bullets(
        flow, (*(chapter.title for chapter in booklet.chapters), "What the policy says", "The slip")
    )


def _paint_bullets(flow: Flow, words: tuple[str, ...]) -> None:
    for each in words:
        flow.add(each, _BODY, after=6, indent=_INDENT, mark="•")


def _paint_screen(flow: Flow, screen: Screen) -> None:
    flow.space(16)
    flow.add(screen.kicker, _NOTE, after=2, together_with=150)
    flow.add(screen.heading, _HEADING, after=8, together_with=130)
    flow.add(screen.first, _BODY, after=10, indent=18, bar=True)
    _paint_way(flow, screen)
    _paint_bullets(flow, screen.prompts)
    for line in screen.lines:
        flow.space(4)
        flow.add(line.words, _STRONG, after=2, together_with=52)
        flow.add(line.note, _NOTE, after=5, together_with=26)
        paint_boxes(flow, ANSWERS)
    if not screen.lines:
        flow.space(4)
        paint_boxes(flow, LOOK_ANSWERS)
    for note in screen.notes:
        flow.add(note, _NOTE, after=4)


def _paint_way(flow: Flow, screen: Screen) -> None:
    """The ways and steps, with the code for the phone beside them."""
    width = flow.width - (_QR_ROOM if screen.link else 0)
    rows: list[tuple[str, str]] = [(f"{device}:", way) for device, way in screen.ways]
    placed = []
    for label, way in rows:
        placed.append((laid_out(f"{label} {way}", width=width, style=_BODY, bold=label), 0.0, ""))
    for number, step in enumerate(screen.steps, 1):
        placed.append((laid_out(step, width=width - _INDENT, style=_BODY), _INDENT, f"{number}."))
    if screen.link:
        placed.append((laid_out(screen.link, width=width, style=_NOTE), 0.0, ""))
    height = sum(paragraph.height + 5 for paragraph, _, _ in placed)
    tall = max(height, _QR + 14 if screen.link else 0)
    flow.make_room(tall)
    top = flow.y
    for paragraph, indent, mark in placed:
        if mark:
            flow.put(laid_out(mark, width=indent, style=_BODY))
        flow.put(paragraph, indent)
        flow.space(paragraph.height + 5)
    if screen.link:
        code = qr.matrix(screen.link)
        flow.canvas.qr(code, x=MARGIN + flow.width - _QR - 8, y=top + 4, size=_QR)
    flow.y = top + tall + (6 if placed else 0)


def paint_boxes(flow: Flow, words: tuple[str, ...]) -> None:
    """A row of empty boxes with their words; a second row where one is too short."""
    x = 0.0
    flow.make_room(_BOX + 10)
    for each in words:
        paragraph = laid_out(each, width=flow.width, style=_BODY)
        wide = _BOX + 8 + paragraph.layout.lineAt(0).naturalTextWidth() / 10 + 22
        if x and x + wide - 22 > flow.width:
            x = 0.0
            flow.space(_BOX + 10)
            flow.make_room(_BOX + 10)
        middle = flow.y + paragraph.height / 2
        flow.canvas.frame(x=MARGIN + x, y=middle - _BOX / 2, width=_BOX, height=_BOX, colour=INK)
        flow.put(paragraph, x + _BOX + 8)
        x += wide
    flow.space(_BOX + 14)


def _paint_reading(flow: Flow, reading: Reading, whose_words: str) -> None:
    flow.add(reading.heading, _CHAPTER, after=6)
    flow.add(whose_words, _NOTE, after=8)
    for heading, lines in reading.parts:
        flow.space(8)
        flow.add(heading, _HEADING, after=6, together_with=60)
        for line in lines:
            flow.add(line.words, _BODY, after=1, together_with=18)
            flow.add(line.note, _NOTE, after=8)
    flow.add(reading.note, _BODY, after=8, indent=18, bar=True)
    flow.space(6)
    flow.add("Where to turn", _HEADING, after=6, together_with=40)
    flow.add(reading.where_to_turn, _BODY, after=10)
    paint_boxes(flow, (_READ,))


def _paint_slip(flow: Flow, booklet: Booklet) -> None:
    flow.add(booklet.school, Style(16, colour=MUTED), after=4)
    flow.add("Social media self-check: slip to hand in", _CHAPTER, after=14)
    for label in ("Name", "Role"):
        _paint_blank(flow, label)
    flow.space(12)
    sentence = "finished looking at their own social media against the school’s policy on this date:"
    flow.add(sentence, _BODY, after=0, together_with=40)
    _paint_blank(flow, "Date")
    flow.space(14)
    paint_boxes(flow, tuple(KINDS.values()))
    for label, value in (
        ("Statement", booklet.statement),
        ("Policy", booklet.policy),
        ("Next check", "A year after this date"),
    ):
        flow.put(laid_out(label, width=110, style=_NOTE))
        flow.add(value, _BODY, after=6, indent=110)
    flow.space(8)
    flow.add(WHAT_IT_IS_NOT, _NOTE, after=10)
    _paint_blank(flow, "Signature")


def _paint_blank(flow: Flow, label: str) -> None:
    """A label with a line to write on behind it."""
    flow.make_room(40)
    flow.space(16)
    flow.put(laid_out(label, width=110, style=_NOTE))
    flow.space(20)
    flow.canvas.rule(x=MARGIN + 110, y=flow.y, width=flow.width - 110, colour=ACCENT)
