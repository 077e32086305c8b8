"""The check on paper instead: what the booklet is, and the ways to print and to save it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.keep_sheet import KeepSheet
from nickaudit.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from nickaudit.documents.pdf.checklist import Booklet
    from nickaudit.ui.tasks import Tasks

ON_PAPER = "On paper instead"
WHAT_IT_IS = (
    "A booklet to print, with boxes to tick for the accounts you have ticked here. It stays with you. "
    "Only its last page, a slip, is handed in."
)
FILE_NAME = "Social media check.pdf"


class PaperCheck(Disclosure):
    """`make` gives the booklet when it is wanted, with the accounts as they are then."""

    said = Signal(str)

    def __init__(self, make: Callable[[], Booklet], *, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(ON_PAPER, parent=parent)
        self._make, self._tasks = make, tasks
        self.keep: KeepSheet | None = None
        self.toggled.connect(self._fill)

    def _fill(self, is_open: bool) -> None:
        if not is_open:
            return
        if self.keep is None:
            self.column.addWidget(TextLabel(WHAT_IT_IS))
            self.keep = KeepSheet(self._make, file_name=FILE_NAME, tasks=self._tasks)
            self.keep.said.connect(self.said)
            self.column.addWidget(self.keep)
        self.said.emit(WHAT_IT_IS)
