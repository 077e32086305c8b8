"""A table of records.

Sorts and filters itself, is driven by keys alone, and becomes rows of two lines when narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest
from itertools import chain

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.record_delegate import RecordDelegate
from nickaudit.ui.widgets.record_header import RecordHeader
from nickaudit.ui.widgets.record_model import Column, Index, RecordModel

_SAMPLED = 200
"""Rows that are measured for the width of a column."""
_LONGEST = 20
_ROWS_IN_FULL = 200
"""Up to so many rows the table is as high as its rows and the page scrolls.

With more it scrolls by itself.
"""


class RecordTable(QTableView):
    """`opened` is sent with a record on Enter or a double click."""

    opened = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records: RecordModel[object] = RecordModel(columns, self)
        self._cells = RecordDelegate(self.records, self)
        self._widths: list[int] = []
        self._sample: list[object] = []
        self._header = RecordHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(self.records)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.Box)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self._header.sortIndicatorChanged.connect(self.records.sort)
        self.records.modelReset.connect(self._refit)
        self.doubleClicked.connect(self._open)

    def set_columns(self, columns: Sequence[Column[object]]) -> None:
        """Other columns from now on; set the records next."""
        self._widths, self._sample = [], []
        self.records.set_columns(columns)
        for column in range(1, len(columns)):
            self.setColumnHidden(column, self._cells.is_narrow)

    def set_records(self, records: Sequence[object]) -> None:
        """Show these."""
        # The longest texts of all, so that no cell is cut however many rows there are.
        longest = [_longest(column, records) for column in self.records.columns]
        self._sample = [*records[:_SAMPLED], *chain.from_iterable(longest)]
        self._measure()
        self.records.set_records(records)

    def set_filter(self, words: str = "", keep: Callable[[object], bool] | None = None) -> None:
        """Show only rows with these words that `keep` accepts."""
        self.records.set_filter(words, keep)

    def sizeHint(self) -> QSize:
        """As high as its rows, up to a point."""
        rows = min(self.records.rowCount(), _ROWS_IN_FULL if self.records.rowCount() <= _ROWS_IN_FULL else 14)
        header = 0 if self._cells.is_narrow else self._header.sizeHint().height()
        return QSize(sum(self._widths) + 2, header + rows * self._cells.row_height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Two lines to a record make do with little."""
        return QSize(current_theme().px(220), self.sizeHint().height())

    def ring_rects(self) -> list[QRect]:
        """The ring goes round the row with the focus, inside the table."""
        index = self.currentIndex()
        if not index.isValid():
            return [self.rect().adjusted(7, 7, -7, -7)]
        row = self.visualRect(index)
        box = QRect(0, row.top(), self.viewport().width(), row.height())
        return [box.translated(self.viewport().pos()).adjusted(7, 7, -7, -8)]

    def ring_radius(self) -> int:
        """Rows are hardly round."""
        return 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns or two lines."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._widths:
            self._measure()
            self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a record."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page scrolls along, and the ring moves."""
        super().currentChanged(current, previous)
        follow = getattr(self.window(), "follow_focus", None)
        if follow is not None and self.hasFocus():
            follow()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records.record(index.row()))

    def _measure(self) -> None:
        self._widths = [
            max(
                [
                    self._header.section_width(i),
                    *(self._cells.cell_width(column, one) for one in self._sample),
                ]
            )
            for i, column in enumerate(self.records.columns)
        ]

    def _refit(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        room = self.viewport().width()
        narrow = bool(self._widths) and sum(self._widths) > room
        if narrow != self._cells.is_narrow:
            self._cells.is_narrow = narrow
            self._header.setVisible(not narrow)
            for column in range(1, self.records.columnCount()):
                self.setColumnHidden(column, narrow)
            self.updateGeometry()
        if narrow:
            self._cells.fit_narrow(room, self._sample)
        self.verticalHeader().setDefaultSectionSize(self._cells.row_height())
        if self.sizeHint().height() != self.height():
            self.updateGeometry()
        if narrow:
            self.setColumnWidth(0, room)
            return
        spare = max(0, room - sum(self._widths)) // max(1, len(self._widths))
        for column, wide in enumerate(self._widths):
            self.setColumnWidth(column, wide + spare)
        if self._widths:
            last = len(self._widths) - 1
            self.setColumnWidth(last, room - sum(self._widths[:-1]) - spare * last)


def _longest(column: Column[object], records: Sequence[object]) -> list[object]:
    return nlargest(_LONGEST, records, key=lambda one: len(column.text(one)))
