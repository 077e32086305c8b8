"""One of those whom staff turn to: name and how to reach them."""

from __future__ import annotations

from msgspec import structs

from nickaudit.domain.person import tidy
from nickaudit.domain.policy import Contact
from nickaudit.domain.school_draft import CHAIR, HEAD, LEAD, Draft
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage
from nickaudit.ui.widgets.field import Field

_SAY = {
    CHAIR: (
        "Staff turn here when the concern is about the headteacher. So give a way that does not go through "
        "the headteacher."
    ),
    LEAD: "Staff turn here first when a child may be at risk.",
}


class ContactPage(DraftPage):
    """Four lines, most of which may stay empty."""

    heading = "Who is it?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._id = context.step.item
        contact = self.draft.contact(self._id)
        if contact is None:
            raise LookupError(context.step.token)
        self._contact: Contact = contact
        self.heading = f"How do staff reach {contact.title}?"
        if self._id in _SAY:
            self.say_first(_SAY[self._id])
        named = "Name" if self._id in (HEAD, LEAD) else "Name (optional)"
        self.contact_name = Field(named, characters=36)
        self.phone = Field("Phone (optional)", characters=24)
        self.email = Field("E-mail (optional)", characters=36)
        self.note = Field(
            "Note (optional)", hint="When they can be reached, or how else. One sentence.", characters=58
        )
        self._lines = {"name": self.contact_name, "phone": self.phone, "email": self.email, "note": self.note}
        for part, line in self._lines.items():
            line.set_text(getattr(contact, part))
            self.ask(f"contacts.{self._id}.{part}", line)

    def filled(self) -> Draft:
        """With this contact."""
        given = {part: tidy(line.text()) for part, line in self._lines.items()}
        return structs.replace(
            self.draft,
            contacts=tuple(
                structs.replace(each, **given) if each.id == self._id else each
                for each in self.draft.contacts
            ),
        )
