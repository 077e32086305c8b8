"""What to ask when the policy is next reviewed: its date, its sources, sentences that made a reader stop.

Questions, not advice: what was found lies in the policy pack, and here it is put in order for a given day.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.due_dates import month_has_passed, month_in_words, months_since
from nickaudit.domain.policy import PolicyLine, PolicyPack


class Subject(StrEnum):
    """What a question is about, in the order they are asked."""

    REVIEW_DATE = "review date"
    GUIDANCE = "guidance"
    CONTRADICTION = "contradiction"
    ABSOLUTE = "absolute"
    INCOMPLETE = "incomplete"
    GAP = "gap"


class ReviewPoint(Struct, frozen=True, kw_only=True):
    """One thing to ask."""

    subject: Subject
    words: str
    lines: tuple[PolicyLine, ...] = ()
    """The policy's sentences it is about."""
    looked_on: str = ""
    """Month (`2026-11`) in which somebody last looked; empty where that does not matter."""


def review_has_passed(pack: PolicyPack, *, today: dt.date) -> bool:
    """Whether the month of the policy's next review lies behind us."""
    return month_has_passed(pack.next_review, today=today)


def cites_replaced_guidance(pack: PolicyPack) -> bool:
    """Whether something the policy cites has been replaced."""
    return any(guidance.replaced_by for guidance in pack.guidance)


def review_points(pack: PolicyPack, *, today: dt.date) -> tuple[ReviewPoint, ...]:
    """Everything to ask, subject by subject; within one in the pack's own order."""
    points = []
    if review_has_passed(pack, today=today):
        points.append(ReviewPoint(subject=Subject.REVIEW_DATE, words=_review_words(pack, today=today)))
    points += [
        ReviewPoint(
            subject=Subject.GUIDANCE,
            words=f"The policy cites {each.title} ({each.cited_edition}). {each.replaced_by}",
            looked_on=each.checked_on,
        )
        for each in pack.guidance
        if each.replaced_by
    ]
    kinds = {subject.value: subject for subject in Subject}
    read = [
        ReviewPoint(
            subject=kinds.get(question.kind, Subject.GAP),
            words=question.question,
            lines=pack.lines_of(question.lines),
        )
        for question in pack.questions
    ]
    order = list(Subject)
    return tuple(sorted([*points, *read], key=lambda point: order.index(point.subject)))


def _review_words(pack: PolicyPack, *, today: dt.date) -> str:
    years, months = divmod(months_since(pack.next_review, today=today), 12)
    ago = _counted(years, "year") if years else _counted(months, "month")
    return (
        f"The policy was adopted in {month_in_words(pack.adopted)}. "
        f"Its next review was due in {month_in_words(pack.next_review)}. That was {ago} ago. "
        "When will it be reviewed?"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
