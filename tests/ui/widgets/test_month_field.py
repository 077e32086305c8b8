"""A month typed in two pieces."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nickaudit.ui.widgets.month_field import MonthField
from tests.ui.conftest import Show, Wear


@pytest.mark.parametrize(
    ("month", "year", "value"),
    [
        ("5", "2018", "2018-05"),
        ("May", "2018", "2018-05"),
        ("sept", "18", "2018-09"),
        ("12", "2027", "2027-12"),
        ("13", "2018", "2018 13"),
        ("", "2018", "2018"),
        ("5", "", "5"),
        ("5", "two", "two 5"),
        ("", "", ""),
    ],
)
def test_what_is_typed_is_a_month_or_stays_as_it_is(wear: Wear, month: str, year: str, value: str) -> None:
    field = MonthField("When?")
    field.month.setText(month)
    field.year.setText(year)
    assert field.value() == value


@pytest.mark.parametrize("value", ["2018-05", "2027-12", "2018 13", "2018", ""])
def test_what_was_kept_is_shown_again(wear: Wear, value: str) -> None:
    field = MonthField("When?")
    field.set_value(value)
    assert field.value() == value


def test_typing_is_told_and_filling_is_not(show: Show) -> None:
    field = MonthField("When?", hint="For example, 5 2018.")
    show(field)
    told: list[bool] = []
    field.changed.connect(lambda: told.append(True))
    field.set_value("2018-05")
    assert told == []
    QTest.keyClick(field.year, Qt.Key.Key_Backspace)
    assert told == [True]


def test_a_fault_is_shown_and_read_with_both_parts(show: Show) -> None:
    field = MonthField("When?", hint="For example, 5 2018.")
    show(field)
    field.set_fault("Enter the month and year")
    assert field.fault.isVisible()
    assert field.accessibleDescription().startswith("Enter the month and year")
    assert field.month.accessibleDescription() == "Enter the month and year"
    assert field.month.accessibleName() == "When?: Month"
    field.setFocus()
    assert field.month.hasFocus()
    field.set_fault("")
    assert not field.fault.isVisible()
