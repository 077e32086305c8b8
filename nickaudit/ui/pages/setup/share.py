"""Where certificates go, and a try that says in words whether it can be reached."""

from __future__ import annotations

from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.letter_box import LetterBoxTry, Others
from nickaudit.domain.school_draft import Draft, Wrong, faults
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import letter_box
from nickaudit.ui.draft_messages import LETTER_BOX, OTHERS, wrong_in_words
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage, sentence_of
from nickaudit.ui.tasks import Job
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.secret_field import SecretField
from nickaudit.ui.widgets.share_form import SERVER, ShareForm

TRY, TRYING = "Try it", "Trying… This takes a few seconds, at most twenty."
FIRST_FILL_IN = "Fill in where certificates go, then try it."
MAY_NOT_WRITE = "It can be reached, but you may not put files there. Ask whoever looks after it."
_SAY = (
    "Staff can put their certificate there with one press. It is sealed first, so only the readers you name "
    "can read what is in it."
)


class SharePage(DraftPage):
    """The address; beside it a try, which leaves nothing there."""

    heading = "Where do certificates go?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_SAY)
        self._job: Job | None = None
        self.form = ShareForm()
        self.form.set_address(self.draft.share)
        self.ask("share", self.form)
        self.form.changed.connect(self._changed)
        self.user = Field(
            "Your log-in for the server",
            hint="To try it. It is not put in the school file.",
            characters=24,
        )
        self.password = SecretField("Its password", characters=24)
        self.outcome = Notice("", Mood.INFORMATION)
        self.outcome.hide()
        button = Button(TRY, Kind.SMALL)
        button.clicked.connect(self.try_it)
        row = FlowLayout()
        row.addWidget(button)
        self.main.addWidget(self.user)
        self.main.addWidget(self.password)
        self.main.addLayout(row)
        self.main.addWidget(self.outcome)
        self._show_log_in()

    def filled(self) -> Draft:
        """With the address."""
        return structs.replace(self.draft, share=self.form.address())

    def try_it(self) -> None:
        """Go there, off the window's thread."""
        policy = self.context.services.content.policy
        wrong = next((each for each in faults(self.filled(), policy=policy) if each.field == "share"), None)
        if wrong is not None:
            is_empty = wrong.wrong is Wrong.NO_SHARE
            self._say(FIRST_FILL_IN if is_empty else f"{wrong_in_words(wrong)}.", Mood.WARNING)
            return
        if self._job is not None:
            self._job.cancel()
        self._say(TRYING, Mood.INFORMATION)
        address, password = self._address(), self.password.secret()
        self._job = self.context.tasks.run(
            lambda job: letter_box.try_it(address, password=password, cancelled=job.cancelled),
            done=self._tried,
            failed=lambda error: self._say(sentence_of(error), Mood.ERROR),
            owner=self,
        )

    def _tried(self, tried: LetterBoxTry) -> None:
        self._job = None
        if tried.state is not Delivery.SENT:
            self._say(LETTER_BOX[tried.state], Mood.WARNING)
        elif not tried.may_write:
            self._say(MAY_NOT_WRITE, Mood.WARNING)
        else:
            mood = Mood.WARNING if tried.others is Others.CAN_LIST else Mood.SUCCESS
            self._say(f"{LETTER_BOX[tried.state]} {OTHERS[tried.others]}", mood)

    def _address(self) -> ShareAddress:
        address = self.form.address()
        return structs.replace(address, user=self.user.text()) if address.is_direct else address

    def _changed(self) -> None:
        self.outcome.hide()
        self._show_log_in()
        self.keep()

    def _show_log_in(self) -> None:
        for line in (self.user, self.password):
            line.setVisible(self.form.kind.value == SERVER)

    def _say(self, words: str, mood: Mood) -> None:
        self.outcome.set_text(words, mood)
        self.outcome.show()
        self.announced.emit(words)
