"""One answer to press: a radio button in a box, alone or joined to its neighbours.

The whole box is the target.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.ink import ink, pen
from nickaudit.ui.theme.tokens import RADIUS, Colours, Theme
from nickaudit.ui.widgets.press import EnterPresses, blend, prepare, shared_block


class Place(Enum):
    """Which corners of a chip are round, and where its neighbours are."""

    ALONE = "alone"
    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    BETWEEN = "between"


class Size(Enum):
    """Text size, least height, padding at the sides, at 100 %."""

    SMALL = (14, 39, 12)
    LARGE = (16, 45, 18)


_CIRCLE = 15
_GAP = 8


def draw_circle(painter: QPainter, centre: QPointF, size: float, c: Colours, *, on: bool) -> None:
    """A radio button's circle; filled with a dot left out when it is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink(c.accent if on else c.surface))
    painter.setPen(pen(c.accent if on else c.edge, 2))
    half = size / 2 - 1
    painter.drawEllipse(centre, half, half)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(c.accent_ink))
        painter.drawEllipse(centre, size / 5.6, size / 5.6)


class _Face:
    """What all chips with the same words have in common in one theme: the words set in lines, and sizes."""

    def __init__(self, theme: Theme, words: str, size: Size) -> None:
        px, least, pad = size.value
        self.theme = theme
        self.block = shared_block(theme, words, px, SEMIBOLD)
        self.pad, self.circle = theme.px(pad), theme.px(_CIRCLE)
        self.words_at = self.pad + self.circle + theme.px(_GAP)
        self.around = self.words_at + self.pad
        self.least, self._over = theme.px(least), theme.px(16)
        width = self.block.natural_width() + self.around
        self.hint = QSize(width, self.height(width))
        self.narrowest = QSize(self.block.widest_word() + self.around, self.least)

    def height(self, width: int) -> int:
        return max(self.least, self.block.height(max(1, width - self.around)) + self._over)


_shared_face = lru_cache(maxsize=128)(_Face)


class Chip(EnterPresses, QRadioButton):
    """`text` is shown, `name` is read aloud. The bar that owns it keeps one of its chips pressed in."""

    def __init__(self, text: str, name: str, size: Size, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = text
        self.place = Place.ALONE
        self.follows_chosen = False
        """Whether the chip before it, with which it shares an edge, is the chosen one."""
        self._size = size
        self._kept: _Face | None = None
        prepare(self, text, name, grows=True)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        return self._face().height(width)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        return self._face().hint

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return self._face().narrowest

    def hitButton(self, pos: QPoint) -> bool:
        """The whole box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, circle, words."""
        face, on = self._face(), self.isChecked()
        c, width, height = face.theme.colours, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = 0.08 if not on and self.underMouse() else 0.0
        painter.setBrush(ink(c.soft if on else blend(c.surface, c.accent, over)))
        painter.setPen(pen(c.accent if on else c.edge))
        painter.drawPath(_outline(width, height, self.place))
        if self.follows_chosen and self.place is not Place.ALONE:
            painter.setPen(pen(c.accent))
            far = QPointF(0.5, height - 0.5) if self.x() else QPointF(width - 0.5, 0.5)
            painter.drawLine(QPointF(0.5, 0.5), far)
        draw_circle(painter, QPointF(face.pad + face.circle / 2, height / 2), face.circle, c, on=on)
        tall = face.block.set_width(max(1, width - face.around))
        face.block.draw(painter, face.words_at, (height - tall) / 2, c.ink)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; the arrows belong to the bar."""
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _face(self) -> _Face:
        theme, face = current_theme(), self._kept
        if face is None or face.theme is not theme:
            face = self._kept = _shared_face(theme, self.words, self._size)
        return face


@lru_cache(maxsize=128)
def _outline(width: int, height: int, place: Place) -> QPainterPath:
    box = QRectF(0, 0, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    round_left = place in (Place.ALONE, Place.LEFT)
    round_right = place in (Place.ALONE, Place.RIGHT)
    corners = {
        Place.TOP: (True, True, False, False),
        Place.BOTTOM: (False, False, True, True),
    }.get(place, (round_left, round_right, round_right, round_left))
    return _rounded(box, RADIUS, corners)


def _rounded(box: QRectF, radius: float, corners: tuple[bool, bool, bool, bool]) -> QPainterPath:
    """A box with some corners round: top left, top right, bottom right, bottom left."""
    path = QPainterPath()
    tl, tr, br, bl = (radius if is_round else 0.0 for is_round in corners)
    path.moveTo(box.left() + tl, box.top())
    path.lineTo(box.right() - tr, box.top())
    path.quadTo(box.right(), box.top(), box.right(), box.top() + tr)
    path.lineTo(box.right(), box.bottom() - br)
    path.quadTo(box.right(), box.bottom(), box.right() - br, box.bottom())
    path.lineTo(box.left() + bl, box.bottom())
    path.quadTo(box.left(), box.bottom(), box.left(), box.bottom() - bl)
    path.lineTo(box.left(), box.top() + tl)
    path.quadTo(box.left(), box.top(), box.left() + tl, box.top())
    path.closeSubpath()
    return path
