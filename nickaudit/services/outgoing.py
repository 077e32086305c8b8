"""One certificate on its way out: where it goes, under which name, and the very bytes that go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.share_address import ShareAddress, address_in
from nickaudit.store.private import outbox

if TYPE_CHECKING:
    import datetime as dt

    from nickaudit.domain.delivery import OutboxItem, Sealed
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.services.sealing import Sealing
    from nickaudit.store.database import Database


class FolderNameError(NickAuditError):
    """The name of this folder cannot be remembered. Choose another folder, or give this one another name."""


def begin(
    private: Database, number: CertificateNumber, *, fresh: Sealed | None, now: dt.datetime
) -> OutboxItem | None:
    """The row as it goes now, with one more try begun.

    What was never tried is sealed anew for the readers of today. What was tried goes as it is: it may have
    arrived unnoticed, sealed for the readers of that day, who are readers of the school's all the same. What
    was queued open, before there was a school file, goes open in no case.
    """
    from nickaudit.share.folder import file_name

    with private.atomic():
        item = outbox.of(private, number)
        if item is None or not item.state.is_waiting:
            return item
        name, sealed = item.file_name, item.sealed
        if fresh is not None and sealed is None:
            name, sealed = file_name(sealed=True), fresh
        elif fresh is not None and sealed is not None and not item.tries and fresh.keys != sealed.keys:
            sealed = fresh
        if item.state is Delivery.WAITING_DIFFERS:
            # What stands there under our name is not ours. It stays for the head to look at.
            name = file_name(sealed=sealed is not None)
        item = structs.replace(
            item,
            file_name=name,
            sealed=sealed,
            state=Delivery.WAITING_NOT_TRIED if item.state is Delivery.WAITING_DIFFERS else item.state,
            tries=item.tries + 1,
            tried_at=now,
        )
        outbox.queue(private, item)
    return item


def sealed(
    private: Database, number: CertificateNumber, *, signed: bytes, sealing: Sealing | None
) -> Sealed | None:
    """How it goes; None where it goes open.

    Call it outside any transaction: sealing takes a moment at first, and Home may want to read the store.
    """
    if sealing is None:
        return None
    from nickaudit.services.sealing import sealed_form

    return sealed_form(private, number, signed=signed, sealing=sealing)


def earlier(private: Database, number: CertificateNumber, address: ShareAddress) -> OutboxItem | None:
    """The certificate's row, if it is for the same letter box; another user may ask to be let in."""
    there = outbox.of(private, number)
    if there is None or structs.replace(there.address, user="") != structs.replace(address, user=""):
        return None
    return there


def waits_for(there: OutboxItem, address: ShareAddress) -> bool:
    """Whether it is still to be sent to just that address."""
    return there.state.is_waiting and there.address == address


def whole(address: ShareAddress) -> ShareAddress:
    """The address as it is stored.

    Raises:
        FolderNameError: it is in no alphabet, or would not come back as it was.
    """
    if address.folder:
        address = structs.replace(address, folder=str(Path(address.folder).absolute()))
    try:
        address.text.encode()
    except UnicodeEncodeError:
        raise FolderNameError from None
    if address_in(address.text) != address:
        raise FolderNameError
    return address
