"""Whose key is whose: the head says yes once to the key that each person came with.

A signature shows that a certificate is unchanged and by whose key, not who held it. From then on one in the
same name by another key stands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.status import BY_HAND
from nickaudit.domain.taken_in import folded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from nickaudit.domain.status import Report, Row
    from nickaudit.store.database import Database


class ToConfirm(Struct, frozen=True, kw_only=True):
    """Who waits for the head's yes."""

    together: tuple[Row, ...]
    """New, with nothing to ask about: all of them may be confirmed at once."""
    one_by_one: tuple[Row, ...]
    """To be asked in person first."""


class Confirmed(Struct, frozen=True, kw_only=True):
    """What the head said last, which can be taken back."""

    at: dt.datetime
    people: int


def to_confirm(report: Report) -> ToConfirm:
    """Who waits for the head's yes, in the order of the report."""
    waiting = [row for row in report.rows if row.may_be_confirmed]
    return ToConfirm(
        together=tuple(row for row in waiting if not BY_HAND.intersection(row.notes)),
        one_by_one=tuple(row for row in waiting if BY_HAND.intersection(row.notes)),
    )


def confirm(school: Database, rows: Iterable[Row], *, now: dt.datetime) -> None:
    """These people's keys are theirs; all or none of it is written."""
    from nickaudit.store.school import confirmed

    confirmed.confirm(school, ((row.key, folded(row.name)) for row in rows), at=now)


def last_confirmed(school: Database) -> Confirmed | None:
    """What was said last; None where nothing was, or all was taken back."""
    from nickaudit.store.school import confirmed

    last = confirmed.last(school)
    return None if last is None else Confirmed(at=last[0], people=len(last[1]))


def take_back(school: Database, last: Confirmed) -> None:
    """Take back what was said then: those people wait for a yes again."""
    from nickaudit.store.school import confirmed

    confirmed.take_back(school, at=last.at)
