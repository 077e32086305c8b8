"""Giving the school's policy to its staff: what goes, one line of why, and what is asked again."""

from __future__ import annotations

from msgspec import Struct, structs
from PySide6.QtWidgets import QWidget

from nickaudit.domain import route
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy_changes import PolicyChanges
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, content_pack, giving_content
from nickaudit.services.content_pack import ContentFaultyError
from nickaudit.services.giving_content import Given, NotGivenError
from nickaudit.ui.messages import NOT_SENT_NOW
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.policy_change_list import PolicyChangeList
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.text_field import TextField

LOOKING, GIVING, GIVE = "Looking at what would go…", "Signing it, and putting it there…", "Give it to staff"
WHAT_CHANGED, FOLDER, DONE = "What has changed, in one line", "Another folder", "Back to our policy"
NO_LINE = "Write one line, so that staff know what has changed."
USER, PASSWORD = "Your log-in for the server", "Its password"
SAME = "Staff have this policy already. You can give it to them again."
AGAIN = "Which of these should be asked again?"
_LEAD = (
    "It is signed by the school, and put beside the school file. The check of each colleague then offers it, "
    "shows what has changed, and works without it too."
)
_WHERE = "It goes to {where}."
_NO_PLACE = "The school file names no place. Say which folder staff look in."
_AGAIN_WORDS = (
    "Tick a line only if what is asked has really changed. Answers to it are then asked for again, of "
    "everybody. Nothing else is."
)
_GIVEN = "**It is there, number {number}, in {where}.** Staff are offered it when they next open the check."
_MOST_FAULTS = 12


class _Ready(Struct, frozen=True):
    files: int
    changes: PolicyChanges
    where: ShareAddress | None
    """Where it goes without a question."""
    asks_log_in: ShareAddress | None
    """The school's server, where nobody has logged in yet."""


class GivePolicyPage(SetUpBase):
    """Everything that goes is shown before the button."""

    heading = "Give our policy to staff"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_LEAD)
        self._shown = QWidget()
        self._form = Stack(self._shown, spacing=12)
        self._shown.hide()
        self.main.addWidget(self._shown)
        # Below the form, so that what is said of giving it stands beside the button, where the person looks.
        self.state = Notice(LOOKING)
        self.main.addWidget(self.state)
        self.again: dict[LineId, CheckRow] = {}
        self.place: OpenRow | None = None
        self._asked: ShareAddress | None = None
        self._mistakes: Bullets | None = None

    def load(self) -> None:
        """Find out what would go, beside the window."""
        services = self.context.services
        self.context.tasks.run(
            lambda _job: _ready(services), done=self._show, failed=self._failed, owner=self, database=True
        )

    def _show(self, ready: _Ready) -> None:
        self.state.hide()
        changes = ready.changes
        self._form.addWidget(Heading("What differs from what staff have", 2))
        if changes:
            self._form.addWidget(PolicyChangeList(changes))
        else:
            self._form.addWidget(TextLabel(SAME))
        asked = [each for each in changes.lines if each.after is not None]
        if asked:
            self._form.addSpacing(8)
            self._form.addWidget(Heading(AGAIN, 2))
            self._form.addWidget(TextLabel(_AGAIN_WORDS, Role.MUTED))
            for each in asked:
                tick = CheckRow(each.line.words)
                self.again[each.id] = tick
                self._form.addWidget(tick)
        self.what_changed = TextField(WHAT_CHANGED, hint="Staff see this line first.", length=300)
        self._form.addWidget(self.what_changed)
        self._form.addSpacing(8)
        if ready.where is not None:
            self._form.addWidget(TextLabel(_WHERE.format(where=ready.where.text), Role.MUTED))
        elif ready.asks_log_in is not None:
            self._ask_log_in(ready.asks_log_in)
        else:
            self._form.addWidget(TextLabel(_NO_PLACE, Role.MUTED))
            self.place = OpenRow(FOLDER, press="Use this folder", ending=None)
            self.place.chosen.connect(lambda path: self._give(ShareAddress(folder=str(path))))
            self._form.addWidget(self.place)
        self.give = Button(GIVE, Kind.PRIMARY)
        self.give.clicked.connect(lambda: self._give(self._own_log_in()))
        self._row = FlowLayout()
        self._row.addWidget(self.give)
        self.main.addLayout(self._row)
        self._shown.show()
        self.give.setVisible(self.place is None)

    def _ask_log_in(self, address: ShareAddress) -> None:
        self._asked = address
        self._form.addWidget(TextLabel(_WHERE.format(where=address.text), Role.MUTED))
        self.user = Field(USER, characters=24)
        self.password = SecretField(PASSWORD, hint="It is kept in this computer's key store.", characters=24)
        self._form.addWidget(self.user)
        self._form.addWidget(self.password)

    def _own_log_in(self) -> ShareAddress | None:
        """The school's server with the log-in that was typed; None where that is known already."""
        return structs.replace(self._asked, user=self.user.text()) if self._asked is not None else None

    def _give(self, to: ShareAddress | None) -> None:
        line = self.what_changed.text()
        self.what_changed.set_fault("" if line else NO_LINE)
        if not line:
            self.what_changed.setFocus()
            self.announced.emit(NO_LINE)
            return
        services = self.context.services
        password = self.password.secret() if self._asked is not None else ""
        asked = tuple(own_id for own_id, row in self.again.items() if row.isChecked())
        self._say(GIVING, Mood.INFORMATION)
        if self._mistakes is not None:
            self._mistakes.hide()
            self._mistakes.deleteLater()
            self._mistakes = None
        self.give.setEnabled(False)
        self.context.tasks.run(
            lambda _job: _given(services, line, asked, to, password),
            done=self._done,
            failed=self._failed,
            owner=self,
            database=True,
        )

    def _done(self, came: tuple[Given, Services]) -> None:
        given, services = came
        self.renewed.emit(services)
        self._say(_GIVEN.format(number=given.pack.sequence, where=given.where), Mood.SUCCESS)
        self._shown.hide()
        self.give.hide()
        done = Button(DONE, Kind.PRIMARY)
        done.clicked.connect(lambda: self.go(route.OUR_POLICY))
        self._row.addWidget(done)
        done.setFocus()

    def _failed(self, error: Exception) -> None:
        words = NOT_SENT_NOW[error.state] if isinstance(error, NotGivenError) else sentence_of(error)
        self._say(words, Mood.ERROR)
        if isinstance(error, ContentFaultyError):
            self._mistakes = Bullets(error.faults[:_MOST_FAULTS])
            self.main.insertWidget(self.main.indexOf(self.state) + 1, self._mistakes)
        if hasattr(self, "give"):
            self.give.setEnabled(True)
            if self.place is None:
                self.give.setFocus()

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self.announced.emit(self.state.accessibleName())


def _ready(services: Services) -> _Ready:
    if services.school_file is None:
        raise giving_content.NotSetUpError
    files, changes = giving_content.ready(services)
    where = content_pack.own_share(services)
    share = services.school_file.school.share
    asks = share if where is None and share.is_direct else None
    return _Ready(files, changes, where[0] if where else None, asks)


def _given(
    services: Services, line: str, asked: tuple[LineId, ...], to: ShareAddress | None, password: str
) -> tuple[Given, Services]:
    given = giving_content.give(services, what_changed=line, asks_again=asked, to=to, password=password)
    return given, services.renewed()
