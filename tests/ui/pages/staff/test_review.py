"""Check your answers: what is open first, every answer with Change, one real date for what is left."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import outcome, route
from nickaudit.domain.answers import Answer, LookAnswer
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.pages.staff.review import LATER_QUESTION, ReviewPage
from nickaudit.ui.widgets.answer_table import AnswerFact
from tests.ui.pages.desk import Desk, cut_off, find, named, press, settle, without_a_name_of_their_own, words
from tests.ui.pages.staff.home_states import certified


def _review(desk: Desk, **size: int) -> ReviewPage:
    return desk.open(ReviewPage, route.REVIEW, **size)


def _finish(desk: Desk, answer: Answer = Answer.DONE) -> None:
    desk.meet()
    desk.add("whatsapp")
    for stop in desk.plan.stops:
        desk.session.answer_all(stop, answer)
    for page in desk.plan.statements:
        desk.session.read_page(page.id)
    for look in desk.plan.looks:
        desk.session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)


def _values(page: ReviewPage) -> dict[str, str]:
    return {
        fact.accessibleName().rpartition(": ")[0]: fact.entry.value for fact in page.findChildren(AnswerFact)
    }


def _date(page: ReviewPage, day: str, month: str, year: str) -> None:
    for part, text in (("Day", day), ("Month", month), ("Year", year)):
        field = find(page, f"{LATER_QUESTION}: {part}", QLineEdit)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
    settle()


def test_what_is_open_stands_first_as_links(desk: Desk) -> None:
    desk.meet()
    desk.add("whatsapp")
    page = _review(desk)
    open_pages = [*outcome.open_stops(desk.plan, desk.session.progress), *desk.plan.statements]
    assert f"Still open: {len(open_pages)} pages" in words(page)
    assert page.open_rows is not None
    assert len(page.open_rows.rows) == len(open_pages)
    press(page, f"{open_pages[0].stop.heading}: Not started")  # type: ignore[union-attr]
    press(page, f"{desk.plan.statements[0].title}: Not started")
    assert desk.steps == [
        route.stop_step(desk.plan.stops[0]),
        route.statement_step(desk.plan.statements[0].id),
    ]


def test_continue_with_something_open_says_how_to_finish_each_page(desk: Desk) -> None:
    page = _review(desk)
    faults = page.valid()
    assert [fault.message for fault in faults] == [
        "Say who you are on “About you”",
        "Say which accounts you have, or that you have none at all",
        *(f"Read “{each.title}”" for each in desk.plan.statements),
    ]
    page.show_faults(faults)
    assert page.title == "Error: Check your answers"
    press(page, faults[0].message)
    row = page.focusWidget()
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk.steps == [route.ABOUT_YOU], "from the summary to the page in two presses"


def test_with_very_much_open_the_summary_stays_short(desk: Desk) -> None:
    desk.meet()
    for place in ("a running club", "a choir", "a chess club", "a book club"):
        desk.add("general", place)
    page = _review(desk)
    assert page.open_rows is not None
    rows, faults = page.open_rows.rows, page.valid()
    assert len(rows) > len(faults) == 10
    assert faults[-1].message == f"Finish the other {len(rows) - 9} pages too"
    assert [fault.control for fault in faults] == rows[:10]


def test_an_account_is_named_once_and_as_the_person_wrote_it(desk: Desk) -> None:
    desk.meet()
    desk.add("instagram", "football")
    desk.add("general", "a running club")
    page = _review(desk)
    assert page.open_rows is not None
    told = {row.task.title: row.task.note for row in page.open_rows.rows}
    assert told["See yourself as a stranger on a running club"] == ""
    assert told["Who can see what you share on Instagram? (football)"] == ""
    assert told["What do your profile pictures give away?"] == "All your accounts together"
    assert _values(page)["The accounts you have"] == "Instagram (football) and a running club"


def test_one_line_that_is_open_is_enough_to_be_told(desk: Desk) -> None:
    _finish(desk)
    assert _review(desk).valid() == ()
    stop = desk.plan.stops[0]
    line = next(each for each in stop.checks if each.counts)
    desk.session.answer(line.account, line.check.id, None)
    page = _review(desk)
    assert [fault.message for fault in page.valid()] == [f"Finish “{stop.stop.heading}”"]
    assert f"{stop.stop.heading}: Started" in named(page)
    assert _values(page)[f"WhatsApp, {line.check.setting}"] == "Not started"


def test_the_last_step_is_called_what_it_does(desk: Desk) -> None:
    _finish(desk)
    page = _review(desk)
    assert page.footer is not None
    assert page.footer.continue_text == "Make my certificate"
    assert route.next_step(desk.plan, route.REVIEW) == route.CERTIFICATE
    assert "It will not say which accounts you have" in words(page)
    press(page, "What the school can see")
    assert desk.steps == [Step(kind=StepKind.SCHOOL_SEES)]


def test_once_there_is_a_certificate_the_last_step_leads_to_it(desk: Desk) -> None:
    _finish(desk)
    certified(desk)
    page = _review(desk)
    assert page.footer is not None
    assert page.footer.continue_text == "See my certificate"
    assert "Nothing has been sent" not in words(page), "it may have been"
    assert "Your certificate stays as it is" in words(page)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer.DONE, "Done"),
        (Answer.LATER, "Later"),
        (Answer.LEAVING, "Leaving it as it is"),
        (Answer.NOT_SURE, "Not sure, or it isn't there"),
    ],
)
def test_each_answer_is_shown_in_full_with_a_way_to_change_it(desk: Desk, answer: Answer, said: str) -> None:
    _finish(desk, answer)
    page = _review(desk)
    stop = desk.plan.stops[0]
    setting = stop.checks[0].check.setting
    assert _values(page)[f"WhatsApp, {setting}"] == said
    press(page, f"Change: WhatsApp, {setting}")
    assert desk.steps == [route.stop_step(stop)]


def test_what_another_answer_took_care_of_says_by_which(desk: Desk) -> None:
    desk.add("instagram")
    stop = desk.plan.stops[0]
    first = stop.checks[0]
    settled = next(line for line in stop.checks if line.check.id in first.check.settles)
    desk.session.answer(first.account, first.check.id, Answer.DONE)
    said = _values(_review(desk))[f"Instagram, {settled.check.setting}"]
    assert said == f"Taken care of by “{first.check.setting}”"


def test_good_practice_that_was_left_open_is_no_complaint(desk: Desk) -> None:
    _finish(desk)
    stop, line = next((s, each) for s in desk.plan.stops for each in s.checks if not each.counts)
    desk.session.answer(line.account, line.check.id, None)
    page = _review(desk)
    assert page.valid() == ()
    assert _values(page)[f"{stop.title}, {line.check.setting}"] == "Left open, as it is good practice only"


def test_about_you_accounts_looks_and_pages_can_be_changed_too(desk: Desk) -> None:
    _finish(desk)
    page = _review(desk)
    values = _values(page)
    assert values["Name"] == "Rosalind Ash"
    assert values["Work e-mail"] == "Not given"
    assert values["The accounts you have"] == "WhatsApp"
    assert values[desk.plan.looks[0].look.title] == "I've been through them"
    assert values[desk.plan.statements[0].title] == "Read on 24 November 2026"
    press(page, "Change: Name")
    press(page, "Change: The accounts you have")
    press(page, f"Change: {desk.plan.looks[0].look.title}")
    press(page, f"Change: {desk.plan.statements[0].title}")
    assert desk.steps == [
        route.ABOUT_YOU,
        route.ACCOUNTS,
        route.look_step(desk.plan.looks[0]),
        route.statement_step(desk.plan.statements[0].id),
    ]


def test_a_date_is_asked_for_only_where_something_is_left(desk: Desk) -> None:
    _finish(desk)
    assert _review(desk).later is None
    look = desk.plan.looks[0]
    desk.session.answer_look(look.section, look.look.id, LookAnswer.STARTED)
    page = _review(desk)
    assert page.later is not None
    assert "1 thing is left. Only you can see this." in words(page)
    assert "In two weeks it is 8 December 2026." in words(page)


def test_a_date_is_stored_as_soon_as_it_is_one(desk: Desk) -> None:
    _finish(desk, Answer.LATER)
    page = _review(desk)
    _date(page, "8", "12", "2026")
    assert desk.stored().progress.later_by == dt.date(2026, 12, 8)
    assert page.valid() == ()
    assert find(_review(desk), f"{LATER_QUESTION}: Day", QLineEdit).text() == "8"


def test_the_date_may_stay_empty_and_be_taken_back(desk: Desk) -> None:
    _finish(desk, Answer.LATER)
    page = _review(desk)
    assert page.valid() == ()
    _date(page, "8", "December", "2026")
    _date(page, "", "", "")
    assert desk.stored().progress.later_by is None
    assert page.valid() == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("31", "2", "2027"), "Enter a real date, such as 8 December 2026, or leave it empty"),
        (("8", "", ""), "Enter a real date, such as 8 December 2026, or leave it empty"),
        (("24", "11", "2026"), "Enter a date after today, 24 November 2026"),
        (("1", "1", "2020"), "Enter a date after today, 24 November 2026"),
        (("24", "11", "2027"), "Enter a date before your next check, 24 November 2027"),
    ],
)
def test_a_date_that_will_not_do_says_how_to_put_it_right(
    desk: Desk, typed: tuple[str, str, str], said: str
) -> None:
    _finish(desk, Answer.LATER)
    page = _review(desk)
    _date(page, *typed)
    (fault,) = page.valid()
    assert fault.message == said
    assert said in words(page)
    assert fault.control is find(page, f"{LATER_QUESTION}: Day", QLineEdit)
    assert desk.stored().progress.later_by is None


def test_with_none_at_all_there_is_little_to_look_over(desk: Desk) -> None:
    desk.meet()
    desk.session.set_no_accounts(True)
    for page in desk.plan.statements:
        desk.session.read_page(page.id)
    review = _review(desk)
    assert _values(review)["The accounts you have"] == "None at all"
    assert review.valid() == ()
    assert review.later is None


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    desk: Desk, width: int, text_size: int
) -> None:
    _finish(desk, Answer.LATER)
    desk.add("instagram", "a very long nickname for a second account of mine")
    desk.add("instagram")
    desk.wear(text_size=text_size)
    page = _review(desk, width=width, height=430)
    page.show_faults(page.valid())
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
