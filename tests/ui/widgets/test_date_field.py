"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest

from nickaudit.ui.widgets.date_field import DateField, read_date
from tests.ui.conftest import Show


@pytest.mark.parametrize(
    "parts",
    [("8", "12", "2026"), ("08", "december", "26"), (" 8 ", "Dec", "2026"), ("8", "dec.", "2026")],
)
def test_a_day_can_be_written_in_many_ways(parts: tuple[str, str, str]) -> None:
    assert read_date(*parts) == date(2026, 12, 8)


@pytest.mark.parametrize(
    "parts",
    [
        ("31", "11", "2026"),
        ("29", "2", "2027"),
        ("0", "1", "2026"),
        ("8", "13", "2026"),
        ("8", "ju", "2026"),
        ("", "", ""),
        ("8", "12", ""),
        ("²", "12", "2026"),
        ("8", "12", "99999999999999999999"),
        ("-8", "12", "2026"),
    ],
)
def test_what_is_no_day_is_none(parts: tuple[str, str, str]) -> None:
    assert read_date(*parts) is None


def test_a_leap_day_is_a_day() -> None:
    assert read_date("29", "feb", "2028") == date(2028, 2, 29)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_date(str(day.day), str(day.month), str(day.year)) == day
    assert read_date(str(day.day), f"{day:%B}", str(day.year)) == day


@given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
def test_nothing_typed_is_ever_an_error(day: str, month: str, year: str) -> None:
    assert read_date(day, month, year) is None or isinstance(read_date(day, month, year), date)


def test_the_field_reads_what_is_typed_and_shows_what_is_set(show: Show) -> None:
    field = DateField("When will you come back to these?", hint="For example, 8 December 2026")
    show(field)
    assert field.is_empty()
    for part, text in ((field.day, "8"), (field.month, "Dec"), (field.year, "2026")):
        QTest.keyClicks(part, text)
    assert field.value() == date(2026, 12, 8)
    field.set_value(None)
    assert field.is_empty()
    field.set_value(date(2026, 12, 9))
    assert field.value() == date(2026, 12, 9)


def test_each_part_is_named_with_the_question(show: Show) -> None:
    field = DateField("When?")
    show(field)
    assert [part.accessibleName() for part in (field.day, field.month, field.year)] == [
        "When?: Day",
        "When?: Month",
        "When?: Year",
    ]


def test_a_fault_is_read_with_each_part(show: Show) -> None:
    field = DateField("When?")
    show(field)
    field.set_fault("Write a day that is still to come.")
    assert field.fault.isVisible()
    assert field.day.accessibleDescription() == "Write a day that is still to come."
