"""Records in a table that sorts and filters its own list.

A proxy over a Python model takes seconds where this takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nickaudit.ui.widgets.tag import Tone

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[Record]):
    """A column.

    Its title, the text of a cell, what it sorts by (else the text), and the tone where it is a tag.
    """

    title: str
    text: Callable[[Record], str]
    sort_key: Callable[[Record], object] | None = None
    tone: Callable[[Record], Tone | None] | None = None
    is_muted: Callable[[Record], bool] | None = None
    spoken: Callable[[Record], str] | None = None
    """What a screen reader says of the cell; in the first column, the whole row as a sentence."""


class RecordModel(QAbstractTableModel, Generic[Record]):
    """Rows are whatever the caller's records are; nothing is copied but the order they stand in."""

    def __init__(self, columns: Sequence[Column[Record]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: list[Record] = []
        self._words: list[str] = []
        self._shown: list[int] = []
        self._find: list[str] = []
        self._keep: Callable[[Record], bool] | None = None
        self._column = 0
        self._order = Qt.SortOrder.AscendingOrder

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these records, sorted and filtered as before."""
        self._records = list(records)
        self._words = []
        self._arrange()

    def set_columns(self, columns: Sequence[Column[Record]]) -> None:
        """Other columns from now on, and no records until they are set."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._records, self._words, self._shown = [], [], []
        self._column = min(self._column, len(self.columns) - 1)
        self.endResetModel()

    def set_filter(self, words: str = "", keep: Callable[[Record], bool] | None = None) -> None:
        """Show only records with all these words somewhere in their row, and that `keep` accepts."""
        self._find, self._keep = words.casefold().split(), keep
        self._arrange()

    def record(self, row: int) -> Record:
        """The record shown in a row."""
        return self._records[self._shown[row]]

    @property
    def total(self) -> int:
        """Number of records, shown or not."""
        return len(self._records)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a cell; for a screen reader, with the column's title."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self.record(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column.spoken is not None:
                return column.spoken(record)
            return f"{column.title}: {column.text(record) or 'empty'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles along the top."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort; records that are equal keep the order they had."""
        self._column, self._order = column, order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = range(len(self._records))
        if self._find and not self._words:
            self._words = [self._words_of(record) for record in self._records]
        if self._find or self._keep is not None:
            shown = [i for i in shown if self._matches(i)]  # type: ignore[assignment]
        column = self.columns[self._column]
        key = column.sort_key or (lambda record: column.text(record).casefold())
        keys = [key(record) for record in self._records]
        is_down = self._order is Qt.SortOrder.DescendingOrder
        self._shown = sorted(shown, key=keys.__getitem__, reverse=is_down)  # type: ignore[arg-type]
        self.endResetModel()

    def _words_of(self, record: Record) -> str:
        return " ".join(column.text(record) for column in self.columns).casefold()

    def _matches(self, row: int) -> bool:
        if self._find and not all(word in self._words[row] for word in self._find):
            return False
        return self._keep is None or self._keep(self._records[row])
