"""Answers: none beforehand, one at a time, reached by every hand, never cut."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.chip import Place
from tests.ui.conftest import Show, Wear

ANSWERS = (
    Option("done", "Done"),
    Option("later", "Later"),
    Option("leaving", "Leaving it", "Leaving it as it is"),
    Option("not sure", "Not sure", "Not sure, or it isn't there"),
)


@pytest.fixture
def bar(app: QApplication) -> Iterator[AnswerBar]:
    made = AnswerBar("Private account", ANSWERS)
    yield made
    if shiboken6.isValid(made):
        made.deleteLater()


@pytest.fixture
def heard(bar: AnswerBar) -> list[object]:
    values: list[object] = []
    bar.answered.connect(values.append)
    return values


def test_nothing_is_chosen_beforehand(bar: AnswerBar) -> None:
    assert bar.value is None
    assert not any(chip.isChecked() for chip in bar.chips)


def test_a_press_chooses_one_and_says_so(bar: AnswerBar, heard: list[object], show: Show) -> None:
    show(bar)
    QTest.mouseClick(bar.chips[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.chips[3], Qt.MouseButton.LeftButton)
    assert heard == ["later", "not sure"]
    assert [chip.isChecked() for chip in bar.chips] == [False, False, False, True]


def test_pressing_the_chosen_one_again_keeps_it(bar: AnswerBar, heard: list[object], show: Show) -> None:
    show(bar)
    bar.chips[0].click()
    bar.chips[0].click()
    assert bar.value == "done"


def test_setting_a_value_tells_nobody_and_none_takes_it_back(bar: AnswerBar, heard: list[object]) -> None:
    bar.set_value("leaving")
    assert bar.value == "leaving"
    bar.set_value(None)
    assert bar.value is None
    assert heard == []


def test_tab_stops_once_at_a_bar(bar: AnswerBar) -> None:
    def tab_stops() -> list[int]:
        return [i for i, chip in enumerate(bar.chips) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert tab_stops() == [0]
    bar.set_value("leaving")
    assert tab_stops() == [2]


def test_arrows_only_look_around_until_something_is_chosen(
    bar: AnswerBar, heard: list[object], show: Show
) -> None:
    show(bar)
    bar.setFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar.chips[1]
    assert heard == []
    QTest.keyClick(bar.chips[1], Qt.Key.Key_Space)
    QTest.keyClick(bar.chips[1], Qt.Key.Key_Down)
    assert heard == ["later", "leaving"]
    QTest.keyClick(bar.chips[2], Qt.Key.Key_Left)
    assert bar.value == "later"


def test_arrows_go_round_the_ends(bar: AnswerBar, show: Show) -> None:
    show(bar)
    bar.setFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is bar.chips[3]


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [220, 420, 900])
def test_no_answer_is_cut_at_any_size(bar: AnswerBar, show: Show, wear: Wear, size: int, width: int) -> None:
    wear(Mode.LIGHT, size)
    show(bar, width=width, height=700)
    for chip in bar.chips:
        assert chip.height() >= max(32, chip.heightForWidth(chip.width()))
        assert chip.width() >= chip.minimumSizeHint().width()
        assert bar.rect().contains(chip.geometry())


def test_answers_stack_where_it_is_narrow(bar: AnswerBar, show: Show) -> None:
    show(bar, width=240, height=400)
    assert len({chip.x() for chip in bar.chips}) == 1
    assert [chip.place for chip in bar.chips] == [Place.TOP, Place.BETWEEN, Place.BETWEEN, Place.BOTTOM]


def test_two_bars_do_not_disturb_each_other(show: Show) -> None:
    one, other = AnswerBar("One", ANSWERS), AnswerBar("Other", ANSWERS)
    show(one, other)
    one.chips[0].click()
    other.chips[1].click()
    assert (one.value, other.value) == ("done", "later")


@pytest.mark.parametrize("width", [520, 150])
def test_the_chosen_one_keeps_its_place_in_what_is_heard_and_its_whole_edge(
    bar: AnswerBar, show: Show, wear: Wear, width: int
) -> None:
    accent = wear(Mode.LIGHT).colours.accent.upper()
    show(bar, width=width)
    bar.set_value("done")
    assert [each for each in bar.children() if each in bar.chips] == bar.chips
    box = bar.chips[0].geometry()
    image = bar.grab().toImage()
    far = (box.right(), box.center().y()) if width > 400 else (box.center().x(), box.bottom())
    assert image.pixelColor(*far).name().upper() == accent
    bar.set_value("not sure")
    assert bar.grab().toImage().pixelColor(*far).name().upper() != accent
