"""A few words of which one is pressed in: whom to show, or how to sort. Tab reaches each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout


class Chips(QWidget):
    """`chosen` is sent with the value that was pressed; the first is pressed in to begin with."""

    chosen = Signal(object)

    def __init__(
        self, name: str, values: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.value = values[0][0]
        self._buttons: dict[object, Button] = {}
        row = FlowLayout(self)
        for value, words in values:
            button = Button(words, Kind.SMALL, checkable=True)
            button.setAccessibleDescription(name)
            button.setChecked(value == self.value)
            button.clicked.connect(lambda _on, value=value: self._press(value))
            self._buttons[value] = button
            row.addWidget(button)

    def button(self, value: object) -> Button:
        """The button of a value, to change its words or to hide it."""
        return self._buttons[value]

    def set_value(self, value: object) -> None:
        """Press another one in; nobody is told."""
        self.value = value
        for each, button in self._buttons.items():
            button.setChecked(each == value)
            button.updateGeometry()  # the tick needs room

    def _press(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)
