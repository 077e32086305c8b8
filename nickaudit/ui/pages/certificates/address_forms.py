"""Where it is to go: a folder that can be chosen, or the log-in for the school's own server."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.share_address import ShareAddress
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel
from nickaudit.ui.widgets.typed_path import NO_FOLDER, NOT_WHOLE, whole_path

FOLDER = "The school's folder"
HINT = "A shared drive, for example, or a folder in OneDrive. The school office can tell you which."
HINT_OF_THE_SCHOOL = "The school's file names this folder. Change it if it has another name on this computer."
PUT_THERE = "Put it there"
BROWSE = "Browse…"

SEND = "Send it"
SERVER = "Server"
PLACE = "Folder"
USER = "Your user name for this server"
PASSWORD = "Your password for this server"  # noqa: S105 - a label
NOT_AN_ACCOUNTS = (
    "The school gave you this log-in for its own server. "
    "We never ask for the password to an account of yours."
)
REMEMBERED = "This computer remembers it. Only your log-in can read it."
NOT_REMEMBERED = "This computer does not remember it."
NO_USER = "Type the user name that the school gave you for this server."
NOT_A_USER = "Type the user name without a slash ( / )."
NO_PASSWORD = "Type the password for this server."  # noqa: S105 - a sentence
REFUSED = (
    "The school's server did not take this user name or password. Your certificate is kept here. "
    "Type both again."
)


class AddressForm(QWidget):
    """What both forms can do."""

    put = Signal()
    """The button, or Enter in a field."""
    said = Signal(str)

    def address(self) -> ShareAddress | None:
        """What was given; None where something is missing, which is then said beside its field."""
        raise NotImplementedError

    def password(self) -> str:
        """What was typed; nothing where none is asked for."""
        return ""

    def forget(self) -> None:
        """Leave nothing of the password on the page."""

    def refuse(self, sentence: str) -> None:
        """Say what is wrong beside the field it is about, and go there."""
        raise NotImplementedError

    def _refuse(self, field: Field, sentence: str) -> None:
        field.set_fault(sentence)
        field.setFocus()
        self.said.emit(sentence)


class FolderForm(AddressForm):
    """A folder: typed, found, or the one in the school's file."""

    def __init__(self, folder: str, *, is_the_schools: bool, who_reads: str) -> None:
        super().__init__()
        column = Stack(self, spacing=10)
        hint = HINT_OF_THE_SCHOOL if is_the_schools else HINT
        self.field = Field(FOLDER, hint=hint, characters=58, length=1000)
        self.field.set_text(folder)
        self.field.edit.returnPressed.connect(self.put)
        column.addWidget(self.field)
        if who_reads:
            column.addWidget(TextLabel(who_reads))
        row = FlowLayout()
        put, browse = Button(PUT_THERE, Kind.PRIMARY), Button(BROWSE)
        put.clicked.connect(self.put)
        browse.clicked.connect(self._browse)
        row.addWidget(put)
        row.addWidget(browse)
        column.addLayout(row)
        self.setFocusProxy(self.field)

    def address(self) -> ShareAddress | None:
        """The folder, from the top."""
        typed = self.field.text()
        folder = whole_path(typed)
        if folder is None:
            self.refuse(NOT_WHOLE if typed else NO_FOLDER)
            return None
        self.field.set_fault("")
        return ShareAddress(folder=str(folder))

    def refuse(self, sentence: str) -> None:
        """Beside the folder."""
        self._refuse(self.field, sentence)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, FOLDER, self.field.text())
        if chosen:
            self.field.set_text(chosen)


class ServerForm(AddressForm):
    """The log-in for the server in the school's file. What is typed as password is never shown."""

    def __init__(self, address: ShareAddress, *, user: str, keeps: bool) -> None:
        super().__init__()
        self._address = address
        column = Stack(self, spacing=10)
        where = "/".join(part for part in (address.share, address.path) if part)
        column.addWidget(FactTable((Entry(SERVER, address.server), Entry(PLACE, where))))
        column.addSpacing(4)
        column.addWidget(TextLabel(NOT_AN_ACCOUNTS))
        self.user = Field(USER, characters=36, length=200)
        self.user.set_text(user)
        self.secret = SecretField(PASSWORD, hint=REMEMBERED if keeps else NOT_REMEMBERED)
        for field in (self.user, self.secret):
            field.edit.returnPressed.connect(self.put)
            column.addWidget(field)
        column.addSpacing(4)
        row = FlowLayout()
        send = Button(SEND, Kind.PRIMARY)
        send.clicked.connect(self.put)
        row.addWidget(send)
        column.addLayout(row)
        self.setFocusProxy(self.secret if user else self.user)

    def address(self) -> ShareAddress | None:
        """The school's server, with the person's own user name."""
        user = self.user.text()
        for field in (self.user, self.secret):
            field.set_fault("")
        if not user or "/" in user:
            self._refuse(self.user, NOT_A_USER if user else NO_USER)
            return None
        if not self.password():
            self._refuse(self.secret, NO_PASSWORD)
            return None
        return structs.replace(self._address, user=user)

    def password(self) -> str:
        """As it was typed."""
        return self.secret.secret()

    def forget(self) -> None:
        """The field is empty."""
        self.secret.forget()

    def refuse(self, sentence: str) -> None:
        """Beside the password."""
        self._refuse(self.secret, sentence)
