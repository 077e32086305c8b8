"""The bar along the top.

What this is, whose school, what can be reached from everywhere, and the text size.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.theme.tokens import RING_ROOM, SMALL_PX, TEXT_SIZES
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.text import Role, TextLabel

_LARGE = 150
"""From this text size on the figure between the buttons says enough; the bar is kept low."""
_ALWAYS = 2
"""The title and the status, which stand before the links."""
PRODUCT = "Social media check"


class _Step(Button):
    """Minus or plus: an icon that has a name but no words."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__("", Kind.SMALL, icon=icon, name=name)

    def sizeHint(self) -> QSize:
        """A square to aim at."""
        return QSize(current_theme().px(34), current_theme().px(32))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """It does not grow."""
        return self.sizeHint().height()


class _Link(LinkButton):
    """A link of the bar; what its press does can become another."""

    def __init__(self, words: str) -> None:
        super().__init__(words, size=SMALL_PX)
        self.press: Callable[[], None] = _nothing
        self.clicked.connect(lambda: self.press())


class TopBar(QWidget):
    """`set_content` says what stands in it; the size buttons are always there."""

    size_step_requested = Signal(int)
    """One step up or down the text sizes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, RING_ROOM, 14, RING_ROOM + 1)
        self._row = FlowLayout(spacing=14, row_spacing=2, pushes_right=True)
        outer.addLayout(self._row)
        self._place = TextLabel("", Role.SIDE_MUTED)
        self._first = self._title()
        self._row.addWidget(self._first)
        self._status = TextLabel("", Role.SIDE_MUTED)
        self._status.hide()
        self._row.addWidget(self._status)
        self._links: list[_Link] = []
        self._words: tuple[str, ...] | None = None
        self._sizes = self._size_buttons()
        self._row.keep_right(self._sizes)

    def set_content(
        self,
        place: str,
        status: str,
        links: tuple[tuple[str, Callable[[], None]], ...],
        *,
        size_before_last: bool,
    ) -> None:
        """Show place, status and links; the text size stands before the last link or after all.

        A link whose words stay is the same link still, so that the focus on it is not lost.
        """
        where = f"· {place}" if place else ""
        if where != self._place.text():
            self._place.setText(where)
            self._first.updateGeometry()
            self._row.invalidate()  # now, as the page is laid out before Qt would say so
        self._status.setText(status)
        self._status.setVisible(bool(status))
        words = tuple(each for each, _ in links)
        if words != self._words:
            self._words = words
            self._set_links(words, size_before_last=size_before_last)
        for link, (_, press) in zip(self._links, links, strict=True):
            link.press = press

    def _set_links(self, words: tuple[str, ...], *, size_before_last: bool) -> None:
        while self._row.count() > _ALWAYS:
            self._row.takeAt(_ALWAYS)
        kept = {link.words: link for link in self._links}
        self._links = [kept.pop(each) if each in kept else _Link(each) for each in words]
        for link in kept.values():
            link.hide()
            link.deleteLater()
        order: list[QWidget] = list(self._links)
        order.insert(len(order) - 1 if size_before_last and order else len(order), self._sizes)
        for widget in order:
            self._row.addWidget(widget)
            widget.show()
            widget.raise_()  # heard in this order too, also where an older link stays

    def show_text_size(self, size: int) -> None:
        """Say how large the text is now."""
        self._size.setText(f"{size} %")
        self._size_words.setVisible(size < _LARGE)
        self._smaller.setEnabled(size > TEXT_SIZES[0])
        self._larger.setEnabled(size < TEXT_SIZES[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and the line under it."""
        c = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(c.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, ink(c.line))
        painter.end()

    def _title(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box, spacing=9, row_spacing=0)
        row.addWidget(TextLabel(PRODUCT, Role.SIDE_STRONG))
        row.addWidget(self._place)
        return box

    def _size_buttons(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._size_words = TextLabel("Text size", Role.SIDE_MUTED)
        row.addWidget(self._size_words, 0, middle)
        self._smaller = _Step("minus", "Smaller text")
        self._larger = _Step("plus", "Larger text")
        self._size = TextLabel("100 %", Role.SIDE_MUTED)
        for part in (self._smaller, self._size, self._larger):
            row.addWidget(part, 0, middle)
        self._smaller.clicked.connect(lambda: self.size_step_requested.emit(-1))
        self._larger.clicked.connect(lambda: self.size_step_requested.emit(1))
        return box


def _nothing() -> None:
    """What a link does before it is told."""
