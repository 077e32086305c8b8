"""An even grid in which headings take a line of their own, and whose things can change places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from nickaudit.ui.widgets.even_grid import EvenGrid, height_of


class GroupedGrid(EvenGrid):
    """`is_heading` says of a widget whether it stands alone on its line, as wide as it asks to be."""

    def __init__(
        self,
        *,
        is_heading: Callable[[QWidget], bool],
        least: Callable[[], int],
        most_columns: int = 3,
        gap: int = 8,
    ) -> None:
        self._places: dict[QWidget | None, int] = {}
        self._in_order: list[QLayoutItem] | None = None
        super().__init__(least=least, most_columns=most_columns, gap=gap)
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
        shown = self._shown()
        fitting = max(1, (rect.width() + self._gap) // (self._least() + self._gap))
        columns = min(self._most_columns, fitting)
        across = (rect.width() - self._gap * (columns - 1)) // columns
        y, row = rect.y(), list[QLayoutItem]()
        for item in shown:
            widget = item.widget()
            if widget is not None and self._is_heading(widget):
                y = self._put(row, y, across, rect.x(), moves=moves)
                row = []
                wide = min(widget.sizeHint().width(), rect.width())
                tall = height_of(item, wide)
                if moves:
                    item.setGeometry(QRect(rect.x(), y, wide, tall))
                y += tall + self._gap
                continue
            row.append(item)
            if len(row) == columns:
                y = self._put(row, y, across, rect.x(), moves=moves)
                row = []
        y = self._put(row, y, across, rect.x(), moves=moves)
        return y - rect.y() - (self._gap if shown else 0)

    def _put(self, row: list[QLayoutItem], y: int, across: int, left: int, *, moves: bool) -> int:
        if not row:
            return y
        tall = max(height_of(item, across) for item in row)
        if moves:
            for place, item in enumerate(row):
                item.setGeometry(QRect(left + place * (across + self._gap), y, across, tall))
        return y + tall + self._gap
