import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from nickaudit.credentials.receipt import LARGEST, sign_receipt, verify_receipt
from nickaudit.credentials.signing_key import DamagedKeyError, new_key
from nickaudit.domain.school import Receipt
from tests.credentials.forging import honest
from tests.credentials.mutations import mutations_of
from tests.credentials.school_files import (
    CHAIR_RECEIPTS,
    FIRST,
    RECEIPTS,
    SCHOOL_ID,
    TODAY,
    forged,
    make_school,
)

FILE_HASH = "0f" * 32
TYPE = "nickaudit-receipt+jwt"
VALUES = {"school_id": SCHOOL_ID, "file_hash": FILE_HASH, "received_on": "2026-11-25"}


def make_receipt(**changes: Any) -> Receipt:
    return Receipt(**{"school_id": SCHOOL_ID, "file_hash": FILE_HASH, "received_on": TODAY, **changes})


def verified(untrusted: bytes) -> Receipt | None:
    return verify_receipt(untrusted, school=make_school(), file_hash=FILE_HASH)


SIGNED = sign_receipt(make_receipt(), private_jwk=RECEIPTS)


@pytest.mark.parametrize("signer", [RECEIPTS, CHAIR_RECEIPTS], ids=["reader", "the head's own reader"])
def test_a_receipt_by_a_reader_of_the_school_counts(signer: str) -> None:
    assert verified(sign_receipt(make_receipt(), private_jwk=signer)) == make_receipt()


@pytest.mark.parametrize("signer", [FIRST, new_key()], ids=["the school's signing key", "somebody"])
def test_a_receipt_by_anybody_else_is_none(signer: str) -> None:
    assert verified(sign_receipt(make_receipt(), private_jwk=signer)) is None


@pytest.mark.parametrize("changes", [{"file_hash": "1f" * 32}, {"school_id": "cd" * 16}], ids=str)
def test_a_receipt_for_another_file_or_school_is_none(changes: dict[str, str]) -> None:
    assert verified(sign_receipt(make_receipt(**changes), private_jwk=RECEIPTS)) is None


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"x" * (LARGEST + 1),
        b"Thank you",
        honest(),
        SIGNED[:-3],
        SIGNED + b"\n",
        forged(VALUES, private_jwk=RECEIPTS, typ="JWT"),
        forged({**VALUES, "name": "Rosalind Ash"}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "received_on": "1999-01-01"}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "received_on": "yesterday"}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "received_on": 20261125}, private_jwk=RECEIPTS, typ=TYPE),
        forged(b'{"a":1,"a":1}', private_jwk=RECEIPTS, typ=TYPE),
        forged(b"{}", private_jwk=RECEIPTS, typ=TYPE),
    ],
    ids=lambda untrusted: str(untrusted[:20]),
)
def test_what_is_no_receipt_is_none(untrusted: bytes) -> None:
    assert verified(untrusted) is None


def test_a_receipt_names_nobody_and_is_small() -> None:
    assert set(Receipt.__struct_fields__) == {"school_id", "file_hash", "received_on"}
    assert len(SIGNED) < 700


@pytest.mark.parametrize(
    "changes",
    [{"school_id": ""}, {"file_hash": "0F" * 32}, {"received_on": dt.date(2017, 1, 1)}],
    ids=str,
)
def test_a_receipt_that_would_count_for_nothing_is_not_signed(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        sign_receipt(make_receipt(**changes), private_jwk=RECEIPTS)


def test_a_damaged_key_is_told() -> None:
    with pytest.raises(DamagedKeyError):
        sign_receipt(make_receipt(), private_jwk="{}")


@settings(max_examples=1000)
@given(mutations_of(SIGNED))
def test_a_thousand_mutations_are_none(untrusted: bytes) -> None:
    assert verified(untrusted) == (make_receipt() if untrusted == SIGNED else None)
