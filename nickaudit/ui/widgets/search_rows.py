"""Searches to make one by one: each can be copied for a private window, and opened where that is allowed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui import desktop
from nickaudit.ui.widgets.beside import Beside
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.text import Role, TextLabel

COPY, COPIED = "Copy", "Copied"
OPEN, OPENED = "Open", "Opened"
NOT_OPENED = "Your browser did not open. Copy the words instead, and paste them there."
_WORDS_ROOM = 200


class SearchRows(Card):
    """`opens` is whether a press may open a search in this computer's browser. `none` stands for no rows."""

    said = Signal(str)

    def __init__(self, *, opens: bool, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._opens, self._none = opens, none
        self._shown: tuple[str, ...] | None = None
        self._parts: list[QWidget] = []
        self._address: Callable[[str], str] = str

    def show_searches(self, searches: tuple[str, ...], address: Callable[[str], str]) -> None:
        """List these; `address` gives the place that makes a search. What is shown already stays as it is."""
        self._address = address
        if searches == self._shown:
            return
        self._shown = searches
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = [part for n, search in enumerate(searches) for part in self._row(n, search)]
        if not searches:
            self._parts = [TextLabel(self._none, Role.MUTED)]
        for part in self._parts:
            self.column.addWidget(part)

    def forget_presses(self) -> None:
        """Other places, other searches: nothing is copied or opened yet."""
        shown, self._shown = self._shown, None
        self.show_searches(shown or (), self._address)

    def _row(self, number: int, search: str) -> list[QWidget]:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        copy = Button(COPY, Kind.SMALL, icon="copy", name=f"{COPY}: {search}")
        copy.clicked.connect(lambda: self._copy(copy, search))
        flow.addWidget(copy)
        if self._opens:
            opens = Button(OPEN, Kind.SMALL, icon="external-link", name=f"{OPEN}: {search}")
            opens.clicked.connect(lambda: self._open(opens, search))
            flow.addWidget(opens)
        row = Beside(TextLabel(search, Role.STRONG), buttons, least=_WORDS_ROOM)
        return [Rule(), row] if number else [row]

    def _copy(self, button: Button, search: str) -> None:
        desktop.copy(search)
        self._mark(button, COPIED, search)

    def _open(self, button: Button, search: str) -> None:
        if desktop.open_link(self._address(search)):
            self._mark(button, OPENED, search)
        else:
            self.said.emit(NOT_OPENED)
            button.set_words(NOT_OPENED, icon="x")
            button.setAccessibleName(f"{NOT_OPENED} {search}")

    def _mark(self, button: Button, words: str, search: str) -> None:
        button.set_words(words, icon="check")
        button.setAccessibleName(f"{words}: {search}")
        self.said.emit(f"{words}: {search}")
