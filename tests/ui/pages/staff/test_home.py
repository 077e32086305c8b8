"""Home in every state of a check: before anything, under way, ready, after the certificate, overdue, "
"shared."""

import datetime as dt

import pytest

from nickaudit.domain import outcome, route
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.widgets.progress_ring import ProgressRing
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words
from tests.ui.pages.staff.home_states import all_answered, certificate, certified, home


def test_before_anything_it_starts_with_about_you(desk: Desk) -> None:
    page = home(desk)
    rows = list(named(page))
    assert rows[:2] == ["About you: Not started", "The accounts you have: Not started"]
    assert "They appear here once you have said which ones you have." in words(page)
    assert not page.findChildren(ProgressRing), "nothing can be counted yet"
    press(page, "Start")
    assert desk.steps == [route.ABOUT_YOU]


def test_it_has_neither_a_footer_nor_a_dead_end(desk: Desk) -> None:
    page = home(desk)
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
    page = home(desk)
    rows = named(page)
    assert {"Facebook: Finished", "WhatsApp: Not started", "About you: Finished"} <= rows.keys()
    assert f"Instagram: 1 of {len(instagram.stops)}" in rows
    assert rows["The accounts you have: Finished"].accessibleDescription() == "3 accounts, add another"
    assert "minutes" in rows["WhatsApp: Not started"].accessibleDescription()
    left = 3 + len(desk.plan.statements)
    assert f"Check your answers, then your certificate: {left} tasks to go" in rows


def test_a_press_on_a_task_opens_its_first_page(desk: Desk) -> None:
    desk.add("instagram")
    page = home(desk)
    click(page, "Instagram: Not started")
    press(page, f"{desk.plan.statements[0].title}: Not started")
    first = desk.plan.sections[0].stops[0]
    assert desk.steps == [route.stop_step(first), route.statement_step(desk.plan.statements[0].id)]


def test_the_ring_and_the_minutes_are_computed(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)
    page = home(desk)
    ring = page.findChildren(ProgressRing)[0]
    assert ring.accessibleName() == f"1 of {desk.plan.pages_to_finish} pages"
    minutes = outcome.minutes_left(desk.plan, desk.session.progress)
    assert f"About {minutes} minutes left" in words(page)
    assert "Everything so far is saved." in words(page)


def test_with_everything_but_the_policy_done_it_carries_on_with_that(desk: Desk) -> None:
    desk.meet()
    desk.session.set_no_accounts(True)
    page = home(desk)
    assert "You have none at all. That is fine" in words(page)
    press(page, "Carry on with what the policy says")
    assert desk.steps == [route.statement_step(desk.plan.statements[0].id)]


def test_ten_minutes_are_chosen_from_what_is_not_done(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram")
    desk.add("whatsapp")
    page = home(desk)
    assert "Do these three first:" in words(page)
    press(page, "See yourself as a stranger on WhatsApp")
    look = desk.plan.looks[1]
    press(page, look.look.title)
    assert desk.steps == [route.ten_minutes(desk.plan, desk.session.progress)[0], route.look_step(look)]
    closing = desk.plan.sections[0].stops[-1]
    desk.session.answer_all(closing, Answer.DONE)
    assert "See yourself as a stranger on WhatsApp" not in named(home(desk))


def test_when_nothing_holds_it_up_the_answers_are_checked_next(desk: Desk) -> None:
    all_answered(desk)
    page = home(desk)
    assert "Ready for your certificate" in words(page)
    assert "Only ten minutes?" not in words(page)
    assert "Check your answers, then your certificate: Ready" in named(page)
    press(page, "Check your answers")
    assert desk.steps == [route.REVIEW]


def test_on_a_shared_computer_nothing_is_listed_or_promised(desk: Desk) -> None:
    certificate(desk, dt.date(2025, 11, 5))
    desk.on(Computer.SHARED)
    all_answered(desk)
    certified(desk)
    page = home(desk)
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
        all_answered(desk, Answer.LATER)
        desk.add("instagram", "a very long nickname for a second account of mine")
        desk.add("instagram")
    if state == "after":
        for stop in desk.plan.stops:
            desk.session.answer_all(stop, Answer.LATER)
        desk.session.set_later_by(dt.date(2026, 12, 8))
        for year in (2023, 2024, 2025):
            certificate(desk, dt.date(year, 11, 30), f"0000-0000-{year}")
        certified(desk)
    desk.wear(text_size=text_size)
    page = home(desk, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width


def test_where_there_is_one_column_the_main_button_stands_at_its_top(desk: Desk) -> None:
    desk.wear(text_size=200)
    page = home(desk, width=900, height=430)
    first_row = named(page)["About you: Not started"]
    assert (
        page.go_on.mapTo(page, page.go_on.rect().bottomLeft()).y()
        < first_row.mapTo(page, first_row.pos()).y()
    )
    desk.wear(text_size=100)
    wide = home(desk)
    assert wide.go_on.mapTo(wide, wide.go_on.rect().topLeft()).x() > wide.width() // 2
