"""Certificates on their way to the school's folder: one row each, there before the first try."""

import datetime as dt

from nickaudit.domain.delivery import Delivery, OutboxItem
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database, Row
from nickaudit.store.errors import DamagedStoreError

_COLUMNS = "number, folder, file_name, state, tries, queued_at, tried_at, sent_at"


def queue(db: Database, item: OutboxItem) -> None:
    """Put a certificate in the outbox, with its final file name; replaces an earlier row of it."""
    db.write(
        f"INSERT OR REPLACE INTO outbox ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        item.number,
        item.folder,
        item.file_name,
        item.state,
        item.tries,
        item.queued_at.isoformat(),
        _text(item.tried_at),
        _text(item.sent_at),
    )


def update(db: Database, item: OutboxItem) -> None:
    """How it stands after a try. One that was cancelled meanwhile stays so, unless it was sent after all."""
    db.write(
        "UPDATE outbox SET state = ?1, tries = ?2, tried_at = ?3, sent_at = ?4"
        " WHERE number = ?5 AND file_name = ?6 AND (state <> ?7 OR ?1 = ?8)",
        item.state,
        item.tries,
        _text(item.tried_at),
        _text(item.sent_at),
        item.number,
        item.file_name,
        Delivery.NOT_SENT,
        Delivery.SENT,
    )


def of(db: Database, number: CertificateNumber) -> OutboxItem | None:
    """The row of that certificate, sent or waiting."""
    row = db.row(f"SELECT {_COLUMNS} FROM outbox WHERE number = ?", number)  # noqa: S608
    return _item(row) if row else None


def waiting(db: Database) -> tuple[OutboxItem, ...]:
    """All that still have to be sent, oldest first."""
    rows = db.rows(f"SELECT {_COLUMNS} FROM outbox ORDER BY queued_at, number")  # noqa: S608
    return tuple(item for item in map(_item, rows) if item.state.is_waiting)


def _item(row: Row) -> OutboxItem:
    number, folder, file_name, state, tries, queued_at, tried_at, sent_at = row
    try:
        return OutboxItem(
            number=number,
            folder=folder,
            file_name=file_name,
            state=Delivery(state),
            tries=tries,
            queued_at=dt.datetime.fromisoformat(queued_at),
            tried_at=_moment(tried_at),
            sent_at=_moment(sent_at),
        )
    except ValueError as error:
        raise DamagedStoreError from error


def _text(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
