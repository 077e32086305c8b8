"""The check of one person, over a real store: what a second start finds, and what never gets there."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.domain import outcome, route
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.ids import CertificateNumber, CheckId, PlatformId
from nickaudit.domain.outcome import TaskState
from nickaudit.domain.person import AuditKind
from nickaudit.domain.platforms import Content
from nickaudit.services import Services
from nickaudit.services.audit_session import LONGEST_STOP, AuditSession, open_session
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from tests.finishing import answer_everything, person

INSTAGRAM = PlatformId("instagram")
LINKEDIN = PlatformId("linkedin")
NUMBER = CertificateNumber("7F3A-91C2-04DE")
Start = Callable[..., AuditSession]


@pytest.fixture
def start(services: Services) -> Iterator[Start]:
    """The program started anew: another connection to the same file, perhaps with other content."""
    opened: list[Database] = []

    def again(content: Content | None = None, computer: Computer = Computer.MINE) -> AuditSession:
        database = Database(services.private.path, PRIVATE)
        opened.append(database)
        return AuditSession(database, content or services.content, computer=computer, today=services.today)

    yield again
    for database in opened:
        database.close()


def without_check(content: Content, platform: PlatformId, gone: CheckId) -> Content:
    """Newer content that no longer has that check."""
    old = content.platforms[platform]
    new = structs.replace(old, checks=tuple(check for check in old.checks if check.id != gone))
    return structs.replace(content, platforms={**content.platforms, platform: new})


def test_everything_given_is_there_at_the_next_start(start: Start) -> None:
    session = start()
    session.set_person(person(session))
    account = session.add_account(INSTAGRAM, label="football")
    stop = session.plan.stops[0]
    session.answer_all(stop, Answer.DONE)
    session.answer(stop.checks[0].account, stop.checks[0].check.id, Answer.LATER)
    look = session.plan.looks[0]
    session.answer_look(look.section, look.look.id, LookAnswer.STARTED)
    session.read_page(session.plan.statements[0].id)
    session.set_later_by(dt.date(2026, 12, 8))
    session.spent(45)
    again = start()
    assert again.progress == session.progress
    assert again.plan == session.plan
    assert again.progress.accounts == (account,)
    assert again.progress.answers[stop.checks[0].account, stop.checks[0].check.id] is Answer.LATER
    assert again.progress.read == {session.plan.statements[0].id: dt.date(2026, 11, 24)}


def test_an_answer_taken_back_is_gone_at_the_next_start_too(start: Start) -> None:
    session = start()
    session.add_account(INSTAGRAM)
    line = session.plan.stops[0].checks[0]
    session.answer(line.account, line.check.id, Answer.DONE)
    session.answer(line.account, line.check.id, None)
    look = session.plan.looks[0]
    session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    session.answer_look(look.section, look.look.id, None)
    assert session.progress.answers == {}
    assert start().progress == session.progress


def test_the_next_start_carries_on_at_the_same_place(start: Start) -> None:
    session = start()
    session.set_person(person(session))
    session.add_account(INSTAGRAM)
    third = route.stop_step(session.plan.stops[2])
    session.visit(third)
    session.visit(route.Step(kind=route.StepKind.HELP))
    assert start().carry_on() == third


def test_an_account_that_is_taken_away_takes_its_answers_along(start: Start) -> None:
    session = start()
    instagram, linkedin = session.add_account(INSTAGRAM), session.add_account(LINKEDIN)
    answer_everything(session)
    session.remove_account(instagram.id)
    assert {account for account, _ in session.progress.answers} >= {linkedin.id}
    assert instagram.id not in {account for account, _ in session.progress.answers}
    assert start().progress == session.progress


def test_a_new_nickname_changes_the_titles_and_no_answer(start: Start) -> None:
    session = start()
    account = session.add_account(INSTAGRAM)
    answer_everything(session)
    answers = session.progress.answers
    session.rename_account(account.id, "football")
    assert session.plan.sections[0].title == "Instagram (football)"
    assert session.progress.answers == answers
    assert start().plan == session.plan


def test_somebody_with_no_account_may_finish_and_may_change_their_mind(start: Start) -> None:
    session = start()
    session.set_person(person(session))
    session.set_no_accounts(True)
    answer_everything(session)
    assert session.is_finished
    session.add_account(INSTAGRAM)
    assert not session.progress.no_accounts
    assert not session.is_finished


def test_long_pauses_say_nothing_of_a_persons_pace(start: Start) -> None:
    session = start()
    for seconds in (0, -3, LONGEST_STOP + 1):
        session.spent(seconds)
    assert session.progress.timed_stops == 0
    session.spent(LONGEST_STOP)
    assert (session.progress.timed_stops, session.progress.seconds) == (1, LONGEST_STOP)


def test_an_answer_whose_line_has_vanished_is_kept_and_not_counted(start: Start, content: Content) -> None:
    session = start()
    session.add_account(INSTAGRAM)
    stop = next(stop for stop in session.plan.stops if len([x for x in stop.checks if x.counts]) > 1)
    gone = stop.checks[0]
    session.answer(gone.account, gone.check.id, Answer.LATER)
    before = outcome.left_for_later(session.plan, session.progress)
    newer = start(without_check(content, INSTAGRAM, gone.check.id))
    assert newer.progress.answers == {(gone.account, gone.check.id): Answer.LATER}
    after = outcome.left_for_later(newer.plan, newer.progress)
    assert [left.line for left in before if left.line] == [gone]
    assert not [left.line for left in after if left.line]
    planned = newer.plan.stop(stop.section, stop.stop.id)
    assert planned is not None
    assert outcome.stop_state(newer.progress, planned) is TaskState.NOT_STARTED
    assert start().progress.answers == {(gone.account, gone.check.id): Answer.LATER}


def test_a_line_that_is_new_has_not_been_started(start: Start, content: Content) -> None:
    new = CheckId("instagram.private-account")
    older = without_check(content, INSTAGRAM, new)
    session = start(older)
    session.set_person(person(session))
    session.add_account(INSTAGRAM)
    answer_everything(session)
    assert session.is_finished
    newer = start(content)
    line = next(line for stop in newer.plan.stops for line in stop.checks if line.check.id == new)
    assert outcome.answer_to(newer.progress, line) is None
    assert newer.progress.answers == session.progress.answers
    assert line.counts
    assert not newer.is_finished


def test_an_account_whose_platform_has_gone_stays_without_a_page(start: Start, content: Content) -> None:
    session = start()
    account = session.add_account(INSTAGRAM)
    answer_everything(session)
    left = {name: each for name, each in content.platforms.items() if name != INSTAGRAM}
    newer = start(structs.replace(content, platforms=left))
    assert newer.progress.accounts == (account,)
    assert newer.progress.answers == session.progress.answers
    assert newer.plan.section(account.id) is None


def test_last_years_answers_are_shown_and_not_counted(start: Start) -> None:
    session = start()
    session.set_person(structs.replace(person(session), kind=AuditKind.JOINING))
    account = session.add_account(INSTAGRAM)
    answer_everything(session)
    session.finish(NUMBER)
    answers = session.progress.answers
    assert session.last_year is None
    session.begin_again()
    for each in (session, start()):
        assert each.last_year is not None
        assert each.last_year.answers == answers
        assert each.progress.answers == {}
        assert each.progress.read == {}
        assert each.progress.accounts == (account,)
        assert each.progress.person == structs.replace(person(session), kind=AuditKind.YEARLY)
        assert not each.is_finished
        assert each.finished_on is None


def test_a_check_that_is_finished_stays_the_one_that_is_shown(start: Start) -> None:
    session = start()
    session.set_person(person(session))
    session.add_account(INSTAGRAM)
    answer_everything(session, Answer.LATER)
    session.finish(NUMBER)
    again = start()
    assert again.finished_on == dt.date(2026, 11, 24)
    assert again.progress == session.progress
    assert outcome.left_for_later(again.plan, again.progress)


def test_forgetting_leaves_an_empty_check(start: Start) -> None:
    session = start()
    session.set_person(person(session))
    session.add_account(INSTAGRAM, label="Zebra-Quill")
    answer_everything(session)
    session.finish(NUMBER)
    session.begin_again()
    session.forget()
    for each in (session, start()):
        assert each.progress.person is None
        assert each.progress.accounts == ()
        assert each.progress.answers == {}
        assert each.last_year is None
        assert each.plan.stops == ()
        assert each.finished_on is None
    session.add_account(INSTAGRAM)  # and the next check can begin at once


def test_nothing_is_in_the_file_after_forgetting(services: Services, home: Path, start: Start) -> None:
    session = start()
    session.set_person(person(session, name="Quillon Zebrask"))
    session.add_account(INSTAGRAM, label="Zebra-Quill")
    assert any(b"Zebra-Quill" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    session.forget()
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Zebra-Quill" not in content, path
            assert b"Quillon" not in content, path


def test_a_shared_computer_has_no_file_and_the_next_person_sees_nothing(
    services: Services, home: Path
) -> None:
    session = open_session(services, computer=Computer.SHARED)
    session.set_person(person(session))
    session.add_account(INSTAGRAM, label="Zebra-Quill")
    answer_everything(session)
    assert session.is_finished
    assert not session.keeps_answers
    assert not home.exists() or list(home.iterdir()) == []
    next_one = open_session(services, computer=Computer.SHARED)
    assert next_one.progress.person is None
    assert next_one.progress.accounts == ()
    session.database.close()
    next_one.database.close()


def test_a_shared_computer_does_not_touch_what_one_person_keeps_there(services: Services) -> None:
    own = open_session(services, computer=Computer.SCHOOLS)
    own.set_person(person(own))
    shared = open_session(services, computer=Computer.SHARED)
    assert shared.progress.person is None
    shared.set_person(person(shared, name="Somebody Else"))
    shared.forget()
    assert open_session(services, computer=Computer.SCHOOLS).progress.person == person(own)
    shared.database.close()
