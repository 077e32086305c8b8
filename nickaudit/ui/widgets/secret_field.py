"""A line for a password or a passphrase: never shown, and never learned by what helps people type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from nickaudit.ui.widgets.field import Field


class SecretField(Field):
    """A field of dots."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        characters: int = 36,
        length: int = 256,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, characters=characters, length=length, parent=parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def secret(self) -> str:
        """As it was typed: blanks may belong to it."""
        return self.edit.text()

    def forget(self) -> None:
        """Leave nothing of it on the page."""
        self.edit.clear()
