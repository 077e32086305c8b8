"""A white box with a thin line round it; and a thin line by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.theme.tokens import CARD_RADIUS
from nickaudit.ui.widgets.press import draw_box
from nickaudit.ui.widgets.stack import Stack


class Card(QFrame):
    """A box for things that belong together; fill `column`. `crowned` gives it the accent along its top."""

    def __init__(self, *, crowned: bool = False, padding: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crowned = crowned
        self.column = Stack(self, spacing=12)
        self.column.setContentsMargins(padding, padding - 4, padding, padding - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its line."""
        c = current_theme().colours
        painter = QPainter(self)
        radius = 3 if self._crowned else CARD_RADIUS
        box = QRectF(self.rect())
        draw_box(painter, box, fill=c.surface, edge=c.line, radius=radius)
        if self._crowned:
            path = QPainterPath()
            path.addRoundedRect(box, radius, radius)
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, box.width(), 6), ink(c.accent))
        painter.end()


class Rule(QWidget):
    """A thin line between two things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One pixel."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(current_theme().colours.line))
        painter.end()
