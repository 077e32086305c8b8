"""Dates for a person's own calendar, as files of theirs that the desktop can open.

Home knows this module from the start, so what writing takes is loaded when something is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nickaudit.domain.errors import NickAuditError

if TYPE_CHECKING:
    import datetime as dt

    from nickaudit.domain.delivery import Issued
    from nickaudit.services import Services

FOLDER = "calendar"
LATER = "left-for-later.ics"


class CalendarNotSavedError(NickAuditError):
    """The calendar file could not be saved. Check that the disk is not full, then try again."""


class CalendarNotRemovedError(NickAuditError):
    """A calendar file could not be removed. Close the program that has it open, then try again."""


def later_file(services: Services, day: dt.date) -> Path:
    """The day by which the person wants to come back to what they left; it replaces the file before.

    Raises:
        CalendarNotSavedError: nothing has changed.
    """
    from nickaudit.documents.calendar_entry import left_for_later

    return _write(services.home / FOLDER / LATER, left_for_later(day, today=services.today()))


def next_check_file(services: Services, issued: Issued) -> Path:
    """The day the next check is due: the file saved with the certificate, made again where it has gone.

    Raises:
        CalendarNotSavedError: it could not be made again.
    """
    from nickaudit.services.certificate_folder import CALENDAR

    kept = Path(issued.folder) / CALENDAR
    if issued.folder and kept.is_file():
        return kept
    from nickaudit.documents.calendar_entry import next_check

    return _write(services.home / FOLDER / CALENDAR, next_check(issued))


def remove_all(home: Path) -> None:
    """Remove the files made here: the day for what was left for later tells that something was left.

    Raises:
        CalendarNotRemovedError: one is still there.
    """
    import shutil

    try:
        shutil.rmtree(home / FOLDER)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CalendarNotRemovedError from error


def _write(path: Path, content: bytes) -> Path:
    """Whole or not at all, and for its owner only."""
    from nickaudit.share.errors import FolderError
    from nickaudit.share.saving import save_over

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        save_over(path, content, mode=0o600)
    except (OSError, FolderError) as error:
        raise CalendarNotSavedError from error
    return path
