"""A question with a list of answers of which one can be chosen; nothing is chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.choice_row import RadioRow
from nickaudit.ui.widgets.question import Question


class ChoiceGroup(Question):
    """`choices` are (value, words, hint). An empty `question` shows none: it is read aloud all the same."""

    chosen = Signal(object)
    """The person chose this value. Not sent by `set_value`."""

    def __init__(
        self,
        question: str,
        choices: tuple[tuple[object, str, str], ...],
        *,
        hint: str = "",
        shows_question: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, hint=hint, spacing=8, is_shown=shows_question, parent=parent)
        self._values = [value for value, _, _ in choices]
        self.rows = [RadioRow(words, row_hint, name=f"{question}: {words}") for _, words, row_hint in choices]
        for row, value in zip(self.rows, self._values, strict=True):
            self.column.addWidget(row)
            row.clicked.connect(lambda _on=False, value=value: self.chosen.emit(value))

    @property
    def value(self) -> object | None:
        """The chosen value, or None."""
        pressed = (value for row, value in zip(self.rows, self._values, strict=True) if row.isChecked())
        return next(pressed, None)

    def set_value(self, value: object | None) -> None:
        """Show this value as chosen, or none; nobody is told."""
        for row, own in zip(self.rows, self._values, strict=True):
            row.setAutoExclusive(False)
            row.setChecked(value is not None and own == value)
            row.setAutoExclusive(True)

    def set_fault(self, message: str) -> None:
        """Show what is wrong, or nothing."""
        super().set_fault(message)
        # The first row has the focus for the group; on every row it would be read again and again.
        first = self.rows[0]
        first.setAccessibleDescription(one_after_another(message, first.hint))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The chosen row has the focus for the group, or the first."""
        next((row for row in self.rows if row.isChecked()), self.rows[0]).setFocus(reason)
