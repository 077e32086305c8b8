import datetime as dt
from typing import Any

import msgspec
import pytest

from nickaudit.domain.taken_in import TakenIn
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.school import certificates
from nickaudit.store.school.certificates import Found, Known
from tests.factories import TODAY, make_claims


def found(name: str = "a", **claims: Any) -> Found:
    return Found(
        hash=f"hash of {name}",
        signed=b"signed",
        claims=msgspec.json.encode(make_claims(**claims)),
        key="key",
        file_name=name,
        file_hash=f"hash of sealed {name}",
        place="/school",
        received_on=TODAY,
    )


def test_a_certificate_comes_back_as_it_was_taken_in(school: Database) -> None:
    claims = {"email": "r.ash@school.uk", "staff_number": "17"}
    given = found("a", **claims)
    certificates.take_in(school, [given])
    school.close()
    assert certificates.all_taken_in(school) == (
        TakenIn(claims=make_claims(**claims), key="key", file_name="a", received_on=TODAY, place="/school"),
    )
    assert certificates.known_by_hash(school) == {given.hash: Known("a", given.file_hash)}
    assert school.rows("SELECT signed FROM certificates") == [(b"signed",)]


def test_taking_it_in_again_changes_nothing(school: Database) -> None:
    certificates.take_in(school, [found()])
    (before,) = certificates.all_taken_in(school)
    again = msgspec.structs.replace(found("b"), hash=found().hash, signed=b"x")
    certificates.take_in(school, [again])
    assert certificates.all_taken_in(school) == (before,)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE certificates SET claims = x'7b7d'",
        "UPDATE certificates SET claims = x'00'",
        "UPDATE certificates SET received_on = 'yesterday'",
    ],
)
def test_claims_that_cannot_be_read_are_damage(school: Database, damage: str) -> None:
    certificates.take_in(school, [found()])
    school.write(damage)
    with pytest.raises(DamagedStoreError):
        certificates.all_taken_in(school)


def test_the_day_of_a_leap_year_comes_back_too(school: Database) -> None:
    day = dt.date(2028, 2, 29)
    certificates.take_in(school, [msgspec.structs.replace(found(), received_on=day)])
    assert certificates.all_taken_in(school)[0].received_on == day
