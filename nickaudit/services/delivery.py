"""Letting the school have a certificate: queue, try, read back, try again until it is there.

Home asks here how it stands, so what sending takes is loaded when something is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from nickaudit.domain.delivery import Delivery, OutboxItem, is_due
from nickaudit.domain.errors import NickAuditError
from nickaudit.services import outgoing
from nickaudit.store.private import issued, outbox

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.domain.share_address import ShareAddress
    from nickaudit.services.sealing import Sealing
    from nickaudit.store.database import Database

_REFUSED = Delivery.WAITING_REFUSED
_ASKED_ONCE = {
    Delivery.WAITING_GONE,
    Delivery.WAITING_SILENT,
    Delivery.WAITING_PASSWORD,
    Delivery.WAITING_UNENCRYPTED,
    _REFUSED,
}
"""After these nothing else is tried at the same address: it would only take time, or lock a log-in."""


class NotQueuedError(NickAuditError):
    """There is no such certificate on this computer to send. Open your certificates and choose one."""


class NotSealedError(NickAuditError):
    """Open the school's file first. Without it nothing can be sealed for the school's server."""


def never() -> bool:
    """Nobody cancels."""
    return False


def no_password(address: ShareAddress) -> str:
    """Nobody knows one."""
    return ""


def queue(
    private: Database,
    *,
    number: CertificateNumber,
    address: ShareAddress,
    now: dt.datetime,
    sealing: Sealing | None = None,
    shown: bytes | None = None,
) -> OutboxItem:
    """Put a certificate in the outbox: what goes and its final file name are stored before the first try.

    One that is there already for this address, sent or waiting, stays as it is. One that was tried and then
    cancelled is sent under the name and with the bytes it had: it may have arrived unnoticed, and must not
    arrive twice. Where there is a school file nothing goes unsealed, even so.

    Args:
        private: The person's store.
        number: Which certificate.
        address: Where to.
        now: The time.
        sealing: How to seal; None where there is no school file.
        shown: The signed file whose content the person has seen.

    Raises:
        NotQueuedError: there is no certificate of that number, or it is not the one that was shown.
        FolderNameError: the address cannot be remembered.
        NotSealedError: a server wants what is sealed, and there is no school file.
    """
    from nickaudit.share.folder import file_name

    address = outgoing.whole(address)
    signed = issued.signed_file(private, number)
    if signed is None or shown not in (None, signed):
        raise NotQueuedError
    if address.is_direct and sealing is None:
        raise NotSealedError
    fresh = outgoing.sealed(private, number, signed=signed, sealing=sealing)
    with private.atomic():
        there = outgoing.earlier(private, number, address)
        if there is not None and (there.state is Delivery.SENT or outgoing.waits_for(there, address)):
            return there
        if there is not None and there.sealed is None and fresh is not None:
            there = None  # it would go open, under the name of an open file
        item = OutboxItem(
            number=number,
            address=address,
            file_name=there.file_name if there else file_name(sealed=fresh is not None),
            sealed=there.sealed if there and (there.tries or fresh is None) else fresh,
            tries=there.tries if there else 0,
            state=Delivery.WAITING_NOT_TRIED,
            queued_at=now,
        )
        outbox.queue(private, item)
    return item


def try_now(
    private: Database,
    number: CertificateNumber,
    *,
    now: dt.datetime,
    sealing: Sealing | None = None,
    password: str = "",
    cancelled: Callable[[], bool] = never,
    deadline: float | None = None,
) -> OutboxItem:
    """One try, at most as long as the deadline (else the courier's own).

    "Sent" only after the file was read back and found the same. That a try was begun is stored before it, so
    that nobody ever takes a certificate that may have arrived for one that was not tried.

    Raises:
        NotQueuedError: nothing of that number is in the outbox.
        NotSealedError: a server wants what is sealed, and there is no school file.
    """
    from nickaudit.share import courier

    item, signed = outbox.of(private, number), issued.signed_file(private, number)
    if item is None or signed is None:
        raise NotQueuedError
    if not item.state.is_waiting:
        return item
    if item.address.is_direct and not password:
        outbox.update(private, structs.replace(item, state=Delivery.WAITING_PASSWORD))
        return outbox.of(private, number) or item
    if item.address.is_direct and sealing is None and item.sealed is None:
        raise NotSealedError
    fresh = outgoing.sealed(private, number, signed=signed, sealing=sealing)
    begun = outgoing.begin(private, number, fresh=fresh, now=now)
    if begun is None or not begun.state.is_waiting:
        return begun or item
    if begun.address.is_direct and begun.sealed is None:
        raise NotSealedError
    state = courier.send(
        begun.address,
        begun.file_name,
        begun.sealed.content if begun.sealed else signed,
        password=password,
        deadline=courier.DEADLINE if deadline is None else deadline,
        cancelled=cancelled,
    )
    sent_at = now if state is Delivery.SENT else None
    outbox.update(private, structs.replace(begun, state=state, sent_at=sent_at))
    return outbox.of(private, number) or begun


def try_all_waiting(
    private: Database,
    *,
    now: dt.datetime,
    sealing: Sealing | None = None,
    password_for: Callable[[ShareAddress], str] = no_password,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = never,
    only_due: bool = False,
    deadline: float | None = None,
) -> tuple[OutboxItem, ...]:
    """Try everything that waits, oldest first; at each start, and while the window is open with `only_due`.

    A letter box that is gone, silent or closed to us is asked once: what else is for it waits for the next
    time. Where a password was refused nothing is tried before the person has given another.

    Returns:
        The rows that were tried, as they stand now.
    """
    every = outbox.waiting(private)
    waiting = [item for item in every if not only_due or is_due(item, now=now)]
    asked = {item.address.text for item in every if item.wants_password and item.state is _REFUSED}
    tried: list[OutboxItem] = []
    for place, item in enumerate(waiting):
        if cancelled():
            break
        progress(place, len(waiting))
        if item.address.text in asked:
            continue
        password = password_for(item.address) if item.address.is_direct else ""
        try:
            item = try_now(
                private,
                item.number,
                now=now,
                sealing=sealing,
                password=password,
                cancelled=cancelled,
                deadline=deadline,
            )
        except NotSealedError:  # the school file was taken away; the others go on
            continue
        tried.append(item)
        if item.state in _ASKED_ONCE:
            asked.add(item.address.text)
    else:
        progress(len(waiting), len(waiting))
    return tuple(tried)


def waiting(private: Database) -> tuple[OutboxItem, ...]:
    """Everything that still has to be sent, oldest first."""
    return outbox.waiting(private)


def item_of(private: Database, number: CertificateNumber) -> OutboxItem | None:
    """How it stands with one certificate; None where nobody ever asked to send it."""
    return outbox.of(private, number)


def cancel_waiting(private: Database, number: CertificateNumber) -> None:
    """No longer try to send it. One that was sent stays listed as sent."""
    item = outbox.of(private, number)
    if item is not None and item.state.is_waiting:
        outbox.update(private, structs.replace(item, state=Delivery.NOT_SENT))
