"""The day somebody has set for what they left for later, and the way to another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.due_dates import in_words
from nickaudit.ui.widgets.calendar_link import CalendarLink
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.text import Role, TextLabel

NO_DATE = "You have not set a date yet."


class LaterDay(QWidget):
    """`make_file` writes the entry for a calendar, which is offered until the day is over."""

    said = Signal(str)
    change_wanted = Signal()

    def __init__(
        self,
        day: dt.date | None,
        *,
        today: dt.date,
        make_file: Callable[[dt.date], Path] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=12)
        is_over = day is not None and day < today
        words = NO_DATE
        if day is not None:
            words = f"{'You chose' if is_over else 'By'} {in_words(day)}. Only you can see this."
        row.addWidget(TextLabel(words, Role.SIDE_MUTED))
        if day is not None and not is_over and make_file is not None:
            link = CalendarLink("what is left", lambda: make_file(day))
            link.said.connect(self.said)
            row.addWidget(link)
        change = side_link("Choose a date" if day is None else "Choose another date")
        change.clicked.connect(self.change_wanted)
        row.addWidget(change)
