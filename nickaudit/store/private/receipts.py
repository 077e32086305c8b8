"""Receipts: the school's own word that it has a certificate."""

import datetime as dt

from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


def keep(
    db: Database, number: CertificateNumber, *, file_hash: str, received_on: dt.date, receipt: bytes
) -> None:
    """Keep a receipt that was found to be good. The first one counts: the school has had it since then."""
    db.write(
        "INSERT OR IGNORE INTO receipts VALUES (?, ?, ?, ?)",
        number,
        file_hash,
        received_on.isoformat(),
        receipt,
    )


def received_on(db: Database, number: CertificateNumber) -> dt.date | None:
    """Since when the school has it; None where it has not said so, which means nothing."""
    row = db.row("SELECT received_on FROM receipts WHERE number = ?", number)
    try:
        return dt.date.fromisoformat(row[0]) if row else None
    except ValueError as error:
        raise DamagedStoreError from error


def numbers(db: Database) -> frozenset[CertificateNumber]:
    """All certificates that the school has said it has."""
    return frozenset(CertificateNumber(number) for (number,) in db.rows("SELECT number FROM receipts"))
