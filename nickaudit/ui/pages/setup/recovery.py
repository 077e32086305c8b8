"""The recovery key: made here, kept in one of two ways, and read back. Only then is set-up finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nickaudit.domain import route
from nickaudit.domain.school_draft import Draft
from nickaudit.services import Services, kept_draft, recovery_key, school_setup
from nickaudit.services.recovery_key import NewSchool, ReadBack
from nickaudit.ui.page import Fault, Footer, PageContext
from nickaudit.ui.pages.setup.base import DraftPage, saved, sentence_of
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.recovery_forms import FileForm, PaperForm
from nickaudit.ui.widgets.text import Role, TextLabel

FILE, PAPER = "file", "paper"
FINISH, FINISHING = "Finish set-up", "Making the school file…"
MAKING, TRY_AGAIN = "Making the recovery key…", "Try again"
CHOOSE = "Choose how you want to keep the recovery key"
NOT_READ_BACK = "Read the recovery key back, from the file or from the paper"
READ_BACK = "**The recovery key was read back.** Put it where it is safe. Then finish set-up."
_SAY = (
    "If this computer is lost or breaks, this key alone opens what staff have sent. "
    "Nobody can make it again. So keep it away from this computer, with the school's most important papers."
)
_STAY = (
    "Finish before you close this window. If you close it first, a new key is made next time, and this one "
    "is good for nothing."
)
_IN_HAND = "recovery-key-in-hand"


@dataclass(slots=True)
class _InHand:
    """What was made, for as long as the window lives: whoever looks elsewhere comes back to the same key."""

    made: NewSchool
    read_back: ReadBack | None = None


class RecoveryPage(DraftPage):
    """The key is in memory only, and gone with the window."""

    heading = "Keep the recovery key safe"
    footer = Footer(FINISH, leave=None)
    goes_on_by_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._held: _InHand | None = None
        self._is_finishing = False
        self.main.addWidget(TextLabel(_SAY))
        self.main.addWidget(TextLabel(_STAY, Role.MUTED))
        self.way = ChoiceGroup(
            "How do you want to keep it?",
            (
                (FILE, "In a file, under a passphrase", "On a memory stick that you lock away, for example."),
                (PAPER, "On paper", "14 groups of letters and figures, to print or to write down."),
            ),
        )
        self.way.chosen.connect(self._chosen)
        self.main.addWidget(self.way)
        self.card = Card()
        self.card.hide()
        self.file = FileForm(context.tasks, self._save)
        self.paper = PaperForm()
        for form in (self.file, self.paper):
            form.read_back_requested.connect(self.read_back)
            form.said.connect(self.announced)
            form.hide()
            self.card.column.addWidget(form)
        self.main.addWidget(self.card)
        self.state = Notice(MAKING, Mood.INFORMATION)
        self.again = Button(TRY_AGAIN, Kind.SMALL)
        self.again.clicked.connect(self._make)
        row = FlowLayout()
        row.addWidget(self.again)
        self.state.column.addLayout(row)
        self.main.addWidget(self.state)

    def load(self) -> None:
        """Take up the key that was made in this window, or make it."""
        held = self.context.tasks.property(_IN_HAND)
        if isinstance(held, _InHand):
            self._take_up(held)
        else:
            self._make()

    def valid(self) -> tuple[Fault, ...]:
        """It has to be kept and read back."""
        if self._held is not None and self._held.read_back is not None:
            return ()
        form = self._form()
        self.way.set_fault("" if form else CHOOSE)
        if form is None:
            return (Fault(CHOOSE, self.way),)
        return (Fault(NOT_READ_BACK, form.where_to_read_back()),)

    def apply(self) -> None:
        """Make the school file; the page leads on once it is there."""
        held = self._held
        if held is None or held.read_back is None or self._is_finishing:
            return
        made, read_back = held.made, held.read_back
        self._is_finishing = True
        self._say(FINISHING, Mood.INFORMATION)
        services, draft = self.context.services, self.draft
        self.context.tasks.run(
            lambda _job: _finished(services, draft, made, read_back),
            done=self._finished,
            failed=self._failed,
            owner=self,
        )

    def read_back(self) -> None:
        """Open the file, or read what was typed, and hold it against the key that was made."""
        if self._held is None:
            return
        made = self._held.made
        read: Callable[[], ReadBack]
        if self.way.value == FILE:
            path, passphrase = self.file.path(), self.file.typed_again()
            if path is None:
                return
            read = lambda: recovery_key.read_back_file(made, path, passphrase=passphrase)  # noqa: E731
        else:
            typed = self.paper.typed()
            read = lambda: recovery_key.read_back_typed(made, typed)  # noqa: E731
        self.context.tasks.run(
            lambda _job: read(), done=self._was_read_back, failed=self._not_read_back, owner=self
        )

    def _save(self, path: Path, may_replace: bool, passphrase: str) -> tuple[Path, ...]:
        if self._held is None:
            raise LookupError(MAKING)
        made = self._held.made
        return saved(lambda: recovery_key.save(made, to=path, passphrase=passphrase, replace=may_replace))

    def _make(self) -> None:
        """Make both keys, off the window's thread."""
        services = self.context.services
        self._say(MAKING, Mood.INFORMATION)
        self.context.tasks.run(
            lambda _job: _made(services), done=self._key_made, failed=self._not_made, owner=self
        )

    def _key_made(self, made: NewSchool) -> None:
        held = _InHand(made)
        self.context.tasks.setProperty(_IN_HAND, held)
        self._take_up(held)

    def _take_up(self, held: _InHand) -> None:
        self._held = held
        self.state.hide()
        self.way.show()
        self.paper.show_key(held.made.printed)
        if held.read_back is not None:
            self._was_read_back(held.read_back)

    def _not_made(self, error: Exception) -> None:
        """No key, so nothing to keep: a key store that is locked is told before anybody writes one down."""
        self.way.hide()
        self._say(sentence_of(error), Mood.ERROR)
        self.again.show()

    def _chosen(self, way: object) -> None:
        self.way.set_fault("")
        self.put_right(self.way)
        self.card.show()
        self.file.setVisible(way == FILE)
        self.paper.setVisible(way == PAPER)

    def _was_read_back(self, read_back: ReadBack) -> None:
        if self._held is not None:
            self._held.read_back = read_back
        self.card.hide()
        self.way.hide()
        self.show_faults(())
        self._say(READ_BACK, Mood.SUCCESS)
        self.changed.emit()
        self.heading_label.setFocus()

    def _not_read_back(self, error: Exception) -> None:
        form = self._form()
        if form is self.file and recovery_key.is_wrong_passphrase(error):
            self.file.refuse_passphrase(sentence_of(error))
        elif form is not None:
            form.refuse(sentence_of(error))

    def _finished(self, services: Services) -> None:
        self.context.tasks.setProperty(_IN_HAND, None)
        kept_draft.forget(self.context.services)
        self.renewed.emit(services)
        self.go(route.SET_UP_GIVE)

    def _failed(self, error: Exception) -> None:
        self._is_finishing = False
        self._say(sentence_of(error), Mood.ERROR)

    def _form(self) -> FileForm | PaperForm | None:
        if self.way.value == FILE:
            return self.file
        return self.paper if self.way.value == PAPER else None

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.again.hide()
        self.state.show()
        self.announced.emit(self.state.accessibleName())


def _made(services: Services) -> NewSchool:
    school_setup.check_keys(services)
    return recovery_key.new_school()


def _finished(services: Services, draft: Draft, made: NewSchool, read_back: ReadBack) -> Services:
    school_setup.finish(services, draft, made=made, read_back=read_back)
    return services.renewed()
