"""School files that are let go over the window, wherever that is.

Drags are caught at the window's door, before any page or line to type in could take the file for its own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.opened_files import is_school_file
from nickaudit.ui.widgets.drop_cover import DropCover, local_paths

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class DroppedFiles(QObject):
    """Watches the door of one window, which must have been shown."""

    file_opened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._cover = DropCover(window)
        door = window.windowHandle()
        if door is not None:
            window.setAcceptDrops(True)
            door.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a drag with a school file in it; leave every other to the page."""
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._cover.hide()
        if kind not in _DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        found = [path for path in local_paths(event.mimeData()) if is_school_file(path)]
        if not found:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if kind is QEvent.Type.Drop:
            self._cover.hide()
            self.file_opened.emit(found[0])
        elif self._cover.isHidden():
            self._cover.cover()
        return True
