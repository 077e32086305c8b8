"""What the school can see: every line of a certificate, and what is never in one."""

from __future__ import annotations

import datetime as dt

from nickaudit.domain.due_dates import in_words, next_due
from nickaudit.domain.ids import RoleId
from nickaudit.domain.person import AuditKind, Person
from nickaudit.domain.policy import PolicyPack
from nickaudit.services import Services
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.pages.certificates.readers import SEALED, can_be_read_by
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import Role, TextLabel

NOT_YET = "As you give it on “About you”"
NOT_GIVEN = "Not given"
KINDS = {AuditKind.JOINING: "On joining", AuditKind.YEARLY: "Yearly"}
OPEN = "Anyone who can open the school's folder can read your name, role and date there."
OTHER_WAYS = "You can also e-mail the certificate or hand it in."
NEVER = (
    "which accounts you have, or whether you have any",
    "what you found, changed, left as it is or put off",
    "your name on any site, and the names of other people",
    "whether you spoke to {lead} or the headteacher",
    "how long you took, or how often you stopped",
    "your computer's name or your log-in name",
)


def leaves(
    policy: PolicyPack,
    *,
    pack: str,
    person: Person | None,
    finished_on: dt.date | None,
    today: dt.date,
    every_months: int = 12,
) -> dict[str, tuple[str, str]]:
    """Every field of a certificate: what it is called on the page, and its value as far as it is known."""
    role = policy.role(person.role) if person else None
    due = in_words(next_due(finished_on or today, every_months))
    return {
        "name": ("Name", person.name if person else NOT_YET),
        "role": ("Role", role.title if role else NOT_YET),
        "email": ("Work e-mail", (person.email or NOT_GIVEN) if person else NOT_YET),
        "staff_number": ("Staff number", (person.staff_number or NOT_GIVEN) if person else NOT_YET),
        "school": ("School", policy.school.name),
        "kind": ("Check", KINDS[person.kind] if person else NOT_YET),
        "statement": ("Statement", policy.statement),
        "finished_on": ("Finished on", in_words(finished_on) if finished_on else "The day you finish"),
        "next_due": (
            "Next check",
            due if finished_on else f"{_later(every_months)} If you finish today: {due}",
        ),
        "policy_title": ("Policy", policy.title),
        "number": ("Number", "Twelve letters and figures that mean nothing by themselves"),
        "policy_id": ("Policy's id", policy.id),
        "policy_version": ("Its version", policy.version),
        "policy_hash": ("Its fingerprint", "64 letters and figures that show which wording it was"),
        "content_pack": ("Site lists", f"The version of our lists of sites: {pack}"),
    }


def _later(months: int) -> str:
    if months % 12 == 0:
        return "A year later." if months == 12 else "Two years later."
    return f"{months} months later." if months > 1 else "A month later."


class SchoolSeesPage(Page):
    """All of it, and the person's own values where they are known."""

    heading = "What the school can see"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, services = context.session, context.services
        person = session.progress.person if session else None
        entries = leaves(
            services.content.policy,
            pack=services.content.pack,
            person=person,
            finished_on=session.finished_on if session else None,
            today=context.today(),
            every_months=services.every_months,
        )
        self.main.addWidget(
            TextLabel(
                "Nothing at all, until you let the school have your certificate. Then this, and no more.",
                Role.LEAD,
            )
        )
        card = Card()
        card.column.addWidget(Heading("All that is in a certificate", 3))
        card.column.addWidget(FactTable(tuple(Entry(name, value) for name, value in entries.values())))
        card.column.addWidget(
            TextLabel(
                "With it comes a signature, and the half of your key that checks it. They show that nobody "
                "has "
                "changed the certificate since.",
                Role.MUTED,
            )
        )
        self.main.addWidget(card)
        self.main.addWidget(Heading("What is never in it", 2))
        self.main.addWidget(Bullets(tuple(each.format(lead=services.content.policy.lead) for each in NEVER)))
        self.main.addWidget(Notice(_who_reads(services, person), Mood.INFORMATION))


def _who_reads(services: Services, person: Person | None) -> str:
    """Who could read it: the readers in the school's file, or whoever opens the folder."""
    if services.school_file is None:
        return f"**{OPEN}** {OTHER_WAYS}"
    role = person.role if person else RoleId("")
    return f"{SEALED} {can_be_read_by(services.school_file.school.readers_for(role))}"
