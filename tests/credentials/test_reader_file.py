from typing import Any

import pytest
from hypothesis import given, settings

from nickaudit.credentials.reader_file import LARGEST, ReaderFileError, make_reader_file, open_reader_file
from nickaudit.credentials.signing_key import DamagedKeyError
from tests.credentials.forging import honest
from tests.credentials.mutations import mutations_of
from tests.credentials.school_files import CHAIR_RECEIPTS, RECEIPTS, forged, make_reader, signed, x_of
from tests.credentials.sealing import HEAD_X

TYPE = "nickaudit-reader+jwt"
VALUES = {
    "title": "the headteacher",
    "name": "Oriel Marsh",
    "key": HEAD_X,
    "receipt_key": x_of(RECEIPTS),
}
FILE = make_reader_file(make_reader(), receipt_jwk=RECEIPTS)


def test_a_reader_file_says_who_it_is_and_with_which_keys() -> None:
    assert open_reader_file(FILE) == make_reader()
    assert open_reader_file(forged(VALUES, private_jwk=RECEIPTS, typ=TYPE)) == make_reader()


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"x" * (LARGEST + 1),
        b"Dear all",
        honest(),
        signed(),
        FILE[:-1],
        FILE[:300],
        FILE + b"=",
        forged(VALUES, private_jwk=CHAIR_RECEIPTS, typ=TYPE),
        forged(VALUES, private_jwk=RECEIPTS, typ="JWT"),
        forged({**VALUES, "d": "A" * 43}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "key": "A" * 43}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "title": ""}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "name": "x" * 101}, private_jwk=RECEIPTS, typ=TYPE),
        forged({**VALUES, "name": "a\u202eb"}, private_jwk=RECEIPTS, typ=TYPE),
        forged(b"[]", private_jwk=RECEIPTS, typ=TYPE),
    ],
    ids=lambda untrusted: str(untrusted[:20]),
)
def test_what_is_no_reader_file_is_told(untrusted: bytes) -> None:
    with pytest.raises(ReaderFileError):
        open_reader_file(untrusted)


@pytest.mark.parametrize(
    "changes", [{"title": ""}, {"receipt_key": x_of(CHAIR_RECEIPTS)}, {"key": ""}], ids=str
)
def test_a_reader_file_that_nobody_could_open_is_not_made(changes: dict[str, Any]) -> None:
    with pytest.raises(ReaderFileError):
        make_reader_file(make_reader(**changes), receipt_jwk=RECEIPTS)


def test_a_damaged_key_is_told() -> None:
    with pytest.raises(DamagedKeyError):
        make_reader_file(make_reader(), receipt_jwk="")


@settings(max_examples=1000)
@given(mutations_of(FILE))
def test_a_thousand_mutations_are_told(untrusted: bytes) -> None:
    if untrusted == FILE:
        return
    with pytest.raises(ReaderFileError):
        open_reader_file(untrusted)
