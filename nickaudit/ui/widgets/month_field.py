"""A month as two pieces of text: month and year. The month may be a number or a word."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.date_parts import MONTH, YEAR, DateParts, read_month


class MonthField(DateParts):
    """A question with a month for its answer."""

    def __init__(self, question: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(question, MONTH, YEAR, hint=hint, parent=parent)
        self.month, self.year = self.parts

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
