import datetime as dt

import pytest

from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.private import receipts

NUMBER = CertificateNumber("7F3A-91C2-04DE")
DAY = dt.date(2026, 11, 25)


def keep(private: Database, day: dt.date) -> None:
    receipts.keep(private, NUMBER, file_hash="ab" * 32, received_on=day, receipt=b"signed")


def test_the_first_receipt_counts(private: Database) -> None:
    assert receipts.received_on(private, NUMBER) is None
    assert receipts.numbers(private) == frozenset()
    keep(private, DAY)
    keep(private, DAY + dt.timedelta(days=30))
    private.close()
    assert receipts.received_on(private, NUMBER) == DAY
    assert receipts.numbers(private) == {NUMBER}


def test_a_day_that_is_none_is_damage(private: Database) -> None:
    keep(private, DAY)
    private.write("UPDATE receipts SET received_on = 'yesterday'")
    with pytest.raises(DamagedStoreError):
        receipts.received_on(private, NUMBER)
