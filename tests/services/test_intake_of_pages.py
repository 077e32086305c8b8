"""Certificates that come as PDF: only the signed file inside counts."""

import datetime as dt
from pathlib import Path

import pytest

from nickaudit.credentials.certificate_jwt import new_key, sign, verify
from nickaudit.domain.certificate import Refusal
from nickaudit.services.intake import IntakeResult, take_in
from nickaudit.services.saving import hand_in
from nickaudit.store.database import Database
from nickaudit.store.school import files
from tests.factories import make_claims

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
CLAIMS = make_claims()


@pytest.fixture(scope="module")
def signed() -> bytes:
    return sign(CLAIMS, private_jwk=new_key())


@pytest.fixture(scope="module")
def pdf(signed: bytes, qapp: object) -> bytes:
    from nickaudit.documents.pdf.certificate import write

    return write(CLAIMS, key=verify(signed).key, signed=signed)


def test_a_pdf_by_itself_is_taken_in_as_the_signed_file_in_it(
    school: Database, box: Path, pdf: bytes, signed: bytes
) -> None:
    (box / "from the office.PDF").write_bytes(pdf)
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=1, total=1)
    assert school.rows("SELECT signed FROM certificates") == [(signed,)]


def test_a_signed_file_handed_in_with_its_page_is_one_certificate_and_no_copy(
    school: Database, box: Path, pdf: bytes, signed: bytes
) -> None:
    hand_in(CLAIMS.number, signed=signed, pdf=pdf, folder=box)
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=1, total=2)
    assert take_in(school, box, now=NOW) == IntakeResult(unchanged=2, total=2)


def test_the_page_under_another_name_is_a_copy(
    school: Database, box: Path, pdf: bytes, signed: bytes
) -> None:
    (box / "a.nickaudit-certificate").write_bytes(signed)
    (box / "b.pdf").write_bytes(pdf)
    take_in(school, box, now=NOW)
    (file,) = files.set_aside(school)
    assert (file.file_name, file.copy_of, file.reason) == ("b.pdf", "a.nickaudit-certificate", None)


def test_a_pdf_called_a_signed_file_is_read_as_what_it_is(school: Database, box: Path, pdf: bytes) -> None:
    (box / "a.nickaudit-certificate").write_bytes(pdf)
    assert take_in(school, box, now=NOW).taken_in == 1


def test_a_pdf_cut_short_is_set_aside(school: Database, box: Path, pdf: bytes) -> None:
    (box / "a.pdf").write_bytes(pdf[: len(pdf) // 2])
    take_in(school, box, now=NOW)
    (file,) = files.set_aside(school)
    assert file.reason in (Refusal.PDF_UNREADABLE, Refusal.PDF_WITHOUT_CERTIFICATE)
