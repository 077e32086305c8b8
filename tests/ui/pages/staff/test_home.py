"""Home in every state of a check: before anything, under way, ready, after the certificate, overdue, "
"shared."""

import datetime as dt
from dataclasses import replace
from datetime import datetime

import pytest

from nickaudit.domain import outcome, route
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.delivery import Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.route import Step, StepKind
from nickaudit.store.private import issued as issued_store
from nickaudit.ui.pages.staff.home import HomePage
from nickaudit.ui.widgets.progress_ring import ProgressRing
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words

FINISHED_ON = dt.date(2026, 11, 24)


def _home(desk: Desk, **size: int) -> HomePage:
    return desk.open(HomePage, route.HOME, **size)


def _certificate(desk: Desk, day: dt.date, number: str = "7F3A-91C2-04DE", folder: str = "") -> Issued:
    made = Issued(number=CertificateNumber(number), finished_on=day, next_due=next_due(day), folder=folder)
    issued_store.add(desk.session.database, made, b"signed")
    return made


def _all_answered(desk: Desk, answer: Answer = Answer.DONE) -> None:
    desk.meet()
    desk.add("whatsapp")
    for stop in desk.plan.stops:
        desk.session.answer_all(stop, answer)
    for page in desk.plan.statements:
        desk.session.read_page(page.id)


def _certified(desk: Desk, day: dt.date = FINISHED_ON) -> Issued:
    made = _certificate(desk, day)
    desk.session.finish(made.number)
    return made


def test_before_anything_it_starts_with_about_you(desk: Desk) -> None:
    page = _home(desk)
    rows = list(named(page))
    assert rows[:2] == ["About you: Not started", "The accounts you have: Not started"]
    assert "They appear here once you have said which ones you have." in words(page)
    assert not page.findChildren(ProgressRing), "nothing can be counted yet"
    press(page, "Start with about you")
    assert desk.steps == [route.ABOUT_YOU]


def test_it_has_neither_a_footer_nor_a_dead_end(desk: Desk) -> None:
    page = _home(desk)
    assert page.footer is None
    press(page, "Back to the first page")
    press(page, "What the school can see")
    press(page, "Check your answers, then your certificate: 5 tasks to go")
    assert desk.steps == [route.FIRST, Step(kind=StepKind.SCHOOL_SEES), route.REVIEW]


def test_under_way_each_task_says_how_far_it_is(desk: Desk) -> None:
    desk.meet()
    for name in ("facebook", "instagram", "whatsapp"):
        desk.add(name)
    for stop in desk.plan.sections[0].stops:
        desk.session.answer_all(stop, Answer.LATER)
    instagram = desk.plan.sections[2]
    desk.session.answer_all(instagram.stops[0], Answer.DONE)
    page = _home(desk)
    rows = named(page)
    assert {"Facebook: Finished", "WhatsApp: Not started", "About you: Finished"} <= rows.keys()
    assert f"Instagram: 1 of {len(instagram.stops)}" in rows
    assert rows["The accounts you have: Finished"].accessibleDescription() == "3 accounts, add another"
    assert "minutes" in rows["WhatsApp: Not started"].accessibleDescription()
    left = 3 + len(desk.plan.statements)
    assert f"Check your answers, then your certificate: {left} tasks to go" in rows


def test_a_press_on_a_task_opens_its_first_page(desk: Desk) -> None:
    desk.add("instagram")
    page = _home(desk)
    click(page, "Instagram: Not started")
    press(page, f"{desk.plan.statements[0].title}: Not started")
    first = desk.plan.sections[0].stops[0]
    assert desk.steps == [route.stop_step(first), route.statement_step(desk.plan.statements[0].id)]


def test_the_ring_and_the_minutes_are_computed(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)
    page = _home(desk)
    ring = page.findChildren(ProgressRing)[0]
    assert ring.accessibleName() == f"1 of {desk.plan.pages_to_finish} pages"
    minutes = outcome.minutes_left(desk.plan, desk.session.progress)
    assert f"About {minutes} minutes left" in words(page)
    assert "Everything so far is saved." in words(page)


def test_the_main_button_carries_on_at_the_place_left(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    place = route.stop_step(desk.plan.stops[1])
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)
    desk.session.visit(place)
    press(_home(desk), "Carry on with Instagram")
    assert desk.steps == [place]


def test_with_everything_but_the_policy_done_it_carries_on_with_that(desk: Desk) -> None:
    desk.meet()
    desk.session.set_no_accounts(True)
    page = _home(desk)
    assert "You have none at all. That is fine" in words(page)
    press(page, "Carry on with what the policy says")
    assert desk.steps == [route.statement_step(desk.plan.statements[0].id)]


def test_ten_minutes_are_chosen_from_what_is_not_done(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    desk.add("whatsapp")
    page = _home(desk)
    assert "Do these three first:" in words(page)
    press(page, "See yourself as a stranger on WhatsApp")
    look = desk.plan.looks[1]
    press(page, look.look.title)
    assert desk.steps == [route.ten_minutes(desk.plan, desk.session.progress)[0], route.look_step(look)]
    closing = desk.plan.sections[0].stops[-1]
    desk.session.answer_all(closing, Answer.DONE)
    assert "See yourself as a stranger on WhatsApp" not in named(_home(desk))


def test_when_nothing_holds_it_up_the_answers_are_checked_next(desk: Desk) -> None:
    _all_answered(desk)
    page = _home(desk)
    assert "Ready for your certificate" in words(page)
    assert "Only ten minutes?" not in words(page)
    assert "Check your answers, then your certificate: Ready" in named(page)
    press(page, "Check your answers")
    assert desk.steps == [route.REVIEW]


def test_after_the_certificate_it_says_when_the_next_check_is_due(desk: Desk) -> None:
    _all_answered(desk)
    made = _certified(desk)
    page = _home(desk)
    said = words(page)
    assert "You finished on 24 November 2026. Your next check is due by 24 November 2027." in said
    press(page, "See your certificate")
    assert desk.steps == [Step(kind=StepKind.CERTIFICATE, item=made.number)]


def test_what_is_left_stays_with_its_date(desk: Desk) -> None:
    _all_answered(desk)
    stop = desk.plan.stops[0]
    line = stop.checks[0]
    desk.session.answer(line.account, line.check.id, Answer.LATER)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    _certified(desk)
    page = _home(desk)
    assert "Left for later" in words(page)
    assert "By 8 December 2026. Only you can see this." in words(page)
    press(page, f"WhatsApp: {line.check.setting}: Later")
    press(page, f"{desk.plan.looks[0].look.title}: Later")
    press(page, "Choose another date")
    assert desk.steps == [route.stop_step(stop), route.look_step(desk.plan.looks[0]), route.REVIEW]


def test_with_nothing_left_there_is_no_such_part(desk: Desk) -> None:
    _all_answered(desk)
    for look in desk.plan.looks:
        desk.session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    _certified(desk)
    assert "Left for later" not in words(_home(desk))


def test_what_is_left_without_a_date_asks_for_one(desk: Desk) -> None:
    _all_answered(desk)
    _certified(desk)
    page = _home(desk)
    assert "You have not set a date yet." in words(page)
    press(page, "Choose a date")
    assert desk.steps == [route.REVIEW]


def test_the_calendar_file_of_what_is_left_is_the_persons_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("nickaudit.ui.desktop.open_file", lambda path: opened.append(path) or False)
    _all_answered(desk)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    _certified(desk)
    page = _home(desk)
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
    _certificate(desk, dt.date(2025, 12, 5), folder=str(folder))
    page = _home(desk)
    press(page, "Add to calendar: next check")
    assert opened == [folder / "next-check.ics"]
    assert "It opens in your calendar." in desk.said


def test_certificates_of_other_years_are_listed_and_can_be_taken_up(desk: Desk) -> None:
    _all_answered(desk)
    for year in (2023, 2024, 2025):
        _certificate(desk, dt.date(year, 11, 30), f"0000-0000-{year}")
    _certified(desk)
    page = _home(desk)
    years = [name for name in named(page) if name.startswith("Certificate of")]
    assert years == [f"Certificate of 30 November {year}" for year in (2025, 2024, 2023)]
    press(page, "Certificate of 30 November 2024")
    assert desk.steps == [Step(kind=StepKind.CERTIFICATE, item="0000-0000-2024")]


def test_two_certificates_of_one_day_are_told_apart_by_number(desk: Desk) -> None:
    _all_answered(desk)
    _certificate(desk, FINISHED_ON, "0000-0000-0001")
    _certificate(desk, FINISHED_ON, "0000-0000-0002")
    page = _home(desk)
    press(page, "Certificates from other years")
    assert without_a_name_of_their_own(page) == []
    assert "Certificate of 24 November 2026, 0000-0000-0001" in named(page)


def test_more_things_come_after_the_certificate_and_not_before(desk: Desk) -> None:
    _all_answered(desk)
    count = len(desk.plan.more_stops) + len(desk.plan.more_looks)
    words_of_more = f"{count} more things you can do, another evening"
    assert words_of_more not in named(_home(desk))
    _certified(desk)
    press(_home(desk), words_of_more)
    assert desk.steps == [route.MORE]


def test_the_next_check_can_be_started_early_and_begins_with_nothing_counted(desk: Desk) -> None:
    _all_answered(desk)
    _certified(desk)
    page = _home(desk)
    assert "Start your next check" not in named(page), "not by a slip"
    press(page, "Start it early")
    press(page, "Start your next check")
    assert desk.steps == [route.HOME]
    stored = desk.stored()
    assert stored.progress.answers == {}
    assert stored.progress.person is not None
    again = _home(desk)
    assert "About you: Finished" in named(again)
    assert "WhatsApp: Not started" in named(again)
    assert "Certificates from other years" in named(again)


def _later(desk: Desk, day: datetime) -> None:
    desk.services = replace(desk.services, now=lambda: day)


def test_a_year_later_the_next_check_is_the_main_thing(desk: Desk, now: datetime) -> None:
    _all_answered(desk)
    _certified(desk)
    _later(desk, now.replace(year=2027, month=12, day=1))
    page = _home(desk)
    assert "Your check was due by 24 November 2027." in words(page)
    press(page, "Start your next check")
    assert desk.stored().progress.answers == {}


def test_overdue_is_said_without_scolding_and_the_old_certificate_stays(desk: Desk) -> None:
    _certificate(desk, dt.date(2025, 11, 5))
    page = _home(desk)
    assert "Your check was due by 5 November 2026. Do it when it suits you" in words(page)
    assert "Add to calendar: next check" not in named(page), "that day has gone"
    press(page, "Certificates from other years")
    press(page, "Certificate of 5 November 2025")
    assert desk.steps[-1].kind is StepKind.CERTIFICATE


def test_a_due_date_ahead_can_go_into_the_calendar(desk: Desk) -> None:
    _certificate(desk, dt.date(2025, 12, 5))
    page = _home(desk)
    assert "By 5 December 2026" in words(page)
    assert "Add to calendar: next check" in named(page)


def test_on_a_shared_computer_nothing_is_listed_or_promised(desk: Desk) -> None:
    _certificate(desk, dt.date(2025, 11, 5))
    desk.on(Computer.SHARED)
    _all_answered(desk)
    _certified(desk)
    page = _home(desk)
    said = words(page)
    assert "Nothing is kept on this computer" in said
    assert not [name for name in named(page) if name.startswith(("Certificate", "Add to calendar"))]
    assert "saved" not in said
    press(page, "Stop here: answers are not kept")
    assert desk.counts["leave_requested"] == 1


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 100), (900, 150), (900, 200)])
@pytest.mark.parametrize("state", ["new", "under way", "after"])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    desk: Desk, width: int, text_size: int, state: str
) -> None:
    if state != "new":
        _all_answered(desk, Answer.LATER)
        desk.add("instagram", "a very long nickname for a second account of mine")
        desk.add("instagram")
    if state == "after":
        for stop in desk.plan.stops:
            desk.session.answer_all(stop, Answer.LATER)
        desk.session.set_later_by(dt.date(2026, 12, 8))
        for year in (2023, 2024, 2025):
            _certificate(desk, dt.date(year, 11, 30), f"0000-0000-{year}")
        _certified(desk)
    desk.wear(text_size=text_size)
    page = _home(desk, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
