"""What every question with several controls for its answer begins with: its words, a hint, what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel


class Question(QWidget):
    """The answers go into `column`. A question that is not shown is read aloud all the same."""

    def __init__(
        self, question: str, *, hint: str, spacing: int, is_shown: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.setAccessibleDescription(hint)
        self._hint = hint
        self.column = Stack(self, spacing=spacing)
        if is_shown:
            self.column.addWidget(TextLabel(question, Role.STRONG))
        if hint:
            self.column.addWidget(TextLabel(hint, Role.SIDE_MUTED))
        self.fault = TextLabel("", Role.BAD)
        self.fault.hide()
        self.column.addWidget(self.fault)

    def set_fault(self, message: str) -> None:
        """Show what is wrong between question and answer, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        self.setAccessibleDescription(one_after_another(message, self._hint))
