"""Sealed certificates in the outbox: stored before the first try, the same at each, and for whom."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Delivery, Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, delivery
from nickaudit.services.sealing import Sealing, sealing_of
from nickaudit.store.database import Database
from nickaudit.store.private import issued, outbox
from tests.factories import TODAY, make_claims
from tests.reading_school import ReadingSchool

NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
NUMBER = CertificateNumber("7F3A-91C2-04DE")
SIGNED = certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())
SERVER = ShareAddress(server="127.0.0.1:9", share="certificates", user="r.ash")


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def private(services: Services) -> Database:
    made = Issued(number=NUMBER, finished_on=TODAY, next_due=next_due(TODAY), folder="")
    issued.add(services.private, made, SIGNED)
    return services.private


def sealing(services: Services, school: ReadingSchool, **changes: object) -> Sealing | None:
    return sealing_of(structs.replace(services, school_file=school.file(**changes)))


def at(folder: Path) -> ShareAddress:
    return ShareAddress(folder=str(folder))


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir()]


def test_the_sealed_bytes_and_their_readers_are_stored_before_the_first_try(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    item = delivery.queue(
        private, number=NUMBER, address=at(box), now=NOW, sealing=sealing(services, school), shown=SIGNED
    )
    private.close()
    assert outbox.of(private, NUMBER) == item
    assert item.sealed is not None
    assert item.sealed.readers == (school.head, school.deputy)
    assert item.file_name.endswith(".nickaudit-sealed")
    assert school.opened(item.sealed.content) == SIGNED, "the very bytes whose content was shown"
    assert contents(box) == []


def test_a_retry_after_a_lost_reply_sends_the_same_bytes_and_nothing_twice(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    using = sealing(services, school)
    item = delivery.queue(private, number=NUMBER, address=at(box), now=NOW, sealing=using)
    assert item.sealed is not None
    (box / item.file_name).write_bytes(item.sealed.content)  # it arrived, and nobody noted it
    assert delivery.try_now(private, NUMBER, now=LATER, sealing=using).state is Delivery.SENT
    assert contents(box) == [item.sealed.content]


def test_nothing_readable_lies_on_the_share(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    using = sealing(services, school)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW, sealing=using)
    delivery.try_now(private, NUMBER, now=NOW, sealing=using)
    (content,) = contents(box)
    (path,) = box.iterdir()
    for word in ("Rosalind", "Nicholas", "assistant", "school", "social", "instagram"):
        assert word.encode().lower() not in content.lower() + path.name.encode()
    assert school.opened(content) == SIGNED


def test_what_was_not_shown_is_not_queued(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    with pytest.raises(delivery.NotQueuedError):
        delivery.queue(private, number=NUMBER, address=at(box), now=NOW, shown=SIGNED + b" ")


def test_new_readers_get_what_was_never_tried_and_not_what_may_have_arrived(
    services: Services, school: ReadingSchool, private: Database, box: Path, tmp_path: Path
) -> None:
    first, newer = sealing(services, school), sealing(services, school, sequence=2, readers=(school.head,))
    untried = delivery.queue(private, number=NUMBER, address=at(tmp_path / "gone"), now=NOW, sealing=first)
    tried = delivery.try_now(private, NUMBER, now=NOW, sealing=newer)
    assert tried.sealed is not None
    assert untried.sealed is not None
    assert tried.sealed.readers == (school.head,)
    assert tried.file_name == untried.file_name
    again = delivery.try_now(private, NUMBER, now=LATER, sealing=first)
    assert (again.sealed, again.tries) == (tried.sealed, 2)
    (tmp_path / "gone").mkdir()
    assert delivery.try_now(private, NUMBER, now=LATER, sealing=first).state is Delivery.SENT
    assert contents(tmp_path / "gone") == [tried.sealed.content]


def test_what_waits_open_is_sealed_under_a_new_name_as_soon_as_there_is_a_school_file(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    before = delivery.queue(private, number=NUMBER, address=at(box / "gone"), now=NOW)
    delivery.try_now(private, NUMBER, now=NOW)
    (box / "gone").mkdir()
    after = delivery.try_now(private, NUMBER, now=LATER, sealing=sealing(services, school))
    assert after.state is Delivery.SENT
    assert before.file_name.endswith(".nickaudit-certificate")
    assert after.file_name.endswith(".nickaudit-sealed")
    (content,) = contents(box / "gone")
    assert school.opened(content) == SIGNED


def test_what_was_tried_and_cancelled_goes_as_it_was(
    services: Services, school: ReadingSchool, private: Database, tmp_path: Path
) -> None:
    using, newer = sealing(services, school), sealing(services, school, sequence=2, readers=(school.head,))
    box = tmp_path / "gone"
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW, sealing=using)
    tried = delivery.try_now(private, NUMBER, now=NOW, sealing=using)
    delivery.cancel_waiting(private, NUMBER)
    again = delivery.queue(private, number=NUMBER, address=at(box), now=LATER, sealing=newer)
    assert (again.file_name, again.sealed) == (tried.file_name, tried.sealed)


def test_that_a_try_was_begun_is_stored_before_it(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    using = sealing(services, school)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW, sealing=using)
    seen: list[int] = []

    def asked() -> bool:
        item = outbox.of(private, NUMBER)
        seen.append(item.tries if item else -1)
        return False

    delivery.try_now(private, NUMBER, now=NOW, sealing=using, cancelled=asked)
    assert seen
    assert set(seen) == {1}


def test_a_server_gets_nothing_that_is_not_sealed(private: Database) -> None:
    with pytest.raises(delivery.NotSealedError):
        delivery.queue(private, number=NUMBER, address=SERVER, now=NOW)
    assert outbox.of(private, NUMBER) is None


def test_without_its_password_a_server_is_not_tried_and_nothing_is_lost(
    services: Services, school: ReadingSchool, private: Database
) -> None:
    using = sealing(services, school)
    delivery.queue(private, number=NUMBER, address=SERVER, now=NOW, sealing=using)
    (item,) = delivery.try_all_waiting(private, now=NOW, sealing=using)
    assert (item.state, item.tries) == (Delivery.WAITING_PASSWORD, 0)
    assert item.wants_password
    assert delivery.waiting(private) == (item,)


def test_where_a_password_was_refused_nothing_at_that_server_is_tried_by_itself(
    services: Services, school: ReadingSchool, private: Database
) -> None:
    using = sealing(services, school)
    other = CertificateNumber("0000-0000-0001")
    issued.add(private, Issued(number=other, finished_on=TODAY, next_due=TODAY, folder=""), SIGNED)
    for number in (NUMBER, other):
        delivery.queue(private, number=number, address=SERVER, now=NOW, sealing=using)
    first = outbox.of(private, NUMBER)
    assert first is not None
    outbox.update(private, structs.replace(first, state=Delivery.WAITING_REFUSED, tries=1, tried_at=NOW))
    asked: list[ShareAddress] = []
    tried = delivery.try_all_waiting(
        private, now=LATER, sealing=using, password_for=lambda address: asked.append(address) or "secret"
    )
    assert tried == ()
    assert asked == []
    assert len(delivery.waiting(private)) == 2


def test_another_user_name_at_the_same_server_keeps_name_and_bytes(
    services: Services, school: ReadingSchool, private: Database
) -> None:
    using = sealing(services, school)
    first = delivery.queue(private, number=NUMBER, address=SERVER, now=NOW, sealing=using)
    corrected = structs.replace(SERVER, user="SCHOOL\\r.ash")
    second = delivery.queue(private, number=NUMBER, address=corrected, now=NOW, sealing=using)
    assert second.address == corrected
    assert (second.file_name, second.sealed) == (first.file_name, first.sealed)


def test_a_certificate_of_an_older_year_goes_on_waiting_beside_the_new_one(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    using = sealing(services, school)
    delivery.queue(private, number=NUMBER, address=at(box / "gone"), now=NOW, sealing=using)
    delivery.try_now(private, NUMBER, now=NOW, sealing=using)
    new, year_later = CertificateNumber("0000-0000-0001"), NOW + dt.timedelta(days=365)
    issued.add(private, Issued(number=new, finished_on=TODAY, next_due=TODAY, folder=""), SIGNED)
    delivery.queue(private, number=new, address=at(box), now=year_later, sealing=using)
    delivery.try_all_waiting(private, now=year_later, sealing=using)
    assert [item.number for item in delivery.waiting(private)] == [NUMBER]
    (box / "gone").mkdir()
    delivery.try_all_waiting(private, now=year_later, sealing=using)
    assert delivery.waiting(private) == ()
    assert len(contents(box / "gone")) == 1


def test_where_the_school_file_was_taken_away_the_server_gets_nothing_and_the_folder_its_own(
    services: Services, school: ReadingSchool, private: Database, box: Path
) -> None:
    later = CertificateNumber("7F3A-91C2-04DF")
    made = Issued(number=later, finished_on=TODAY, next_due=next_due(TODAY), folder="")
    signed = certificate_jwt.sign(make_claims(number=later), private_jwk=certificate_jwt.new_key())
    issued.add(private, made, signed)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    item = outbox.of(private, NUMBER)
    assert item is not None
    outbox.queue(private, structs.replace(item, address=SERVER))  # open, though for a server
    delivery.queue(private, number=later, address=at(box), now=LATER)
    (tried,) = delivery.try_all_waiting(private, now=LATER, password_for=lambda _address: "secret")
    assert (tried.number, tried.state) == (later, Delivery.SENT)
    (waits,) = delivery.waiting(private)
    assert (waits.number, waits.tries) == (NUMBER, 0), "no try was begun"
    assert contents(box) == [signed]
