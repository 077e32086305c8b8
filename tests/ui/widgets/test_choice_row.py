"""Rows to choose and to tick: the whole row is the target, and no word is cut."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.choice_row import CheckRow, RadioRow
from tests.ui.conftest import Show, Wear

LONG = "I am active online as part of my job, such as on the school's own page"


def test_a_click_at_the_far_end_of_the_row_ticks_it(show: Show) -> None:
    row = CheckRow("Facebook")
    show(row)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 3, row.height() - 3))
    assert row.isChecked()


def test_enter_and_space_tick(show: Show) -> None:
    row = CheckRow("Facebook")
    show(row)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("kind", [CheckRow, RadioRow])
def test_no_word_of_a_row_is_cut(
    show: Show, wear: Wear, kind: type[CheckRow] | type[RadioRow], size: int
) -> None:
    wear(Mode.LIGHT, size)
    row = kind(LONG, "A hint that is long enough to need a second line in a narrow window")
    show(row, width=320, height=900)
    assert row.height() >= row.heightForWidth(row.width()) > 46
    assert row.minimumSizeHint().width() <= row.width()


def test_the_hint_is_read_after_the_name(show: Show) -> None:
    row = RadioRow("Governor", "Also if you visit rarely", name="Role: Governor")
    show(row)
    assert (row.accessibleName(), row.accessibleDescription()) == (
        "Role: Governor",
        "Also if you visit rarely",
    )
