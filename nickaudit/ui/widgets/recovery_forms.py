"""The two ways to keep a recovery key, each with its way to read it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from nickaudit.ui.tasks import Tasks

FILE_NAME = "Recovery key.nickaudit-recovery"
SHORTEST = 14
TOO_SHORT = f"Enter a passphrase of at least {SHORTEST} letters. Three or four words are good."
NOT_THE_SAME = "Enter the same passphrase twice."
SAVE, READ_IT_BACK = "Save the recovery key…", "Read it back"
PRINT, PRINTED = "Print it", "Handed to the printer."
NOT_PRINTED = "The printer did not take it. Write the key down instead."
_PAPER_SAY = (
    "Keep this paper locked away. With the school file it opens every certificate the school has, "
    "and it lets whoever has it change the school's details."
)
_READ_BACK_FIRST = "Read it back on the computer before you finish set-up."
_PASSPHRASE_SAY = (
    f"At least {SHORTEST} letters; three or four words are good. Write it down somewhere else than the file."
)
_NUMBER = ("1. Keep it", "2. Read it back")

Save = Callable[[Path, bool, str], tuple[Path, ...]]


class FileForm(QWidget):
    """A passphrase twice, a place to save it, then the file and the passphrase once more."""

    read_back_requested = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        column = Stack(self, spacing=10)
        column.addWidget(Heading(_NUMBER[0], 3))
        self.passphrase = SecretField("Passphrase", hint=_PASSPHRASE_SAY)
        self.again = SecretField("The same passphrase again")
        column.addWidget(self.passphrase)
        column.addWidget(self.again)
        row = FlowLayout()
        button = Button(SAVE, Kind.SMALL, icon="download")
        button.clicked.connect(self._ask)
        row.addWidget(button)
        column.addLayout(row)
        self.save_row = SaveRow(tasks)
        self.save_row.saved.connect(self._was_saved)
        self.save_row.said.connect(self.said)
        column.addWidget(self.save_row)
        column.addWidget(Heading(_NUMBER[1], 3))
        self.opening = OpenRow("The recovery file", press=READ_IT_BACK, ending=".nickaudit-recovery")
        self.typed = SecretField("Its passphrase")
        column.addWidget(self.typed)
        column.addWidget(self.opening)
        self.typed.edit.returnPressed.connect(self.opening.open_typed)
        self.typed.changed.connect(lambda _text: self.typed.set_fault(""))
        self.opening.chosen.connect(lambda _path: self.read_back_requested.emit())
        self.opening.said.connect(self.said)

    def path(self) -> Path | None:
        """The file that is to be read back."""
        return self.opening.path()

    def typed_again(self) -> str:
        """The passphrase that is to open it."""
        return self.typed.text()

    def where_to_read_back(self) -> QWidget:
        """Where the person goes to do it: first of all it has to be saved."""
        return self.typed if self.opening.field.text() else self.passphrase

    def refuse(self, sentence: str) -> None:
        """It did not open."""
        self.typed.set_fault("")
        self.opening.refuse(sentence)

    def refuse_passphrase(self, sentence: str) -> None:
        """The file is there, but its passphrase is another one."""
        self.typed.set_fault(sentence)
        self.typed.setFocus()
        self.said.emit(sentence)

    def _ask(self) -> None:
        passphrase = self.passphrase.text()
        is_short, differs = len(passphrase) < SHORTEST, passphrase != self.again.text()
        self.passphrase.set_fault(TOO_SHORT if is_short else "")
        self.again.set_fault(NOT_THE_SAME if differs and not is_short else "")
        wrong = self.passphrase if is_short else self.again if differs else None
        if wrong is not None:
            wrong.setFocus()
            self.said.emit(TOO_SHORT if is_short else NOT_THE_SAME)
            return
        self.save_row.ask(
            SaveRequest(
                label="Where to save the recovery key",
                place=documents_folder() / FILE_NAME,
                save=lambda path, may_replace: self._save(path, may_replace, passphrase),
                kinds="Recovery key (*.nickaudit-recovery)",
            )
        )

    def _was_saved(self, paths: tuple[Path, ...]) -> None:
        self.opening.field.set_text(str(paths[0]))
        self.typed.setFocus()


class PaperForm(QWidget):
    """The groups to print or to write down, then a line to type them in."""

    read_back_requested = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        column = Stack(self, spacing=10)
        column.addWidget(Heading(_NUMBER[0], 3))
        column.addWidget(TextLabel(_PAPER_SAY, Role.MUTED))
        self.groups = TextLabel("", Role.TITLE)
        column.addWidget(self.groups)
        row = FlowLayout()
        button = Button(PRINT, Kind.SMALL, icon="printer")
        button.clicked.connect(self._print)
        row.addWidget(button)
        column.addLayout(row)
        self.printed = TextLabel("", Role.SIDE_MUTED)
        self.printed.hide()
        column.addWidget(self.printed)
        column.addWidget(Heading(_NUMBER[1], 3))
        self.line = Field(
            "Type the key from the paper",
            hint="Capitals or not, with or without spaces.",
            characters=58,
            length=200,
        )
        self.line.edit.returnPressed.connect(self.read_back_requested)
        self.line.changed.connect(lambda _text: self.line.set_fault(""))
        column.addWidget(self.line)
        row = FlowLayout()
        button = Button(READ_IT_BACK, Kind.SMALL)
        button.clicked.connect(self.read_back_requested)
        row.addWidget(button)
        column.addLayout(row)

    def show_key(self, printed: str) -> None:
        """The key as it goes on paper."""
        self._key = printed
        self.groups.setText(printed)
        self.groups.setAccessibleName(f"Recovery key: {printed}")

    def typed(self) -> str:
        """What was typed from the paper."""
        return self.line.text()

    def where_to_read_back(self) -> QWidget:
        """Where the person goes to do it."""
        return self.line

    def refuse(self, sentence: str) -> None:
        """It is not the key."""
        self.line.set_fault(sentence)
        self.line.setFocus()
        self.said.emit(sentence)

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the key, and say so."""
        from nickaudit.documents.pdf.papers import paint
        from nickaudit.documents.pdf.sheet import Part, Sheet

        sheet = Sheet(
            title="Recovery key",
            intro=_PAPER_SAY,
            parts=(Part(words=self._key), Part(text=_READ_BACK_FIRST)),
        )
        try:
            paint(printer, sheet)
        except OSError:
            self._say(NOT_PRINTED)
        else:
            self._say(PRINTED)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def _say(self, words: str) -> None:
        self.printed.setText(words)
        self.printed.show()
        self.said.emit(words)
