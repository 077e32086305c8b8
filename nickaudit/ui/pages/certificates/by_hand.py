"""I'll hand it in: the page and the signed file, or the sealed one, saved where the person says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Sealed
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.saving import hand_in, hand_in_sealed
from nickaudit.ui.pages.certificates.base import saved
from nickaudit.ui.pages.certificates.printing import PRINT, ask_and_print
from nickaudit.ui.pages.certificates.readers import OWN_COPY
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

HOW_SEALED = (
    "Save the sealed file. A memory stick is a good place, or any folder you will find again.",
    "Give the school office the stick. They can hand the file on, but not open it.",
)
WHERE_SEALED = "The folder to save the sealed file in"
NEXT_SEALED = "Now put it on a stick and hand it in. The school office can take it."


class ByHand(QWidget):
    """What to do, and where to."""

    said = Signal(str)

    def __init__(
        self, own: OwnCertificate, sealed: Sealed | None, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._own = own
        column = Stack(self, spacing=12)
        column.addWidget(Bullets(HOW_SEALED if sealed else HOW, numbered=True))
        column.addWidget(TextLabel(OWN_COPY if sealed else THE_RECORD))
        save = save_row(own, sealed, tasks, self)
        save.said.connect(self.said)
        save.saved.connect(lambda: self._tell(NEXT_SEALED if sealed else NEXT))
        column.addWidget(save)
        self._next = TextLabel("")
        self._next.hide()
        column.addWidget(self._next)
        if sealed is None:
            row = FlowLayout()
            button = Button(PRINT, Kind.SMALL, icon="printer")
            button.clicked.connect(self._print)
            row.addWidget(button)
            column.addLayout(row)

    def _print(self) -> None:
        words = ask_and_print(self._own, self)
        if words:
            self._tell(words)
            self.said.emit(words)

    def _tell(self, words: str) -> None:
        self._next.setText(words)
        self._next.show()


def save_row(own: OwnCertificate, sealed: Sealed | None, tasks: Tasks, parent: QWidget) -> SaveRow:
    """Asks for a folder, and saves there what is handed in: the sealed file, or the signed one and a PDF."""
    number, signed, pdf = own.issued.number, own.signed, own.pdf

    def save(folder: Path, may_replace: bool) -> tuple[Path, ...]:
        if sealed is not None:
            content = sealed.content
            return saved(lambda: hand_in_sealed(number, sealed=content, folder=folder, replace=may_replace))
        return saved(lambda: hand_in(number, signed=signed, pdf=pdf, folder=folder, replace=may_replace))

    row = SaveRow(tasks, parent)
    label = WHERE_SEALED if sealed else WHERE
    row.ask(SaveRequest(label=label, place=documents_folder(), save=save), focus=False)
    return row
