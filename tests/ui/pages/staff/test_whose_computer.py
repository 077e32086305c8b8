"""Whose computer this is: three answers, none chosen beforehand, and one must be given."""

import pytest
from PySide6.QtWidgets import QRadioButton

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.ui.pages.staff.whose_computer import MISSING, WhoseComputerPage
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words

QUESTION = "Whose computer is this?"


def test_nothing_is_chosen_beforehand_and_each_answer_says_what_it_means(desk: Desk) -> None:
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER)
    rows = named(page, QRadioButton)
    assert list(rows) == [
        f"{QUESTION}: Mine",
        f"{QUESTION}: The school's",
        f"{QUESTION}: One that several people use",
    ]
    assert not any(row.isChecked() for row in rows.values())
    assert all(row.accessibleDescription().endswith(".") for row in rows.values())
    assert (
        "school's equipment is for school work" in rows[f"{QUESTION}: The school's"].accessibleDescription()
    )


def test_continue_without_an_answer_says_how_to_put_it_right(desk: Desk) -> None:
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER)
    (fault,) = page.valid()
    assert fault.message == MISSING == "Choose whose computer this is"
    assert MISSING in words(page)
    fault.control.setFocus()
    assert page.focusWidget() is page.group.rows[0]
    assert desk.computers == []


def test_the_complaint_goes_away_with_an_answer(desk: Desk) -> None:
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER)
    page.valid()
    press(page, f"{QUESTION}: Mine")
    assert MISSING not in words(page)
    assert page.valid() == ()


@pytest.mark.parametrize(
    ("answer", "computer"),
    [
        ("Mine", Computer.MINE),
        ("The school's", Computer.SCHOOLS),
        ("One that several people use", Computer.SHARED),
    ],
)
def test_continue_tells_the_frame(desk: Desk, answer: str, computer: Computer) -> None:
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER)
    click(page, f"{QUESTION}: {answer}")
    assert desk.computers == [], "not before Continue"
    assert page.valid() == ()
    page.apply()
    assert desk.computers == [computer]


def test_who_shares_a_computer_is_told_to_finish_in_one_go(desk: Desk) -> None:
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER)
    press(page, f"{QUESTION}: Mine")
    assert "finish in one go" not in words(page)
    press(page, f"{QUESTION}: One that several people use")
    assert "finish in one go" in words(page)


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(WhoseComputerPage, route.WHOSE_COMPUTER, width=width, height=430)
    page.show_faults(page.valid())
    press(page, f"{QUESTION}: One that several people use")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
