"""From where the head's table is read: one line, or a short list where there are several letter boxes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

READ_TOO = "Read another school's folder too"
READ_NO_MORE = "Stop reading it"


class ReportSources(QWidget):
    """The first place is the school's own and stays; each of the others can be left out again."""

    add_requested = Signal()
    left_out = Signal(str)
    """The place that is to be read no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Stack(self, spacing=2)
        self._places: tuple[str, ...] | None = None
        self._rows: list[QWidget] = []
        self.add = side_link(READ_TOO)
        self.add.clicked.connect(self.add_requested)
        row = FlowLayout()
        row.addWidget(self.add)
        self._column.addLayout(row)
        self.hide()

    def set_places(self, places: tuple[str, ...]) -> None:
        """Show these; nothing at all while there is none."""
        self.setVisible(bool(places))
        if places == self._places:
            return
        self._places = places
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(place, is_first=not number) for number, place in enumerate(places)]
        for number, row in enumerate(self._rows):
            self._column.insertWidget(number, row)

    def _row(self, place: str, *, is_first: bool) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=12)
        flow.addWidget(TextLabel(f"Read from {place}" if is_first else f"And from {place}", Role.SIDE_MUTED))
        if not is_first:
            link = side_link(READ_NO_MORE, name=f"{READ_NO_MORE}: {place}")
            link.clicked.connect(partial(self.left_out.emit, place))
            flow.addWidget(link)
        return row
