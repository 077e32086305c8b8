import datetime as dt
from typing import Any

import pytest

from nickaudit.domain.delivery import Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.errors import StoreError
from nickaudit.store.private import issued
from tests.factories import TODAY

NUMBER = CertificateNumber("7F3A-91C2-04DE")


def make_issued(number: str = NUMBER, *, finished_on: dt.date = TODAY, **changes: Any) -> Issued:
    values: dict[str, Any] = {"folder": "certificates", "next_due": next_due(finished_on), **changes}
    return Issued(number=CertificateNumber(number), finished_on=finished_on, **values)


def test_certificates_of_all_years_are_listed_newest_first(private: Database) -> None:
    days = [dt.date(2025, 11, 1), dt.date(2027, 11, 1), dt.date(2026, 11, 1), dt.date(2027, 11, 1)]
    made = [make_issued(f"0000-0000-000{n}", finished_on=day) for n, day in enumerate(days)]
    for each in made:
        issued.add(private, each, b"x")
    assert issued.all_issued(private) == (made[3], made[1], made[2], made[0])


def test_the_signed_file_is_kept_byte_for_byte(private: Database) -> None:
    signed = bytes(range(256))
    issued.add(private, make_issued(), signed)
    assert issued.signed_file(private, NUMBER) == signed
    assert issued.signed_file(private, CertificateNumber("0000-0000-0000")) is None


def test_a_number_is_used_once(private: Database) -> None:
    issued.add(private, make_issued(), b"first")
    with pytest.raises(StoreError):
        issued.add(private, make_issued(), b"second")
    assert issued.signed_file(private, NUMBER) == b"first"
