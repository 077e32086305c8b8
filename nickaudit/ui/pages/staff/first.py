"""The first page: what this is for, what stays and what goes, and the roads into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.road_card import RoadCard
from nickaudit.ui.widgets.text import Role, TextLabel

STAFF, HEAD = "staff", "head"
SET_UP = "set up"
"""Never the road of last time: it is taken once, and then now and then."""
OWN_CHECK = "Check my own accounts"
WHO_HAS_FINISHED = "See who has finished"
SET_THE_SCHOOL_UP = "Set the school up"
SCHOOL_FILE = "Did your school give you a school file? [Open it first](open)"
LAST_TIME = "You came this way last time. Enter takes you there."
_MINUTES = "About 20 minutes, any evening, in pieces"
_WORDS = (
    "This check is for you. It sits beside you while you look at your own accounts, and what you find "
    "stays on "
    "this computer. If you choose to send the certificate, the school is told who you are, that you "
    "finished, "
    "when, and under which policy. [Who is responsible, and for how long](responsible)"
)


class FirstPage(Page):
    """Three roads. The one of the first two that was taken last is marked, and Enter takes it again."""

    heading = "Look after your name"
    has_back = False
    footer = None
    column = 640

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        links = {"responsible": lambda: self.step_requested.emit(Step(kind=StepKind.RESPONSIBLE))}
        self.main.addWidget(TextLabel(_WORDS, Role.LEAD, links=links))
        self.main.addSpacing(16)
        self.main.addWidget(Heading("I'm here to", 2))
        last = remembered(context.services, Preference.ROAD)
        self.road = last if last in (STAFF, HEAD) else STAFF
        self.cards = {
            STAFF: self._card(STAFF, OWN_CHECK, _MINUTES, "user-round-check"),
            HEAD: self._card(HEAD, WHO_HAS_FINISHED, "For the headteacher", "list-checks"),
            SET_UP: self._card(
                SET_UP, SET_THE_SCHOOL_UP, "For the headteacher or computing lead, once", "school"
            ),
        }
        if context.services.school_file is None:
            self.main.addSpacing(4)
            links = {"open": lambda: self.step_requested.emit(route.school_file_step(""))}
            self.main.addWidget(TextLabel(SCHOOL_FILE, Role.MUTED, links=links))
        if last in (STAFF, HEAD):
            card = self.cards[last]
            card.setAccessibleDescription(f"{card.accessibleDescription()}. {LAST_TIME}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the heading takes the marked road."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.take(self.road)
        else:
            super().keyPressEvent(event)

    def take(self, road: str) -> None:
        """Remember the road, and go."""
        if road == SET_UP:
            self.step_requested.emit(route.SET_UP)
            return
        remember(self.context.services, Preference.ROAD, road)
        self.step_requested.emit(route.own_check(self._computer()) if road == STAFF else route.REPORT)

    def _card(self, road: str, title: str, note: str, icon: str) -> RoadCard:
        card = RoadCard(title, note, icon, is_main=road == self.road)
        card.clicked.connect(lambda: self.take(road))
        self.main.addWidget(card)
        return card

    def _computer(self) -> Computer | None:
        """Whose computer this is, if the person has said so, now or the time before."""
        if self.context.session is not None:
            return self.context.session.computer
        stored = remembered(self.context.services, Preference.COMPUTER)
        known = next((each for each in (Computer.MINE, Computer.SCHOOLS) if each.value == stored), None)
        if known is not None:
            self.context.choose_computer(known)
        return known
