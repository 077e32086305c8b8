"""A person's own certificates: one for each completion, none lost, none made twice."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import certificate_jwt
from nickaudit.documents.attachment import signed_file_in
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.extras import SEARCHES_DONE
from nickaudit.domain.ids import TOGETHER, CertificateNumber, PlatformId
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, calendar_files, delivery, own_certificates
from nickaudit.services.audit_session import AuditSession, open_session
from tests.finishing import answer_everything, finish, person

pytestmark = pytest.mark.usefixtures("qapp")

INSTAGRAM = PlatformId("instagram")
FILES = {"certificate.nickaudit-certificate", "certificate.pdf", "certificate.html", "next-check.ics"}


def test_the_certificate_is_kept_listed_and_named_by_the_check(
    services: Services, session: AuditSession, today: dt.date
) -> None:
    number = own_certificates.make(services, session)
    (issued,) = own_certificates.listed(services.private)
    assert (issued.number, issued.finished_on) == (number, today)
    assert issued.folder == str(services.home / "certificates" / number)
    assert {path.name for path in Path(issued.folder).iterdir()} == FILES
    assert session.finished_on == today
    assert own_certificates.current(session) == issued


def test_it_is_taken_up_as_the_very_bytes_that_were_signed(services: Services, session: AuditSession) -> None:
    number = own_certificates.make(services, session)
    services.private.close()
    own = own_certificates.take_up(services.private, number)
    assert own.folder is not None
    assert own.signed == (own.folder / "certificate.nickaudit-certificate").read_bytes()
    assert own.verified == certificate_jwt.verify(own.signed)
    assert signed_file_in(own.pdf) == own.signed
    assert own.verified.claims.name in own.html.decode()
    assert own.calendar.startswith(b"BEGIN:VCALENDAR")


def test_it_is_there_even_when_its_folder_has_gone(services: Services, session: AuditSession) -> None:
    number = own_certificates.make(services, session)
    folder = Path(own_certificates.take_up(services.private, number).issued.folder)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    own = own_certificates.take_up(services.private, number)
    assert own.folder is None
    assert signed_file_in(own.pdf) == own.signed


def test_asked_again_it_makes_no_other_one(services: Services, session: AuditSession) -> None:
    assert own_certificates.make(services, session) == own_certificates.make(services, session)
    assert len(own_certificates.listed(services.private)) == 1


def test_asked_by_two_at_once_it_makes_one(services: Services, session: AuditSession) -> None:
    first = own_certificates.make(services, session)
    session.begin_again()
    answer_everything(session)
    made: list[CertificateNumber] = []
    at_once = threading.Barrier(4)

    def make() -> None:
        at_once.wait()
        made.append(own_certificates.make(services, session))

    threads = [threading.Thread(target=make) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(made) == 4
    assert len(set(made)) == 1
    assert [each.number for each in own_certificates.listed(services.private)] == [made[0], first]
    assert {path.name for path in (services.home / "certificates").iterdir()} == {made[0], first}


def test_a_new_one_has_its_own_number_and_the_old_one_stays(
    services: Services, session: AuditSession
) -> None:
    first = own_certificates.make(services, session)
    second = own_certificates.make(services, session, instead_of=first)
    assert second != first
    assert {each.number for each in own_certificates.listed(services.private)} == {first, second}
    there = own_certificates.current(session)
    assert there is not None
    assert there.number == second
    assert own_certificates.make(services, session, instead_of=first) == second, (
        "somebody has made it already"
    )


def test_it_is_the_same_key_every_year(services: Services, session: AuditSession) -> None:
    first = own_certificates.make(services, session)
    session.begin_again()
    assert own_certificates.current(session) is None
    answer_everything(session)
    second = own_certificates.make(services, session)
    keys = {own_certificates.take_up(services.private, each).verified.key for each in (first, second)}
    assert first != second
    assert len(keys) == 1


def test_a_certificate_made_over_midnight_is_still_that_of_its_check(
    services: Services, session: AuditSession, now: dt.datetime
) -> None:
    hours = iter([now.replace(hour=23, minute=59)])
    midnight = now.replace(hour=0) + dt.timedelta(days=1)
    moving = structs.replace(services, now=lambda: next(hours, midnight))
    session = open_session(moving, computer=Computer.MINE)
    number = own_certificates.make(moving, session)
    there = own_certificates.current(session)
    assert there is not None
    assert there.number == number
    assert own_certificates.make(moving, session) == number


def test_a_clock_set_back_a_year_hides_no_certificate(
    services: Services, session: AuditSession, now: dt.datetime
) -> None:
    first = own_certificates.make(services, session)
    before = structs.replace(services, now=lambda: now - dt.timedelta(days=365))
    session = open_session(before, computer=Computer.MINE)
    assert own_certificates.make(before, session) == first
    second = own_certificates.make(before, session, instead_of=first)
    there = own_certificates.current(session)
    assert there is not None
    assert there.number == second
    assert {each.number for each in own_certificates.listed(services.private)} == {first, second}


@pytest.mark.parametrize(
    "change", ["answer", "look", "person", "account", "page"], ids=lambda change: f"another {change}"
)
def test_a_change_after_it_was_made_is_known_also_at_the_next_start(
    services: Services, session: AuditSession, change: str
) -> None:
    own_certificates.make(services, session)
    assert not own_certificates.has_changed_since(session)
    line, look = session.plan.stops[0].checks[0], session.plan.looks[0]
    match change:
        case "answer":
            session.answer(line.account, line.check.id, Answer.LATER)
        case "look":
            session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
        case "person":
            session.set_person(structs.replace(person(session), staff_number="17"))
        case "account":
            session.add_account(PlatformId("linkedin"))
        case "page":
            session.set_person(structs.replace(person(session), online_in_job=True))
            answer_everything(session)
    assert own_certificates.has_changed_since(session)
    assert own_certificates.has_changed_since(open_session(services, computer=Computer.MINE))


def test_an_answer_changed_back_is_no_change(services: Services, session: AuditSession) -> None:
    own_certificates.make(services, session)
    line = session.plan.stops[0].checks[0]
    session.answer(line.account, line.check.id, Answer.LATER)
    session.answer(line.account, line.check.id, Answer.DONE)
    assert not own_certificates.has_changed_since(session)


def test_what_is_done_another_evening_is_no_change(services: Services, session: AuditSession) -> None:
    own_certificates.make(services, session)
    session.answer_all(session.plan.more_stops[0], Answer.DONE)
    session.answer(TOGETHER, SEARCHES_DONE, Answer.DONE)
    look = session.plan.more_looks[0]
    session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    assert not own_certificates.has_changed_since(session)


def test_a_nickname_is_no_change(services: Services, session: AuditSession) -> None:
    own_certificates.make(services, session)
    session.rename_account(session.progress.accounts[0].id, "football")
    assert not own_certificates.has_changed_since(session)


def test_after_forgetting_the_certificate_is_still_there_and_nothing_tells_of_the_answers(
    services: Services, session: AuditSession
) -> None:
    number = own_certificates.make(services, session)
    own_certificates.forget_answers(session)
    there = own_certificates.current(session)
    assert there is not None
    assert there.number == number
    assert not own_certificates.has_changed_since(session)
    assert own_certificates.take_up(services.private, number).verified.claims.name == "Rosalind Ash"
    assert services.private.rows("SELECT name FROM preferences") == []
    assert not session.is_finished


def test_after_forgetting_no_calendar_file_tells_that_something_was_left(
    services: Services, session: AuditSession, today: dt.date
) -> None:
    own_certificates.make(services, session)
    kept = calendar_files.later_file(services, today + dt.timedelta(days=14))
    own_certificates.forget_answers(session)
    assert not kept.exists()
    assert [each for each in services.home.rglob("*.ics") if "certificates" not in each.parts] == []


def test_what_waits_to_be_sent_goes_on_waiting_after_forgetting(
    services: Services, session: AuditSession, tmp_path: Path, now: dt.datetime
) -> None:
    number = own_certificates.make(services, session)
    delivery.queue(
        services.private, number=number, address=ShareAddress(folder=str(tmp_path / "gone")), now=now
    )
    own_certificates.forget_answers(session)
    assert [item.number for item in delivery.waiting(services.private)] == [number]


def test_once_a_new_check_has_begun_the_old_certificate_is_not_its_own(
    services: Services, session: AuditSession
) -> None:
    own_certificates.make(services, session)
    own_certificates.forget_answers(session)
    session.set_no_accounts(True)
    assert own_certificates.current(session) is None


def test_a_shared_computer_keeps_nothing_at_all(services: Services, home: Path) -> None:
    keys = set()
    for _ in range(2):
        session = finish(open_session(services, computer=Computer.SHARED))
        number = own_certificates.make(services, session)
        own = own_certificates.take_up(session.database, number)
        assert own.folder is None
        assert own.issued.folder == ""
        assert signed_file_in(own.pdf) == own.signed
        keys.add(own.verified.key)
        session.database.close()
    assert len(keys) == 2
    assert not home.exists() or list(home.iterdir()) == []
