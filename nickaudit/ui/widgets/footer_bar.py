"""The bar under a page: Continue, and a way to leave that loses nothing."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.columns import page_margin
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton


class FooterBar(QWidget):
    """`go_on` and `leave` are pressed; the frame says what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        row = FlowLayout(spacing=18, row_spacing=4)
        self._outer.addLayout(row)
        self.go_on = Button("Continue", Kind.PRIMARY)
        self.leave = LinkButton("")
        row.addWidget(self.go_on)
        row.addWidget(self.leave)

    def set_content(self, go_on: str, leave: str) -> None:
        """Words of both; nothing to leave by where `leave` is empty."""
        self.go_on.set_words(go_on)
        self.leave.set_words(leave)
        self.leave.setVisible(bool(leave))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in line with the page above it."""
        super().resizeEvent(event)
        margin = page_margin(self.width())
        self._outer.setContentsMargins(margin, 13, margin, 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and the line over it."""
        c = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(c.surface))
        painter.fillRect(0, 0, self.width(), 1, ink(c.line))
        painter.end()
