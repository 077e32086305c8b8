"""A month as two pieces of text: month and year. The month may be a number or a word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.date_field import read_month
from nickaudit.ui.widgets.field import Entry
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel


class MonthField(QWidget):
    """A question with a month for its answer. `changed` is sent as the person types."""

    changed = Signal()
    finished = Signal()
    """One of the two parts is left, or Enter is pressed in it."""

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
        self.month = self._part(row, question, "Month", 9, 12)
        self.year = self._part(row, question, "Year", 5, 4)

    def value(self) -> str:
        """The month typed, as `2018-05`; what is none, as it was typed."""
        month, year = read_month(self.month.text()), self.year.text().strip()
        if month is None or not (year.isascii() and year.isdigit()):
            return f"{year} {self.month.text().strip()}".strip()
        return f"{int(year) + 2000 if len(year) <= 2 else int(year):04}-{month:02}"

    def set_value(self, value: str) -> None:
        """Fill both parts; nobody is told."""
        year, dash, month = value.partition("-")
        if not (dash and year.isdigit() and month.isdigit()):
            year, _, month = value.partition(" ")
        self.month.setText(str(int(month)) if month.isdigit() else month)
        self.year.setText(year)

    def set_fault(self, message: str) -> None:
        """Show what is wrong above the parts, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        self.setAccessibleDescription(one_after_another(message, self._hint))
        for part in (self.month, self.year):
            part.set_faulty(is_faulty=bool(message))
            part.setAccessibleDescription(message)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first part has the focus for the field."""
        self.month.setFocus(reason)

    def _part(self, row: FlowLayout, question: str, label: str, characters: int, length: int) -> Entry:
        box = QWidget(self)
        column = Stack(box, spacing=2)
        words = TextLabel(label)
        entry = Entry(f"{question}: {label}", characters=characters)
        entry.setMaxLength(length)
        words.setBuddy(entry)
        entry.textEdited.connect(self.changed)
        entry.editingFinished.connect(self.finished)
        column.addWidget(words)
        column.addWidget(entry)
        row.addWidget(box)
        return entry
