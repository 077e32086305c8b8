"""Let the school have it: everything in the file, who can read it, and four ways of equal weight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Delivery, OutboxItem
from nickaudit.services.delivery import who_can_read
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.ui.messages import DELIVERIES, NOT_SENT_NOW, READERS
from nickaudit.ui.pages.certificates.base import moment_in_words
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.file_contents import FileContents
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import Role, TextLabel

TO_FOLDER, BY_EMAIL, BY_HAND = "folder", "email", "hand-in"
WAYS = {
    TO_FOLDER: "Put it in the school's folder",
    BY_EMAIL: "E-mail it",
    BY_HAND: "I'll hand it in",
}
NOT_NOW = "Not now"
EVERYTHING = "This is everything in the file."
UNTIL = "Until the school has it, its list shows you as not finished."
NOTHING_SENT = "Nothing was sent."
NOTHING_LATER = "Nothing is tried again later on this computer. You can try again now."


class LetTheSchoolHaveIt(Card):
    """The whole content, how it stands, and what to do."""

    way_chosen = Signal(str)
    said = Signal(str)

    def __init__(
        self, own: OwnCertificate, item: OutboxItem | None, *, keeps: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        column = self.column
        column.setSpacing(10)
        column.addWidget(TextLabel(f"**{EVERYTHING}** {who_reads()}", marks=True))
        self.contents = FileContents(own.verified)
        column.addWidget(self.contents)
        self.state = Notice("", Mood.INFORMATION)
        self.state.hide()
        column.addWidget(self.state)
        row = FlowLayout()
        for way, words in WAYS.items():
            button = Button(words, Kind.SMALL)
            button.clicked.connect(lambda _checked=False, way=way: self.way_chosen.emit(way))
            row.addWidget(button)
        not_now = Button(NOT_NOW, Kind.SMALL)
        not_now.clicked.connect(self._not_now)
        row.addWidget(not_now)
        column.addLayout(row)
        self.until = TextLabel(UNTIL, Role.SIDE_MUTED)
        column.addWidget(self.until)
        self._show_state(item, keeps=keeps)

    def _show_state(self, item: OutboxItem | None, *, keeps: bool) -> None:
        if item is None or item.state is Delivery.NOT_SENT:
            return
        is_sent = item.state is Delivery.SENT
        self.state.set_text(state_in_words(item, keeps=keeps), Mood.SUCCESS if is_sent else Mood.WARNING)
        self.state.show()
        self.until.setVisible(not is_sent)

    def _not_now(self) -> None:
        words = f"{NOTHING_SENT} {UNTIL}"
        if self.until.isHidden() or not self.state.isHidden():
            words = "Nothing more was sent."
        self.until.setText(words)
        self.until.show()
        self.said.emit(words)


def who_reads() -> str:
    """Who can read it, before anybody has said which folder."""
    return f"You can put it in the school's folder. {READERS[who_can_read(Path())]}"


def state_in_words(item: OutboxItem, *, keeps: bool) -> str:
    """How it stands with a certificate that somebody wanted to send: sent when, or waiting and why.

    Args:
        item: Its row in the outbox.
        keeps: Whether this computer keeps it, and so tries again.
    """
    if item.state is Delivery.SENT and item.sent_at is not None:
        return f"Sent at {moment_in_words(item.sent_at)}. Read back and found the same."
    if not keeps:
        return f"{NOT_SENT_NOW[item.state]} {NOTHING_LATER}"
    words = DELIVERIES[item.state]
    return f"{words} Last tried at {moment_in_words(item.tried_at)}." if item.tried_at else words
