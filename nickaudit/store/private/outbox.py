"""Certificates on their way to the school: one row each, with all that goes, there before the first try."""

import datetime as dt

import msgspec
from msgspec import structs

from nickaudit.domain.delivery import Delivery, OutboxItem, Sealed
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import address_in
from nickaudit.store.database import Database, Row
from nickaudit.store.errors import DamagedStoreError

_COLUMNS = "number, folder, file_name, state, tries, queued_at, tried_at, sent_at, content, sealed_for"


def queue(db: Database, item: OutboxItem) -> None:
    """Put a certificate in the outbox, with its final file name; replaces an earlier row of it."""
    db.write(
        f"INSERT OR REPLACE INTO outbox ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        item.number,
        item.address.text,
        item.file_name,
        item.state,
        item.tries,
        item.queued_at.isoformat(),
        _text(item.tried_at),
        _text(item.sent_at),
        item.sealed.content if item.sealed else None,
        written_for(item.sealed) if item.sealed else None,
    )


def update(db: Database, item: OutboxItem) -> None:
    """How it stands. What was sent stays so; what was cancelled too, unless it was sent after all."""
    db.write(
        "UPDATE outbox SET state = ?1, tries = ?2, tried_at = ?3, sent_at = ?4"
        " WHERE number = ?5 AND file_name = ?6 AND (state <> ?7 OR ?1 = ?8) AND state <> ?8",
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


def sent(db: Database, *, since: dt.datetime) -> tuple[OutboxItem, ...]:
    """All that was sent from then on."""
    rows = db.rows(f"SELECT {_COLUMNS} FROM outbox ORDER BY queued_at, number")  # noqa: S608
    items = map(_item, rows)
    return tuple(
        each for each in items if each.state is Delivery.SENT and each.sent_at and each.sent_at >= since
    )


def written_for(sealed: Sealed) -> str:
    """For whom something is sealed, as the store keeps it."""
    return msgspec.json.encode(structs.replace(sealed, content=b"")).decode()


def sealed_from(content: bytes, sealed_for: str) -> Sealed:
    """What is sealed, from the two columns it is kept in.

    Raises:
        ValueError: it is not as it was written.
    """
    return structs.replace(msgspec.json.decode(sealed_for, type=Sealed), content=bytes(content))


def _item(row: Row) -> OutboxItem:
    number, address, file_name, state, tries, queued_at, tried_at, sent_at, content, sealed_for = row
    try:
        return OutboxItem(
            number=number,
            address=address_in(address),
            file_name=file_name,
            state=Delivery(state),
            sealed=None if content is None else sealed_from(content, sealed_for or ""),
            tries=tries,
            queued_at=dt.datetime.fromisoformat(queued_at),
            tried_at=_moment(tried_at),
            sent_at=_moment(sent_at),
        )
    except ValueError as error:  # msgspec's own errors are ValueErrors
        raise DamagedStoreError from error


def _text(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
