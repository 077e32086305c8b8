"""A date as three pieces of text: day, month, year. The month may be a number or a word."""

from __future__ import annotations

import calendar
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.field import Entry
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

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


def read_date(day: str, month: str, year: str) -> date | None:
    """The date the three texts name, or None where there is no such day.

    A year of two figures is in this century.
    """
    number = read_month(month)
    if number is None or not all(part.strip().isascii() and part.strip().isdigit() for part in (day, year)):
        return None
    full = int(year) + 2000 if len(year.strip()) <= 2 else int(year)
    try:
        last = calendar.monthrange(full, number)[1]
        return date(full, number, int(day)) if 1 <= int(day) <= last else None
    except (ValueError, OverflowError):
        return None


class DateField(QWidget):
    """A question with a date for its answer. `changed` is sent as the person types."""

    changed = Signal()

    def __init__(self, question: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.setAccessibleDescription(hint)
        self._hint = hint
        column = Stack(self, spacing=4)
        column.addWidget(TextLabel(question, Role.STRONG))
        if hint:
            column.addWidget(TextLabel(hint, Role.SIDE_MUTED))
        self.fault = TextLabel("", Role.BAD)
        self.fault.hide()
        column.addWidget(self.fault)
        row = FlowLayout(spacing=16)
        column.addLayout(row)
        parts = (("Day", 3, 2), ("Month", 9, 12), ("Year", 5, 4))
        self.day, self.month, self.year = (self._part(row, question, *part) for part in parts)

    def value(self) -> date | None:
        """The date typed, or None where nothing, or no such day, is typed."""
        return read_date(self.day.text(), self.month.text(), self.year.text())

    def is_empty(self) -> bool:
        """True while nothing is typed."""
        return not any(part.text().strip() for part in (self.day, self.month, self.year))

    def set_value(self, value: date | None) -> None:
        """Fill the three parts, or empty them; nobody is told."""
        self.day.setText(str(value.day) if value else "")
        self.month.setText(str(value.month) if value else "")
        self.year.setText(str(value.year) if value else "")

    def set_fault(self, message: str) -> None:
        """Show what is wrong above the parts, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        self.setAccessibleDescription(one_after_another(message, self._hint))
        for part in (self.day, self.month, self.year):
            part.set_faulty(is_faulty=bool(message))
            part.setAccessibleDescription(message)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first part has the focus for the field."""
        self.day.setFocus(reason)

    def _part(self, row: FlowLayout, question: str, label: str, characters: int, length: int) -> Entry:
        box = QWidget(self)
        column = Stack(box, spacing=2)
        words = TextLabel(label)
        entry = Entry(f"{question}: {label}", characters=characters)
        entry.setMaxLength(length)
        words.setBuddy(entry)
        entry.textEdited.connect(self.changed)
        column.addWidget(words)
        column.addWidget(entry)
        row.addWidget(box)
        return entry
