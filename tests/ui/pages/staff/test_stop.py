"""A stop: the way there, the answers and what each brings with it, read back from the store."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.domain import outcome
from nickaudit.domain.answers import Answer
from nickaudit.domain.audit_plan import PlannedStop
from nickaudit.domain.route import stop_step
from nickaudit.ui.pages.staff.stop import StopPage
from nickaudit.ui.widgets.line_help import THEN_NOTHING, THEN_SEARCH
from nickaudit.ui.widgets.policy_words import NOT_CHECKED, OUR_WORDS
from nickaudit.ui.widgets.reading_order import stops
from tests.ui.pages.desk import Desk, click, find, named, press, settle, words

AUDIENCE = "instagram.audience"
PRIVATE = "Private account"
SEARCH = "Photos and videos in search engines"
STORIES = "Stories and lives"
PLACE = "Your place on the map"
ADVISED = "That is your choice. The policy advises, it does not require."
EXCEPTION = "The policy makes room for exceptions."


def planned(desk: Desk, stop: str = AUDIENCE) -> PlannedStop:
    every = (*desk.plan.stops, *desk.plan.more_stops)
    return next(each for each in every if each.stop.id == stop)


def given(desk: Desk, stop: str = AUDIENCE) -> dict[str, Answer | None]:
    """What a second start finds in the file, by setting."""
    progress = desk.stored().progress
    return {line.check.setting: outcome.answer_to(progress, line) for line in planned(desk, stop).checks}


def open_stop(desk: Desk, stop: str = AUDIENCE) -> StopPage:
    return desk.open(StopPage, stop_step(planned(desk, stop)))


@pytest.fixture
def page(desk: Desk) -> StopPage:
    desk.add("instagram")
    return open_stop(desk)


def test_the_question_is_the_heading_and_the_place_is_said(page: StopPage) -> None:
    assert page.heading_label.text() == "Who can see what you share on Instagram?"
    assert page.status == "Instagram · 1 of 4"


def test_nothing_is_chosen_beforehand(desk: Desk, page: StopPage) -> None:
    assert [line.bar.value for line in page.lines] == [None] * 4
    assert set(given(desk).values()) == {None}


def test_a_click_is_in_the_file_before_anything_else_happens(desk: Desk, page: StopPage) -> None:
    find(page, f"{PRIVATE}: Done").click()
    assert given(desk)[PRIVATE] is Answer.DONE
    assert desk.counts["saved"] == 1


def test_full_words_are_read_aloud_and_short_ones_stand_on_the_chips(page: StopPage) -> None:
    chips = page.lines[0].bar.chips
    assert [chip.text() for chip in chips] == ["Done", "Later", "Leaving it", "Not sure"]
    assert [chip.accessibleName() for chip in chips] == [
        f"{PRIVATE}: Done",
        f"{PRIVATE}: Later",
        f"{PRIVATE}: Leaving it as it is",
        f"{PRIVATE}: Not sure, or it isn't there",
    ]


def test_the_keyboard_alone_gives_and_changes_an_answer(desk: Desk, page: StopPage) -> None:
    press(page, f"{PRIVATE}: Done")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    settle()
    assert given(desk)[PRIVATE] is Answer.LATER
    assert QApplication.focusWidget() is find(page, f"{PRIVATE}: Later")


def test_an_answer_can_be_taken_back_and_the_focus_stays_with_the_line(desk: Desk, page: StopPage) -> None:
    click(page, f"{PRIVATE}: Later")
    press(page, f"{PRIVATE}: clear the answer")
    assert given(desk)[PRIVATE] is None
    assert page.lines[0].bar.value is None
    assert QApplication.focusWidget() in page.lines[0].bar.chips
    assert not page.lines[0].row.clear.isVisible()


def test_all_of_these_are_done_answers_every_line(desk: Desk, page: StopPage) -> None:
    click(page, f"{STORIES}: Later")
    press(page, "All of these are done")
    assert set(given(desk).values()) == {Answer.DONE}
    assert [line.bar.value for line in page.lines] == [Answer.DONE] * 4


def test_a_stop_of_one_line_has_no_button_for_all(desk: Desk) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.stranger")
    assert len(page.lines) == 1
    assert "All of these are done" not in named(page)


def test_leaving_what_the_policy_advises_is_said_to_be_a_choice(page: StopPage) -> None:
    assert ADVISED not in words(page)
    click(page, f"{STORIES}: Leaving it as it is")
    assert ADVISED in words(page)
    assert EXCEPTION not in words(page)


def test_leaving_good_practice_does_not_claim_that_the_policy_advises_it(page: StopPage) -> None:
    click(page, f"{PLACE}: Leaving it as it is")
    assert "That is your choice. This is good practice; the policy does not ask for it." in words(page)


def test_leaving_what_the_policy_says_with_should_offers_words_for_the_head(
    desk: Desk, page: StopPage
) -> None:
    click(page, f"{PRIVATE}: Leaving it as it is")
    assert EXCEPTION in words(page)
    assert "safeguarding lead (DSL)" in words(page)
    press(page, f"{PRIVATE}: what to say")
    say = desk.services.content.policy.exception_words
    assert say in words(page)
    press(page, f"{PRIVATE}: copy the words")
    assert QApplication.clipboard().text() == say
    assert "Copied" in desk.said


def test_not_sure_opens_help_and_leaves_the_focus_alone(desk: Desk, page: StopPage) -> None:
    chip = press(page, f"{PRIVATE}: Not sure, or it isn't there")
    assert QApplication.focusWidget() is chip
    shown = words(page)
    assert "A small padlock beside your name shows that it is on." in shown
    assert "“Switch to personal account”" in shown
    assert any("Help is open" in each for each in desk.said)
    press(page, f"{PRIVATE}: I don't have this")
    assert THEN_NOTHING in words(page)
    press(page, f"{PRIVATE}: this isn't where you said")
    assert THEN_SEARCH in words(page)
    assert "Nothing is sent" in THEN_SEARCH
    assert given(desk)[PRIVATE] is Answer.NOT_SURE


def test_the_tab_key_goes_through_a_line_before_the_next(page: StopPage) -> None:
    press(page, f"{STORIES}: Not sure, or it isn't there")
    press(page, f"{PRIVATE}: Done")
    press(page, f"This also took care of: {SEARCH}")
    press(page, "On my phone")
    order = [each.accessibleName() for each in stops(page, None)]
    assert order[: order.index("All of these are done") + 1] == [
        "Your device: iPhone",
        "Open Instagram's settings",
        "Hide the code for my phone",
        "Copy the address",
        f"{PRIVATE}: clear the answer",
        f"{PRIVATE}: Done",
        f"This also took care of: {SEARCH}",
        f"{SEARCH}: Done",
        f"{STORIES}: clear the answer",
        f"{STORIES}: Not sure, or it isn't there",
        f"{STORIES}: I don't have this",
        f"{STORIES}: this isn't where you said",
        f"{PLACE}: Done",
        "All of these are done",
    ]


def test_help_closes_when_the_answer_changes(page: StopPage) -> None:
    click(page, f"{PRIVATE}: Not sure, or it isn't there")
    click(page, f"{PRIVATE}: Done")
    assert page.lines[0].help is not None
    assert not page.lines[0].help.isVisible()


def test_a_line_settled_by_another_folds_away_and_can_be_opened_and_answered(
    desk: Desk, page: StopPage
) -> None:
    also = f"This also took care of: {SEARCH}"
    press(page, f"{PRIVATE}: Done")
    assert not page.lines[1].bar.isVisible()
    assert given(desk)[SEARCH] is None
    press(page, also)
    assert page.lines[1].bar.isVisible()
    press(page, f"{SEARCH}: Later")
    assert given(desk)[SEARCH] is Answer.LATER
    assert page.lines[1].bar.isVisible()
    assert also not in named(page)


def test_a_settled_line_comes_back_when_what_settled_it_changes(page: StopPage) -> None:
    click(page, f"{PRIVATE}: Done")
    assert not page.lines[1].bar.isVisible()
    click(page, f"{PRIVATE}: Later")
    assert page.lines[1].bar.isVisible()


def test_a_page_opened_again_shows_what_was_answered(desk: Desk, page: StopPage) -> None:
    click(page, f"{STORIES}: Not sure, or it isn't there")
    desk.close()
    again = open_stop(desk)
    assert again.lines[2].bar.value is Answer.NOT_SURE
    assert again.lines[2].help is not None
    assert again.lines[2].help.isVisible()


def test_each_sentence_of_the_policy_shows_its_own_strength_and_place(page: StopPage) -> None:
    assert page.lines[0].row.note.text() == "Advised, policy 2.5\nShould, policy 2.4"
    assert page.lines[1].row.note.text() == "Advised, policy 2.5"
    assert page.lines[3].row.note.text() == "Good practice"


def test_the_arrow_is_read_as_a_colon(page: StopPage) -> None:
    assert page.lines[0].row.title.accessibleName() == f"{PRIVATE}: on"


def test_the_side_says_why_with_the_verb_in_bold_and_where_to_read_it(desk: Desk, page: StopPage) -> None:
    why = next(
        each for each in page.findChildren(type(page.lines[0].row.title)) if "keeps your" in each.text()
    )
    bold = [why.text()[span.start : span.end] for span in why._marked.spans]
    assert bold == ["advises"]
    press(page, "Read it in the policy")
    shown = words(page)
    assert OUR_WORDS in shown
    assert "Policy 2.5, under “Reputation”" in shown
    assert "You are advised to set the privacy of your accounts as strictly as you can." in shown
    assert "You should understand who can see your pages" in shown


def test_it_says_when_we_last_looked_and_what_we_could_not_check(page: StopPage) -> None:
    assert "Menus move about. We last looked at these in November 2026." in words(page)
    assert f"{NOT_CHECKED[:-1]}: {STORIES}." in words(page)
    press(page, "This isn't where you said")
    assert THEN_SEARCH in words(page)


def test_what_nobody_could_check_is_said_alone(desk: Desk) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.places")
    assert NOT_CHECKED in words(page)
    assert "We last looked" not in words(page)


def test_last_years_answer_stands_beside_the_line_and_does_not_count(desk: Desk) -> None:
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.store.private import audits

    desk.add("instagram")
    line = planned(desk).checks[0]
    desk.session.answer(line.account, line.check.id, Answer.LEAVING)
    number = CertificateNumber("7F3A-91C2-04DE")
    audits.finish(desk.services.private, desk.session.audit, on=desk.services.today(), number=number)
    account = desk.session.progress.accounts[0]
    desk.session.begin_again()
    if not desk.session.progress.accounts:
        audits.add_account(desk.services.private, desk.session.audit, account)
        desk.session.reload()
    page = open_stop(desk)
    assert page.lines[0].row.note.text().endswith("Last time: Leaving it as it is")
    assert page.lines[0].bar.value is None
    assert given(desk)[PRIVATE] is None


def test_time_on_a_page_is_counted_once_something_was_answered(desk: Desk, page: StopPage) -> None:
    QTest.qWait(20)
    page.hide()
    assert desk.stored().progress.timed_stops == 0
    page.show()
    click(page, f"{PRIVATE}: Done")
    QTest.qWait(20)
    page.hide()
    stored = desk.stored().progress
    assert stored.timed_stops == 1
    assert 0.01 < stored.seconds < 60


def test_an_answer_that_could_not_be_stored_is_not_shown_as_given(
    desk: Desk, page: StopPage, qtbot: QtBot
) -> None:
    click(page, f"{PRIVATE}: Later")
    other = sqlite3.connect(str(desk.services.private.path))
    other.execute("BEGIN EXCLUSIVE")
    with qtbot.captureExceptions() as failures:
        click(page, f"{PRIVATE}: Done")
        click(page, "All of these are done")
    other.rollback()
    other.close()
    assert len(failures) == 2
    assert [line.bar.value for line in page.lines] == [Answer.LATER, None, None, None]
    assert desk.counts["saved"] == 1
    assert given(desk)[PRIVATE] is Answer.LATER
