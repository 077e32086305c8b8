"""Dates: when the next check is due, and how a date is written."""

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def next_due(finished_on: dt.date, months: int = 12) -> dt.date:
    """So many months later, the same day; the month's last where it has no such day (28 February)."""
    import calendar  # seldom needed, and heavy for what it is

    over, month = divmod(finished_on.month - 1 + months, 12)
    year = finished_on.year + over
    last = calendar.monthrange(year, month + 1)[1]
    return finished_on.replace(year=year, month=month + 1, day=min(finished_on.day, last))


def in_words(day: dt.date) -> str:
    """`8 December 2026`, the same on every computer."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_short(day: dt.date) -> str:
    """`24 Nov 2026`, for tables."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def weekday_in_words(day: dt.date) -> str:
    """`Tuesday 24 November 2026`."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day.weekday()]} {in_words(day)}"


def month_in_words(month: str) -> str:
    """`2018-05` becomes `May 2018`."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {int(year)}"


def month_has_passed(month: str, *, today: dt.date) -> bool:
    """Whether all of that month (`2018-09`) lies before today."""
    year, number = month.split("-")
    return (int(year), int(number)) < (today.year, today.month)


def months_since(month: str, *, today: dt.date) -> int:
    """Whole months from that month to today's; negative where it lies ahead."""
    year, number = month.split("-")
    return (today.year - int(year)) * 12 + today.month - int(number)
