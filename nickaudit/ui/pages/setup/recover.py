"""On a new computer: the school file and the recovery key give back signing and reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nickaudit.domain import route
from nickaudit.domain.school import SCHOOL_SUFFIX, SchoolFileRefused
from nickaudit.services import Services, kept_draft, own_school, recovery_key, school_handing
from nickaudit.ui.messages import SCHOOL_REFUSALS
from nickaudit.ui.page import Fault, Footer, PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, sentence_of
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.open_row import NO_PATH, OpenRow
from nickaudit.ui.widgets.secret_field import SecretField

FILE, PAPER = "file", "paper"
RECOVER, RECOVERING = "Recover", "Recovering… This takes a few seconds."
NO_WAY = "Choose where you have the recovery key"
NO_KEY = "Type the recovery key from the paper"
_SAY = (
    "Do this when the computer the school was set up on is lost or broken. You need the newest school file, "
    "which any member of staff has, and the recovery key. All that was ever sent can then be read here."
)


class RecoverPage(SetUpBase):
    """The file, the key, and Continue."""

    heading = "Recover the school on this computer"
    footer = Footer(RECOVER, leave=None)
    goes_on_by_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_SAY)
        self.school = OpenRow("The school file", press="Take it", ending=SCHOOL_SUFFIX)
        if context.services.school_file is not None:
            self.school.field.set_text(str(context.services.home / own_school.FILE_NAME))
        self.way = ChoiceGroup(
            "Where do you have the recovery key?", ((FILE, "In a file", ""), (PAPER, "On paper", ""))
        )
        self.file = OpenRow("The recovery file", press="Take it ", ending=recovery_key.SUFFIX)
        self.passphrase = SecretField("Its passphrase")
        self.typed = Field(
            "The key from the paper", hint="Capitals or not, with or without spaces.", characters=58
        )
        self.state = Notice("", Mood.INFORMATION)
        self.state.hide()
        for row in (self.school, self.file):
            row.press.hide()  # Continue takes both
        for part in (self.school, self.way, self.file, self.passphrase, self.typed, self.state):
            self.main.addWidget(part)
            self.main.addSpacing(8)
        self.way.chosen.connect(self._chosen)
        self._show_way()

    def valid(self) -> tuple[Fault, ...]:
        """Both have to be there."""
        wrong: list[Fault] = []
        self._check(self.school, self.school.path() is None, NO_PATH, wrong)
        self._check(self.way, self.way.value is None, NO_WAY, wrong)
        self._check(self.file, self.way.value == FILE and self.file.path() is None, NO_PATH, wrong)
        self._check(self.typed, self.way.value == PAPER and not self.typed.text(), NO_KEY, wrong)
        return tuple(wrong)

    def apply(self) -> None:
        """Recover, off the window's thread."""
        self._say(RECOVERING, Mood.INFORMATION)
        services, school = self.context.services, self.school.path()
        read = self._reads_key()
        if school is None:
            return
        self.context.tasks.run(
            lambda _job: _recovered(services, school, read),
            done=self._done,
            failed=self._failed,
            owner=self,
        )

    def _reads_key(self) -> Callable[[], str]:
        path, passphrase, typed = self.file.path(), self.passphrase.text(), self.typed.text()
        if self.way.value == FILE and path is not None:
            return lambda: recovery_key.from_file(path, passphrase=passphrase)
        return lambda: recovery_key.from_typed(typed)

    def _done(self, services: Services) -> None:
        kept_draft.forget(self.context.services)
        self.renewed.emit(services)
        self.go(route.SET_UP)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, SchoolFileRefused):
            self._say(SCHOOL_REFUSALS[error.reason], Mood.ERROR)
        else:
            self._say(sentence_of(error), Mood.ERROR)

    def _chosen(self, _way: object) -> None:
        self.way.set_fault("")
        self.put_right(self.way)
        self._show_way()

    def _show_way(self) -> None:
        self.file.setVisible(self.way.value == FILE)
        self.passphrase.setVisible(self.way.value == FILE)
        self.typed.setVisible(self.way.value == PAPER)

    def _check(
        self, control: OpenRow | ChoiceGroup | Field, is_wrong: bool, words: str, wrong: list[Fault]
    ) -> None:
        control.set_fault(words if is_wrong else "")
        if is_wrong:
            wrong.append(Fault(words, control))

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self.announced.emit(words)


def _recovered(services: Services, school: Path, read: Callable[[], str]) -> Services:
    recovery_jwk = read()
    school_handing.recover(services.home, own_school.read_file(school), recovery_jwk=recovery_jwk)
    return services.renewed()
