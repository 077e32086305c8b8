"""Let the school have it: everything in the file, who can read it, and four ways of equal weight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Delivery, OutboxItem
from nickaudit.services import Services
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.ui.messages import delivery_in_words, not_sent_in_words
from nickaudit.ui.pages.certificates.base import day_in_words, moment_in_words
from nickaudit.ui.pages.certificates.readers import who_reads
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
TO_SERVER = "Send it to the school's server"
NOT_NOW = "Not now"
EVERYTHING = "This is everything in the file."
UNTIL = "Until the school has it, its list shows you as not finished."
NOTHING_SENT = "Nothing was sent."
_LOOK_EVERY_MS = 2_000

Standing = tuple[OutboxItem | None, dt.date | None]
"""A certificate's row in the outbox, and the day of the school's receipt."""
NOTHING_LATER = "Nothing is tried again later on this computer. You can try again now."


class LetTheSchoolHaveIt(Card):
    """The whole content, how it stands, and what to do."""

    way_chosen = Signal(str)
    said = Signal(str)
    stands = Signal(object)
    """How it stands has changed while the page was shown: its row in the outbox."""

    def __init__(
        self,
        own: OwnCertificate,
        item: OutboxItem | None,
        *,
        services: Services,
        keeps: bool,
        received: dt.date | None = None,
        look: Callable[[], Standing] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        column = self.column
        column.setSpacing(10)
        column.addWidget(TextLabel(f"**{EVERYTHING}** {_who_reads(services, own)}", marks=True))
        self.contents = FileContents(own.verified)
        column.addWidget(self.contents)
        self.state = Notice("", Mood.INFORMATION)
        self.state.hide()
        column.addWidget(self.state)
        row = FlowLayout()
        for way, words in ways(services).items():
            button = Button(words, Kind.SMALL)
            button.clicked.connect(lambda _checked=False, way=way: self.way_chosen.emit(way))
            row.addWidget(button)
        not_now = Button(NOT_NOW, Kind.SMALL)
        not_now.clicked.connect(self._not_now)
        row.addWidget(not_now)
        column.addLayout(row)
        self.until = TextLabel(UNTIL, Role.SIDE_MUTED)
        column.addWidget(self.until)
        self._services, self._keeps, self._look = services, keeps, look
        self._standing: Standing = (item, received)
        self._show_standing()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look_again)
        if look is not None and self._may_change():
            self._timer.start()

    def look_again(self) -> None:
        """The quiet rounds may have sent it meanwhile, or found the school's receipt."""
        standing = self._look() if self._look is not None else self._standing
        if standing == self._standing:
            return
        self._standing = standing
        self._show_standing()
        self.stands.emit(standing[0])
        if not self._may_change():
            self._timer.stop()

    def _may_change(self) -> bool:
        item, received = self._standing
        return item is not None and (item.state.is_waiting or (item.state is Delivery.SENT and not received))

    def _show_standing(self) -> None:
        item, received = self._standing
        if item is None or item.state is Delivery.NOT_SENT:
            return
        today = self._services.today()
        words = state_in_words(item, keeps=self._keeps, received=received, today=today)
        self._show_state(words, is_sent=item.state is Delivery.SENT)

    def _show_state(self, words: str, *, is_sent: bool) -> None:
        self.state.set_text(words, Mood.SUCCESS if is_sent else Mood.WARNING)
        self.state.show()
        self.until.setVisible(not is_sent)

    def _not_now(self) -> None:
        words = f"{NOTHING_SENT} {UNTIL}"
        if self.until.isHidden() or not self.state.isHidden():
            words = "Nothing more was sent."
        self.until.setText(words)
        self.until.show()
        self.said.emit(words)


def ways(services: Services) -> dict[str, str]:
    """The three ways to the school, as its file says what the first is."""
    school = services.school_file
    return {**WAYS, TO_FOLDER: TO_SERVER} if school and school.school.share.is_direct else WAYS


def state_in_words(item: OutboxItem, *, keeps: bool, received: dt.date | None = None, today: dt.date) -> str:
    """How it stands with a certificate that somebody wanted to send: sent when, or waiting and why.

    Args:
        item: Its row in the outbox.
        keeps: Whether this computer keeps it, and so tries again.
        received: The day of the school's receipt; without one nothing is said of it.
        today: The day.
    """
    if item.state is Delivery.SENT and item.sent_at is not None:
        words = f"Sent at {moment_in_words(item.sent_at)}. Read back and found the same."
        return f"{has_it(received, today=today)} {words}" if received else words
    if not keeps:
        return f"{not_sent_in_words(item)} {NOTHING_LATER}"
    words = delivery_in_words(item)
    return f"{words} Last tried at {moment_in_words(item.tried_at)}." if item.tried_at else words


def has_it(received: dt.date, *, today: dt.date) -> str:
    """What the school's receipt says."""
    return f"The school has it, {day_in_words(received, today=today)}."


def _who_reads(services: Services, own: OwnCertificate) -> str:
    words = who_reads(services, own.verified.claims)
    return words if services.school_file else f"You can put it in the school's folder. {words}"
