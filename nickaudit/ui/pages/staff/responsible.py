"""Who is responsible for what the program and the school keep, on what basis, and for how long."""

from __future__ import annotations

from nickaudit.domain.policy import Contact
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.text import Role, TextLabel

_HERE = (
    "Your answers and your list of accounts stay on this computer. Only your log-in can open that folder.",
    "You can have your answers forgotten at the end of every check.",
    "Nothing is sent by itself. You see all of a certificate before you let the school have it.",
    "On a computer that several people use, nothing is kept at all.",
)


def told(contact: Contact) -> str:
    """A contact in one line, as far as the school has filled it in."""
    title = contact.title[:1].upper() + contact.title[1:]
    given = [part for part in (contact.name, contact.phone, contact.email) if part]
    first = f"**{title}**" + (f": {', '.join(given)}" if given else "")
    return f"{first}. {contact.note}" if contact.note else first


class ResponsiblePage(Page):
    """The notice of the policy pack, under the questions people ask."""

    heading = "Who is responsible, and for how long"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        policy = context.services.content.policy
        notice = policy.responsibility
        self._part("Who is responsible?", notice.controller)
        self._part("Why may the school ask?", notice.basis)
        self._part("How long does the school keep it?", notice.kept_for)
        self.main.addSpacing(6)
        self.main.addWidget(Heading("What stays on this computer?", 2))
        self.main.addWidget(Bullets(_HERE))
        self.main.addSpacing(6)
        self.main.addWidget(Heading("What can you ask for?", 2))
        self.main.addWidget(Bullets(notice.rights))
        contact = policy.contact(notice.contact)
        card = Card()
        card.column.addWidget(Heading("Whom to ask", 3))
        if contact is not None:
            card.column.addWidget(TextLabel(told(contact), marks=True))
        card.column.addWidget(TextLabel(notice.complain))
        self.main.addSpacing(6)
        self.main.addWidget(card)
        links = {"sees": lambda: self.step_requested.emit(Step(kind=StepKind.SCHOOL_SEES))}
        self.main.addWidget(
            TextLabel(
                "The exact list of what is in a certificate: [What the school can see](sees)", links=links
            )
        )

    def _part(self, question: str, words: str) -> None:
        self.main.addSpacing(6)
        self.main.addWidget(Heading(question, 2))
        self.main.addWidget(TextLabel(words, Role.BODY))
