"""A link that puts a date in the person's calendar, and says where the file is where no calendar opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.errors import NickAuditError
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

ADD = "Add to calendar"
OPENED = "It opens in your calendar."


class CalendarLink(QWidget):
    """`what` tells it apart for a screen reader; `make` writes the file and says where it is."""

    said = Signal(str)

    def __init__(self, what: str, make: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._path = make, Path()
        column = Stack(self)
        self.link = side_link(ADD, name=f"{ADD}: {what}")
        self.outcome = TextLabel("", Role.SIDE_MUTED)
        self.folder = side_link("Show the folder", name=f"Show the folder: {what}")
        for part in (self.link, self.outcome, self.folder):
            column.addWidget(part)
        self.outcome.hide()
        self.folder.hide()
        self.link.clicked.connect(self._add)
        self.folder.clicked.connect(self._show_folder)

    def _show_folder(self) -> None:
        from nickaudit.ui import desktop  # not needed to show the link

        desktop.show_in_folder(self._path)

    def _add(self) -> None:
        from nickaudit.ui import desktop

        try:
            self._path = self._make()
        except NickAuditError as error:
            self._say(error.sentence)
            return
        opened = desktop.open_file(self._path)
        self.folder.setVisible(not opened)
        self._say(OPENED if opened else f"Saved for your calendar: {self._path}")

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.show()
        self.said.emit(sentence)
