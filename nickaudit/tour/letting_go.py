"""A file dragged from another program and let go over the window, as the system tells the window of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def let_go(window: QWidget, *paths: Path) -> None:
    """Drag these files into the middle of the window, and let them go there."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, none = window.rect().center(), Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    door = window.windowHandle()
    QCoreApplication.sendEvent(door, QDragEnterEvent(at, copy, mime, left, none))
    QCoreApplication.sendEvent(door, QDropEvent(QPointF(at), copy, mime, left, none))
