"""Python's circular garbage is collected on the window's thread, and nowhere else.

Left to itself Python collects wherever it happens to be, also in a worker; a widget that is freed there takes
the whole program down with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class GarbageRounds(QObject):
    """While it lives nobody else collects; once a second it looks whether there is enough to be worth it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again, if it did before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect_if_due() -> int | None:
    """Collect the oldest generation that is due by Python's own thresholds; which one, or None."""
    due = [
        generation
        for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if limit and count > limit
    ]
    if not due:
        return None
    gc.collect(due[-1])
    return due[-1]
