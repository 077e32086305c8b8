"""School files that the desktop opens with this program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from nickaudit.domain.school import SCHOOL_SUFFIX


def is_school_file(path: str) -> bool:
    """Whether the name says that this is one."""
    return path.lower().endswith(SCHOOL_SUFFIX)


class Program(QApplication):
    """The application; on a Mac a double click on a file comes as an event to it."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Pass on what the desktop wants opened."""
        if isinstance(event, QFileOpenEvent) and is_school_file(event.file()):
            self.file_opened.emit(str(Path(event.file()).absolute()))
            return True
        return super().event(event)
