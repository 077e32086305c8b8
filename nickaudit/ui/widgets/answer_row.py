"""One line of a stop: what to look at and how strongly it is asked, with its answers beside or under it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.answer_bar import AnswerBar
from nickaudit.ui.widgets.beside import Beside
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_WORDS_ROOM = 210


class AnswerRow(Beside):
    """`title` in bold over `note`. The title's arrow ("Private account → on") is drawn as an icon."""

    def __init__(self, title: str, note: str, bar: AnswerBar, parent: QWidget | None = None) -> None:
        words = QWidget()
        column = Stack(words)
        self.title = TextLabel(title, Role.STRONG)
        self.note = TextLabel(note, Role.SIDE_MUTED)
        self.bar = bar
        column.addWidget(self.title)
        column.addWidget(self.note)
        super().__init__(words, bar, least=_WORDS_ROOM, parent=parent)
