"""Words of somebody else, word for word: set off by a bar, and read out as a quotation."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.text import Role, TextLabel

_BAR = 3
_ROOM = 12


class Quote(QWidget):
    """`text` with its quotation marks; `whose` is read before it."""

    def __init__(self, text: str, role: Role, *, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR + _ROOM, 0, 0, 0)
        self.label = TextLabel(text, role)
        self.label.setAccessibleName(f"{whose}: {text}")
        column.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar at the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, _BAR, self.height(), QColor(current_theme().colours.accent))
        painter.end()
