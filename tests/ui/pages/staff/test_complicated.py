"""It's complicated: a few questions, three ways to end, words to copy, and nothing recorded."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.domain import route
from nickaudit.domain.complicated import Complicated, End, Ending, Matter, unpacked
from nickaudit.domain.route import Step, StepKind, look_step
from nickaudit.ui.pages.staff.complicated import (
    ENDINGS,
    NOT_RECORDED,
    OTHER,
    WHAT_IS_IT,
    ComplicatedPage,
)
from nickaudit.ui.pages.staff.home import HomePage
from nickaudit.ui.pages.staff.look import LookPage
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.choice_row import RadioRow
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.tag import Tag
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

ALL = Step(kind=StepKind.COMPLICATED)
SINCE, TALK, CLOSE = (
    "How did you become friends?",
    "Does school come up when you write?",
    "How close are you now?",
)
BEFORE, THROUGH = (
    f"{SINCE}: We were friends before the school came into it",
    f"{SINCE}: We met through the school",
)


def one(matter: str) -> Step:
    return Step(kind=StepKind.COMPLICATED, item=matter)


def every(desk: Desk) -> Complicated:
    return unpacked(desk.services.content.complicated)


def ways(matter: Matter, asked: str = "") -> Iterator[tuple[tuple[str, ...], End]]:
    """All ways through a matter: the names of the answers, and the end they come to."""
    question = matter.question_of(asked) if asked else matter.questions[0]
    assert question is not None
    for choice in question.choices:
        name = f"{question.question}: {choice.answer}"
        end = matter.end_of(choice.leads_to)
        if end is not None:
            yield (name,), end
        else:
            yield from (((name, *rest), found) for rest, found in ways(matter, choice.leads_to))


def tags(page: ComplicatedPage) -> list[str]:
    return [tag.accessibleName() for tag in page.findChildren(Tag) if tag.isVisibleTo(page)]


def test_the_list_names_every_matter_and_one_press_opens_it(desk: Desk) -> None:
    page = desk.open(ComplicatedPage, ALL)
    titles = [matter.title for matter in every(desk).matters]
    assert page.heading_label.text() == WHAT_IS_IT
    assert list(named(page)) == [*titles, "Who to tell"]
    for title in titles:
        press(page, title)
    assert desk.steps == [one(matter.id) for matter in every(desk).matters]


def test_every_way_through_every_matter_comes_to_its_end_by_mouse(desk: Desk) -> None:
    for matter in every(desk).matters:
        for answers, end in ways(matter):
            page = desk.open(ComplicatedPage, one(matter.id))
            for answer in answers:
                click(page, answer)
            shown = words(page)
            assert tags(page) == [ENDINGS[end.ending][0]], answers
            for text in (end.title, *end.do, end.why, *(f"“{each.say}”" for each in end.words)):
                assert text in shown
            desk.close()


def test_by_keyboard_alone_to_the_words_on_the_clipboard(desk: Desk) -> None:
    page = desk.open(ComplicatedPage, one("friend-parent"))
    press(page, BEFORE)
    press(page, f"{TALK}: Now and then")
    press(page, "Copy the words for your friend")
    assert QApplication.clipboard().text().startswith("I like being your friend")
    assert desk.said[-1] == "Copied"
    assert desk.said[0] == f"Next question: {TALK}"
    assert desk.said[1].startswith("Keep, but restrict.")


def test_the_arrow_keys_go_through_the_answers_and_the_page_follows(desk: Desk) -> None:
    page = desk.open(ComplicatedPage, one("friend-parent"))
    first = press(page, BEFORE)
    assert TALK in words(page)
    QTest.keyClick(first, Qt.Key.Key_Down)
    settle()
    assert CLOSE in words(page)
    assert TALK not in words(page)
    assert QApplication.focusWidget() is named(page, RadioRow)[THROUGH]


def test_another_answer_takes_away_what_the_one_before_brought(desk: Desk) -> None:
    page = desk.open(ComplicatedPage, one("friend-parent"))
    click(page, BEFORE)
    click(page, f"{TALK}: No, we keep to our own lives")
    assert tags(page) == ["Keep, and tell the school"]
    click(page, THROUGH)
    assert tags(page) == []
    assert len(page.findChildren(ChoiceGroup)) == 2
    click(page, f"{CLOSE}: We like each other's posts, no more")
    assert tags(page) == ["Take leave politely"]


def test_before_taking_leave_it_says_to_keep_what_was_written(desk: Desk) -> None:
    for matter in every(desk).matters:
        for answers, end in ways(matter):
            page = desk.open(ComplicatedPage, one(matter.id))
            for answer in answers:
                click(page, answer)
            says_keep = "Has a pupil or parent written to you? Don't delete it." in words(page)
            assert says_keep is (end.ending is Ending.TAKE_LEAVE), end.id
            desk.close()


def test_the_policys_sentences_stand_beside_with_their_verb(desk: Desk) -> None:
    page = desk.open(ComplicatedPage, one("was-pupil"))
    beside = [label.text() for label in page.findChildren(NotedLabel)]
    lines = desk.services.content.policy.lines_of(every(desk).matters[2].policy)
    assert beside == [line.words for line in lines]
    assert "advised" in beside[0]


def test_nothing_is_recorded_and_it_says_so(desk: Desk) -> None:
    before = desk.stored().progress
    page = desk.open(ComplicatedPage, one("village"))
    assert NOT_RECORDED in words(page)
    question = "Where do you meet them online?"
    press(page, f"{question}: In the group of a club, a choir or a church")
    assert desk.stored().progress == before
    assert desk.counts == {}
    assert page.footer is None
    again = desk.open(ComplicatedPage, one("village"))
    assert not [row for row in again.findChildren(RadioRow) if row.isChecked()]


def test_it_works_before_a_check_has_begun(desk: Desk) -> None:
    desk.session.database.close()
    session, desk.session = desk.session, None  # type: ignore[assignment]
    assert "I lead a youth club" in named(desk.open(ComplicatedPage, ALL))
    desk.session = session


def test_another_matter_and_who_to_tell_are_one_press_away(desk: Desk) -> None:
    press(desk.open(ComplicatedPage, one("village")), OTHER)
    press(desk.open(ComplicatedPage, ALL), "Who to tell")
    assert desk.steps == [ALL, Step(kind=StepKind.WHO_TO_TELL)]


def test_a_matter_that_is_no_longer_there_leads_to_the_list(desk: Desk) -> None:
    assert desk.open(ComplicatedPage, one("long-gone")).heading == WHAT_IS_IT


def test_home_leads_there(desk: Desk) -> None:
    press(desk.open(HomePage, route.HOME), "It's complicated")
    assert desk.steps == [ALL]


def test_a_look_through_people_leads_to_three_of_them_and_one_through_posts_to_none(desk: Desk) -> None:
    desk.add("instagram")
    for look in (*desk.plan.looks, *desk.plan.more_looks):
        page = desk.open(LookPage, look_step(look))
        about_people = any(line.id == "people-friends" for line in look.lines)
        assert ("It's complicated?" in words(page)) is about_people
        if about_people:
            for title in ("My own child is a pupil", "A friend is a parent", "I was a pupil here"):
                press(page, title)
    assert desk.steps == [one("own-child"), one("friend-parent"), one("was-pupil")]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    desk: Desk, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    assert cut_off(desk.open(ComplicatedPage, ALL, width=width, height=430)) == []
    for matter in every(desk).matters:
        for answers, end in ways(matter):
            page = desk.open(ComplicatedPage, one(matter.id), width=width, height=430)
            for answer in answers:
                press(page, answer)
            assert cut_off(page) == [], end.id
            assert without_a_name_of_their_own(page) == [], end.id
            desk.close()
