"""A page measured in points, for a PDF and a printer alike: paragraphs, rules and QR codes put on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageSize, QPainter, QPainterPath, QPdfWriter

from nickaudit.documents.pdf.application import ensure_gui
from nickaudit.documents.pdf.paragraph import UNIT, Paragraph
from nickaudit.documents.qr import Matrix

LINE = "#DDD8CC"
ACCENT = "#0B6259"

_QUIET = 4
"""Squares that stay white around a QR code."""


class Canvas:
    """One page after another, in points from the top left corner."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._device = device
        self._painter = painter
        self.width = device.width() * 72 / device.logicalDpiX()
        self.height = device.height() * 72 / device.logicalDpiY()
        painter.scale(device.logicalDpiX() / 72 / UNIT, device.logicalDpiY() / 72 / UNIT)

    def new_page(self) -> None:
        """Go on to an empty page."""
        self._device.newPage()

    def put(self, paragraph: Paragraph, *, x: float, y: float) -> None:
        """Draw a laid-out paragraph with its top left corner there."""
        self._painter.setPen(QColor(paragraph.colour))
        paragraph.layout.draw(self._painter, QPointF(x * UNIT, y * UNIT))

    def slant(self, paragraph: Paragraph, *, degrees: float) -> None:
        """Draw a laid-out paragraph across the middle of the page, turned."""
        painter = self._painter
        painter.save()
        painter.translate(self.width / 2 * UNIT, self.height / 2 * UNIT)
        painter.rotate(degrees)
        painter.setPen(QColor(paragraph.colour))
        wide = paragraph.layout.lineAt(0).naturalTextWidth()
        paragraph.layout.draw(painter, QPointF(-wide / 2, -paragraph.height / 2 * UNIT))
        painter.restore()

    def fill(self, *, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._painter.fillRect(QRectF(x * UNIT, y * UNIT, width * UNIT, height * UNIT), QColor(colour))

    def rule(self, *, x: float, y: float, width: float, colour: str = LINE) -> None:
        """Draw a thin line across."""
        self.fill(x=x, y=y, width=width, height=0.75, colour=colour)

    def frame(self, *, x: float, y: float, width: float, height: float, colour: str = LINE) -> None:
        """Draw a thin line around a rectangle."""
        self.rule(x=x, y=y, width=width, colour=colour)
        self.rule(x=x, y=y + height - 0.75, width=width, colour=colour)
        self.fill(x=x, y=y, width=0.75, height=height, colour=colour)
        self.fill(x=x + width - 0.75, y=y, width=0.75, height=height, colour=colour)

    def qr(self, matrix: Matrix, *, x: float, y: float, size: float) -> None:
        """Draw a QR code in black on white; its quiet border lies outside `size`."""
        square = size / len(matrix)
        border = _QUIET * square
        self.fill(
            x=x - border, y=y - border, width=size + 2 * border, height=size + 2 * border, colour="#FFFFFF"
        )
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # as one shape, so that no hairlines show between squares
        for down, row in enumerate(matrix):
            for along, is_dark in enumerate(row):
                if is_dark:
                    corner = QPointF((x + along * square) * UNIT, (y + down * square) * UNIT)
                    path.addRect(corner.x(), corner.y(), square * UNIT, square * UNIT)
        self._painter.fillPath(path, QColor("#000000"))


class NotPaintedError(OSError):
    """The printer, or the file that is printed to, does not take it."""


@contextmanager
def canvas_on(device: QPagedPaintDevice) -> Iterator[Canvas]:
    """A canvas on a PDF or a printer; painting ends before the device does.

    Raises:
        NotPaintedError: it cannot be painted on.
    """
    ensure_gui()
    painter = QPainter()
    if not painter.begin(device):
        raise NotPaintedError
    try:
        yield Canvas(device, painter)
    except BaseException:
        painter.end()
        raise
    if not painter.end():
        raise NotPaintedError


def a4(paint: Callable[[QPagedPaintDevice], None], *, title: str) -> bytes:
    """What `paint` paints, as the pages of an A4 PDF."""
    ensure_gui()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    paint(writer)
    del writer  # Qt writes the end of the file when the writer goes
    return bytes(buffer.data().data())
