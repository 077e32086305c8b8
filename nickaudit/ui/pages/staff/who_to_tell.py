"""Something happened: what to do first, whom to tell and what to say. Nothing is recorded.

The page needs no check to be under way. Without an item it lists what may have happened; with one it shows
that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact, Situation
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.keep_sheet import KeepSheet
from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words, standing
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay

if TYPE_CHECKING:
    from nickaudit.documents.pdf.sheet import Sheet

WHAT_HAPPENED = "What has happened?"
NOT_RECORDED = "Nothing is recorded, and nobody is told that you looked here."
IN_DANGER = "If somebody is in danger now, call 999."
OUR_ADVICE = "This is our advice. The policy does not speak of it."
ASK_OFFICE = "If no name or number is given here, ask the school office."
OTHER = "Something else happened"
NOTHING_HAPPENED = "Nothing has happened, but…"
TEN_MINUTES = "The first ten minutes, in order"
KEEP = "What to keep"
WRITE_HERE = "Time, date and address:"
FOR_YOU = "Help for you"
_SEPARATOR = " · "


class WhoToTellPage(Page):
    """All situations, or the one whose id is the step's item."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._pack = context.services.content.policy
        situation = next((each for each in self._pack.situations if each.id == context.step.item), None)
        self.status = "Who to tell"
        if situation is None:
            self._show_all()
        else:
            self._show_one(situation)

    def _show_all(self) -> None:
        self.heading = WHAT_HAPPENED
        self.window_title = "Who to tell"
        self.main.addWidget(TextLabel(NOT_RECORDED, Role.MUTED))
        self.situations = TaskList(tuple(Task(each.id, each.title) for each in self._pack.situations))
        self.situations.chosen.connect(
            lambda item: self.step_requested.emit(Step(kind=StepKind.WHO_TO_TELL, item=str(item)))
        )
        self.main.addWidget(self.situations)
        self.aside.addWidget(Heading("At once", 4))
        self.aside.addWidget(TextLabel(IN_DANGER, Role.SIDE))
        self.aside.addSpacing(14)
        self.aside.addWidget(Heading(NOTHING_HAPPENED, 4))
        link = side_link("It's complicated")
        link.clicked.connect(lambda: self.step_requested.emit(Step(kind=StepKind.COMPLICATED)))
        self.aside.addWidget(link)

    def _show_one(self, situation: Situation) -> None:
        self.heading = situation.title
        self.window_title = f"Who to tell: {situation.title}"
        self.main.addWidget(TextLabel(NOT_RECORDED, Role.MUTED))
        self._add_card(first_words(situation), Bullets(situation.first, numbered=True))
        if situation.evidence:
            self._add_card(KEEP, Bullets(situation.evidence))
        self._add_people("Who to tell", people_of(self._pack.contacts, situation.tell))
        self.main.addSpacing(6)
        self.main.addWidget(Heading("What to say"))
        words = WordsToSay(situation.say)
        words.said.connect(self.announced)
        self.main.addWidget(words)
        if situation.helplines:
            self._add_people(FOR_YOU, people_of(self._pack.contacts, situation.helplines))
        self.main.addSpacing(6)
        self.main.addWidget(Heading("A card to keep"))
        self.keep = KeepSheet(
            lambda: card_for(situation, self._pack.contacts, self._pack.school.name),
            file_name="Who to tell.pdf",
            tasks=self.context.tasks,
        )
        self.keep.said.connect(self.announced)
        self.main.addWidget(self.keep)
        row = FlowLayout()
        other = LinkButton(OTHER)
        other.clicked.connect(lambda: self.step_requested.emit(Step(kind=StepKind.WHO_TO_TELL)))
        row.addWidget(other)
        self.main.addSpacing(6)
        self.main.addLayout(row)
        self._add_policy(situation)

    def _add_card(self, heading: str, *parts: Bullets) -> None:
        self.main.addSpacing(6)
        self.main.addWidget(Heading(heading))
        card = Card()
        for part in parts:
            card.column.addWidget(part)
        self.main.addWidget(card)

    def _add_people(self, heading: str, people: tuple[Contact, ...]) -> None:
        self.main.addSpacing(6)
        self.main.addWidget(Heading(heading))
        card = Card()
        for number, contact in enumerate(people):
            if number:
                card.column.addWidget(Rule())
            card.column.addWidget(TextLabel(capital(contact.title), Role.STRONG))
            for detail in details_of(contact):
                card.column.addWidget(TextLabel(detail))
            if contact.note:
                card.column.addWidget(TextLabel(contact.note, Role.SIDE_MUTED))
        card.column.setSpacing(5)
        self.main.addWidget(card)
        if heading != FOR_YOU and not all(details_of(contact) for contact in people):
            self.main.addWidget(TextLabel(ASK_OFFICE, Role.MUTED))

    def _add_policy(self, situation: Situation) -> None:
        lines = self._pack.lines_of(situation.lines)
        self.aside.addWidget(Heading("At once", 4))
        self.aside.addWidget(TextLabel(IN_DANGER, Role.SIDE))
        self.aside.addSpacing(14)
        self.aside.addWidget(Heading("What the policy says", 4))
        for line in lines:
            self.aside.addWidget(NotedLabel(line_words(line), standing((line,))[0], Role.SIDE))
        self.aside.addWidget(TextLabel(OUR_WORDS if lines else OUR_ADVICE, Role.SIDE_MUTED))


def first_words(situation: Situation) -> str:
    """What stands above the first steps: on a bad day, that they are for the first ten minutes."""
    return TEN_MINUTES if situation.evidence else "First"


def people_of(contacts: tuple[Contact, ...], ids: tuple[ContactId, ...]) -> tuple[Contact, ...]:
    """Those people, in that order."""
    known = {contact.id: contact for contact in contacts}
    return tuple(known[contact] for contact in ids if contact in known)


def details_of(contact: Contact) -> tuple[str, ...]:
    """Name, phone and e-mail, as far as the school filled them in."""
    labelled = ((contact.name, ""), (contact.phone, "Phone: "), (contact.email, "E-mail: "))
    return tuple(f"{label}{value}" for value, label in labelled if value)


def capital(text: str) -> str:
    """With a capital at the start, as a heading has it."""
    return text[:1].upper() + text[1:]


def card_for(situation: Situation, contacts: tuple[Contact, ...], school: str) -> Sheet:
    """The card to print: first steps, what to keep with room for it, people, words, helplines."""
    from nickaudit.documents.pdf.sheet import Entry, Part, Sheet

    def entries(ids: tuple[ContactId, ...]) -> tuple[Entry, ...]:
        return tuple(
            Entry(capital(contact.title), (_SEPARATOR.join(said),) if said else ())
            for contact in people_of(contacts, ids)
            for said in [(*details_of(contact), *((contact.note,) if contact.note else ()))]
        )

    # All of it on one side of paper: a card of two pages is half a card.
    keep = (Part(heading=KEEP, text=" ".join((*situation.evidence, WRITE_HERE)), lines=1),)
    for_you = (Part(heading=FOR_YOU, entries=entries(situation.helplines)),)
    return Sheet(
        title=situation.title,
        intro=f"{school}. {IN_DANGER}",
        parts=(
            Part(heading=first_words(situation), steps=situation.first),
            *(keep if situation.evidence else ()),
            Part(heading="Who to tell", entries=entries(situation.tell)),
            Part(heading="What to say", words=situation.say),
            *(for_you if situation.helplines else ()),
        ),
        foot="Printing this card is not recorded.",
    )
