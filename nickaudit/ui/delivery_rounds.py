"""Tries again, quietly, what still waits for the school: at start, and then when it is due.

Now and then it also looks whether the school has said that it has something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nickaudit import logs

if TYPE_CHECKING:
    from nickaudit.domain.delivery import OutboxItem
    from nickaudit.services import Services
    from nickaudit.ui.tasks import Job, Tasks

_AFTER_START_MS = 2_000
_EVERY_MS = 60_000
_RECEIPTS_EVERY = 30
"""Rounds. Nobody reads certificates every minute."""


class DeliveryRounds(QObject):
    """One round soon after the start, with everything that waits; later rounds with what is due."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._is_under_way = False
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(lambda: self.begin(only_due=True))

    def use(self, services: Services) -> None:
        """Work with these from the next round on."""
        self._services = services

    def start(self) -> None:
        """Begin once the window stands."""
        QTimer.singleShot(_AFTER_START_MS, self, self.begin)
        self._timer.start()

    def begin(self, *, only_due: bool = False) -> None:
        """One round off the window's thread; none while another is under way."""
        if self._is_under_way:
            return
        self._is_under_way = True
        services, looks = self._services, self._rounds % _RECEIPTS_EVERY == 0
        self._rounds += 1

        def go_round(job: Job) -> tuple[tuple[OutboxItem, ...], int]:
            from nickaudit.services import receipts, sending

            tried = sending.try_waiting(services, only_due=only_due, cancelled=job.cancelled)
            return tried, receipts.look_for(services, cancelled=job.cancelled) if looks else 0

        self._tasks.run(go_round, done=self._done, failed=self._failed, owner=self)

    def _done(self, came: tuple[tuple[OutboxItem, ...], int]) -> None:
        self._is_under_way = False
        tried, receipts = came
        for item in tried:
            logs.write("delivery_tried", state=item.state, tries=item.tries)
        if receipts:
            logs.write("receipts_found", count=receipts)

    def _failed(self, error: Exception) -> None:
        self._is_under_way = False
        logs.write("delivery_failed", level=logs.WARNING, error=error)
