"""Two ways to take a sheet along: print it, or save it as a PDF where the person says. No more is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from nickaudit.documents.pdf.papers import Paper
    from nickaudit.ui.tasks import Tasks

PRINT = "Print it"
SAVE_PDF = "Save it as a PDF"
WHERE = "Where to save the PDF"
PRINTED = "Handed to the printer."
NOT_PRINTED = "The printer did not take it. Save the PDF, then print that."


class KeepSheet(QWidget):
    """`make` gives the sheet when it is wanted; `file_name` is suggested, ending in .pdf.

    `first` is another way to take it along, and stands before these two.
    """

    said = Signal(str)

    def __init__(
        self,
        make: Callable[[], Paper],
        *,
        file_name: str,
        tasks: Tasks,
        first: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._file_name, self._tasks = make, file_name, tasks
        self._column = Stack(self, spacing=10)
        row = FlowLayout()
        if first is not None:
            row.addWidget(first)
        for words, icon, press in ((PRINT, "printer", self._print), (SAVE_PDF, "download", self._ask)):
            button = Button(words, Kind.SMALL, icon=icon)
            button.clicked.connect(press)
            row.addWidget(button)
        self._column.addLayout(row)
        self.save_row: SaveRow | None = None
        self._outcome: TextLabel | None = None

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the sheet, and say so."""
        from nickaudit.documents.pdf.papers import paint

        try:
            paint(printer, self._make())
        except OSError:
            self.say(NOT_PRINTED)
        else:
            self.say(PRINTED)

    def say(self, words: str) -> None:
        """Show what came of it, and let it be heard."""
        if self._outcome is None:
            self._outcome = TextLabel("")
            self._column.addWidget(self._outcome)
        self._outcome.setText(words)
        self.said.emit(words)

    def _ask(self) -> None:
        if self.save_row is None:
            self.save_row = SaveRow(self._tasks)
            self.save_row.said.connect(self.said)
            self._column.addWidget(self.save_row)
        sheet = self._make()
        self.save_row.ask(
            SaveRequest(
                label=WHERE,
                place=documents_folder() / self._file_name,
                save=lambda path, may_replace: _save(sheet, path, may_replace=may_replace),
                kinds="PDF (*.pdf)",
            )
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()


def _save(sheet: Paper, path: Path, *, may_replace: bool) -> tuple[Path, ...]:
    from nickaudit.documents.pdf.papers import write

    content = write(sheet)
    with path.open("wb" if may_replace else "xb") as file:
        file.write(content)
    return (path,)
