"""Whom staff turn to, by role: a list, each with a page of its own."""

from __future__ import annotations

from nickaudit.domain import route
from nickaudit.domain.policy import Contact
from nickaudit.domain.school_draft import CHAIR, HEAD, LEAD, faults
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.school_facts import reached_by
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList

_NEEDED = (HEAD, LEAD, CHAIR)
_SAY = (
    "Staff see this under “Something happened? Who to tell”. "
    "Everybody with the school file can read it, so give work numbers only."
)
FILLED_IN, NOT_YET, EMPTY = "Finished", "Not started", "Optional"


class ContactsPage(DraftPage):
    """Those that are needed first, then the others."""

    heading = "Whom do staff turn to?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_SAY)
        policy = context.services.content.policy
        wrong = {
            each.field.split(".")[1]
            for each in faults(self.draft, policy=policy)
            if each.field.startswith("contacts.")
        }
        needed = [each for each in self.draft.contacts if each.id in _NEEDED]
        others = [each for each in self.draft.contacts if each.id not in _NEEDED]
        self._list("These three first", needed, wrong)
        self._list("Others, where you have them", others, wrong)

    def _list(self, heading: str, contacts: list[Contact], wrong: set[str]) -> None:
        self.main.addWidget(Heading(heading, 2))
        rows = TaskList(tuple(_task(each, is_wrong=each.id in wrong) for each in contacts))
        rows.chosen.connect(self.step_requested)
        self.main.addWidget(rows)
        self.main.addSpacing(8)


def _task(contact: Contact, *, is_wrong: bool) -> Task:
    given = reached_by(contact)
    if is_wrong:
        status, tone = NOT_YET, Tone.OPEN
    elif given or contact.id in _NEEDED:
        status, tone = FILLED_IN, Tone.FINISHED
    else:
        status, tone = EMPTY, Tone.OPEN
    title = contact.title[0].upper() + contact.title[1:]
    return Task(route.contact_step(contact.id), title, given, status, tone)
