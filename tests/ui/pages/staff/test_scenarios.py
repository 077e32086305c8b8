"""What would you do? Four short cases, each answer with its reason, none marked and none kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nickaudit.domain import route
from nickaudit.domain.complicated import Scenario, unpacked
from nickaudit.domain.route import Step, StepKind, statement_step
from nickaudit.ui.pages.staff.home import HomePage
from nickaudit.ui.pages.staff.policy_says import CASES, PolicySaysPage
from nickaudit.ui.pages.staff.scenarios import ALL, NOT_COUNTED, OTHERS, TITLE, ScenariosPage
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

LIST = Step(kind=StepKind.SCENARIOS)


def one(case: str) -> Step:
    return Step(kind=StepKind.SCENARIOS, item=case)


def cases(desk: Desk) -> tuple[Scenario, ...]:
    return unpacked(desk.services.content.complicated).scenarios


def test_the_list_names_every_case_and_one_press_opens_it(desk: Desk) -> None:
    page = desk.open(ScenariosPage, LIST)
    assert page.heading_label.text() == TITLE
    assert NOT_COUNTED in words(page)
    assert list(named(page)) == [case.title for case in cases(desk)]
    for case in cases(desk):
        press(page, case.title)
    assert desk.steps == [one(case.id) for case in cases(desk)]


def test_every_answer_brings_its_own_reason_and_no_mark(desk: Desk) -> None:
    for case in cases(desk):
        page = desk.open(ScenariosPage, one(case.id))
        assert case.story in words(page)
        for response in case.responses:
            assert response.why not in words(page)
        for response in case.responses:
            click(page, f"{TITLE}: {response.words}")
            shown = words(page)
            assert [each.why for each in case.responses if each.why in shown] == [response.why]
            assert desk.said[-1] == response.why
            for mark in ("Right.", "Wrong.", "Correct", "Well done", "score"):
                assert mark not in shown.replace(NOT_COUNTED, "")
        desk.close()


def test_the_reasons_of_the_others_open_by_keyboard(desk: Desk) -> None:
    case = cases(desk)[1]
    page = desk.open(ScenariosPage, one(case.id))
    first = press(page, f"{TITLE}: {case.responses[0].words}")
    press(page, OTHERS)
    shown = words(page)
    assert all(response.why in shown for response in case.responses)
    assert shown.count(case.responses[0].why) == 1
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    settle()
    shown = words(page)
    assert all(shown.count(response.why) == 1 for response in case.responses)
    assert f"{case.responses[0].words} {case.responses[0].why}" in shown


def test_the_next_case_is_one_press_away_and_the_last_leads_to_all(desk: Desk) -> None:
    first, second, *_, last = cases(desk)
    press(desk.open(ScenariosPage, one(first.id)), f"Next: {second.title}")
    page = desk.open(ScenariosPage, one(last.id))
    assert not [name for name in named(page) if name.startswith("Next")]
    press(page, ALL)
    assert desk.steps == [one(second.id), LIST]


def test_nothing_is_recorded_and_nothing_waits_for_it(desk: Desk) -> None:
    before = desk.stored().progress
    case = cases(desk)[0]
    page = desk.open(ScenariosPage, one(case.id))
    press(page, f"{TITLE}: {case.responses[0].words}")
    assert desk.stored().progress == before
    assert desk.counts == {}
    assert page.footer is None
    assert LIST not in route.way(desk.plan)


def test_home_and_the_end_of_each_statement_lead_there(desk: Desk) -> None:
    press(desk.open(HomePage, route.HOME), "What would you do? Short cases")
    for statement in desk.plan.statements:
        press(desk.open(PolicySaysPage, statement_step(statement.id)), CASES)
    assert desk.steps == [LIST] * (1 + len(desk.plan.statements))


def test_a_case_that_is_no_longer_there_leads_to_the_list(desk: Desk) -> None:
    assert desk.open(ScenariosPage, one("long-gone")).heading == TITLE


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    desk: Desk, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    assert cut_off(desk.open(ScenariosPage, LIST, width=width, height=430)) == []
    for case in cases(desk):
        page = desk.open(ScenariosPage, one(case.id), width=width, height=430)
        for number, response in enumerate(case.responses):
            press(page, f"{TITLE}: {response.words}")
            if number == 0:
                press(page, OTHERS)
            assert cut_off(page) == [], case.id
        assert without_a_name_of_their_own(page) == [], case.id
        desk.close()
