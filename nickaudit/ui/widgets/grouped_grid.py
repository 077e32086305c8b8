"""An even grid in which headings take a line of their own, and whose things can change places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.even_grid import GAP, EvenGrid

_MOST_COLUMNS = 3


class GroupedGrid(EvenGrid):
    """`is_heading` says of a widget whether it stands alone on its line, as wide as it asks to be."""

    def __init__(
        self,
        *,
        is_heading: Callable[[QWidget], bool],
        least: Callable[[], int],
    ) -> None:
        self._places: dict[QWidget | None, int] = {}
        self._in_order: list[QLayoutItem] | None = None
        super().__init__(least=least, most_columns=_MOST_COLUMNS)
        self._is_heading = is_heading

    def items(self) -> list[QLayoutItem]:
        """In the order that was asked for."""
        if self._in_order is None:
            last = len(self._places)
            self._in_order = sorted(super().items(), key=lambda item: self._places.get(item.widget(), last))
        return self._in_order

    def invalidate(self) -> None:
        """Something was added, taken out or wants another size."""
        self._in_order = None
        super().invalidate()

    def set_order(self, widgets: list[QWidget]) -> None:
        """Show these in this order, and hide the others. All of them have been added before."""
        self._places = {widget: place for place, widget in enumerate(widgets)}
        for item in super().items():
            if (widget := item.widget()) is not None:
                widget.setVisible(widget in self._places)
        self.invalidate()

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        shown, gap = self._shown(), current_theme().room(GAP)
        fitting = max(1, (rect.width() + gap) // (self._least() + gap))
        columns = min(self._most_columns, fitting)
        across = (rect.width() - gap * (columns - 1)) // columns
        y, row = rect.y(), list[QLayoutItem]()
        for item in shown:
            widget = item.widget()
            if widget is not None and self._is_heading(widget):
                y = self._put(row, QRect(rect.x(), y, across, 0), moves=moves)
                row = []
                wide = min(widget.sizeHint().width(), rect.width())
                y = self._put([item], QRect(rect.x(), y, wide, 0), moves=moves)
                continue
            row.append(item)
            if len(row) == columns:
                y = self._put(row, QRect(rect.x(), y, across, 0), moves=moves)
                row = []
        y = self._put(row, QRect(rect.x(), y, across, 0), moves=moves)
        return y - rect.y() - (gap if shown else 0)
