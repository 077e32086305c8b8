"""Two ways to take a sheet along: print it, or save it as a PDF where the person says.

The system's own windows for files and printers stand behind a field and a button, so that nobody needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui import desktop
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from nickaudit.documents.pdf.sheet import Sheet
    from nickaudit.ui.tasks import Tasks

PRINT = "Print it"
SAVE = "Save it as a PDF"
THERE_ALREADY = "A file of that name is there already. Choose another name."
NO_NAME = "Type where to save the sheet, with a name that ends in .pdf."


class KeepSheet(QWidget):
    """`make` gives the sheet when it is wanted. Nothing is kept but the file the person asks for."""

    said = Signal(str)

    def __init__(
        self, make: Callable[[], Sheet], *, file_name: str, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make, self._tasks = make, tasks
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = FlowLayout()
        for words, icon, press in ((PRINT, "printer", self._print), (SAVE, "download", self._ask_where)):
            button = Button(words, Kind.SMALL, icon=icon)
            button.clicked.connect(press)
            row.addWidget(button)
        column.addLayout(row)
        self._where = QWidget()
        inside = QVBoxLayout(self._where)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        self.field = Field("Where to save it", characters=60, length=1000)
        self.field.set_text(str(Path(folder or Path.home()) / file_name))
        inside.addWidget(self.field)
        buttons = FlowLayout()
        for words, press in (("Save", self._save), ("Look for a folder", self._browse)):
            button = Button(words, Kind.SMALL)
            button.clicked.connect(press)
            buttons.addWidget(button)
        inside.addLayout(buttons)
        column.addWidget(self._where)
        self._where.hide()
        self._saved = QWidget()
        done = FlowLayout(self._saved, spacing=14)
        self._saved_as = TextLabel("", Role.BODY)
        show = LinkButton("Show it in its folder")
        show.clicked.connect(self._show)
        done.addWidget(self._saved_as)
        done.addWidget(show)
        column.addWidget(self._saved)
        self._saved.hide()
        self._path = Path()

    def _ask_where(self) -> None:
        self._saved.hide()
        self._where.show()
        self.field.setFocus()
        self.field.edit.selectAll()

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self, SAVE, self.field.text(), "PDF (*.pdf)")
        if chosen:
            self.field.set_text(chosen)
            self._write(Path(chosen), may_replace=True)

    def _save(self) -> None:
        typed = self.field.text()
        if not typed:
            self._refuse(NO_NAME)
            return
        path = Path(typed).expanduser()
        self._write(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _write(self, path: Path, *, may_replace: bool = False) -> None:
        sheet = self._make()

        def work(_job: object) -> Path:
            from nickaudit.documents.pdf.sheet import write

            with path.open("wb" if may_replace else "xb") as file:
                file.write(write(sheet))
            return path

        self._tasks.run(work, done=self._was_saved, failed=self._was_not_saved, owner=self)

    def _was_saved(self, path: Path) -> None:
        self._path = path
        self.field.set_fault("")
        self._where.hide()
        self._saved_as.setText(f"Saved as {path}")
        self._saved.show()
        self.said.emit("The sheet is saved.")

    def _was_not_saved(self, error: Exception) -> None:
        if isinstance(error, FileExistsError):
            self._refuse(THERE_ALREADY)
        elif isinstance(error, OSError):
            reason = (error.strerror or "it could not be written").lower()
            self._refuse(f"The sheet could not be saved there: {reason}. Choose another folder.")
        else:
            raise error

    def _refuse(self, sentence: str) -> None:
        self.field.set_fault(sentence)
        self.field.setFocus()
        self.said.emit(sentence)

    def _show(self) -> None:
        desktop.show_in_folder(self._path)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from nickaudit.documents.pdf.sheet import paint

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            paint(printer, self._make())
        dialog.deleteLater()
