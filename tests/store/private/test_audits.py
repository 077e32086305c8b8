import datetime as dt
from pathlib import Path

import pytest

from nickaudit.domain.accounts import Account
from nickaudit.domain.answers import Answer, LookAnswer, Progress
from nickaudit.domain.ids import (
    TOGETHER,
    AccountId,
    AuditId,
    CertificateNumber,
    CheckId,
    LookId,
    PageId,
    PlatformId,
)
from nickaudit.domain.person import AuditKind
from nickaudit.store.database import Database
from nickaudit.store.errors import BusyStoreError, DamagedStoreError, StoreError
from nickaudit.store.private import audits, issued
from nickaudit.store.private.migrations import SCHEMA
from tests.factories import TODAY, make_person
from tests.store.private.test_issued import make_issued

FIRST = AccountId("first")
SECOND = AccountId("second")
CHECK = CheckId("instagram-private")
NUMBER = CertificateNumber("7F3A-91C2-04DE")


def account(name: AccountId, label: str = "") -> Account:
    return Account(id=name, platform=PlatformId("instagram"), label=label)


@pytest.fixture
def audit(private: Database) -> AuditId:
    return audits.begin(private, began_on=TODAY)


def test_before_anything_there_is_no_check(private: Database) -> None:
    assert audits.current(private) is None
    assert audits.latest_finished(private) is None


def test_everything_that_was_given_is_there_at_the_next_start(private: Database, audit: AuditId) -> None:
    person = make_person(email="r.ash@school.uk", staff_number="17", online_in_job=True)
    audits.save_person(private, audit, person)
    audits.add_account(private, audit, account(SECOND, "football"))
    audits.add_account(private, audit, account(FIRST))
    audits.record_answer(private, audit, FIRST, CHECK, Answer.NOT_SURE)
    audits.record_answers(
        private, audit, {(TOGETHER, CheckId("a")): Answer.LATER, (SECOND, CHECK): Answer.DONE}
    )
    audits.record_look(private, audit, FIRST, LookId("people"), LookAnswer.STARTED)
    audits.record_read(private, audit, PageId("pupils"), TODAY)
    audits.set_later_by(private, audit, dt.date(2026, 12, 8))
    audits.add_time(private, audit, 30)
    audits.add_time(private, audit, 12.5)
    audits.save_place(private, audit, "stop/instagram-privacy")
    private.close()

    assert audits.current(private) == audit
    assert audits.place(private, audit) == "stop/instagram-privacy"
    assert audits.load(private, audit) == Progress(
        person=person,
        accounts=(account(SECOND, "football"), account(FIRST)),
        answers={
            (FIRST, CHECK): Answer.NOT_SURE,
            (TOGETHER, CheckId("a")): Answer.LATER,
            (SECOND, CHECK): Answer.DONE,
        },
        looks={(FIRST, LookId("people")): LookAnswer.STARTED},
        read={PageId("pupils"): TODAY},
        later_by=dt.date(2026, 12, 8),
        seconds=42.5,
        timed_stops=2,
        began_on=TODAY,
    )


def test_what_is_taken_back_is_gone(private: Database, audit: AuditId) -> None:
    audits.record_answer(private, audit, FIRST, CHECK, Answer.DONE)
    audits.record_answer(private, audit, FIRST, CHECK, None)
    audits.record_look(private, audit, FIRST, LookId("people"), LookAnswer.THROUGH)
    audits.record_look(private, audit, FIRST, LookId("people"), None)
    audits.record_read(private, audit, PageId("pupils"), TODAY)
    audits.record_read(private, audit, PageId("pupils"), None)
    audits.set_later_by(private, audit, TODAY)
    audits.set_later_by(private, audit, None)
    assert audits.load(private, audit) == Progress(began_on=TODAY)


def test_an_answer_replaces_the_one_before(private: Database, audit: AuditId) -> None:
    for answer in Answer:
        audits.record_answer(private, audit, FIRST, CHECK, answer)
    assert audits.load(private, audit).answers == {(FIRST, CHECK): Answer.NOT_SURE}


def test_many_answers_at_once_are_all_kept_or_none(private: Database, audit: AuditId) -> None:
    broken = {(FIRST, CHECK): Answer.DONE, (FIRST, CheckId("b")): object()}
    with pytest.raises(StoreError):
        audits.record_answers(private, audit, broken)  # type: ignore[arg-type]
    assert audits.load(private, audit).answers == {}


def test_removing_an_account_takes_its_own_answers_and_no_others(private: Database, audit: AuditId) -> None:
    for each in (FIRST, SECOND):
        audits.add_account(private, audit, account(each))
        audits.record_answer(private, audit, each, CHECK, Answer.DONE)
        audits.record_look(private, audit, each, LookId("people"), LookAnswer.THROUGH)
    audits.remove_account(private, audit, FIRST)
    progress = audits.load(private, audit)
    assert [each.id for each in progress.accounts] == [SECOND]
    assert list(progress.answers) == [(SECOND, CHECK)]
    assert list(progress.looks) == [(SECOND, LookId("people"))]


def test_an_account_takes_back_none_at_all(private: Database, audit: AuditId) -> None:
    audits.set_no_accounts(private, audit, True)
    assert audits.load(private, audit).no_accounts
    audits.add_account(private, audit, account(FIRST))
    assert not audits.load(private, audit).no_accounts


def test_an_account_can_be_called_something_else(private: Database, audit: AuditId) -> None:
    audits.add_account(private, audit, account(FIRST, "old"))
    audits.rename_account(private, audit, FIRST, "new")
    assert audits.load(private, audit).accounts == (account(FIRST, "new"),)


def test_a_finished_check_stays_the_current_one_until_the_next_begins(
    private: Database, audit: AuditId
) -> None:
    audits.record_answer(private, audit, FIRST, CHECK, Answer.LEAVING)
    assert audits.finished_on(private, audit) is None
    audits.finish(private, audit, on=TODAY, number=NUMBER)
    assert audits.current(private) == audit
    assert audits.finished_on(private, audit) == TODAY
    assert audits.latest_finished(private) is None

    following = audits.begin(private, began_on=TODAY.replace(year=2027))
    assert audits.current(private) == following
    assert audits.load(private, following).answers == {}
    last = audits.latest_finished(private)
    assert last is not None
    assert last.answers == {(FIRST, CHECK): Answer.LEAVING}


def test_a_check_that_never_finished_is_not_last_years(private: Database, audit: AuditId) -> None:
    audits.begin(private, began_on=TODAY.replace(year=2027))
    assert audits.latest_finished(private) is None


def test_an_answer_of_no_kind_we_know_is_damage(private: Database, audit: AuditId) -> None:
    private.write("INSERT INTO answers VALUES (?, 'a', 'b', 'perhaps')", audit)
    with pytest.raises(DamagedStoreError):
        audits.load(private, audit)


def fill_with(label: str, private: Database, home: Path) -> None:
    """Two checks that name the label everywhere it can stand, with changes, removals and a crash."""
    for year in (2026, 2027):
        audit = audits.begin(private, began_on=TODAY.replace(year=year))
        audits.save_person(private, audit, make_person(name=label, kind=AuditKind.YEARLY))
        for each in range(300):
            name = AccountId(f"account-{each}")
            audits.add_account(private, audit, account(name, f"{label} {each}"))
            audits.record_answer(private, audit, name, CheckId(f"{label}-{each}"), Answer.LEAVING)
        for each in range(0, 300, 3):
            audits.remove_account(private, audit, AccountId(f"account-{each}"))
        audits.save_place(private, audit, label)
        audits.finish(private, audit, on=TODAY, number=NUMBER)


def files_with(text: str, home: Path) -> list[str]:
    return [p.name for p in home.rglob("*") if p.is_file() and text.encode() in p.read_bytes()]


def test_after_forgetting_no_file_of_the_home_has_the_nickname(private: Database, home: Path) -> None:
    issued.add(private, make_issued(), b"signed")
    fill_with("Zebra-Quill", private, home)
    assert set(files_with("Zebra-Quill", home)) == {"private.db", "private.db-wal"}
    audits.forget(private)
    assert files_with("Zebra-Quill", home) == []
    assert files_with("account-", home) == []
    assert audits.current(private) is None
    assert [each.number for each in issued.all_issued(private)] == [NUMBER]
    assert private.integrity_check()
    private.close()
    assert files_with("Zebra-Quill", home) == []


def test_what_a_crash_left_in_the_log_is_forgotten_too(private: Database, home: Path, tmp_path: Path) -> None:
    fill_with("Zebra-Quill", private, home)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("private.db", "private.db-wal"):
        (crashed / name).write_bytes((home / name).read_bytes())
    database = Database(crashed / "private.db", SCHEMA)
    audits.forget(database)
    assert files_with("Zebra-Quill", crashed) == []
    database.close()


def test_while_another_program_reads_nothing_is_forgotten_by_half(private: Database, home: Path) -> None:
    fill_with("Zebra-Quill", private, home)
    reader = Database(home / "private.db", SCHEMA)
    with reader.atomic():
        reader.rows("SELECT * FROM audits")
        with pytest.raises(BusyStoreError):
            audits.forget(private)
    reader.close()
    assert audits.current(private) is not None
    audits.forget(private)
    assert files_with("Zebra-Quill", home) == []


def test_in_memory_everything_can_be_forgotten_too() -> None:
    database = Database(None, SCHEMA)
    audit = audits.begin(database, began_on=TODAY)
    audits.record_answer(database, audit, FIRST, CHECK, Answer.DONE)
    audits.forget(database)
    assert audits.current(database) is None
    database.close()
