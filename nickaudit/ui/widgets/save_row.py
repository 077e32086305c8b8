"""Where to save something: a line to type a path in, with the system's own window behind a button.

It never replaces another file unless the person says so, and then says what was saved and where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain.errors import NickAuditError
from nickaudit.ui import desktop
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

SAVE = "Save"
BROWSE = "Browse…"
REPLACE = "Replace the file that is there"
SHOW = "Show in folder"
THERE_ALREADY = "A file of that name is there already. Type another name, or replace it."
NO_NAME = "Type where to save it, or choose a place with Browse."
NOT_SAVED = "It could not be saved there. Choose another place."
NOTHING_OPENED = "No program opened it. Save it, then open it yourself."


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """What is to be saved, and how."""

    label: str
    """The field's label: `Where to save the PDF`."""
    place: Path
    """What stands in the field at first: a file, or a folder."""
    save: Callable[[Path, bool], tuple[Path, ...]]
    """Saves at a path, over another file only where told; off the window's thread.

    It raises FileExistsError where another file is in the way, NickAuditError with a sentence for the rest.
    """
    kinds: str = ""
    """For the system's window: `PDF (*.pdf)`. Empty: a folder is chosen."""
    open_words: str = ""
    open_it: Callable[[], bool] | None = None
    """Opens it in the person's own program, without saving."""


def documents_folder() -> Path:
    """Where people keep their papers."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


class SaveRow(QWidget):
    """Hidden until `ask` is called."""

    said = Signal(str)
    saved = Signal(object)
    """The paths of what was saved, as a tuple."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._request: SaveRequest | None = None
        self._paths: tuple[Path, ...] = ()
        column = Stack(self, spacing=8)
        self._where = QWidget()
        inside = Stack(self._where, spacing=8)
        self.field = Field("", characters=58, length=1000)
        self.field.edit.returnPressed.connect(self._save)
        inside.addWidget(self.field)
        row = FlowLayout()
        self._save_button, self._browse_button, self._open_button, self._replace_button = (
            Button(words, Kind.SMALL) for words in (SAVE, BROWSE, "", REPLACE)
        )
        presses = (self._save, self._browse, self._open, self._replace)
        buttons = (self._save_button, self._browse_button, self._open_button, self._replace_button)
        for button, press in zip(buttons, presses, strict=True):
            button.clicked.connect(press)
            row.addWidget(button)
        inside.addLayout(row)
        column.addWidget(self._where)
        self._done = QWidget()
        line = FlowLayout(self._done, spacing=14)
        self._done_words = TextLabel("")
        self._show_link = LinkButton(SHOW)
        self._show_link.clicked.connect(self._show)
        line.addWidget(self._done_words)
        line.addWidget(self._show_link)
        column.addWidget(self._done)
        self._done.hide()
        self.hide()

    def ask(self, request: SaveRequest, *, focus: bool = True) -> None:
        """Ask where this is to go."""
        self._request = request
        self.field.label.setText(request.label)
        self.field.edit.setAccessibleName(request.label)
        self.field.set_text(str(request.place))
        self._refuse("")
        self._open_button.set_words(request.open_words)
        self._open_button.setVisible(request.open_it is not None)
        self._done.hide()
        self._where.show()
        self.show()
        if focus:
            self.field.setFocus()
            self.field.edit.selectAll()

    def _save(self) -> None:
        self._write(may_replace=False)

    def _replace(self) -> None:
        self._write(may_replace=True)

    def _write(self, *, may_replace: bool) -> None:
        request, typed = self._request, self.field.text()
        if request is None:
            return
        path = _path_typed(typed, request)
        if path is None:
            self._refuse(NO_NAME)
            return
        self._tasks.run(
            lambda _job: request.save(path, may_replace),
            done=self._was_saved,
            failed=self._was_not_saved,
            owner=self,
        )

    def _was_saved(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths
        self._refuse("")
        words = f"Saved in {paths[0].parent} as {' and '.join(path.name for path in paths)}"
        self._done_words.setText(words)
        had_focus = self._where.isAncestorOf(self.focusWidget() or self)
        self._where.hide()
        self._done.show()
        if had_focus:
            self._show_link.setFocus()
        self.said.emit(words)
        self.saved.emit(paths)

    def _was_not_saved(self, error: Exception) -> None:
        if isinstance(error, FileExistsError):
            self._refuse(THERE_ALREADY, may_replace=True)
        elif isinstance(error, NickAuditError):
            self._refuse(error.sentence)
        else:
            if not isinstance(error, OSError | ValueError):
                logs.write("unexpected_error", error=error)
            self._refuse(NOT_SAVED)

    def _refuse(self, sentence: str, *, may_replace: bool = False) -> None:
        self.field.set_fault(sentence)
        self._replace_button.setVisible(may_replace)
        if sentence:
            self.field.setFocus()
            self.said.emit(sentence)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        request = self._request
        if request is None:
            return
        if not request.kinds:
            folder = QFileDialog.getExistingDirectory(self, request.label, self.field.text())
            if folder:
                self.field.set_text(folder)
            return
        chosen, _ = QFileDialog.getSaveFileName(self, request.label, self.field.text(), request.kinds)
        if chosen:
            self.field.set_text(chosen)
            self._write(may_replace=True)  # the system's window has asked already

    def _open(self) -> None:
        if self._request is not None and self._request.open_it is not None and not self._request.open_it():
            self._refuse(NOTHING_OPENED)

    def _show(self) -> None:
        desktop.show_in_folder(self._paths[0])


def _path_typed(typed: str, request: SaveRequest) -> Path | None:
    """What the person means: a folder gets the suggested name, a bare name the folder and the ending."""
    if not typed:
        return None
    try:
        path = request.place.parent / Path(typed).expanduser()
        if not request.kinds:
            return path
        if path.is_dir():
            return path / request.place.name
    except (OSError, RuntimeError, ValueError):
        return Path(typed)
    return (
        path
        if path.suffix.lower() == request.place.suffix
        else path.with_name(path.name + request.place.suffix)
    )
