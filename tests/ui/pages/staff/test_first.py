"""The first page: two roads, the last one remembered, and what stays and what goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import StepKind
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.pages.staff.first import FirstPage
from nickaudit.ui.widgets.road_card import RoadCard
from tests.ui.pages.desk import Desk, click, cut_off, find, named, press, without_a_name_of_their_own, words


@pytest.fixture
def start(desk: Desk) -> Iterator[Desk]:
    """As the window starts: nobody has said yet whose computer this is."""
    session = desk.session
    desk.session = None  # type: ignore[assignment]
    yield desk
    desk.session = session


def test_there_are_three_roads(start: Desk) -> None:
    page = start.open(FirstPage, route.FIRST)
    assert [card.title for card in page.findChildren(RoadCard)] == [
        "Check my own accounts",
        "See who has finished",
        "Set the school up",
    ]
    assert "school is told who you are, that you finished, when, and under which policy" in words(page)
    assert not page.has_back
    assert page.footer is None


def test_ones_own_check_asks_first_whose_computer_it_is(start: Desk) -> None:
    page = start.open(FirstPage, route.FIRST)
    click(page, "Check my own accounts")
    assert start.steps == [route.WHOSE_COMPUTER]
    assert remembered(start.services, Preference.ROAD) == "staff"


@pytest.mark.parametrize("computer", [Computer.MINE, Computer.SCHOOLS])
def test_a_computer_that_is_known_is_not_asked_for_again(start: Desk, computer: Computer) -> None:
    remember(start.services, Preference.COMPUTER, computer.value)
    page = start.open(FirstPage, route.FIRST)
    press(page, "Check my own accounts")
    assert start.computers == [computer], "the frame opens the check before Home is shown"
    assert start.steps == [route.HOME]


def test_on_a_shared_computer_it_is_asked_every_time(desk: Desk) -> None:
    desk.on(Computer.SHARED)
    press(desk.open(FirstPage, route.FIRST), "Check my own accounts")
    assert desk.steps == [route.WHOSE_COMPUTER]
    assert desk.computers == []


def test_with_a_check_under_way_the_road_leads_home(desk: Desk) -> None:
    press(desk.open(FirstPage, route.FIRST), "Check my own accounts")
    assert desk.steps == [route.HOME]


def test_the_heads_road_leads_to_the_report_and_is_remembered(start: Desk) -> None:
    page = start.open(FirstPage, route.FIRST)
    press(page, "See who has finished")
    assert start.steps == [route.REPORT]
    assert remembered(start.services, Preference.ROAD) == "head"


def test_the_road_into_set_up_is_not_the_one_of_next_time(start: Desk) -> None:
    remember(start.services, Preference.ROAD, "head")
    page = start.open(FirstPage, route.FIRST)
    press(page, "Set the school up")
    assert start.steps == [route.SET_UP]
    assert remembered(start.services, Preference.ROAD) == "head"


@pytest.mark.parametrize(
    ("road", "name", "step"),
    [
        ("staff", "Check my own accounts", route.WHOSE_COMPUTER),
        ("head", "See who has finished", route.REPORT),
        (None, "Check my own accounts", route.WHOSE_COMPUTER),
        ("set up", "Check my own accounts", route.WHOSE_COMPUTER),
        ("nonsense", "Check my own accounts", route.WHOSE_COMPUTER),
    ],
)
def test_enter_takes_the_road_of_last_time_which_says_so(
    start: Desk, road: str | None, name: str, step: route.Step
) -> None:
    remember(start.services, Preference.ROAD, road)
    page = start.open(FirstPage, route.FIRST)
    QTest.keyClick(page.heading_label, Qt.Key.Key_Return)
    assert start.steps == [step]
    said = [
        each for each, card in named(page, RoadCard).items() if "last time" in card.accessibleDescription()
    ]
    assert said == ([name] if road in ("staff", "head") else [])


def test_who_is_responsible_is_one_press_away(start: Desk) -> None:
    page = start.open(FirstPage, route.FIRST)
    press(page, "Who is responsible, and for how long")
    assert [step.kind for step in start.steps] == [StepKind.RESPONSIBLE]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name(start: Desk, width: int, text_size: int) -> None:
    start.wear(text_size=text_size)
    page = start.open(FirstPage, route.FIRST, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
    assert find(page, "Check my own accounts").height() >= 32
