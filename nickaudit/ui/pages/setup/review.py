"""Check what is filled in before it becomes a school file: every part with a way back to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school_draft import Draft, faults
from nickaudit.services import Services, kept_draft, school_setup
from nickaudit.ui.draft_messages import wrong_in_words
from nickaudit.ui.page import LEAVE, Fault, Footer, PageContext
from nickaudit.ui.pages.setup.base import DraftPage, sentence_of
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.school_facts import (
    address_in_words,
    as_sentence,
    contacts_in_words,
    groups_in_words,
    heads_own_in_words,
    how_often,
    school_in_words,
)
from nickaudit.ui.widgets.set_up_tasks import can_be_read_by, note_of, page_of
from nickaudit.ui.widgets.text import Role, TextLabel

GO_ON, MAKE = "Continue to the recovery key", "Make the new school file"
MAKING = "Making the new school file…"
CHANGE = "Change"
_ALL_SEE = "Everybody who has the school file can read all of this."


class ReviewPage(DraftPage):
    """A table with a link in each row; Continue says what is still open."""

    heading = "Check what the school file will say"
    goes_on_by_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._is_change = context.services.school_file is not None
        self.footer = Footer(MAKE if self._is_change else GO_ON, leave=LEAVE)
        self.main.addWidget(TextLabel(_ALL_SEE, Role.MUTED))
        self.table = FactTable(self._entries(self.draft))
        self.main.addWidget(self.table)
        self.state = TextLabel("", Role.MUTED)
        self.trouble = Notice("", Mood.ERROR)
        for part in (self.state, self.trouble):
            part.hide()
            self.main.addWidget(part)

    def valid(self) -> tuple[Fault, ...]:
        """Everything that is still open, each leading to its row."""
        found = faults(self.draft, policy=self.context.services.content.policy)
        return tuple(
            Fault(wrong_in_words(each, self.draft.contacts), self._row(page_of(each.field))) for each in found
        )

    def apply(self) -> None:
        """On to the recovery key; or make the new file at once, as the key stays."""
        if not self._is_change:
            self.go(route.SET_UP_RECOVERY)
            return
        self.state.setText(MAKING)
        self.state.show()
        self.trouble.hide()
        services, draft = self.context.services, self.draft
        self.context.tasks.run(
            lambda _job: _changed(services, draft), done=self._made, failed=self._failed, owner=self
        )

    def _made(self, services: Services) -> None:
        kept_draft.forget(self.context.services)
        self.renewed.emit(services)
        self.go(route.SET_UP_GIVE)

    def _failed(self, error: Exception) -> None:
        self.state.hide()
        self.trouble.set_text(sentence_of(error))
        self.trouble.show()
        self.announced.emit(self.trouble.accessibleName())

    def _row(self, kind: StepKind) -> QWidget:
        fact = self.table.facts[self._kinds.index(kind)]
        return fact.findChild(LinkButton) or fact

    def _entries(self, draft: Draft) -> tuple[Entry, ...]:
        policy = self.context.services.content.policy
        nation = draft.nation.value if draft.nation else ""
        names = school_in_words(draft.name, draft.other_names, nation)
        said = {
            StepKind.SET_UP_SCHOOL: ("School", names),
            StepKind.SET_UP_CONTACTS: ("Whom to turn to", contacts_in_words(draft.contacts)),
            StepKind.SET_UP_POLICY: ("Policy", f"{policy.title}, {note_of(StepKind.SET_UP_POLICY, draft)}"),
            StepKind.SET_UP_SHARE: ("Certificates go to", address_in_words(draft.share)),
            StepKind.SET_UP_ROUND: (
                "How often",
                "\n".join(
                    (
                        how_often(draft.every_months, draft.induction_days),
                        groups_in_words(draft.groups, policy.groups),
                    )
                ),
            ),
            StepKind.SET_UP_READERS: (
                "Can be read by",
                "\n".join(
                    (
                        as_sentence(can_be_read_by(draft)),
                        f"The head's own: {heads_own_in_words(draft.head_reader)}",
                    )
                ),
            ),
        }
        self._kinds = tuple(said)
        return tuple(
            Entry(name, value, CHANGE, partial(self.go, Step(kind=kind)))
            for kind, (name, value) in said.items()
        )


def _changed(services: Services, draft: Draft) -> Services:
    school_setup.change(services, draft)
    return services.renewed()
