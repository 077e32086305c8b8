"""The only threads of the window: run something that takes time, and bring back what came of it.

One worker for everything that touches a database, in the order it was asked for; a pool for the rest.
Callbacks run on the window's thread. A failure is always reported. Nothing is called for a page that is
gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Result = TypeVar("Result")
_WAIT_AT_END_MS = 5_000


class Job(QObject):
    """What a running task can say and ask; `cancel` is for whoever started it."""

    _progressed = Signal(int, int)
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Report how far it is; from any thread."""
        self._progressed.emit(done, total)

    def cancelled(self) -> bool:
        """True once nobody wants the result any more; long work asks now and then."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the task to stop. Neither `done` nor `failed` is called any more."""
        self._stop.set()


class Tasks(QObject):
    """Make one for the window and hand it down."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = QThreadPool(self)
        self._database.setMaxThreadCount(1)
        self._pool = QThreadPool(self)
        self._running: set[Job] = set()

    def run(
        self,
        fn: Callable[[Job], Result],
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
        owner: QObject | None = None,
        database: bool = False,
    ) -> Job:
        """Run `fn(job)` off the window's thread.

        Args:
            fn: The work; it may call `job.progress(done, total)` and should ask `job.cancelled()` in a long
            loop. done: Gets the result. failed: Gets the exception. progress: Gets what the work reports.
            owner: The page or widget the callbacks belong to; once it is gone they are not called, and the
            work is
                asked to stop. For bound methods of a widget it is found by itself.
            database: The work touches a database.
        """
        job = Job()
        owner = owner or _owner(done)
        if owner is not None:
            owner.destroyed.connect(job.cancel)

        def wanted() -> bool:
            return not job.cancelled() and (owner is None or shiboken6.isValid(owner))

        def finish(result: Result) -> None:
            self._running.discard(job)
            if wanted():
                done(result)

        def fail(error: Exception) -> None:
            self._running.discard(job)
            if wanted():
                failed(error)

        def report(now: int, total: int) -> None:
            if progress is not None and wanted():
                progress(now, total)

        job._done.connect(finish)  # noqa: SLF001 - the job's own signals, wired where it is made
        job._failed.connect(fail)  # noqa: SLF001
        job._progressed.connect(report)  # noqa: SLF001
        self._running.add(job)
        (self._database if database else self._pool).start(_Work(job, fn))
        return job

    def is_idle(self) -> bool:
        """True when nothing is running or waiting to be reported."""
        return not self._running

    def close(self) -> None:
        """Ask everything to stop and wait a little; for the window's end."""
        for job in self._running:
            job.cancel()
        for pool in (self._database, self._pool):
            pool.clear()
            pool.waitForDone(_WAIT_AT_END_MS)


class _Work(QRunnable):
    def __init__(self, job: Job, fn: Callable[[Job], object]) -> None:
        super().__init__()
        self._job = job
        self._fn = fn

    def run(self) -> None:
        job = self._job
        try:
            result = self._fn(job)
        except Exception as error:  # noqa: BLE001 - reported, whatever it is
            job._failed.emit(error)  # noqa: SLF001
        else:
            job._done.emit(result)  # noqa: SLF001


def _owner(callback: object) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
