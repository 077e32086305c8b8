"""What became of content of one's own: that it is used, or what is wrong with it and that it is left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.own_content import OwnContent
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import Role, TextLabel

WHAT_IS_WRONG = "What is wrong"
_LEFT_OUT = "Until that is put right, the check runs on what came with the program."
_MOST = 12


def left_out_notice(own: OwnContent, show: Callable[[], None]) -> Notice:
    """For Home: one sentence, and the way to the list."""
    words = f"**{_count(own)}, so none of it is used.** {_LEFT_OUT} [{WHAT_IS_WRONG}](wrong)"
    return Notice(words, Mood.WARNING, links={"wrong": show})


class OwnContentPart(QWidget):
    """For Help: how many files are used, or every fault with its place and what to do."""

    def __init__(self, own: OwnContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if not own.faults:
            files = "1 file" if own.files == 1 else f"{own.files} files"
            column.addWidget(TextLabel(f"The check uses {files} of your own, beside what came with it."))
            return
        column.addWidget(Notice(f"**{_count(own)}, so none of it is used.** {_LEFT_OUT}", Mood.WARNING))
        for fault in own.faults[:_MOST]:
            column.addWidget(TextLabel(fault, Role.SIDE))
        if (more := len(own.faults) - _MOST) > 0:
            rest = "There is 1 more." if more == 1 else f"There are {more} more."
            column.addWidget(TextLabel(f"{rest} The command “nickaudit content check” lists all.", Role.SIDE))
        column.addWidget(TextLabel("Then close the program and start it again.", Role.SIDE_MUTED))


def _count(own: OwnContent) -> str:
    count = len(own.faults)
    return f"There {'is 1 mistake' if count == 1 else f'are {count} mistakes'} in your own content"
