"""Two things beside each other while the first has room for its words.

And one under the other when it has not.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.own_layout import OwnLayout

_GAP = 24


class BesideLayout(OwnLayout):
    """Add the two. The second gets the width it asks for, or `second_width` px at 100 %.

    The first the rest, if that is `least` px.
    """

    def __init__(
        self,
        *,
        least: int = 300,
        second_width: int = 0,
        under_gap: int = 8,
    ) -> None:
        self._known_in: Theme | None = None
        self._known: dict[int, tuple[QRect, QRect]] = {}
        super().__init__()
        self._least, self._second_width = least, second_width
        self._under_gap = under_gap

    def invalidate(self) -> None:
        """One of the two wants another size, came or went."""
        self._known.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        first, second = self._places(width)
        return max(first.bottom(), second.bottom()) + 1

    def sizeHint(self) -> QSize:
        """Beside each other."""
        width = current_theme().room(_GAP) + sum(self._wanted())
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One under the other."""
        return QSize(max((item.minimumSize().width() for item in self.items()), default=0), 1)

    def setGeometry(self, rect: QRect) -> None:
        """Lay out within `rect`."""
        super().setGeometry(rect)
        first, second = self._places(rect.width())
        spare = max(0, rect.height() - max(first.bottom(), second.bottom()) - 1) // 2
        for item, place in zip(self.items(), (first, second), strict=True):
            item.setGeometry(place.translated(rect.x(), rect.y() + spare))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        theme = current_theme()
        if self._known_in is not theme:
            self._known_in = theme
            self._known.clear()
        places = self._known.get(width)
        if places is None:
            places = self._known[width] = self._work_out(width, theme)
        return places

    def _work_out(self, width: int, theme: Theme) -> tuple[QRect, QRect]:
        first, second = self.items()
        if second.isEmpty():
            if first.isEmpty():
                return QRect(), QRect()
            return QRect(0, 0, width, _height(first, width)), QRect()
        gap, wanted = theme.room(_GAP), self._second_wanted(second)
        room = width - wanted - gap
        if room < theme.px(self._least):
            high = _height(first, width)
            wide = min(width, wanted)
            top = high + theme.room(self._under_gap)
            return QRect(0, 0, width, high), QRect(0, top, wide, _height(second, wide))
        high, other = _height(first, room), _height(second, wanted)
        tall = max(high, other)
        return (
            QRect(0, (tall - high) // 2, room, high),
            QRect(room + gap, (tall - other) // 2, wanted, other),
        )

    def _wanted(self) -> tuple[int, int]:
        first, second = self.items()
        return first.sizeHint().width(), self._second_wanted(second)

    def _second_wanted(self, second: QLayoutItem) -> int:
        return current_theme().px(self._second_width) if self._second_width else second.sizeHint().width()


class Beside(QWidget):
    """Two widgets in a `BesideLayout` of their own."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int = 300,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = BesideLayout(least=least)
        self.setLayout(row)
        row.addWidget(first)
        row.addWidget(second)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
