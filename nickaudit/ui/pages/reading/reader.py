"""Reads certificates off the window's thread: one at a time, with progress, and an end at any moment."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nickaudit.domain.status import Report
from nickaudit.services import reading_round, receipts_left, sources
from nickaudit.services.reading_round import Round
from nickaudit.services.receipts_left import ReceiptsLeft
from nickaudit.services.sources import Source
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
    round: Round
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
        self.receipts = ReceiptsLeft()
        """What came of leaving receipts; nobody is told, and nothing hangs on it."""

    @property
    def is_reading(self) -> bool:
        """Whether a reading is under way."""
        return self._job is not None

    def is_stale(self, report: Report, every: tuple[Source, ...]) -> bool:
        """Whether these have not been read in this window, or not for a while."""
        if self._tasks.property(_READ_IN_THIS_WINDOW) != _mark(every) or report.read_at is None:
            return True
        return (self._services.now() - report.read_at).total_seconds() > _STALE_SECONDS

    def current(self) -> Report:
        """What is known without reading anything."""
        return reading_round.current_report(self._services, today=self._today())

    def read(self, every: tuple[Source, ...], wish: Wish, *, password: str = "") -> bool:
        """Begin to read these; one just chosen is remembered. False while another reading is under way."""
        services, now = self._services, self._services.now()

        def work(job: Job) -> Came:
            found = reading_round.look(
                services,
                every,
                now=now,
                password=password,
                progress=_seldom(job.progress),
                cancelled=job.cancelled,
            )
            if wish is Wish.FOLDER:
                self._remember(every[0])
            return Came(wish, found, self.current())

        return self._begin(work, wish, every)

    def read_files(self, files: tuple[Path, ...]) -> bool:
        """Begin to read files and folders once; False while another reading is under way."""
        services, now = self._services, self._services.now()

        def work(job: Job) -> Came:
            found = reading_round.look_at_files(
                services, files, now=now, progress=_seldom(job.progress), cancelled=job.cancelled
            )
            return Came(Wish.FILES, found, self.current())

        return self._begin(work, Wish.FILES, ())

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

    def _begin(self, work: Callable[[Job], Came], wish: Wish, every: tuple[Source, ...]) -> bool:
        if self._job is not None:
            return False
        self.wish = wish

        def done(came: Came) -> None:
            self._done(came, every)

        self._job = self._tasks.run(
            work, done=done, failed=self._fail, progress=self._progress, owner=self, database=True
        )
        return True

    def _remember(self, source: Source) -> None:
        """A folder is remembered once it could be listed, not before; a file never is."""
        address = source.address
        if not address.is_direct and not os.path.isdir(address.folder):
            return
        if source.is_first:
            sources.read_first(self._services, address)
        else:
            sources.read_too(self._services, address)

    def _progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.progressed.emit(done, total)

    def _done(self, came: Came, every: tuple[Source, ...]) -> None:
        self._job = None
        if came.wish is not Wish.FILES:
            self._tasks.setProperty(_READ_IN_THIS_WINDOW, _mark(every))
            self._leave_receipts(every)
        self.came.emit(came)

    def _leave_receipts(self, every: tuple[Source, ...]) -> None:
        """Apart from the worker of the database: a share may take long over it."""
        services = self._services
        self._tasks.run(
            lambda job: receipts_left.leave(services, every, cancelled=job.cancelled),
            done=self._left,
            failed=lambda _error: None,
            owner=self,
        )

    def _left(self, receipts: ReceiptsLeft) -> None:
        self.receipts = receipts

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def _mark(every: tuple[Source, ...]) -> str:
    return "\n".join(source.place for source in every)


def _seldom(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        if done == total or done % max(1, total // _MOST_TOLD) == 0:
            tell(done, total)

    return told
