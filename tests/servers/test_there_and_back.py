"""A certificate goes from one computer over a real Samba to the head, and the receipt comes back."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Delivery, Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.school import VerifiedSchool
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import (
    Services,
    delivery,
    own_school,
    reading_round,
    receipts,
    receipts_left,
    school_keys,
    sending,
    sources,
)
from nickaudit.services.sealing import sealing_of
from nickaudit.store.database import Database
from nickaudit.store.private import issued
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from tests.factories import TODAY, make_claims, make_content
from tests.reading_school import ReadingSchool
from tests.servers.readable import readable
from tests.servers.samba import Samba, samba, why_not

Require = Callable[[object, str], None]
NUMBER = CertificateNumber("7F3A-91C2-04DE")
SENT = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
LOOKED = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.slow


@pytest.fixture
def server(require: Require) -> Iterator[Samba]:
    require(not why_not(), why_not())
    with samba() as running:
        yield running


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Callable[[str, VerifiedSchool, dt.datetime], Services]]:
    """A home in which the school's file is in use."""
    made: list[Services] = []

    def at(name: str, school: VerifiedSchool, now: dt.datetime) -> Services:
        home = tmp_path / name
        home.mkdir(mode=0o700)
        own_school.take(home, school.raw)
        made.append(
            Services(
                home=home,
                content=make_content(),
                private=Database(home / "private.db", PRIVATE),
                school=Database(home / "school.db", SCHOOL),
                now=lambda: now,
                school_file=school,
            )
        )
        return made[-1]

    yield at
    for each in made:
        each.private.close()
        each.school.close()


def test_the_school_has_it_and_the_person_hears_since_when(
    server: Samba, computer: Callable[[str, VerifiedSchool, dt.datetime], Services]
) -> None:
    school = ReadingSchool()
    file = school.file(share=server.address(""))
    staff, head = computer("staff", file, SENT), computer("head", file, LOOKED)
    school_keys.keep_share_password(staff.home, server.address("staff1"), server.password("staff1"))
    school_keys.keep_share_password(head.home, server.address("head"), server.password("head"))
    kept = KeptKeys(head.home)
    kept.write(names.READERS, json.dumps([json.loads(school.keys["head"])]))
    kept.write(names.RECEIPT, school.receipts["head"])
    signed = certificate_jwt.sign(make_claims(number=NUMBER), private_jwk=certificate_jwt.new_key())
    made = Issued(number=NUMBER, finished_on=TODAY, next_due=next_due(TODAY), folder="")
    issued.add(staff.private, made, signed)

    delivery.queue(
        staff.private,
        number=NUMBER,
        address=server.address("staff1"),
        now=SENT,
        sealing=sealing_of(staff),
        shown=signed,
    )
    (item,) = sending.try_waiting(staff)
    assert item.state is Delivery.SENT
    assert receipts.look_for(staff) == 0

    sources.read_first(head, server.address("head"))
    assert reading_round.look(head, sources.sources(head), now=LOOKED).result.taken_in == 1
    assert receipts_left.leave(head, sources.sources(head)).left == 1

    assert receipts.look_for(staff) == 1
    assert receipts.receipt_of(staff.private, NUMBER) == LOOKED.date()
    found = server.files()
    assert set(found) == {item.file_name, f"{item.file_name}.nickaudit-receipt"}
    for content in found.values():
        assert readable(content, ("rosalind", "nicholas", "assistant", "instagram")) == set()
