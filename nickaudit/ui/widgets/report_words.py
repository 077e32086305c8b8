"""What the head reads above the table: the figure, the parts of the bar, and how fresh it all is."""

from __future__ import annotations

import datetime as dt

from nickaudit.domain.due_dates import MONTHS, in_short
from nickaudit.domain.status import Report, Status
from nickaudit.ui.widgets.stacked_bar import Part, Portion

NOBODY_YET = "No certificate has come in yet"
NOBODY_NOW = "No adult has finished at present"
NOT_READ_YET = "Who has finished?"
STILL_SHOWN = "What was read before is still shown."
EMPTY = "There are no certificates in this folder yet. Look again when somebody has handed one in."
EMPTY_NOW = f"There are no certificates in this folder just now. {STILL_SHOWN}"


def figure(report: Report) -> str:
    """`31 adults have finished`: those who are due or overdue are not among them."""
    if not report.rows:
        return NOBODY_YET if report.read_at else NOT_READ_YET
    if report.finished == 0:
        return NOBODY_NOW
    return "1 adult has finished" if report.finished == 1 else f"{report.finished:,} adults have finished"


def bar_parts(report: Report) -> tuple[Part, ...]:
    """How many stand how; nobody is counted twice."""
    last = max((row.next_due for row in report.rows if row.status is Status.DUE), default=report.as_of)
    return (
        Part(report.finished, "finished", Portion.FINISHED),
        Part(report.due, f"due by {last.day} {MONTHS[last.month - 1]}", Portion.DUE),
        Part(report.overdue, "overdue", Portion.OVERDUE),
    )


def need_a_look(files: int) -> str:
    """`3 files need a look`."""
    if files == 0:
        return "No file needs a look"
    return "1 file needs a look" if files == 1 else f"{files:,} files need a look"


def to_confirm(people: int) -> str:
    """`12 people to confirm`."""
    if people == 0:
        return "Nobody to confirm"
    return "1 person to confirm" if people == 1 else f"{people:,} people to confirm"


def schools(report: Report) -> str:
    """`St Nicholas`, or `St Nicholas and 1 other school` where people of several are shown."""
    others = report.other_schools
    if not others:
        return report.school
    return f"{report.school} and {others} other school{'' if others == 1 else 's'}"


def ago(then: dt.datetime, *, now: dt.datetime) -> str:
    """`just now`, `a minute ago`, `3 hours ago`, `yesterday`, `4 days ago`, `on 24 Nov 2026`."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return "a minute ago" if minutes == 1 else f"{minutes} minutes ago"
    day = then.astimezone(now.tzinfo).date()
    days = (now.date() - day).days
    if days == 0:
        return "an hour ago" if minutes < 120 else f"{minutes // 60} hours ago"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 15 else f"on {in_short(day)}"


def how_fresh(read_at: dt.datetime | None, *, now: dt.datetime, is_folder: bool) -> str:
    """`Read from the folder 3 minutes ago`; nothing before anything was read."""
    if read_at is None:
        return ""
    then = ago(read_at, now=now)
    return f"Read from the folder {then}" if is_folder else f"Last read {then}"


def came_of_it(*, files: int, new: int, set_aside: int, is_anybody_known: bool) -> str:
    """What a reading found: `Read 6 files. 3 certificates are new`, and so on."""
    if not files:
        return EMPTY_NOW if is_anybody_known else EMPTY
    read = "Read 1 file" if files == 1 else f"Read {files:,} files"
    some = "1 certificate is new" if new == 1 else f"{new:,} certificates are new"
    said = f"{read}. {some if new else 'Nothing is new'}."
    return f"{said} {need_a_look(set_aside)}." if set_aside else said
