"""Reads certificates off the window's thread: one at a time, with progress, and an end at any moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nickaudit.domain.status import Report
from nickaudit.services import intake
from nickaudit.services.intake import IntakeResult
from nickaudit.services.report import report as report_on
from nickaudit.ui.page import PageContext

if TYPE_CHECKING:
    from nickaudit.ui.tasks import Job

_READ_IN_THIS_WINDOW = "folder-read"
_STALE_SECONDS = 600
_MOST_TOLD = 200
"""So often at most is the progress told; each time costs the window a moment."""


class Wish(Enum):
    """Why something is read."""

    AT_START = "at start"
    AGAIN = "again"
    FOLDER = "folder"
    """A folder that was just chosen, or typed."""
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a reading."""

    wish: Wish
    result: IntakeResult
    report: Report


class Reader(QObject):
    """Belongs to a page; when that is gone the reading ends, and the next one goes on from there."""

    progressed = Signal(int, int)
    came = Signal(object)
    """A `Came`."""
    failed = Signal(object)
    """The exception."""
    stopped = Signal(object)
    """The report as it stands after `cancel`."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._today = context.services, context.tasks, context.today
        self._job: Job | None = None
        self.wish = Wish.AT_START
        self.where: tuple[Path, ...] = ()

    @property
    def is_reading(self) -> bool:
        """Whether a reading is under way."""
        return self._job is not None

    def is_stale(self, report: Report, folder: str) -> bool:
        """Whether the folder has not been read in this window, or not for a while."""
        if self._tasks.property(_READ_IN_THIS_WINDOW) != folder or report.read_at is None:
            return True
        return (self._services.now() - report.read_at).total_seconds() > _STALE_SECONDS

    def current(self) -> Report:
        """What is known without reading anything."""
        return report_on(self._services.school, today=self._today(), content=self._services.content)

    def read(self, where: tuple[Path, ...], wish: Wish) -> bool:
        """Begin to read a folder, or files and folders; False while another reading is under way."""
        if self._job is not None:
            return False
        self.wish, self.where = wish, where
        services, now = self._services, self._services.now()
        place = list(where) if wish is Wish.FILES else where[0]

        def work(job: Job) -> Came:
            result = intake.take_in(
                services.school, place, now=now, progress=_seldom(job.progress), cancelled=job.cancelled
            )
            return Came(wish, result, self.current())

        self._job = self._tasks.run(
            work, done=self._done, failed=self._fail, progress=self._progress, database=True
        )
        return True

    def cancel(self) -> None:
        """Stop; what was read so far is kept, and `stopped` tells how it stands."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._tasks.run(
                lambda _job: self.current(),
                done=self.stopped.emit,
                failed=self._fail,
                owner=self,
                database=True,
            )

    def _progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.progressed.emit(done, total)

    def _done(self, came: Came) -> None:
        self._job = None
        if came.wish is not Wish.FILES:
            self._tasks.setProperty(_READ_IN_THIS_WINDOW, str(self.where[0]))
        self.came.emit(came)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def _seldom(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        if done == total or done % max(1, total // _MOST_TOLD) == 0:
            tell(done, total)

    return told
