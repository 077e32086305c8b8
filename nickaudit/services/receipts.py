"""Receipts: whether the school has said that it has a certificate. One that is missing means nothing.

A receipt lies beside the sealed file under that file's whole name and one more ending, so it is fetched by
name: what else is in the letter box is nobody's business here.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nickaudit.domain.school import RECEIPT_SUFFIX
from nickaudit.services.delivery import never
from nickaudit.store.private import issued, outbox, receipts

if TYPE_CHECKING:
    from collections.abc import Callable

    from nickaudit.domain.delivery import OutboxItem
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.domain.school import SchoolFile
    from nickaudit.domain.share_address import ShareAddress
    from nickaudit.services import Services
    from nickaudit.store.database import Database

LOOK_FOR = dt.timedelta(days=200)
"""So long after it was sent: a school that looks once in two terms is still heard."""

_LARGEST = 16 * 1024


def look_for(
    services: Services, *, deadline: float | None = None, cancelled: Callable[[], bool] = never
) -> int:
    """Look where certificates were sent whether the school has left receipts; returns how many are new.

    Raises nothing of the share's: what is not reached now is looked for another time.
    """
    if services.school_file is None:
        return 0
    from nickaudit.share import courier
    from nickaudit.share.errors import FolderError

    found = 0
    for address, items in _without_one(services).items():
        if cancelled():
            break
        password = _password(services, address)
        if address.is_direct and not password:
            continue
        try:
            came = courier.fetch(
                address,
                [item.file_name + RECEIPT_SUFFIX for item in items],
                password=password,
                limit=_LARGEST,
                deadline=courier.DEADLINE if deadline is None else deadline,
                cancelled=cancelled,
            )
        except FolderError:
            continue
        for item in items:
            receipt = came.get(item.file_name + RECEIPT_SUFFIX)
            if receipt is not None:
                found += _take(services.private, item, receipt, school=services.school_file.school)
    return found


def receipt_of(private: Database, number: CertificateNumber) -> dt.date | None:
    """The day from which the school says that it has this certificate."""
    return receipts.received_on(private, number)


def _without_one(services: Services) -> dict[ShareAddress, list[OutboxItem]]:
    """What was sent and has no receipt yet, by its letter box."""
    has_one = receipts.numbers(services.private)
    by_address: dict[ShareAddress, list[OutboxItem]] = {}
    for item in outbox.sent(services.private, since=services.now() - LOOK_FOR):
        if item.number not in has_one:
            by_address.setdefault(item.address, []).append(item)
    return by_address


def _take(private: Database, item: OutboxItem, receipt: bytes, *, school: SchoolFile) -> bool:
    """Keep the receipt if one of the school's readers has signed it for these very bytes."""
    import hashlib  # Home, the first page of most starts, needs none of it

    from nickaudit.credentials.receipt import verify_receipt

    content = item.sealed.content if item.sealed else issued.signed_file(private, item.number)
    if content is None:
        return False
    file_hash = hashlib.sha256(content).hexdigest()
    said = verify_receipt(receipt, school=school, file_hash=file_hash)
    if said is None:
        return False
    receipts.keep(private, item.number, file_hash=file_hash, received_on=said.received_on, receipt=receipt)
    return True


def _password(services: Services, address: ShareAddress) -> str:
    from nickaudit.services.sending import remembered_password

    return remembered_password(services, address) if address.is_direct else ""
