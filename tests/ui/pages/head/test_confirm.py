"""People to confirm: all new ones in one press, the doubtful one by one, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.domain.route import Step, StepKind
from nickaudit.services.intake import take_in
from nickaudit.ui.pages.head.confirm import NOTHING, TAKEN_BACK, WHAT_IT_MEANS, ConfirmPage
from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from tests.ui.pages.desk import Desk, cut_off, find, named, press, settle, without_a_name_of_their_own, words
from tests.ui.pages.head.certificates import put

OpenConfirm = Callable[..., ConfirmPage]


@pytest.fixture
def open_confirm(desk: Desk) -> OpenConfirm:
    """Open the page after the folder has been looked through."""

    def opened(box: Path | None = None, *, width: int = 1120) -> ConfirmPage:
        if box is not None:
            take_in(desk.services.school, box, now=desk.services.now())
        return desk.open(ConfirmPage, Step(kind=StepKind.CONFIRM), width=width)

    return opened


def press_and_wait(page: ConfirmPage, name: str, qtbot: QtBot) -> None:
    press(page, name)
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=5_000)
    page.read_heading()
    settle()


def test_every_new_person_is_listed_and_it_says_what_a_yes_means(
    open_confirm: OpenConfirm, box: Path
) -> None:
    page = open_confirm(box)
    assert page.heading_label.text() == "3 people to confirm"
    assert WHAT_IT_MEANS in words(page)
    assert "you know that these people sent them" in WHAT_IT_MEANS
    for name in ("Ash, Rosalind", "Cedar, Priya", "Maple, Idris"):
        assert name in words(page)
    assert "Ask in person first" not in words(page)


def test_all_are_confirmed_in_one_press_and_it_can_be_undone(
    open_confirm: OpenConfirm, box: Path, desk: Desk, qtbot: QtBot
) -> None:
    page = open_confirm(box)
    press_and_wait(page, "Confirm all 3 new people", qtbot)
    assert page.heading_label.text() == "Nobody to confirm"
    assert NOTHING in words(page)
    assert "You confirmed 3 people on 24 Nov 2026." in words(page)
    assert find(page, "Undo").hasFocus()
    page = open_confirm()
    press_and_wait(page, "Undo", qtbot)
    assert page.heading_label.text() == "3 people to confirm"
    assert TAKEN_BACK in desk.said
    assert "Undo" not in named(page)


def test_one_person_alone_is_confirmed_and_the_focus_goes_on(
    open_confirm: OpenConfirm, box: Path, qtbot: QtBot, desk: Desk
) -> None:
    page = open_confirm(box)
    press_and_wait(page, "Confirm: Rosalind Ash, Teaching assistant · finished on 24 Nov 2026", qtbot)
    assert page.heading_label.text() == "2 people to confirm"
    assert "Ash, Rosalind" not in words(page)
    assert desk.said[-1] == "1 person confirmed. 2 people to confirm."
    assert find(page, "Confirm: Priya Cedar, Governor · finished on 5 Nov 2025").hasFocus()


def test_whoever_has_to_be_asked_is_never_among_all(
    open_confirm: OpenConfirm, box: Path, qtbot: QtBot
) -> None:
    put(box, 9, name="Rosalind Ash", role="Teacher")
    page = open_confirm(box)
    assert "Ask in person first" in words(page)
    press_and_wait(page, "Confirm all 2 new people", qtbot)
    assert page.heading_label.text() == "2 people to confirm"
    said = "They said yes: confirm: Rosalind Ash, Teacher · finished on 24 Nov 2026 · name here twice"
    assert any(name.startswith(said) for name in named(page))


def test_many_are_shown_in_parts(open_confirm: OpenConfirm, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(60):
        put(tmp_path, number, name=f"Person {number:02}")
    page = open_confirm(tmp_path)
    assert len(page.new.buttons) == 40
    press(page, "Show more people")
    assert len(page.new.buttons) == 60
    assert page.new.buttons[40].hasFocus()
    press_and_wait(page, "Confirm all 60 new people", qtbot)
    assert NOTHING in words(page)


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [640, 900])
def test_nothing_is_cut_off_and_no_name_is_there_twice(
    open_confirm: OpenConfirm, box: Path, desk: Desk, size: int, width: int
) -> None:
    desk.wear(mode=Mode.DARK, text_size=size)
    put(box, 9, name="Rosalind Ash", role="Lunchtime supervisor", school="St Elsewhere")
    page = open_confirm(box, width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
