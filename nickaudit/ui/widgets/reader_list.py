"""Who can read: a row for each, with a link to take them out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.school import Reader
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

TAKE_OUT = "Take out"


class ReaderList(QWidget):
    """`nobody` is said where there is none."""

    taken_out = Signal(str)
    """The key of the reader that is to go."""

    def __init__(self, nobody: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nobody = nobody
        self._column = Stack(self, spacing=4)
        self._rows: list[QWidget] = []

    def show_readers(self, readers: tuple[Reader, ...]) -> None:
        """Show these instead of what is shown."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(reader) for reader in readers]
        if not readers:
            self._rows.append(TextLabel(self._nobody, Role.STRONG))
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, reader: Reader) -> QWidget:
        row = QWidget(self)
        line = FlowLayout(row, spacing=14)
        words = readers_in_words((reader,))
        line.addWidget(TextLabel(words[:1].upper() + words[1:], Role.STRONG))
        link = side_link(TAKE_OUT, name=f"{TAKE_OUT}: {words}")
        link.clicked.connect(partial(self.taken_out.emit, reader.key))
        line.addWidget(link)
        return row
