"""A newer policy from the school: what has changed, what is asked again, and the choice to take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain import route
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import CONTENT_SUFFIX, ContentPack, SchoolFileRefused
from nickaudit.services import Services, content_pack
from nickaudit.services.content_pack import NoSchoolFileError, Offer
from nickaudit.ui.messages import SCHOOL_REFUSALS
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.policy_change_list import PolicyChangeList
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.step_words import listed
from nickaudit.ui.widgets.text import Role, TextLabel

NEWER = "The school has a newer policy"
LOOKING = "Looking for a newer policy from the school…"
TAKE, NOT_NOW, LOOK_AGAIN, GO_ON = "Use the newer policy", "Not now", "Look again", "Go on with your check"
TAKING = "Taking it in…"
NOTHING_NEW = "There is nothing newer. You have what the school has given out."
NOT_REACHED = "The school's folder was not reached, so we could not look. The check goes on as it is."
HAVE_A_FILE, FILE = "I was given a file", "The file from the school"
NOT_AGAIN = "You are not asked anything again. All your answers stay."
AGAIN = (
    "The school says that what is asked here has really changed. Your answers to these lines become "
    "“not started”. What you said before is shown beside each. All your other answers stay."
)
ASKED = "Some lines are asked again. They are on your list as not started."
_TAKEN = "**The newer policy is in use.** {then}"
_FROM = "From {school}, {day}."
_PLACES = "The pages for {places} have changed too."
_SAME_LINES = "The lines of the policy are the same."
_IN_USE = "In use since you took it: number {number}, {day}."
_OTHERWISE = "You need not take it now. The check works without it, and asks you again another day."
_MOST_PLACES = 8


class SchoolContentPage(Page):
    """Looks first; then shows all of it before anything is taken."""

    heading = "The school's policy"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.state = Notice(LOOKING)
        self.main.addWidget(self.state)
        self._body: QWidget | None = None

    def load(self) -> None:
        """What was found before is shown at once; else the share is asked, beside the window."""
        if self.context.services.school_file is None:
            self._show_none(NoSchoolFileError().sentence, Mood.INFORMATION)
        elif content_pack.is_offered(self.context.services):
            self._look(content_pack.offered)
        else:
            self._look(content_pack.look_for)

    def _look(self, look: Callable[[Services], Offer | None]) -> None:
        services = self.context.services
        self._say(LOOKING, Mood.INFORMATION)
        self.context.tasks.run(lambda _job: look(services), done=self._found, failed=self._failed, owner=self)

    def _found(self, offer: Offer | None) -> None:
        if offer is None:
            self._show_none(NOTHING_NEW, Mood.SUCCESS)
        else:
            self.heading = NEWER
            self.changed.emit()
            self.state.hide()
            self._show(offer)
            self.announced.emit(NEWER)

    def _failed(self, error: Exception) -> None:
        self._show_none(_sentence_of(error), Mood.WARNING)

    def _show(self, offer: Offer) -> None:
        column = self._new_body()
        pack, school = offer.pack, self.context.services.content.policy.school
        day = in_words(pack.made_on)
        column.addWidget(TextLabel(_FROM.format(school=school.short_name, day=day), Role.MUTED))
        if pack.what_changed:
            card = Card()
            card.column.addWidget(TextLabel("The school writes", Role.SIDE_MUTED))
            card.column.addWidget(TextLabel(pack.what_changed, Role.LEAD))
            column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(Heading("What has changed", 2))
        if offer.changes:
            column.addWidget(PolicyChangeList(offer.changes))
        else:
            column.addWidget(TextLabel(_SAME_LINES))
        if offer.places:
            shown = offer.places[:_MOST_PLACES]
            more = len(offer.places) - len(shown)
            names = listed([*shown, f"{more} more"] if more else shown)
            column.addWidget(TextLabel(_PLACES.format(places=names)))
        column.addSpacing(8)
        column.addWidget(Heading("What you are asked again", 2))
        column.addWidget(TextLabel(AGAIN if offer.asks_again else NOT_AGAIN))
        if offer.asks_again:
            column.addWidget(Bullets(tuple(line.words for line in offer.asks_again)))
        take, not_now = Button(TAKE, Kind.PRIMARY), Button(NOT_NOW)
        take.clicked.connect(lambda: self._take(offer))
        not_now.clicked.connect(self.back_requested)
        column.addLayout(_row(take, not_now))
        column.addWidget(TextLabel(_OTHERWISE, Role.MUTED))

    def _show_none(self, words: str, mood: Mood) -> None:
        self._say(words, mood)
        column = self._new_body()
        services = self.context.services
        pack: ContentPack | None = content_pack.in_use(services)
        if pack is not None:
            words = _IN_USE.format(number=pack.sequence, day=in_words(pack.made_on))
            column.addWidget(TextLabel(f"{words} {pack.what_changed}".strip(), Role.MUTED))
        if services.school_file is None:
            return
        again = Button(LOOK_AGAIN)
        again.clicked.connect(lambda: self._look(content_pack.look_for))
        column.addLayout(_row(again))
        given = Disclosure(HAVE_A_FILE)
        self.open_row = OpenRow(FILE, ending=CONTENT_SUFFIX)
        self.open_row.said.connect(self.announced)
        self.open_row.chosen.connect(self._open)
        given.column.addWidget(self.open_row)
        column.addWidget(given)

    def _open(self, path: Path) -> None:
        self._look(lambda services: content_pack.look_at(services, content_pack.read_file(path)))

    def _take(self, offer: Offer) -> None:
        services, session = self.context.services, self.context.session
        private = session.database if session is not None else None
        self._say(TAKING, Mood.INFORMATION)
        self.context.tasks.run(
            lambda _job: (content_pack.accept(services, offer, private=private), services.renewed()),
            done=self._taken,
            failed=self._failed,
            owner=self,
            database=True,
        )

    def _taken(self, came: tuple[bool, Services]) -> None:
        is_asked, services = came
        self.renewed.emit(services)
        self.heading = type(self).heading  # it is no longer a newer one
        self.changed.emit()
        self._say(_TAKEN.format(then=ASKED if is_asked else NOT_AGAIN), Mood.SUCCESS)
        column = self._new_body()
        go_on = Button(GO_ON, Kind.PRIMARY)
        go_on.clicked.connect(lambda: self.step_requested.emit(route.HOME))
        column.addLayout(_row(go_on))
        go_on.setFocus()

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self.announced.emit(self.state.accessibleName())

    def _new_body(self) -> Stack:
        """Room for what is shown next, in place of what was."""
        if self._body is not None:
            self.main.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self.main.addWidget(self._body)
        return Stack(self._body, spacing=12)


def _row(*buttons: Button) -> FlowLayout:
    row = FlowLayout(spacing=16)
    for button in buttons:
        row.addWidget(button)
    return row


def _sentence_of(error: Exception) -> str:
    if isinstance(error, SchoolFileRefused):
        return SCHOOL_REFUSALS[error.reason]
    if isinstance(error, NickAuditError):
        return NOT_REACHED if hasattr(error, "state") else error.sentence
    logs.write("unexpected_error", level=logs.ERROR, error=error)
    return NOT_REACHED
