"""The rows of set-up: what each task is called, what has been filled in, and how far it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nickaudit.domain import route
from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school import Reader
from nickaudit.domain.school_draft import CHAIR, HEAD, LEAD, Draft, DraftFault
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.ui.widgets.school_facts import address_in_words, how_often
from nickaudit.ui.widgets.step_words import FINISHED, NOT_STARTED, STARTED, count
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task

LAST = "Check it, make the recovery key, then the school file"
LAST_CHANGE = "Check it, then make the new school file"
FIELDS: dict[StepKind, tuple[str, ...]] = {
    StepKind.SET_UP_SCHOOL: ("name", "short_name", "other_names", "nation"),
    StepKind.SET_UP_CONTACTS: ("contacts",),
    StepKind.SET_UP_POLICY: ("adopted", "next_review"),
    StepKind.SET_UP_SHARE: ("share",),
    StepKind.SET_UP_ROUND: ("every_months", "induction_days", "groups"),
    StepKind.SET_UP_READERS: ("readers", "own_title", "own_name", "head_reader"),
}
"""Which page asks for which parts of the draft."""
TITLES: dict[StepKind, str] = {
    StepKind.SET_UP_SCHOOL: "The school",
    StepKind.SET_UP_CONTACTS: "Whom to turn to",
    StepKind.SET_UP_POLICY: "The policy",
    StepKind.SET_UP_SHARE: "Where certificates go",
    StepKind.SET_UP_ROUND: "Who is asked, and how often",
    StepKind.SET_UP_READERS: "Who can read them",
}


def page_of(field: str) -> StepKind:
    """The page that asks for a part of the draft."""
    part = field.partition(".")[0]
    return next(kind for kind, parts in FIELDS.items() if part in parts)


def left_to_do(seen: Collection[str], found: Sequence[DraftFault]) -> frozenset[StepKind]:
    """Pages that nobody has gone through yet, or with something to put right."""
    return frozenset(
        {page_of(fault.field) for fault in found} | {kind for kind in TITLES if kind not in seen}
    )


def rows(draft: Draft, left: Collection[StepKind]) -> tuple[Task, ...]:
    """One row for each page."""
    return tuple(
        Task(Step(kind=kind), title, note_of(kind, draft), *_how_far(kind, draft, left))
        for kind, title in TITLES.items()
    )


def _how_far(kind: StepKind, draft: Draft, left: Collection[StepKind]) -> tuple[str, Tone]:
    if kind not in left:
        return FINISHED, Tone.FINISHED
    # The other pages are filled in from the policy pack, so that what stands there says nothing.
    is_begun = kind is StepKind.SET_UP_CONTACTS and bool(note_of(kind, draft))
    return (STARTED, Tone.PROGRESS) if is_begun else (NOT_STARTED, Tone.OPEN)


def last_row(left: Collection[StepKind], *, is_change: bool) -> Task:
    """It can be opened once nothing is left to do."""
    title = LAST_CHANGE if is_change else LAST
    if left:
        return Task(route.SET_UP_REVIEW, title, f"{count(len(left), 'task')} to go", is_open=False)
    return Task(route.SET_UP_REVIEW, title, "", NOT_STARTED)


def note_of(kind: StepKind, draft: Draft) -> str:
    """What has been filled in, in a few words."""
    match kind:
        case StepKind.SET_UP_SCHOOL:
            return draft.name
        case StepKind.SET_UP_CONTACTS:
            names = [each.name for each in draft.contacts if each.id in (HEAD, LEAD, CHAIR) and each.name]
            return ", ".join(names)
        case StepKind.SET_UP_POLICY:
            return _review(draft.next_review)
        case StepKind.SET_UP_SHARE:
            return address_in_words(draft.share) if draft.share.is_given else ""
        case StepKind.SET_UP_ROUND:
            return how_often(draft.every_months, draft.induction_days).partition(".")[0].lower()
        case _:
            return can_be_read_by(draft)


def can_be_read_by(draft: Draft) -> str:
    """Everybody who will be able to read, in words."""
    own = (Reader(title=draft.own_title, name=draft.own_name, key="", receipt_key=""),)
    readers = (*(own if draft.reads_here else ()), *draft.readers)
    return readers_in_words(readers) or "nobody yet"


def _review(month: str) -> str:
    try:
        return f"next review {month_in_words(month)}"
    except (ValueError, IndexError):
        return ""
