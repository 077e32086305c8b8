"""What the certificate says in words; the same on paper and on the web page."""

from dataclasses import dataclass

from nickaudit.domain.certificate import Claims
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.person import AuditKind
from nickaudit.domain.taken_in import is_practice

TITLE = "Social media self-check certificate"
RECORD = "The signed file that goes with this page is the record. This page shows what it says."

PRACTICE = "Practice"
"""Across the whole of what was made in practice."""
IN_PRACTICE = "This was made in practice. No check was done."

KINDS = {AuditKind.JOINING: "On joining the school", AuditKind.YEARLY: "Yearly"}


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of the certificate, in reading order."""

    school: str
    name: str
    sentence: str
    date: str
    """The part of the sentence that stands out."""
    rows: tuple[tuple[str, str], ...]
    """Labels with their values."""


def words_of(claims: Claims) -> Words:
    """The claims in words."""
    date = in_words(claims.finished_on)
    given = (("Work e-mail", claims.email), ("Staff number", claims.staff_number))
    return Words(
        school=claims.school,
        name=claims.name,
        sentence=IN_PRACTICE
        if is_practice(claims)
        else (
            f"{claims.role}, finished looking at their own social media "
            f"against the school’s policy on {date}."
        ),
        date=date,
        rows=(
            *((label, value) for label, value in given if value),
            ("Check", KINDS[claims.kind]),
            ("Statement", claims.statement),
            ("Policy", claims.policy_title),
            ("Next check", in_words(claims.next_due)),
        ),
    )
