"""Each certificate as it was sealed last, so that every way to the school carries the very same bytes."""

from nickaudit.domain.delivery import Sealed
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.private.outbox import sealed_from, written_for


def keep(db: Database, number: CertificateNumber, sealed: Sealed) -> None:
    """Keep it in place of an earlier one."""
    db.write("INSERT OR REPLACE INTO sealed VALUES (?, ?, ?)", number, sealed.content, written_for(sealed))


def of(db: Database, number: CertificateNumber) -> Sealed | None:
    """How that certificate was sealed last; None where it never was."""
    row = db.row("SELECT content, sealed_for FROM sealed WHERE number = ?", number)
    if row is None:
        return None
    try:
        return sealed_from(*row)
    except ValueError as error:
        raise DamagedStoreError from error
