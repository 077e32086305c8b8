"""The policy's short title, its dates, and whom staff turn to: in the policy, or in the school file."""

from __future__ import annotations

from msgspec import structs

from nickaudit.domain import route
from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact, PolicyPack
from nickaudit.domain.policy_edit import with_contact
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import policy_editor
from nickaudit.ui.page import Fault, Footer, PageContext
from nickaudit.ui.pages.setup.base import SetUpBase
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.month_field import MonthField
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.policy_change_list import contact_text
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

KEEP = "Keep this change"
TITLE, ADOPTED, NEXT_REVIEW = "Short title", "When was it adopted?", "When is its next review?"
NAME, PHONE, EMAIL, NOTE = "Name (optional)", "Phone (optional)", "E-mail (optional)", "Note (optional)"
IN_SCHOOL_FILE = (
    "Dates and contacts stand in the school file, as staff need them even without this policy. "
    "Change them where the school is set up."
)
NO_MONTH = "Type a month and a year, like 5 2018."
SET_UP = "Go to the school's details"
_PARTS = ("name", "phone", "email", "note")


class OurDetailsPage(SetUpBase):
    """The step's item is a contact's id; without one, title, dates and the list of contacts."""

    footer = Footer(continue_text=KEEP, leave=None)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.draft = policy_editor.open_draft(context.services)
        self._contact = self.draft.now.contact(ContactId(context.step.item))
        self._asked: dict[tuple[str, str], Field | MonthField] = {}
        if self._contact is not None:
            self._add_contact(self._contact)
        else:
            self._add_all()

    def valid(self) -> tuple[Fault, ...]:
        """The rules of every content file."""
        found = policy_editor.faults_by_field(self.draft.now, self._filled())
        for key in (("adopted", ""), ("next_review", "")):
            if key in found:
                found[key] = NO_MONTH
        for key, control in self._asked.items():
            control.set_fault(found.get(key, ""))
        first = next(iter(self._asked.values()))
        return tuple(Fault(words, self._asked.get(key, first)) for key, words in found.items())

    def apply(self) -> None:
        """Keep it in the draft."""
        policy_editor.keep(self.context.services, self._filled())
        self.saved.emit()

    def _add_contact(self, contact: Contact) -> None:
        self.heading = f"How do staff reach {contact.title}?"
        labels = (NAME, PHONE, EMAIL, NOTE)
        for part, label in zip(_PARTS, labels, strict=True):
            field = Field(label, characters=58 if part == "note" else 36)
            field.set_text(getattr(contact, part))
            self._ask((contact.id, part), field)

    def _add_all(self) -> None:
        self.heading = "Dates and contacts"
        title = Field(
            TITLE, hint="It stands on every certificate, like “Social media, May 2018”.", characters=36
        )
        title.set_text(self.draft.now.title)
        self._ask(("title", ""), title)
        if self.context.services.school_file is not None:
            self.main.addWidget(Notice(IN_SCHOOL_FILE))
            link = LinkButton(SET_UP)
            link.clicked.connect(lambda: self.go(route.SET_UP))
            row = FlowLayout()
            row.addWidget(link)
            self.main.addLayout(row)
            return
        for key, question in (("adopted", ADOPTED), ("next_review", NEXT_REVIEW)):
            month = MonthField(question)
            month.set_value(getattr(self.draft.now, key))
            self._ask((key, ""), month)
        self.main.addWidget(Heading("Whom staff turn to", 2))
        self.main.addWidget(TextLabel("Everybody can read this, so give work numbers only.", Role.MUTED))
        rows = TaskList(
            tuple(
                Task(
                    Step(kind=StepKind.OUR_DETAILS, item=each.id),
                    each.title[:1].upper() + each.title[1:],
                    _known(each),
                )
                for each in self.draft.now.contacts
            )
        )
        rows.chosen.connect(self._go_to)
        self.main.addWidget(rows)

    def _go_to(self, step: Step) -> None:
        """To a contact, with what stands here kept."""
        if not self.valid():
            self.apply()
        self.go(step)

    def _filled(self) -> PolicyPack:
        values = {
            key: control.text() if isinstance(control, Field) else control.value()
            for key, control in self._asked.items()
        }
        if self._contact is not None:
            given = {part: values[self._contact.id, part] for part in _PARTS}
            return with_contact(self.draft.now, structs.replace(self._contact, **given))
        return structs.replace(self.draft.now, **{key: value for (key, _), value in values.items()})

    def _ask(self, key: tuple[str, str], control: Field | MonthField) -> None:
        self._asked[key] = control
        self.main.addWidget(control)
        self.main.addSpacing(8)


def _known(contact: Contact) -> str:
    known = any(getattr(contact, part) for part in _PARTS)
    return contact_text(contact) if known else ""
