"""One answer to press: a radio button in a box, alone or joined to its neighbours.

The whole box is the target.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.tokens import RADIUS, Colours, Theme
from nickaudit.ui.widgets.press import blend, entered, prepare, shared_block
from nickaudit.ui.widgets.text_block import TextBlock


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
    painter.setBrush(QColor(c.accent if on else c.surface))
    painter.setPen(QPen(QColor(c.accent if on else c.edge), 2))
    half = size / 2 - 1
    painter.drawEllipse(centre, half, half)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_ink))
        painter.drawEllipse(centre, size / 5.6, size / 5.6)


class Chip(QRadioButton):
    """`text` is shown, `name` is read aloud. The bar that owns it keeps one of its chips pressed in."""

    def __init__(self, text: str, name: str, size: Size, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = text
        self.place = Place.ALONE
        self.follows_chosen = False
        """Whether the chip before it, with which it shares an edge, is the chosen one."""
        self._size = size
        self._hint: tuple[Theme, QSize] | None = None
        prepare(self, text, grows=True)
        self.setAccessibleName(name)

    def hasHeightForWidth(self) -> bool:
        """The words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        theme = current_theme()
        words = self._block().height(max(1, width - self._around()))
        return max(theme.px(self._size.value[1]), words + theme.px(16))

    def sizeHint(self) -> QSize:
        """All words on one line; kept, because the bar asks again and again."""
        theme = current_theme()
        if self._hint is None or self._hint[0] is not theme:
            width = self._block().natural_width() + self._around()
            self._hint = (theme, QSize(width, self.heightForWidth(width)))
        return self._hint[1]

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._block().widest_word() + self._around(), current_theme().px(self._size.value[1]))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, circle, words."""
        theme, on = current_theme(), self.isChecked()
        c = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = 0.08 if self.underMouse() and not on else 0.0
        painter.setBrush(QColor(c.soft if on else blend(c.surface, c.accent, over)))
        painter.setPen(QPen(QColor(c.accent if on else c.edge), 1))
        painter.drawPath(_outline(self.width(), self.height(), self.place))
        if self.follows_chosen and self.place is not Place.ALONE:
            painter.setPen(QPen(QColor(c.accent), 1))
            far = QPointF(0.5, self.height() - 0.5) if self.x() else QPointF(self.width() - 0.5, 0.5)
            painter.drawLine(QPointF(0.5, 0.5), far)
        _, _, pad = self._size.value
        circle = theme.px(_CIRCLE)
        centre = QPointF(theme.px(pad) + circle / 2, self.height() / 2)
        draw_circle(painter, centre, circle, c, on=on)
        block = self._block()
        height = block.set_width(max(1, self.width() - self._around()))
        x = theme.px(pad) + circle + theme.px(_GAP)
        block.draw(painter, x, (self.height() - height) / 2, c.ink)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; the arrows belong to the bar."""
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            event.ignore()
        elif not entered(self, event):
            super().keyPressEvent(event)

    def _around(self) -> int:
        theme = current_theme()
        return 2 * theme.px(self._size.value[2]) + theme.px(_CIRCLE) + theme.px(_GAP)

    def _block(self) -> TextBlock:
        return shared_block(current_theme(), self.words, self._size.value[0], SEMIBOLD)


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
