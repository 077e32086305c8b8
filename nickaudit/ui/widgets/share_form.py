"""Where certificates go: a folder, or straight to a server. Never a password."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.share_address import ShareAddress
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack

FOLDER, SERVER = "folder", "server"
_CHOICES = (
    (FOLDER, "Into a folder", "A shared drive, or a folder in OneDrive. This suits most schools."),
    (
        SERVER,
        "Straight to a server",
        "For computers that have no shared drive. Each person then needs a log-in for the server.",
    ),
)
_FOLDER_HINT = "As every member of staff sees it, from the drive or from the top, like S:\\Certificates."


class ShareForm(QWidget):
    """A choice, and the lines that go with it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Stack(self, spacing=12)
        self.kind = ChoiceGroup("How do certificates get there?", _CHOICES)
        self.kind.chosen.connect(self._chosen)
        column.addWidget(self.kind)
        self.folder = Field("The folder", hint=_FOLDER_HINT, characters=58, length=1000)
        self.browse = Button("Browse…", Kind.SMALL, icon="folder")
        self.browse.clicked.connect(self._browse)
        self._folder_part = QWidget()
        inside = Stack(self._folder_part, spacing=8)
        inside.addWidget(self.folder)
        row = FlowLayout()
        row.addWidget(self.browse)
        inside.addLayout(row)
        self.server = Field("The server", hint="Its name on your network, like files.school.local.")
        self.share = Field("Its share", hint="The name of the shared folder on it, like certificates.")
        self.path = Field("Folder in the share (optional)")
        self._server_part = QWidget()
        inside = Stack(self._server_part, spacing=8)
        for line in (self.server, self.share, self.path):
            inside.addWidget(line)
        for part in (self._folder_part, self._server_part):
            column.addWidget(part)
        for line in (self.folder, self.server, self.share, self.path):
            line.changed.connect(lambda _text: self.changed.emit())
        self._show_part()

    def address(self) -> ShareAddress:
        """What is filled in; nothing while the choice is not made."""
        if self.kind.value == FOLDER:
            return ShareAddress(folder=self.folder.text())
        if self.kind.value == SERVER:
            path = self.path.text().replace("\\", "/").strip("/")
            return ShareAddress(
                server=self.server.text().strip("/\\"), share=self.share.text().strip("/\\"), path=path
            )
        return ShareAddress()

    def set_address(self, address: ShareAddress) -> None:
        """Fill it in; nobody is told."""
        if address.is_given or address.share:
            self.kind.set_value(SERVER if address.is_direct or address.share else FOLDER)
        self.folder.set_text(address.folder)
        self.server.set_text(address.server)
        self.share.set_text(address.share)
        self.path.set_text(address.path)
        self._show_part()

    def set_fault(self, message: str) -> None:
        """Show what is wrong where it is to be put right."""
        at = self._at()
        for control in (self.kind, self.folder, self.server):
            control.set_fault(message if control is at else "")

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The choice has the focus until it is made, then the first line."""
        self._at().setFocus(reason)

    def _at(self) -> ChoiceGroup | Field:
        return {FOLDER: self.folder, SERVER: self.server}.get(str(self.kind.value), self.kind)

    def _chosen(self, _kind: object) -> None:
        self.set_fault("")
        self._show_part()
        self.changed.emit()

    def _show_part(self) -> None:
        self._folder_part.setVisible(self.kind.value == FOLDER)
        self._server_part.setVisible(self.kind.value == SERVER)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        found = QFileDialog.getExistingDirectory(self, self.folder.label.text(), self.folder.text())
        if found:
            self.folder.set_text(found)
            self.changed.emit()
