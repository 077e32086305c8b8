"""A layout of things of one width: as many columns as fit, filled row by row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.own_layout import OwnLayout

GAP = 8


class EvenGrid(OwnLayout):
    """`least` is the narrowest a column may be, asked anew each time because text sizes change."""

    def __init__(self, *, least: Callable[[], int], most_columns: int = 2) -> None:
        self._known_in: Theme | None = None
        self._heights: dict[int, int] = {}
        super().__init__()
        self._least, self._most_columns = least, most_columns

    def invalidate(self) -> None:
        """Something in it wants another size."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Across."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at this width."""
        theme = current_theme()
        if self._known_in is not theme:
            self._known_in = theme
            self._heights.clear()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Lay out within `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """All columns, each as narrow as it may be."""
        columns = max(1, min(self._most_columns, self.count()))
        width = columns * self._least() + (columns - 1) * current_theme().room(GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest thing alone."""
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self.items() if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        shown, gap = self._shown(), current_theme().room(GAP)
        fitting = max(1, (rect.width() + gap) // (self._least() + gap))
        columns = max(1, min(self._most_columns, fitting, len(shown)))
        across = (rect.width() - gap * (columns - 1)) // columns
        y = rect.y()
        for start in range(0, len(shown), columns):
            y = self._put(shown[start : start + columns], QRect(rect.x(), y, across, 0), moves=moves)
        return y - rect.y() - (gap if shown else 0)

    def _put(self, row: list[QLayoutItem], first: QRect, *, moves: bool) -> int:
        """Lay a row out from its first place on; returns where the next row begins."""
        if not row:
            return first.y()
        gap = current_theme().room(GAP)
        first.setHeight(max(_height_of(item, first.width()) for item in row))
        if moves:
            for place, item in enumerate(row):
                item.setGeometry(first.translated(place * (first.width() + gap), 0))
        return first.y() + first.height() + gap


def _height_of(item: QLayoutItem, width: int) -> int:
    """How high a thing of that width is."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
