"""What differs between two versions of a policy: each line before and now, one under the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import Contact, PolicyLine
from nickaudit.domain.policy_changes import LineChange, PolicyChanges
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

BEFORE, NOW = "Before", "Now"
NOT_THERE, TAKEN_OUT = "It was not there.", "It is switched off. It is not asked, and counts as not covered."
NO_DETAILS = "no name, phone or e-mail"
_DETAILS = {"title": "Short title", "adopted": "Adopted", "next_review": "Next review"}


class PolicyChangeList(QWidget):
    """`change` leads to a line, `put_back` undoes its change; both are for the school that makes it."""

    def __init__(
        self,
        changes: PolicyChanges,
        *,
        change: Callable[[LineId], None] | None = None,
        put_back: Callable[[LineId], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Stack(self, spacing=10)
        for each in changes.lines:
            card = _card(place_words(each.line), line_text(each.before), line_text(each.after, gone=True))
            column.addWidget(card)
            if change is not None and put_back is not None:
                card.column.addLayout(_links(each, change, put_back))
        for contact in changes.contacts:
            title = contact.after.title if contact.after else contact.before.title if contact.before else ""
            card = _card(_capital(title), contact_text(contact.before), contact_text(contact.after))
            column.addWidget(card)
        for key, before, after in changes.details:
            column.addWidget(_card(_DETAILS[key], _detail(key, before), _detail(key, after)))


def place_words(line: PolicyLine) -> str:
    """`Policy 2.5, “Reputation”`; without the number where the section has none."""
    number = f"Policy {line.clause}" if line.clause else "Policy"
    return f"{number}, “{line.heading}”"


def line_text(line: PolicyLine | None, *, gone: bool = False) -> str:
    """A line's words and its verb."""
    if line is None or line.off:
        return TAKEN_OUT if gone else NOT_THERE
    return f"{line.words} ({line.strength.capitalize()})"


def contact_text(contact: Contact | None) -> str:
    """How somebody is reached, in one line."""
    if contact is None:
        return NOT_THERE
    parts = (contact.name, contact.phone, contact.email, contact.note)
    return ", ".join(part for part in parts if part) or NO_DETAILS.capitalize()


def _card(title: str, before: str, now: str) -> Card:
    card = Card()
    card.column.addWidget(TextLabel(title, Role.STRONG))
    card.column.addWidget(FactTable((Entry(BEFORE, before), Entry(NOW, now))))
    return card


def _links(
    each: LineChange, change: Callable[[LineId], None], put_back: Callable[[LineId], None]
) -> FlowLayout:
    row = FlowLayout(spacing=18)
    for words, press in (("Change it", change), ("Put it back", put_back)):
        link = LinkButton(words, name=f"{words}: {each.line.words}")
        link.clicked.connect(lambda _on=False, press=press: press(each.id))
        row.addWidget(link)
    return row


def _detail(key: str, value: str) -> str:
    if key == "title":
        return value
    try:
        return month_in_words(value)
    except (ValueError, IndexError):
        return value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
