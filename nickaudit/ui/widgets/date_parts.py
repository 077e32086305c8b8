"""The parts of a date or a month, each a short line of text: the month may be a number or a word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.field import Entry
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.question import Question
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

DAY, MONTH, YEAR = "Day", "Month", "Year"
_ROOM = {DAY: (3, 2), MONTH: (9, 12), YEAR: (5, 4)}
"""Width and most letters of each."""
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3


def read_month(text: str) -> int | None:
    """A month from its number, its name, or at least three letters of it."""
    words = text.strip().lower().rstrip(".")
    if words.isascii() and words.isdigit():
        number = int(words)
        return number if 1 <= number <= len(_MONTHS) else None
    if len(words) < _SHORTEST:
        return None
    return next((i for i, name in enumerate(_MONTHS, start=1) if name.startswith(words)), None)


class DateParts(Question):
    """`changed` is sent as the person types; `parts` are those that were asked for."""

    changed = Signal()
    finished = Signal()
    """One of the parts is left, or Enter is pressed in it."""

    def __init__(self, question: str, *labels: str, hint: str, parent: QWidget | None) -> None:
        super().__init__(question, hint=hint, spacing=4, parent=parent)
        row = FlowLayout(spacing=16)
        self.column.addLayout(row)
        self.parts = tuple(self._part(row, question, label) for label in labels)

    def set_fault(self, message: str) -> None:
        """Show what is wrong above the parts, or nothing."""
        super().set_fault(message)
        for part in self.parts:
            part.set_faulty(is_faulty=bool(message))
            part.setAccessibleDescription(message)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first part has the focus for the field."""
        self.parts[0].setFocus(reason)

    def _part(self, row: FlowLayout, question: str, label: str) -> Entry:
        box = QWidget(self)
        column = Stack(box, spacing=2)
        words = TextLabel(label)
        characters, length = _ROOM[label]
        entry = Entry(f"{question}: {label}", characters=characters)
        entry.setMaxLength(length)
        words.setBuddy(entry)
        entry.textEdited.connect(self.changed)
        entry.editingFinished.connect(self.finished)
        column.addWidget(words)
        column.addWidget(entry)
        row.addWidget(box)
        return entry
