import datetime as dt

import pytest

from nickaudit.domain import due_dates


@pytest.mark.parametrize(
    ("finished_on", "due"),
    [
        ("2026-11-24", "2027-11-24"),
        ("2028-02-29", "2029-02-28"),
        ("2027-02-28", "2028-02-28"),
        ("2026-12-31", "2027-12-31"),
    ],
)
def test_the_next_check_is_due_a_year_later(finished_on: str, due: str) -> None:
    assert due_dates.next_due(dt.date.fromisoformat(finished_on)) == dt.date.fromisoformat(due)


@pytest.mark.parametrize(
    ("finished_on", "months", "due"),
    [
        ("2026-11-24", 1, "2026-12-24"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-24", 6, "2027-05-24"),
        ("2026-11-24", 13, "2027-12-24"),
        ("2026-11-24", 24, "2028-11-24"),
    ],
)
def test_a_school_may_ask_more_often_or_less(finished_on: str, months: int, due: str) -> None:
    found = due_dates.next_due(dt.date.fromisoformat(finished_on), months)
    assert found == dt.date.fromisoformat(due)


def test_dates_are_written_the_same_on_every_computer() -> None:
    day = dt.date(2026, 12, 8)
    assert due_dates.in_words(day) == "8 December 2026"
    assert due_dates.in_short(day) == "8 Dec 2026"
    assert due_dates.weekday_in_words(day) == "Tuesday 8 December 2026"
    assert due_dates.month_in_words("2018-05") == "May 2018"


def test_a_month_has_passed_when_all_of_it_has() -> None:
    assert not due_dates.month_has_passed("2018-09", today=dt.date(2018, 9, 30))
    assert due_dates.month_has_passed("2018-09", today=dt.date(2018, 10, 1))


def test_months_are_counted_across_years() -> None:
    assert due_dates.months_since("2025-11", today=dt.date(2026, 2, 1)) == 3
    assert due_dates.months_since("2026-03", today=dt.date(2026, 2, 28)) == -1
