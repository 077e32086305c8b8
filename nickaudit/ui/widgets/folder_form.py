"""From where certificates are read: a folder typed or found, or single files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.text import Role, TextLabel

TITLE = "Where do certificates arrive?"
FOLDER = "The school's folder"
WHAT_HAPPENS = "They are read and checked on this computer. Nothing in the folder is changed or deleted."
HINT = "A shared drive, for example, or a folder in OneDrive. The school office can tell you which."
READ = "Read this folder"
BROWSE = "Browse…"
NOT_NOW = "Not now"
ELSEWHERE = (
    "Did you get certificates another way? Drag the files or a folder onto this page, or choose the files."
)
FILES = "Choose files…"
NO_FOLDER = "Type the folder's path, or choose it with Browse."
NOT_WHOLE = "Type the whole path, from the drive or from the top."
KINDS = "Certificates (*.nickaudit-certificate *.pdf);;All files (*)"


class FolderForm(Card):
    """Hands over what was chosen; whether it can be read is for the caller to find out."""

    chosen = Signal(object)
    """The folder's path, whole."""
    files_chosen = Signal(object)
    """Paths of files, as a tuple."""
    kept = Signal()
    """The person would rather not change anything."""
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.addWidget(Heading(TITLE, 3))
        self.column.addWidget(TextLabel(WHAT_HAPPENS))
        self.field = Field(FOLDER, hint=HINT, characters=58, length=1000)
        self.field.edit.setAcceptDrops(False)
        self.field.edit.returnPressed.connect(self._read)
        self.column.addWidget(self.field)
        row = FlowLayout(spacing=12)
        read, browse = Button(READ, Kind.PRIMARY), Button(BROWSE, icon="folder")
        self.keep = LinkButton(NOT_NOW)
        for button, press in ((read, self._read), (browse, self._browse), (self.keep, self.kept.emit)):
            button.clicked.connect(press)
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(Rule())
        self.column.addWidget(TextLabel(ELSEWHERE, Role.MUTED))
        files = Button(FILES, Kind.SMALL, icon="file-text")
        files.clicked.connect(self.browse_files)
        other = FlowLayout()
        other.addWidget(files)
        self.column.addLayout(other)

    def ask(self, folder: str, *, may_keep: bool) -> None:
        """Show the form, with the folder that is read now."""
        self.field.set_text(folder)
        self.field.set_fault("")
        self.keep.setVisible(may_keep)
        self.show()

    def refuse(self, fault: str) -> None:
        """Say what is wrong with the folder, and go there."""
        self.show()
        self.field.set_fault(fault)
        self.field.setFocus()
        self.said.emit(fault)

    def browse_files(self) -> None:
        """The system's own window, for files."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self, FILES, self.field.text(), KINDS)
        if names:
            self.files_chosen.emit(tuple(map(Path, names)))

    def _read(self) -> None:
        typed = self.field.text()
        try:
            folder = Path(typed).expanduser()
        except RuntimeError:
            folder = Path(typed)
        if not typed or not folder.is_absolute():
            self.refuse(NOT_WHOLE if typed else NO_FOLDER)
            return
        self.field.set_fault("")
        self.chosen.emit(folder)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self, FOLDER, self.field.text())
        if folder:
            self.field.set_text(folder)
            self._read()
