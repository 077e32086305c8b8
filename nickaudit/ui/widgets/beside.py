"""Two things beside each other while the first has room for its words.

And one under the other when it has not.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.press import fit_by_width


class Beside(QWidget):
    """`second` gets the width it asks for, or `second_width` px at 100 %.

    `first` the rest, if that is `least` px.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int = 300,
        second_width: int = 0,
        gap: int = 24,
        under_gap: int = 8,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._least, self._second_width = least, second_width
        self._known_in: tuple[Theme, bool] | None = None
        self._known: dict[int, tuple[QRect, QRect]] = {}
        self._gap, self._under_gap, self._centred = gap, under_gap, centred
        first.setParent(self)
        second.setParent(self)
        fit_by_width(self, grows=True)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        first, second = self._places(width)
        bottom = first.bottom() if self._second.isHidden() else max(first.bottom(), second.bottom())
        return bottom + 1

    def sizeHint(self) -> QSize:
        """Beside each other."""
        width = self._first.sizeHint().width() + current_theme().room(self._gap) + self._wanted()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One under the other."""
        widths = (self._first.minimumSizeHint().width(), self._second.minimumSizeHint().width())
        return QSize(max(widths), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """A part that changed may need another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._known.clear()
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        first, second = self._places(self.width())
        spare = max(0, self.height() - max(first.bottom(), second.bottom()) - 1) // 2
        self._first.setGeometry(first.translated(0, spare))
        self._second.setGeometry(second.translated(0, spare))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        known_in = (current_theme(), self._second.isHidden())
        if self._known_in is None or self._known_in[0] is not known_in[0] or self._known_in[1] != known_in[1]:
            self._known_in = known_in
            self._known.clear()
        places = self._known.get(width)
        if places is None:
            places = self._known[width] = self._work_out(width)
        return places

    def _work_out(self, width: int) -> tuple[QRect, QRect]:
        if self._second.isHidden():
            return QRect(0, 0, width, _height(self._first, width)), QRect()
        theme, wanted = current_theme(), self._wanted()
        gap = theme.room(self._gap)
        room = width - wanted - gap
        if room < theme.px(self._least):
            high = _height(self._first, width)
            wide = min(width, wanted)
            top = high + theme.room(self._under_gap)
            return QRect(0, 0, width, high), QRect(0, top, wide, _height(self._second, wide))
        high, other = _height(self._first, room), _height(self._second, wanted)
        tall = max(high, other) if self._centred else 0
        return (
            QRect(0, max(0, tall - high) // 2, room, high),
            QRect(room + gap, max(0, tall - other) // 2, wanted, other),
        )

    def _wanted(self) -> int:
        return (
            current_theme().px(self._second_width) if self._second_width else self._second.sizeHint().width()
        )


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
