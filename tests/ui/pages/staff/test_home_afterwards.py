"""Home once a certificate was made: what is left, the next check, other years, overdue."""

import datetime as dt
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from nickaudit.domain import route
from nickaudit.domain.answers import Answer, LookAnswer
from nickaudit.domain.extras import number_of_more
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery
from tests.ui.pages.desk import Desk, named, press, without_a_name_of_their_own, words
from tests.ui.pages.staff.home_states import FINISHED_ON, all_answered, certificate, certified, home


def test_the_main_button_carries_on_at_the_place_left(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    place = route.stop_step(desk.plan.stops[1])
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)
    desk.session.visit(place)
    press(home(desk), "Carry on with Instagram")
    assert desk.steps == [place]


def test_with_only_a_look_left_both_the_certificate_and_the_look_are_near(desk: Desk) -> None:
    all_answered(desk)
    look = desk.plan.looks[0]
    desk.session.visit(route.look_step(look))
    page = home(desk)
    assert "Ready for your certificate" in words(page)
    press(page, "Check your answers")
    press(page, f"Next: {look.look.title[:1].lower()}{look.look.title[1:]}")
    assert desk.steps == [route.REVIEW, route.look_step(look)]


def test_after_the_certificate_it_says_when_the_next_check_is_due(desk: Desk) -> None:
    all_answered(desk)
    made = certified(desk)
    page = home(desk)
    said = words(page)
    assert "You finished on 24 November 2026. Your next check is due by 24 November 2027." in said
    press(page, "See your certificate")
    assert desk.steps == [Step(kind=StepKind.CERTIFICATE, item=made.number)]


def test_what_is_left_stays_with_its_date(desk: Desk) -> None:
    all_answered(desk)
    stop = desk.plan.stops[0]
    line = stop.checks[0]
    desk.session.answer(line.account, line.check.id, Answer.LATER)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    certified(desk)
    page = home(desk)
    assert "Left for later" in words(page)
    assert "By 8 December 2026. Only you can see this." in words(page)
    press(page, f"WhatsApp: {line.check.setting}: Later")
    press(page, f"{desk.plan.looks[0].look.title}: Later")
    press(page, "Choose another date")
    assert desk.steps == [route.stop_step(stop), route.look_step(desk.plan.looks[0]), route.REVIEW]


def test_with_nothing_left_there_is_no_such_part(desk: Desk) -> None:
    all_answered(desk)
    for look in desk.plan.looks:
        desk.session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    certified(desk)
    assert "Left for later" not in words(home(desk))


def test_what_is_left_without_a_date_asks_for_one(desk: Desk) -> None:
    all_answered(desk)
    certified(desk)
    page = home(desk)
    assert "You have not set a date yet." in words(page)
    press(page, "Choose a date")
    assert desk.steps == [route.REVIEW]


def test_the_calendar_file_of_what_is_left_is_the_persons_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("nickaudit.ui.desktop.open_file", lambda path: opened.append(path) or False)
    all_answered(desk)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    certified(desk)
    page = home(desk)
    press(page, "Add to calendar: what is left")
    path = desk.services.home / "calendar" / "left-for-later.ics"
    assert opened == [path]
    assert b"20261208" in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert f"Saved for your calendar: {path}" in words(page), "no calendar opened it"
    assert "Show the folder: what is left" in named(page)


def test_the_next_check_goes_into_the_calendar_from_the_certificates_own_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("nickaudit.ui.desktop.open_file", lambda path: opened.append(path) or True)
    folder = desk.services.home / "certificates" / "x"
    folder.mkdir(parents=True)
    (folder / "next-check.ics").write_bytes(b"BEGIN:VCALENDAR")
    certificate(desk, dt.date(2025, 12, 5), folder=str(folder))
    page = home(desk)
    press(page, "Add to calendar: next check")
    assert opened == [folder / "next-check.ics"]
    assert "It opens in your calendar." in desk.said


def test_certificates_of_other_years_are_listed_and_can_be_taken_up(desk: Desk) -> None:
    all_answered(desk)
    for year in (2023, 2024, 2025):
        certificate(desk, dt.date(year, 11, 30), f"0000-0000-{year}")
    certified(desk)
    page = home(desk)
    years = [name for name in named(page) if name.startswith("Certificate of")]
    assert years == [f"Certificate of 30 November {year}" for year in (2025, 2024, 2023)]
    press(page, "Certificate of 30 November 2024")
    assert desk.steps == [Step(kind=StepKind.CERTIFICATE, item="0000-0000-2024")]


def test_two_certificates_of_one_day_are_told_apart_by_number(desk: Desk) -> None:
    all_answered(desk)
    certificate(desk, FINISHED_ON, "0000-0000-0001")
    certificate(desk, FINISHED_ON, "0000-0000-0002")
    page = home(desk)
    press(page, "Certificates from other years")
    assert without_a_name_of_their_own(page) == []
    assert "Certificate of 24 November 2026, 0000-0000-0001" in named(page)


def test_more_things_come_after_the_certificate_and_not_before(desk: Desk) -> None:
    all_answered(desk)
    count = number_of_more(desk.plan, desk.services.content, desk.session.progress.accounts)
    words_of_more = f"{count} more things you can do, another evening"
    assert words_of_more not in named(home(desk))
    certified(desk)
    press(home(desk), words_of_more)
    assert desk.steps == [route.MORE]


def test_the_next_check_can_be_started_early_and_begins_with_nothing_counted(desk: Desk) -> None:
    all_answered(desk)
    certified(desk)
    page = home(desk)
    assert "Start your next check" not in named(page), "not by a slip"
    press(page, "Start it early")
    press(page, "Start your next check")
    assert desk.steps == [route.HOME]
    stored = desk.stored()
    assert stored.progress.answers == {}
    assert stored.progress.person is not None
    again = home(desk)
    assert "About you: Finished" in named(again)
    assert "WhatsApp: Not started" in named(again)
    assert "Certificates from other years" in named(again)


def _later(desk: Desk, day: datetime) -> None:
    desk.services = replace(desk.services, now=lambda: day)


def test_a_year_later_the_next_check_is_the_main_thing(desk: Desk, now: datetime) -> None:
    all_answered(desk)
    certified(desk)
    _later(desk, now.replace(year=2027, month=12, day=1))
    page = home(desk)
    assert "Your check was due by 24 November 2027." in words(page)
    press(page, "Start your next check")
    assert desk.stored().progress.answers == {}


def test_overdue_is_said_without_scolding_and_the_old_certificate_stays(desk: Desk) -> None:
    certificate(desk, dt.date(2025, 11, 5))
    page = home(desk)
    assert "Your check was due by 5 November 2026. Do it when it suits you" in words(page)
    assert "Add to calendar: next check" not in named(page), "that day has gone"
    press(page, "Certificates from other years")
    press(page, "Certificate of 5 November 2025")
    assert desk.steps[-1].kind is StepKind.CERTIFICATE


def test_a_due_date_ahead_can_go_into_the_calendar(desk: Desk) -> None:
    certificate(desk, dt.date(2025, 12, 5))
    page = home(desk)
    assert "By 5 December 2026" in words(page)
    assert "Add to calendar: next check" in named(page)


def test_when_the_next_check_is_due_it_does_not_say_finished(desk: Desk, now: datetime) -> None:
    all_answered(desk)
    certified(desk)
    _later(desk, now.replace(year=2027, month=12, day=1))
    assert "Time for your next check" in words(home(desk))


def test_a_certificate_that_waits_to_be_sent_is_not_forgotten(desk: Desk, tmp_path: Path) -> None:
    all_answered(desk)
    made = certified(desk)
    assert "waiting to be sent" not in words(home(desk))
    services = desk.services
    delivery.queue(
        services.private, number=made.number, address=ShareAddress(folder=str(tmp_path)), now=services.now()
    )
    page = home(desk)
    assert "Your certificate of 24 November 2026 is waiting to be sent to the school." in words(page)
    press(page, "See what you can do: certificate of 24 November 2026")
    assert desk.steps[-1] == Step(kind=StepKind.HANDING_OVER, item=f"folder {made.number}")
    delivery.cancel_waiting(services.private, made.number)
    assert "waiting to be sent" not in words(home(desk))


def test_who_had_the_answers_forgotten_still_finds_the_certificate(desk: Desk) -> None:
    all_answered(desk)
    made = certified(desk)
    desk.session.forget()
    page = home(desk)
    assert "You finished on 24 November 2026. Your next check is due by 24 November 2027." in words(page)
    assert "Your answers were not kept." in words(page)
    assert "Everything" not in words(page), "only the certificate is saved"
    press(page, "See your certificate")
    press(page, "About you: Not started")
    assert desk.steps == [Step(kind=StepKind.CERTIFICATE, item=made.number), route.ABOUT_YOU]


def test_a_year_after_forgetting_it_starts_with_about_you(desk: Desk, now: datetime) -> None:
    all_answered(desk)
    certified(desk)
    desk.session.forget()
    _later(desk, now.replace(year=2027, month=11, day=1))
    page = home(desk)
    press(page, "Start")
    assert desk.steps == [route.ABOUT_YOU]
    assert "By 24 November 2027" in words(page)


def test_an_answer_taken_back_opens_the_check_again_and_keeps_the_certificate_listed(desk: Desk) -> None:
    all_answered(desk)
    certified(desk)
    line = next(each for each in desk.plan.stops[0].checks if each.counts)
    desk.session.answer(line.account, line.check.id, None)
    page = home(desk)
    assert "Finished" not in words(page)
    press(page, "Certificates from other years")
    press(page, "Certificate of 24 November 2026")
    assert desk.steps[-1].kind is StepKind.CERTIFICATE
