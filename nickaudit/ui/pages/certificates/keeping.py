"""Keep your certificate: as a PDF, as a web page, on paper, and the day of the next check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.services.certificate_folder import CALENDAR, HTML, PDF
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.saving import copy_name
from nickaudit.ui import desktop
from nickaudit.ui.pages.certificates.base import save_one
from nickaudit.ui.pages.certificates.printing import PRINT, ask_and_print
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from nickaudit.ui.tasks import Tasks

SAVE_PDF = "Save as PDF"
WEB_PAGE = "Web page (best for screen readers)"
CALENDAR_ENTRY = "Next check in my calendar"


class KeepYours(QWidget):
    """Four buttons, and under them where the copy goes."""

    said = Signal(str)

    def __init__(self, own: OwnCertificate, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        column = Stack(self, spacing=12)
        row = FlowLayout(spacing=9)
        for words, press in (
            (SAVE_PDF, self._ask_pdf),
            (WEB_PAGE, self._ask_page),
            (PRINT, self._print),
            (CALENDAR_ENTRY, self._ask_calendar),
        ):
            button = Button(words, Kind.SMALL)
            button.clicked.connect(press)
            row.addWidget(button)
        column.addLayout(row)
        self.save_row = SaveRow(tasks)
        self.save_row.said.connect(self.said)
        column.addWidget(self.save_row)
        self._outcome = TextLabel("")
        self._outcome.hide()
        column.addWidget(self._outcome)

    def _ask_pdf(self) -> None:
        self._ask("pdf", self._own.pdf, "Where to save the PDF", "PDF (*.pdf)", "Open the PDF", PDF)

    def _ask_page(self) -> None:
        self._ask(
            "html",
            self._own.html,
            "Where to save the web page",
            "Web page (*.html)",
            "Open the web page",
            HTML,
        )

    def _ask_calendar(self) -> None:
        self._ask(
            "ics",
            self._own.calendar,
            "Where to save the calendar entry",
            "Calendar entry (*.ics)",
            "Open it in my calendar",
            CALENDAR,
        )

    def _ask(
        self, kind: str, content: bytes, label: str, kinds: str, open_words: str, file_name: str
    ) -> None:
        self._outcome.hide()
        kept = self._own.folder / file_name if self._own.folder else None
        self.save_row.ask(
            SaveRequest(
                label=label,
                place=documents_folder() / copy_name(self._own.issued.number, kind),
                save=lambda path, may_replace: save_one(content, path, may_replace),
                kinds=kinds,
                open_words=open_words,
                open_it=None if kept is None else lambda: _open(kept),
            )
        )

    def _print(self) -> None:
        self.save_row.hide()
        words = ask_and_print(self._own, self)
        if words:
            self._say(words)

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()
        self.said.emit(words)


def _open(kept: Path) -> bool:
    return kept.is_file() and desktop.open_file(kept)
