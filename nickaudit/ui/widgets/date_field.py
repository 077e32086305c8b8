"""A date as three pieces of text: day, month, year. The month may be a number or a word."""

from __future__ import annotations

import calendar
from datetime import date

from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.date_parts import DAY, MONTH, YEAR, DateParts, read_month


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


class DateField(DateParts):
    """A question with a date for its answer."""

    def __init__(self, question: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(question, DAY, MONTH, YEAR, hint=hint, parent=parent)
        self.day, self.month, self.year = self.parts

    def value(self) -> date | None:
        """The date typed, or None where nothing, or no such day, is typed."""
        return read_date(self.day.text(), self.month.text(), self.year.text())

    def is_empty(self) -> bool:
        """True while nothing is typed."""
        return not any(part.text().strip() for part in self.parts)

    def set_value(self, value: date | None) -> None:
        """Fill the three parts, or empty them; nobody is told."""
        self.day.setText(str(value.day) if value else "")
        self.month.setText(str(value.month) if value else "")
        self.year.setText(str(value.year) if value else "")
