"""Receipts: found by name where something was sent, believed only of the school's readers, kept once."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Issued, OutboxItem
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, delivery, receipts
from nickaudit.services.sealing import sealing_of
from nickaudit.store.private import issued
from tests.factories import TODAY, make_claims
from tests.reading_school import ReadingSchool

NUMBER = CertificateNumber("7F3A-91C2-04DE")
SIGNED = certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())
DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def using(services: Services, school: ReadingSchool) -> Services:
    made = Issued(number=NUMBER, finished_on=TODAY, next_due=next_due(TODAY), folder="")
    issued.add(services.private, made, SIGNED)
    return structs.replace(services, school_file=school.file())


def sent(services: Services, box: Path) -> tuple[OutboxItem, bytes]:
    address = ShareAddress(folder=str(box))
    sealing = sealing_of(services)
    delivery.queue(services.private, number=NUMBER, address=address, now=services.now(), sealing=sealing)
    item = delivery.try_now(services.private, NUMBER, now=services.now(), sealing=sealing)
    return item, (box / item.file_name).read_bytes()


def beside(box: Path, item: OutboxItem) -> Path:
    return box / f"{item.file_name}.nickaudit-receipt"


def test_a_receipt_of_the_school_is_found_and_says_the_day(
    using: Services, school: ReadingSchool, box: Path
) -> None:
    item, content = sent(using, box)
    assert receipts.look_for(using) == 0
    assert receipts.receipt_of(using.private, NUMBER) is None
    beside(box, item).write_bytes(school.receipt_for(content, day=DAY))
    assert receipts.look_for(using) == 1
    assert receipts.receipt_of(using.private, NUMBER) == DAY
    beside(box, item).write_bytes(school.receipt_for(content, day=DAY + dt.timedelta(days=9)))
    assert receipts.look_for(using) == 0, "one is enough: it is not looked for again"
    assert receipts.receipt_of(using.private, NUMBER) == DAY


def test_a_receipt_for_another_file_or_by_somebody_else_says_nothing(
    using: Services, school: ReadingSchool, box: Path
) -> None:
    item, content = sent(using, box)
    stranger = ReadingSchool()
    for forged in (
        b"",
        b"no receipt",
        school.receipt_for(content + b" "),
        stranger.receipt_for(content),
        b"x" * 100_000,
    ):
        beside(box, item).write_bytes(forged)
        assert receipts.look_for(using) == 0
    assert receipts.receipt_of(using.private, NUMBER) is None


def test_a_letter_box_that_is_gone_is_no_fault_of_anybodys(using: Services, box: Path) -> None:
    item, _ = sent(using, box)
    (box / item.file_name).unlink()
    box.rmdir()
    assert receipts.look_for(using) == 0


def test_nobody_looks_for_what_was_sent_a_year_ago_or_not_at_all(
    using: Services, school: ReadingSchool, box: Path
) -> None:
    item, content = sent(using, box)
    beside(box, item).write_bytes(school.receipt_for(content))
    year_later = using.now() + dt.timedelta(days=365)
    assert receipts.look_for(structs.replace(using, now=lambda: year_later)) == 0
    assert receipts.look_for(structs.replace(using, school_file=None)) == 0
    assert receipts.look_for(using) == 1


def test_what_was_sent_open_before_there_was_a_school_file_may_be_answered_too(
    using: Services, school: ReadingSchool, box: Path
) -> None:
    item, content = sent(structs.replace(using, school_file=None), box)
    assert content == SIGNED
    beside(box, item).write_bytes(school.receipt_for(SIGNED, day=DAY))
    assert receipts.look_for(using) == 1
