"""What the pages of set-up share: the draft, kept at each change, and faults shown beside their field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school_draft import Draft, DraftFault, faults
from nickaudit.services import kept_draft, school_setup
from nickaudit.services.saving import AlreadyThereError, NotSavedError
from nickaudit.ui.draft_messages import wrong_in_words
from nickaudit.ui.messages import NOT_SAVED
from nickaudit.ui.page import LEAVE, Bar, BarLink, Fault, Footer, Page, PageContext
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.month_field import MonthField
from nickaudit.ui.widgets.text import Role, TextLabel

PLACE = "Set the school up"
TAKE = "take"
"""Item of the step of hand-over: the other side of it, on the computer of whoever takes over."""
UNFORESEEN = "That did not work. Nothing you filled in is lost. Try again, or start the program again."
_SPACE = 8


class CopyNotSavedError(NickAuditError):
    """It could not be saved there. Choose another place."""


class SetUpBase(Page):
    """A page on the road of set-up."""

    footer: Footer | None = Footer(leave=LEAVE)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.bar = Bar(PLACE, links=(BarLink("Help", self._help),))

    def say_first(self, words: str) -> None:
        """A few words under the heading."""
        self.main.addWidget(TextLabel(words, Role.MUTED))
        self.main.addSpacing(_SPACE)

    def go(self, step: Step) -> None:
        """Lead to another page."""
        self.step_requested.emit(step)

    def _help(self) -> None:
        self.go(Step(kind=StepKind.HELP))


class DraftPage(SetUpBase):
    """A page that fills in a part of the draft: `ask` its questions in `__init__`, say it in `filled`."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        # Who reads here only the key store knows, which may not be asked here: where a school is in use, the
        # draft was begun and kept before any page of it is shown.
        self.draft = kept_draft.read(context.services) or school_setup.first_draft(context.services)
        self._controls: dict[str, QWidget] = {}

    def ask(self, field: str, control: QWidget) -> None:
        """Put a question on the page; `field` is what it fills in of the draft."""
        self.name(field, control)
        self.main.addWidget(control)
        self.main.addSpacing(_SPACE)

    def name(self, field: str, control: QWidget) -> None:
        """Say which control is for a field, and keep what is filled in there."""
        self._controls[field] = control
        if isinstance(control, Field | MonthField):
            control.changed.connect(self.keep)
        elif isinstance(control, ChoiceGroup):
            control.chosen.connect(self.keep)

    def filled(self) -> Draft:
        """The draft with what stands on the page."""
        return self.draft

    def own_faults(self) -> tuple[DraftFault, ...]:
        """What is wrong with what this page asks for."""
        policy = self.context.services.content.policy
        return tuple(each for each in faults(self.filled(), policy=policy) if each.field in self._controls)

    def valid(self) -> tuple[Fault, ...]:
        """What must be put right, shown beside each question too."""
        found = self.own_faults()
        for control in set(self._controls.values()):
            _set_fault(control, "")
        shown = []
        for fault in found:
            words, control = wrong_in_words(fault, self.draft.contacts), self._controls[fault.field]
            _set_fault(control, words)
            shown.append(Fault(words, control))
        return tuple(shown)

    def apply(self) -> None:
        """Everything is kept already; now it counts as gone through too."""
        self.keep()
        kept_draft.keep(self.context.services, self.draft, seen=(self.context.step.kind,))

    def store(self, draft: Draft) -> None:
        """Keep this draft, where it is another one."""
        if draft != self.draft:
            self.draft = draft
            kept_draft.keep(self.context.services, draft)
            self.saved.emit()

    def keep(self, _value: object = None) -> None:
        """Keep what stands on the page, and take complaints away that are met."""
        self.store(self.filled())
        wrong = {each.field for each in self.own_faults()}
        for control in set(self._controls.values()):
            if not any(self._controls[field] is control for field in wrong):
                _set_fault(control, "")
                self.put_right(control)


def sentence_of(error: Exception) -> str:
    """One clear sentence for whatever went wrong; what nobody foresaw is also logged."""
    if isinstance(error, NickAuditError):
        return error.sentence
    logs.write("unexpected_error", level=logs.ERROR, error=error)
    return UNFORESEEN


def saved(save: Callable[[], Path]) -> tuple[Path, ...]:
    """Save one file the way a `SaveRow` wants it, with what goes wrong in its terms."""
    try:
        return (save(),)
    except AlreadyThereError as error:
        raise FileExistsError(str(error.path)) from error
    except NotSavedError as error:
        raise CopyNotSavedError(NOT_SAVED[error.state]) from error


def _set_fault(control: QWidget, message: str) -> None:
    show = getattr(control, "set_fault", None)
    if callable(show):
        show(message)
