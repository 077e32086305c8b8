"""Which letter boxes the head's page reads: the form that asks, and the short list of those that are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import sources
from nickaudit.services.sources import Source
from nickaudit.ui.widgets.folder_form import FolderForm
from nickaudit.ui.widgets.report_sources import ReportSources

if TYPE_CHECKING:
    from nickaudit.services import Services

LEFT_OUT = "It is read no more. The people it has brought stay on the list."


class LetterBoxes(QObject):
    """The page lays `form` and `shown` out; whether something can be read is for it to find out."""

    read_requested = Signal(object, str)
    """A `Source` that was chosen, and the password that was typed."""
    files_chosen = Signal(object)
    """Paths of files and folders, as a tuple."""
    asked = Signal()
    """The form is shown because somebody wants another folder."""
    left_out = Signal()
    said = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._adds_one = False
        self.every: tuple[Source, ...] = ()
        """What is read, the school's own first."""
        self.form, self.shown = FolderForm(), ReportSources()
        self.form.hide()
        self.form.chosen.connect(self._chosen)
        self.form.files_chosen.connect(self.files_chosen)
        self.form.said.connect(self.said)
        self.shown.add_requested.connect(self.choose_another)
        self.shown.left_out.connect(self._leave_out)

    def load(self, *, is_anything_known: bool) -> None:
        """Show what is read; ask for it where nothing was ever chosen."""
        self.every = sources.sources(self._services)
        self.shown.set_places(tuple(source.place for source in self.every))
        if not self.every and not is_anything_known and self.form.isHidden():
            self.form.ask(sources.first_offer(self._services), may_keep=False)

    def choose_first(self) -> None:
        """Ask for another folder in place of the school's own."""
        self._adds_one = False
        self._ask(self.every[0].address if self.every else sources.first_offer(self._services))

    def choose_another(self) -> None:
        """Ask for the folder of another school, to be read too."""
        self._adds_one = True
        self._ask(ShareAddress())

    def bring(self, paths: tuple[Path, ...]) -> None:
        """Files and folders were brought here. The first folder ever is the school's."""
        if len(paths) == 1 and not self.every and paths[0].is_dir():
            self._request(ShareAddress(folder=str(paths[0].absolute())))
        else:
            self.files_chosen.emit(paths)

    def _ask(self, address: ShareAddress) -> None:
        self.form.ask(address, may_keep=True, is_other=self._adds_one)
        self.asked.emit()

    def _chosen(self, address: ShareAddress, password: str) -> None:
        if not address.is_direct and Path(address.folder).is_file():
            self.files_chosen.emit((Path(address.folder),))
        else:
            self._request(address, password)

    def _request(self, address: ShareAddress, password: str = "") -> None:
        is_first = not (self._adds_one and self.every)
        self.read_requested.emit(Source(address=address, is_first=is_first), password)

    def _leave_out(self, place: str) -> None:
        for source in self.every[1:]:
            if source.place == place:
                sources.read_no_more(self._services, source)
        self.left_out.emit()
        self.shown.add.setFocus()
        self.said.emit(LEFT_OUT)
