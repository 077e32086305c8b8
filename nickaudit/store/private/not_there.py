"""Menus a person did not find where a page said: which page, on what device, and the day. Nothing else."""

import datetime as dt

from nickaudit.domain.ids import StopId
from nickaudit.store.database import Database


def note(db: Database, stop: StopId, *, device: str, on: dt.date) -> None:
    """Keep it; a later day replaces an earlier one."""
    db.write("INSERT OR REPLACE INTO not_there VALUES (?, ?, ?)", stop, device, on.isoformat())


def noted_on(db: Database, stop: StopId) -> dt.date | None:
    """The last day on which that stop's menus were not found; None where they always were."""
    row = db.row("SELECT max(noted_on) FROM not_there WHERE stop = ?", stop)
    return dt.date.fromisoformat(row[0]) if row and row[0] else None


def take_back(db: Database, stop: StopId) -> None:
    """It was there after all."""
    db.write("DELETE FROM not_there WHERE stop = ?", stop)
