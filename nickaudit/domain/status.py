"""One row of the head's table, and the totals over it, on a given day."""

import datetime as dt
from collections import Counter
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain import due_dates
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.taken_in import TakenIn, by_person, folded


class Status(StrEnum):
    """How it stands with one person. With no staff list yet only those who have finished are known."""

    FINISHED = "finished"
    DUE = "due"
    OVERDUE = "overdue"


DUE_WITHIN_DAYS = 30
"""A next check so near is shown as due."""


class Note(StrEnum):
    """What the head may want to ask about."""

    SAME_NAME = "same name as another row"
    DATED_AHEAD = "dated in the future"
    DATED_BACK = "dated more than a day before it arrived"
    NEW_KEY = "from a new computer"
    OTHER_SCHOOL = "names another school"
    OTHER_POLICY = "made under another policy"


class SetAside(Struct, frozen=True, kw_only=True):
    """One file that needs a look: which, and why."""

    file_name: str
    reason: Refusal | None
    """None for a file that is a copy of one already taken in."""
    copy_of: str = ""
    """File name of the one it repeats."""
    seen_on: dt.date
    folder: str = ""
    """Where it lies."""


class Row(Struct, frozen=True, kw_only=True):
    """One person in the head's table."""

    name: str
    role: str
    status: Status
    finished_on: dt.date
    next_due: dt.date
    notes: tuple[Note, ...] = ()
    number: str = ""
    key: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """What the head sees on a given day."""

    as_of: dt.date
    school: str
    rows: tuple[Row, ...]
    set_aside: tuple[SetAside, ...]
    finished: int
    due: int
    overdue: int
    read_at: dt.datetime | None = None


def surname_first(name: str) -> str:
    """`Rosalind Ash` as `Ash, Rosalind`, for a table; a name of one word stays."""
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name


def status_on(*, next_due: dt.date, today: dt.date) -> Status:
    """Finished, due within a month, or overdue."""
    if next_due < today:
        return Status.OVERDUE
    if next_due <= today + dt.timedelta(days=DUE_WITHIN_DAYS):
        return Status.DUE
    return Status.FINISHED


def rows_on(
    taken_in: tuple[TakenIn, ...],
    *,
    today: dt.date,
    school_names: tuple[str, ...] = (),
    policy_id: str = "",
) -> tuple[Row, ...]:
    """One row per person: their newest certificate, with what to ask about.

    Args:
        taken_in: Every certificate the school has.
        today: Decides who is due and who is overdue.
        school_names: What a certificate may call the school; empty where that is not looked at.
        policy_id: The policy certificates should have been made under; empty where that is not looked at.
    """
    people = by_person(taken_in)
    names = Counter(folded(items[0].claims.name) for items in people)
    schools = frozenset(map(folded, school_names))
    rows = []
    for items in people:
        newest = max(items, key=lambda item: _recency(item, today=today))
        claims = newest.claims
        # Whatever a certificate says, nobody's next check is more than a year after the last.
        due = min(claims.next_due, due_dates.next_due(claims.finished_on))
        tests = (
            (Note.SAME_NAME, names[folded(claims.name)] > 1),
            # The first key a person came with is trusted; another one is asked about until somebody says yes.
            (Note.NEW_KEY, newest.key != items[0].key),
            (Note.DATED_AHEAD, _is_dated_ahead(newest, today=today)),
            (Note.DATED_BACK, (newest.received_on - claims.finished_on).days > 1),
            (Note.OTHER_SCHOOL, bool(schools) and folded(claims.school) not in schools),
            (Note.OTHER_POLICY, bool(policy_id) and claims.policy_id != policy_id),
        )
        rows.append(
            Row(
                name=claims.name,
                role=claims.role,
                status=status_on(next_due=due, today=today),
                finished_on=claims.finished_on,
                next_due=due,
                notes=tuple(note for note, holds in tests if holds),
                number=claims.number,
                key=newest.key,
            )
        )
    return tuple(sorted(rows, key=lambda row: (folded(surname_first(row.name)), row.number)))


def _is_dated_ahead(item: TakenIn, *, today: dt.date) -> bool:
    """Whether it was finished on a day that had not come when it arrived."""
    return item.claims.finished_on > min(item.received_on, today)


def _recency(item: TakenIn, *, today: dt.date) -> tuple[bool, dt.date, dt.date, str]:
    """Later is newer; but one dated ahead never hides one with a day that can be."""
    claims = item.claims
    return (not _is_dated_ahead(item, today=today), claims.finished_on, item.received_on, claims.number)
