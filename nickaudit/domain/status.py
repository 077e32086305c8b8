"""One row of the head's table, and the totals over it, on a given day."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.certificate import Claims, Refusal


class Status(StrEnum):
    """How it stands with one person. With no staff list yet only those who have finished are known."""

    FINISHED = "finished"
    DUE = "due"
    OVERDUE = "overdue"


DUE_WITHIN_DAYS = 30
"""A next check so near is shown as due."""


class Note(StrEnum):
    """What the head may want to ask about; empty where nothing is."""

    NONE = ""
    SAME_NAME = "two people of this name"
    DATED_AHEAD = "dated in the future"
    DATED_BACK = "dated more than a day before it arrived"
    NEW_KEY = "from a new computer"
    OTHER_SCHOOL = "names another school"
    OTHER_POLICY = "made under another policy"


class TakenIn(Struct, frozen=True, kw_only=True):
    """One certificate in the school's database."""

    claims: Claims
    key: str
    file_name: str
    received_on: dt.date


class SetAside(Struct, frozen=True, kw_only=True):
    """One file that needs a look: which, and why."""

    file_name: str
    reason: Refusal | None
    """None for a file that is a copy of one already taken in."""
    copy_of: str = ""
    """File name of the one it repeats."""
    seen_on: dt.date


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
    school: str = "",
    policy_id: str = "",
) -> tuple[Row, ...]:
    """One row per person: the newest certificate of each key, with what to ask about.

    Two people of one name are never merged: a person is told apart by name and key, or by a staff number or
    work e-mail that both certificates carry.
    """
    newest: dict[tuple[str, ...], TakenIn] = {}
    for item in sorted(taken_in, key=lambda i: (i.claims.finished_on, i.received_on, i.claims.number)):
        newest[_person_of(item)] = item
    names = [_folded(item.claims.name) for item in newest.values()]
    rows = [
        Row(
            name=item.claims.name,
            role=item.claims.role,
            status=status_on(next_due=item.claims.next_due, today=today),
            finished_on=item.claims.finished_on,
            next_due=item.claims.next_due,
            notes=_notes(item, names, taken_in=taken_in, today=today, school=school, policy_id=policy_id),
            number=item.claims.number,
            key=item.key,
        )
        for item in newest.values()
    ]
    return tuple(sorted(rows, key=lambda row: (_folded(surname_first(row.name)), row.number)))


def _person_of(item: TakenIn) -> tuple[str, ...]:
    claims = item.claims
    for given in (claims.staff_number, claims.email):
        if given:
            return (_folded(claims.name), "given", _folded(given))
    return (_folded(claims.name), "key", item.key)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _notes(
    item: TakenIn,
    names: list[str],
    *,
    taken_in: tuple[TakenIn, ...],
    today: dt.date,
    school: str,
    policy_id: str,
) -> tuple[Note, ...]:
    claims = item.claims
    other_keys = {o.key for o in taken_in if _person_of(o) == _person_of(item)} - {item.key}
    tests = (
        (Note.SAME_NAME, names.count(_folded(claims.name)) > 1),
        (Note.NEW_KEY, bool(other_keys)),
        (Note.DATED_AHEAD, claims.finished_on > min(item.received_on, today)),
        (Note.DATED_BACK, (item.received_on - claims.finished_on).days > 1),
        (Note.OTHER_SCHOOL, bool(school) and _folded(claims.school) != _folded(school)),
        (Note.OTHER_POLICY, bool(policy_id) and claims.policy_id != policy_id),
    )
    return tuple(note for note, holds in tests if holds)
