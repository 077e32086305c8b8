"""A plain list of people, each with what is known and a button to confirm them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.status import Row, surname_first
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

SHOW_MORE = "Show more people"
_AT_ONCE = 40


class ConfirmList(Card):
    """`confirmed` is sent with the `Row`. Long lists are shown in parts."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.column.setSpacing(8)
        self._people: list[tuple[Row, str]] = []
        self._words = ""
        self._parts: list[QWidget] = []
        self.buttons: list[Button] = []
        self.more = Button(SHOW_MORE, Kind.SMALL)
        self.more.clicked.connect(self._show_more)
        row = FlowLayout()
        row.addWidget(self.more)
        self.column.addLayout(row)

    def show_people(self, people: Sequence[tuple[Row, str]], words: str) -> None:
        """Show these, each with what is said of it; `words` stand on the buttons."""
        self._people, self._words = list(people), words
        for part in self._parts:
            part.hide()
            self.column.removeWidget(part)
            part.deleteLater()
        self._parts, self.buttons = [], []
        self._add_more()

    def first_button(self) -> Button | None:
        """Where to go on, if anybody is listed."""
        return self.buttons[0] if self.buttons else None

    def _show_more(self) -> None:
        first = len(self.buttons)
        self._add_more()
        self.buttons[first].setFocus()

    def _add_more(self) -> None:
        first = len(self.buttons)
        for place, (row, facts) in enumerate(self._people[first : first + _AT_ONCE], first):
            if place:
                self._add(Rule())
            self._add(self._line(row, facts))
        self.more.setVisible(len(self.buttons) < len(self._people))

    def _add(self, part: QWidget) -> None:
        self.column.insertWidget(self.column.count() - 1, part)
        self._parts.append(part)

    def _line(self, row: Row, facts: str) -> QWidget:
        line, who = QWidget(), QWidget()
        words = Stack(who, spacing=0)
        words.addWidget(TextLabel(surname_first(row.name), Role.STRONG))
        words.addWidget(TextLabel(facts, Role.SIDE_MUTED))
        button = Button(self._words, Kind.SMALL, name=f"{self._words}: {row.name}, {facts}")
        button.clicked.connect(partial(self.confirmed.emit, row))
        self.buttons.append(button)
        flow = FlowLayout(line, pushes_right=True)
        flow.addWidget(who)
        flow.addWidget(button)
        return line
