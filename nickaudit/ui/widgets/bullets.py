"""A list with bullets or numbers whose items wrap and may hold links."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.widgets.text import Role, TextLabel


class _Dot(QWidget):
    """A bullet, level with the first line of its item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for the dot and a little before it."""
        return QSize(current_theme().px(10), current_theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(theme.colours.ink))
        painter.drawEllipse(QPointF(theme.px(6), theme.px(12)), theme.px(2.6), theme.px(2.6))
        painter.end()


class Bullets(QWidget):
    """Items are marked text: `**bold**`, `[words](name)` for a link in `links`."""

    def __init__(
        self,
        items: tuple[str, ...],
        *,
        numbered: bool = False,
        role: Role = Role.BODY,
        links: Mapping[str, Callable[[], None]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._numbered, self._role, self._links = numbered, role, links or {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.set_items(items)

    def set_items(self, items: tuple[str, ...]) -> None:
        """Show other items."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, words in enumerate(items):
            mark = TextLabel(f"{row + 1}.", self._role, parent=self) if self._numbered else _Dot(self)
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(TextLabel(words, self._role, links=self._links, parent=self), row, 1)
