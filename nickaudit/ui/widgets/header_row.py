"""The line over a page: Back at the left, where one is and "Saved" at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.widgets.columns import page_margin
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.text import Role, TextLabel


class _Icon(QWidget):
    """A small picture beside words that say the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(current_theme().px(16), current_theme().px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in the colour of secondary text."""
        painter = QPainter(self)
        side = round(min(QRectF(self.rect()).width(), self.height()))
        draw_icon(painter, self._name, current_theme().colours.muted, 0, 0, side)
        painter.end()


class HeaderRow(QWidget):
    """Not there at all where a page has neither Back nor a status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(40, 10, 40, 0)
        self._row = FlowLayout(spacing=20, row_spacing=0, pushes_right=True)
        self._outer.addLayout(self._row)
        self.back = LinkButton("Back", icon="chevron-left")
        self.status = TextLabel("", Role.SIDE_MUTED)
        self.saved = QWidget(self)
        saved = QHBoxLayout(self.saved)
        saved.setContentsMargins(0, 0, 0, 0)
        saved.setSpacing(5)
        saved.addWidget(_Icon("check"))
        saved.addWidget(TextLabel("Saved", Role.SIDE_MUTED))
        left = QWidget(self)
        first = QHBoxLayout(left)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.back)
        for widget in (left, self.status, self.saved):
            self._row.addWidget(widget)
        self.saved.hide()

    def set_content(self, *, has_back: bool, status: str) -> None:
        """Show Back or not, and where one is."""
        self.back.setVisible(has_back)
        self.status.setText(status)
        self.status.setVisible(bool(status))
        self.saved.hide()
        self.setVisible(has_back or bool(status))

    def show_saved(self) -> None:
        """Say that the answer is stored."""
        self.saved.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in line with the page under it."""
        super().resizeEvent(event)
        margin = page_margin(self.width())
        self._outer.setContentsMargins(margin, 10, margin, 0)
