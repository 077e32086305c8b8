"""Tries again, quietly, what still waits for the school's folder: at start, and then when it is due."""

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


class DeliveryRounds(QObject):
    """One round soon after the start, with everything that waits; later rounds with what is due."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._is_under_way = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(lambda: self.begin(only_due=True))

    def start(self) -> None:
        """Begin once the window stands."""
        QTimer.singleShot(_AFTER_START_MS, self, self.begin)
        self._timer.start()

    def begin(self, *, only_due: bool = False) -> None:
        """One round off the window's thread; none while another is under way."""
        if self._is_under_way:
            return
        self._is_under_way = True
        services = self._services

        def try_all(job: Job) -> tuple[OutboxItem, ...]:
            from nickaudit.services import delivery

            return delivery.try_all_waiting(
                services.private, now=services.now(), cancelled=job.cancelled, only_due=only_due
            )

        self._tasks.run(try_all, done=self._done, failed=self._failed, owner=self)

    def _done(self, tried: tuple[OutboxItem, ...]) -> None:
        self._is_under_way = False
        for item in tried:
            logs.write("delivery_tried", state=item.state, tries=item.tries)

    def _failed(self, error: Exception) -> None:
        self._is_under_way = False
        logs.write("delivery_failed", level=logs.WARNING, error=error)
