"""A question with a list of answers of which any number can be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.question import Question


class TickGroup(Question):
    """`choices` are (value, words)."""

    changed = Signal()
    """The person ticked one, or took a tick away."""

    def __init__(
        self,
        question: str,
        choices: tuple[tuple[object, str], ...],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, hint=hint, spacing=8, parent=parent)
        self._values = [value for value, _ in choices]
        self.rows = [CheckRow(words, name=f"{question}: {words}") for _, words in choices]
        for row in self.rows:
            self.column.addWidget(row)
            row.clicked.connect(self.changed)

    def values(self) -> tuple[object, ...]:
        """The ticked ones, in their order."""
        return tuple(value for row, value in zip(self.rows, self._values, strict=True) if row.isChecked())

    def set_values(self, values: tuple[object, ...]) -> None:
        """Tick these; nobody is told."""
        for row, value in zip(self.rows, self._values, strict=True):
            row.setChecked(value in values)

    def set_fault(self, message: str) -> None:
        """Show what is wrong, or nothing."""
        super().set_fault(message)
        self.rows[0].setAccessibleDescription(message)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The first row has the focus for the group."""
        self.rows[0].setFocus(reason)
