"""Over every page while somebody practises: that it is practice, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.columns import page_margin
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.text import Role, TextLabel

PRACTICE = "Practice"
WORDS = "**Practice.** Nothing here is kept or sent."
END = "End practice"


class PracticeBand(QWidget):
    """`ended` is sent by its one button."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(PRACTICE)
        self._outer = QVBoxLayout(self)
        row = FlowLayout(spacing=18, row_spacing=4, pushes_right=True)
        self._outer.addLayout(row)
        row.addWidget(TextLabel(WORDS, Role.WARN, marks=True))
        self.end = Button(END, Kind.SMALL)
        self.end.clicked.connect(self.ended)
        row.addWidget(self.end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in line with the page under it."""
        super().resizeEvent(event)
        margin = page_margin(self.width())
        self._outer.setContentsMargins(margin, 7, margin, 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground, and the line under it."""
        c = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(c.warn_bg))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(c.warn))
        painter.end()
