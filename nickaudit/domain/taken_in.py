"""Certificates the school has taken in, and which of them are one person's.

Two people of one name are never merged: better one person in two rows, which somebody asks about, than two
people in one row, where one of them is never asked again.
"""

import datetime as dt

from msgspec import Struct

from nickaudit.domain.certificate import Claims

PRACTICE_POLICY = "practice"
"""Stands where the policy's id does in what was made in practice."""


class TakenIn(Struct, frozen=True, kw_only=True):
    """One certificate in the school's database."""

    claims: Claims
    key: str
    file_name: str
    received_on: dt.date
    """The day it arrived in the folder, as far as that can be known."""
    place: str = ""
    """The folder or share it came from; empty where that was not written down."""


def is_practice(claims: Claims) -> bool:
    """Whether it was made in practice, with no check done."""
    return claims.policy_id == PRACTICE_POLICY


def folded(text: str | None) -> str:
    """The text for comparing: case and spaces make no difference."""
    return " ".join((text or "").casefold().split())


def by_person(taken_in: tuple[TakenIn, ...]) -> tuple[tuple[TakenIn, ...], ...]:
    """The certificates of each person, in order of arrival.

    One person is: the same name, and the same staff number; or else the same work e-mail; or else the same
    key. A staff number or e-mail that differs keeps two apart whatever else they share. A certificate that
    could be that of two people stands by itself.
    """
    by_name: dict[str, list[_Person]] = {}
    for item in sorted(taken_in, key=_most_telling_first):
        namesakes = by_name.setdefault(folded(item.claims.name), [])
        fitting = [person for person in namesakes if person.may_own(item)]
        if len(fitting) > 1:
            fitting = [person for person in fitting if not person.staff_number and not person.email]
        if len(fitting) != 1:
            fitting = [_Person()]
            namesakes.extend(fitting)
        fitting[0].take(item)
    return tuple(
        tuple(sorted(person.items, key=_arrival)) for namesakes in by_name.values() for person in namesakes
    )


class _Person:
    """What is known of one person from the certificates found so far, all of one name."""

    def __init__(self) -> None:
        self.staff_number = ""
        self.email = ""
        self.keys: set[str] = set()
        self.items: list[TakenIn] = []

    def may_own(self, item: TakenIn) -> bool:
        """Whether the certificate is theirs, as far as it says."""
        for theirs, given in (
            (self.staff_number, folded(item.claims.staff_number)),
            (self.email, folded(item.claims.email)),
        ):
            if theirs and given:
                return theirs == given
        return item.key in self.keys

    def take(self, item: TakenIn) -> None:
        """Count the certificate as theirs."""
        self.staff_number = self.staff_number or folded(item.claims.staff_number)
        self.email = folded(item.claims.email) or self.email
        self.keys.add(item.key)
        self.items.append(item)


def _most_telling_first(item: TakenIn) -> tuple[bool, bool, tuple[dt.date, dt.date, str]]:
    return (not item.claims.staff_number, not item.claims.email, _arrival(item))


def _arrival(item: TakenIn) -> tuple[dt.date, dt.date, str]:
    return (item.received_on, item.claims.finished_on, item.claims.number)
