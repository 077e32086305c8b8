"""Whose keys the head has confirmed: this key, under this name, is known to be that person's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


def confirm(db: Database, keys: Iterable[tuple[str, str]], *, at: dt.datetime) -> None:
    """Say yes to these keys, each with the folded name it goes with."""
    db.write_many(
        "INSERT OR IGNORE INTO confirmed (key, name, confirmed_at) VALUES (?, ?, ?)",
        ((key, name, at.isoformat()) for key, name in keys),
    )


def all_confirmed(db: Database) -> frozenset[tuple[str, str]]:
    """Key and folded name of everybody the head has said yes to."""
    return frozenset((key, name) for key, name in db.rows("SELECT key, name FROM confirmed"))


def last(db: Database) -> tuple[dt.datetime, tuple[str, ...]] | None:
    """When the head last said yes, and the folded names of those it was said to."""
    rows = db.rows(
        "SELECT confirmed_at, name FROM confirmed WHERE confirmed_at ="
        " (SELECT confirmed_at FROM confirmed ORDER BY julianday(confirmed_at) DESC LIMIT 1) ORDER BY name"
    )
    try:
        return (dt.datetime.fromisoformat(rows[0][0]), tuple(name for _, name in rows)) if rows else None
    except ValueError as error:
        raise DamagedStoreError from error


def take_back(db: Database, *, at: dt.datetime) -> None:
    """Take back what was said at that moment."""
    db.write("DELETE FROM confirmed WHERE confirmed_at = ?", at.isoformat())
