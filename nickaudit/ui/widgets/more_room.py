"""Ask for more room for something that grew while it was shown.

A widget without a layout hears of a child that grew, and tells nobody: the page would keep the old height.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget


def ask_for_room(grown: QWidget) -> None:
    """Let everything above that lays out by hand do so again, once what is new in `grown` is shown."""
    QTimer.singleShot(0, grown, lambda: _ask(grown))


def _ask(grown: QWidget) -> None:
    above = grown.parentWidget()
    while above is not None:
        if above.layout() is None:
            QCoreApplication.postEvent(above, QEvent(QEvent.Type.LayoutRequest))
        above = above.parentWidget()
