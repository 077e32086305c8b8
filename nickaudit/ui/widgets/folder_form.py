"""From where certificates are read: a folder typed or found, a server's share, or single files."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.share_address import ShareAddress, address_in
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.typed_path import NO_FOLDER, NOT_WHOLE, whole_path

TITLE = "Where do certificates arrive?"
TITLE_OTHER = "Where do the other school's certificates arrive?"
FOLDER = "The school's folder"
WHAT_HAPPENS = "They are read and checked on this computer. No certificate is changed or deleted there."
HINT = (
    "A shared drive, for example, or a folder in OneDrive. The school office can tell you which. "
    "For a server, type smb://server/share."
)
USER, PASSWORD = "Your user name for this server", "Your password for this server"
KEPT = "It is kept in this computer's key store. Leave it empty if you have typed it before."
READ = "Read this folder"
BROWSE = "Browse…"
NOT_NOW = "Not now"
ELSEWHERE = (
    "Did you get certificates another way? Drag the files or a folder onto this page, or choose the files."
)
FILES = "Choose files…"
NOT_A_SHARE = "Type the server and its share, like smb://server/share."
KINDS = "Certificates (*.nickaudit-certificate *.nickaudit-sealed *.pdf);;All files (*)"
_SERVER = "smb:"


class FolderForm(Card):
    """Hands over what was chosen; whether it can be read is for the caller to find out."""

    chosen = Signal(object, str)
    """A `ShareAddress`, and the password that was typed."""
    files_chosen = Signal(object)
    """Paths of files, as a tuple."""
    kept = Signal()
    """The person would rather not change anything."""
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Heading(TITLE, 3)
        self.column.addWidget(self._title)
        self.column.addWidget(TextLabel(WHAT_HAPPENS))
        self.field = Field(FOLDER, hint=HINT, characters=58, length=1000)
        self.field.edit.setAcceptDrops(False)
        self.field.edit.textChanged.connect(self._offer_log_in)
        self.column.addWidget(self.field)
        self.user = Field(USER, characters=36)
        self.secret = SecretField(PASSWORD, hint=KEPT)
        self._log_in = QWidget()
        inside = Stack(self._log_in, spacing=12)
        for field in (self.user, self.secret):
            inside.addWidget(field)
        self._log_in.hide()
        self.column.addWidget(self._log_in)
        for field in (self.field, self.user, self.secret):
            field.edit.returnPressed.connect(self._read)
        row = FlowLayout(spacing=12)
        read, browse = Button(READ, Kind.PRIMARY), Button(BROWSE, icon="folder")
        self.keep = LinkButton(NOT_NOW)
        for button, press in ((read, self._read), (browse, self._browse), (self.keep, self.kept.emit)):
            button.clicked.connect(press)
            row.addWidget(button)
        self.column.addLayout(row)
        self._elsewhere = QWidget()
        inside = Stack(self._elsewhere, spacing=12)
        inside.addWidget(Rule())
        inside.addWidget(TextLabel(ELSEWHERE, Role.MUTED))
        files = Button(FILES, Kind.SMALL, icon="file-text")
        files.clicked.connect(self.browse_files)
        other = FlowLayout()
        other.addWidget(files)
        inside.addLayout(other)
        self.column.addWidget(self._elsewhere)

    def ask(self, address: ShareAddress, *, may_keep: bool, is_other: bool = False) -> None:
        """Show the form, with what is read now or offered; `is_other`: for another school's folder."""
        self._title.setText(TITLE_OTHER if is_other else TITLE)
        self._elsewhere.setVisible(not is_other)
        self.field.set_text(structs.replace(address, user="").text)
        self.user.set_text(address.user)
        self.secret.forget()
        for field in (self.field, self.user, self.secret):
            field.set_fault("")
        self._offer_log_in()
        self.keep.setVisible(may_keep)
        self.show()

    def refuse(self, fault: str, *, is_log_in: bool = False) -> None:
        """Say what is wrong with the folder or the log-in, and go there."""
        self.show()
        at = self.secret if is_log_in else self.field
        at.set_fault(fault)
        at.setFocus()
        self.said.emit(fault)

    def forget_password(self) -> None:
        """Leave nothing of it on the page."""
        self.secret.forget()

    def browse_files(self) -> None:
        """The system's own window, for files."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self, FILES, self.field.text(), KINDS)
        if names:
            self.files_chosen.emit(tuple(map(Path, names)))

    def _offer_log_in(self, _text: str = "") -> None:
        wants_one = self.field.text().casefold().startswith(_SERVER)
        if wants_one != self._log_in.isVisibleTo(self):
            self._log_in.setVisible(wants_one)

    def _read(self) -> None:
        for field in (self.field, self.secret):
            field.set_fault("")
        typed = self.field.text()
        if typed.casefold().startswith(_SERVER):
            self._read_share(typed)
            return
        folder = whole_path(typed)
        if folder is None:
            self.refuse(NOT_WHOLE if typed else NO_FOLDER)
            return
        self.chosen.emit(ShareAddress(folder=str(folder)), "")

    def _read_share(self, typed: str) -> None:
        address = address_in(_SERVER + typed[len(_SERVER) :].replace("\\", "/"))
        if not address.is_direct:
            self.refuse(NOT_A_SHARE)
            return
        user = self.user.text() or address.user
        self.chosen.emit(structs.replace(address, user=user), self.secret.secret())

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self, FOLDER, self.field.text())
        if folder:
            self.field.set_text(folder)
            self._read()
