"""The certificate as one sheet of A4: who, what, when, what it is not, and how to tell it from another."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPagedPaintDevice

from nickaudit.documents import qr
from nickaudit.documents.certificate_words import PRACTICE, RECORD, TITLE, Words, words_of
from nickaudit.documents.pdf.canvas import ACCENT, LINE, Canvas, a4, canvas_on
from nickaudit.documents.pdf.paragraph import MUTED, Paragraph, Style, laid_out
from nickaudit.documents.pdf_file import finished
from nickaudit.domain.certificate import WHAT_IT_IS_NOT, Claims
from nickaudit.domain.taken_in import is_practice

_MARGIN = 40.0
_PADDING = 46.0
_RULE = 8.0
_QR = 92.0
_LABEL = 100.0
_ROW = 9.0
_GAP = 26.0

_SCHOOL = Style(14, colour=MUTED)
_TITLE = Style(31, QFont.Weight.Bold)
_NAME = Style(27, QFont.Weight.Bold)
_BODY = Style(14)
_ROW_TEXT = Style(12.5)
_NOT = Style(12.5, colour=MUTED)
_FOOT = Style(12.5, colour=MUTED)
_KEY = Style(9.5, colour=MUTED)
_WATERMARK = Style(110, QFont.Weight.Bold, colour="#F3D9D6")
_SLANT = -50.0

_SMALLEST = 0.3


@dataclass(frozen=True, slots=True)
class _Placed:
    paragraph: Paragraph
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Page:
    """Everything at its place, at a size at which it fits (or as small as it gets)."""

    placed: tuple[_Placed, ...]
    rules: tuple[float, ...]
    bottom: float


def paint(device: QPagedPaintDevice, claims: Claims, *, key: str) -> None:
    """Paint the certificate on a PDF or a printer.

    Args:
        device: Begun by nobody yet.
        claims: What the signed file says.
        key: Fingerprint of the key that signed it.
    """
    words = words_of(claims)
    with canvas_on(device) as canvas:
        width, height = canvas.width - 2 * _MARGIN, canvas.height - 2 * _MARGIN
        if is_practice(claims):
            across = laid_out(PRACTICE.upper(), width=2 * canvas.width, style=_WATERMARK)
            canvas.slant(across, degrees=_SLANT)
        canvas.frame(x=_MARGIN, y=_MARGIN, width=width, height=height)
        canvas.fill(x=_MARGIN, y=_MARGIN, width=width, height=_RULE, colour=ACCENT)
        left, inner = _MARGIN + _PADDING, width - 2 * _PADDING
        foot = _MARGIN + height - _PADDING - _QR
        page = _fitted(words, left=left, width=inner, top=_MARGIN + _RULE + 38, room_to=foot - _GAP)
        for each in page.placed:
            canvas.put(each.paragraph, x=each.x, y=each.y)
        for y in page.rules:
            canvas.rule(x=left, y=y, width=inner, colour=LINE)
        _paint_foot(canvas, claims, key, left=left, width=inner, top=foot)


def write(claims: Claims, *, key: str, signed: bytes) -> bytes:
    """The certificate as a PDF with the signed file attached."""
    pages = a4(lambda device: paint(device, claims, key=key), title=TITLE)
    return finished(pages, title=TITLE, signed=signed)


def _fitted(words: Words, *, left: float, width: float, top: float, room_to: float) -> _Page:
    scale = 1.0
    while True:
        page = _arranged(words, left=left, width=width, top=top, scale=scale)
        if page.bottom <= room_to or scale <= _SMALLEST:
            return page
        scale *= 0.94


def _arranged(words: Words, *, left: float, width: float, top: float, scale: float) -> _Page:
    placed: list[_Placed] = []
    rules: list[float] = []
    y = top

    def add(paragraph: Paragraph, gap: float, *, x: float = left) -> float:
        placed.append(_Placed(paragraph, x, y))
        return y + paragraph.height + gap * scale

    y = add(laid_out(words.school, width=width, style=_SCHOOL.scaled(scale)), 8)
    y = add(laid_out(TITLE, width=width, style=_TITLE.scaled(scale)), 34)
    y = add(_name(words.name, width=width, scale=scale), 6)
    y = add(laid_out(words.sentence, width=width, style=_BODY.scaled(scale), bold=words.date), 24)
    label = _LABEL * scale
    for title, value in words.rows:
        y += _ROW * scale
        heading = laid_out(title, width=label, style=_ROW_TEXT.scaled(scale))
        text = laid_out(value, width=width - label, style=_ROW_TEXT.scaled(scale))
        placed += [_Placed(heading, left, y), _Placed(text, left + label, y)]
        y += max(heading.height, text.height) + _ROW * scale
        rules.append(y)
    y += 20 * scale
    y = add(laid_out(WHAT_IT_IS_NOT, width=width, style=_NOT.scaled(scale)), 0)
    return _Page(tuple(placed), tuple(rules), y)


def _name(name: str, *, width: float, scale: float) -> Paragraph:
    """A long name gets smaller before it takes a third line."""
    style = _NAME.scaled(scale)
    while True:
        paragraph = laid_out(name, width=width, style=style)
        if paragraph.layout.lineCount() <= 2 or style.size <= _BODY.size * 1.2 * scale:
            return paragraph
        style = style.scaled(0.94)


def _paint_foot(canvas: Canvas, claims: Claims, key: str, *, left: float, width: float, top: float) -> None:
    canvas.qr(qr.matrix(f"{claims.number} {key}"), x=left, y=top, size=_QR)
    beside = left + _QR + 22
    number = laid_out(f"Certificate {claims.number}", width=width - _QR - 22, style=_FOOT)
    about = laid_out(
        f"Signed with key {key}\n{RECORD}",
        width=width - _QR - 22,
        style=_KEY,
    )
    y = top + _QR - number.height - about.height - 6
    canvas.put(number, x=beside, y=y)
    canvas.put(about, x=beside, y=y + number.height + 6)
