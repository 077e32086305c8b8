"""I'll hand it in: the page and the signed file, saved side by side where the person says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.saving import hand_in
from nickaudit.ui.pages.certificates.base import saved
from nickaudit.ui.pages.certificates.printing import PRINT, ask_and_print
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

HOW = (
    "Save both files. A memory stick is a good place, or any folder you will find again.",
    "Give the school office the stick. Or print the PDF, and hand in the paper with the signed file.",
)
THE_RECORD = (
    "The signed file is the record: it shows that nobody has changed anything since. The PDF is for reading. "
    "The signed file is inside the PDF too."
)
WHERE = "The folder to save both files in"
NEXT = "Now put them on a stick or print the PDF, and hand them in. The school office can take them."


class ByHand(QWidget):
    """What to do, and where to."""

    said = Signal(str)

    def __init__(self, own: OwnCertificate, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        column = Stack(self, spacing=12)
        column.addWidget(Bullets(HOW, numbered=True))
        column.addWidget(TextLabel(THE_RECORD))
        both = SaveBoth(own, tasks, self)
        both.said.connect(self.said)
        both.saved.connect(lambda: self._tell(NEXT))
        column.addWidget(both)
        self._next = TextLabel("")
        self._next.hide()
        column.addWidget(self._next)
        row = FlowLayout()
        self._print_button = Button(PRINT, Kind.SMALL, icon="printer")
        self._print_button.clicked.connect(self._print)
        row.addWidget(self._print_button)
        column.addLayout(row)

    def _print(self) -> None:
        words = ask_and_print(self._own, self)
        if words:
            self._tell(words)
            self.said.emit(words)

    def _tell(self, words: str) -> None:
        self._next.setText(words)
        self._next.show()


class SaveBoth(SaveRow):
    """Asks for a folder, and saves the signed file and its PDF there under the same name."""

    def __init__(self, own: OwnCertificate, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._own = own
        self.ask(SaveRequest(label=WHERE, place=documents_folder(), save=self._save_both), focus=False)

    def _save_both(self, folder: Path, may_replace: bool) -> tuple[Path, ...]:
        own = self._own
        return saved(
            lambda: hand_in(
                own.issued.number, signed=own.signed, pdf=own.pdf, folder=folder, replace=may_replace
            )
        )
