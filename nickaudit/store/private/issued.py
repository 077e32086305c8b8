"""The person's own certificates, all years, each with the bytes of its signed file."""

import datetime as dt

from nickaudit.domain.delivery import Issued
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


def add(db: Database, issued: Issued, signed: bytes) -> None:
    """Keep a certificate that was just made. Its number must be new."""
    db.write(
        "INSERT INTO issued (number, finished_on, next_due, folder, signed) VALUES (?, ?, ?, ?, ?)",
        issued.number,
        issued.finished_on.isoformat(),
        issued.next_due.isoformat(),
        issued.folder,
        signed,
    )


def all_issued(db: Database) -> tuple[Issued, ...]:
    """Every certificate, the newest first."""
    rows = db.rows(
        "SELECT number, finished_on, next_due, folder FROM issued ORDER BY finished_on DESC, rowid DESC"
    )
    try:
        return tuple(
            Issued(
                number=CertificateNumber(number),
                finished_on=dt.date.fromisoformat(finished_on),
                next_due=dt.date.fromisoformat(next_due),
                folder=folder,
            )
            for number, finished_on, next_due, folder in rows
        )
    except ValueError as error:
        raise DamagedStoreError from error


def signed_file(db: Database, number: CertificateNumber) -> bytes | None:
    """The signed file of that certificate, byte for byte; None where there is no such certificate."""
    row = db.row("SELECT signed FROM issued WHERE number = ?", number)
    return bytes(row[0]) if row else None
