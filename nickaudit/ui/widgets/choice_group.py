"""A question with a list of answers of which one can be chosen; nothing is chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.choice_row import RadioRow
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel


class ChoiceGroup(QWidget):
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
        super().__init__(parent)
        self.setAccessibleName(question)
        self.setAccessibleDescription(hint)
        self._hint = hint
        column = Stack(self, spacing=8)
        if shows_question:
            column.addWidget(TextLabel(question, Role.STRONG))
        if hint:
            column.addWidget(TextLabel(hint, Role.SIDE_MUTED))
        self.fault = TextLabel("", Role.BAD)
        self.fault.hide()
        column.addWidget(self.fault)
        self._values = [value for value, _, _ in choices]
        self.rows = [RadioRow(words, row_hint, name=f"{question}: {words}") for _, words, row_hint in choices]
        for row, value in zip(self.rows, self._values, strict=True):
            column.addWidget(row)
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
        """Show what is wrong between question and answers, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        # The first row has the focus for the group; on every row it would be read again and again.
        for heard, hint in ((self, self._hint), (self.rows[0], self.rows[0].hint)):
            heard.setAccessibleDescription(one_after_another(message, hint))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The chosen row has the focus for the group, or the first."""
        next((row for row in self.rows if row.isChecked()), self.rows[0]).setFocus(reason)
