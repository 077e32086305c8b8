"""Words a person may say or send, on a ground of their own, with a button that copies them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui import desktop
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice

COPY = "Copy these words"
COPIED = "Copied"


class WordsToSay(Notice):
    """`name` is what the button is called for a screen reader, where the page has several."""

    said = Signal(str)

    def __init__(
        self, words: str, *, name: str = "", quoted: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"“{words}”" if quoted else words, Mood.SUCCESS, parent=parent)
        self._words = words
        self._name = name
        self.copy_button = Button(COPY, Kind.SMALL, icon="copy", name=name)
        self.copy_button.clicked.connect(self._copy)
        row = FlowLayout()
        row.addWidget(self.copy_button)
        self.column.addLayout(row)

    def _copy(self) -> None:
        desktop.copy(self._words)
        self.copy_button.set_words(COPIED, icon="check")
        if self._name:
            self.copy_button.setAccessibleName(f"{self._name}: {COPIED.lower()}")
        self.said.emit(COPIED)
