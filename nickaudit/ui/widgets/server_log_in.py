"""A log-in for the school's server, used once and not kept, and in words what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.stack import Stack

USER, PASSWORD = "Your log-in for the server", "Its password"
NO_USER = "Enter your log-in for the server"
NO_PASSWORD = "Enter its password"  # noqa: S105 - a sentence


class ServerLogIn(QWidget):
    """`press` is what the button says; `given` is sent with user and password once both are there."""

    given = Signal(str, str)
    said = Signal(str)

    def __init__(self, press: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Stack(self, spacing=8)
        self.user = Field(USER, characters=24)
        self.password = SecretField(PASSWORD, hint="It is used once, and not kept.", characters=24)
        self.password.edit.returnPressed.connect(self._pressed)
        column.addWidget(self.user)
        column.addWidget(self.password)
        row, button = FlowLayout(), Button(press, Kind.SMALL)
        button.clicked.connect(self._pressed)
        row.addWidget(button)
        column.addLayout(row)
        self.outcome = Notice("", Mood.INFORMATION)
        self.outcome.hide()
        column.addWidget(self.outcome)

    def say(self, words: str, mood: Mood) -> None:
        """What came of it, or that it is under way. A password that has served is not kept in the field."""
        if mood is Mood.SUCCESS:
            self.password.forget()
        self.outcome.set_text(words, mood)
        self.outcome.show()
        self.said.emit(words)

    def _pressed(self) -> None:
        wrong: Field | None = None
        for line, words in ((self.password, NO_PASSWORD), (self.user, NO_USER)):
            line.set_fault("" if line.text() else words)
            wrong = wrong if line.text() else line
        if wrong is not None:
            wrong.setFocus()
            self.said.emit(wrong.fault.text())
            return
        self.given.emit(self.user.text(), self.password.secret())
