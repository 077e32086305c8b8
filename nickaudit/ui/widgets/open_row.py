"""Which file to open: a line to type a path in, with the system's own window behind a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.typed_path import whole_path

BROWSE = "Browse…"
NO_PATH = "Type where the file is, or choose it with Browse."


class OpenRow(QWidget):
    """Hands over the path that was typed or chosen; whether it can be read is for the caller to find out.

    An `ending` (`.nickaudit-reader`) is what the system's window looks for; None asks for a folder.
    """

    chosen = Signal(object)
    """The path, whole."""
    said = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        press: str = "Open",
        ending: str | None = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._ending = label, ending
        column = Stack(self, spacing=8)
        self.field = Field(label, characters=58, length=1000)
        self.field.edit.returnPressed.connect(self.open_typed)
        self.field.changed.connect(lambda _text: self.refuse("", focus=False))
        column.addWidget(self.field)
        row = FlowLayout()
        self.press = Button(press, Kind.SMALL, name=f"{press}: {label}")
        self.browse = Button(BROWSE, Kind.SMALL, icon="folder", name=f"Browse: {label}")
        self.press.clicked.connect(self.open_typed)
        self.browse.clicked.connect(self._browse)
        row.addWidget(self.press)
        row.addWidget(self.browse)
        column.addLayout(row)
        self.setFocusProxy(self.field.edit)

    def open_typed(self) -> None:
        """Hand over what stands in the line."""
        path = self.path()
        if path is None:
            self.refuse(NO_PATH)
            return
        self.refuse("", focus=False)
        self.chosen.emit(path)

    def path(self) -> Path | None:
        """What is typed, as a whole path; None where nothing is, or no path."""
        return whole_path(self.field.text())

    def refuse(self, sentence: str, *, focus: bool = True) -> None:
        """Say what is wrong with it, and go there; or that nothing is."""
        self.field.set_fault(sentence)
        if sentence and focus:
            self.field.setFocus()
            self.said.emit(sentence)

    def set_fault(self, message: str) -> None:
        """Show what is wrong, or nothing; the focus stays where it is."""
        self.field.set_fault(message)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The line has the focus."""
        self.field.setFocus(reason)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        if self._ending is None:
            found = QFileDialog.getExistingDirectory(self, self._label, self.field.text())
        else:
            kinds = f"{self._label} (*{self._ending})" if self._ending else ""
            found, _ = QFileDialog.getOpenFileName(self, self._label, self.field.text(), kinds)
        if found:
            self.field.set_text(found)
            self.open_typed()
