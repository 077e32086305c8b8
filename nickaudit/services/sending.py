"""What the window asks for when a certificate is to go: one press, one more try, and the quiet rounds.

Nothing here runs on the window's thread: a key store may wait for its owner, and a share for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.taken_in import is_practice
from nickaudit.services import delivery
from nickaudit.services.delivery import never
from nickaudit.services.sealing import sealing_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from nickaudit.domain.delivery import OutboxItem
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.domain.share_address import ShareAddress
    from nickaudit.services import Services
    from nickaudit.services.own_certificates import OwnCertificate
    from nickaudit.store.database import Database


class PracticeError(NickAuditError):
    """This was made in practice, so it is not sent."""


def put(
    services: Services,
    private: Database,
    *,
    own: OwnCertificate,
    address: ShareAddress,
    password: str = "",
    cancelled: Callable[[], bool] = never,
) -> OutboxItem | None:
    """Queue the very certificate that was shown, and try once. None where it was stopped before.

    A password is remembered in the key store of a computer that keeps things, for the tries after this one;
    on one that several people use, never. A key store that is locked stops nothing: where a later try needs
    the password, the page asks for it again.

    Args:
        services: The parts.
        private: The store of whoever is at the computer.
        own: What the page shows.
        address: Where to.
        password: For the school's server.
        cancelled: Whether somebody has pressed "Stop trying".

    Raises:
        PracticeError: it was made in practice.
        NickAuditError: what `delivery.queue` says.
    """
    if is_practice(own.verified.claims):
        raise PracticeError
    if cancelled():
        return None
    item = delivery.queue(
        private,
        number=own.issued.number,
        address=address,
        now=services.now(),
        sealing=sealing_of(services),
        shown=own.signed,
    )
    if cancelled():  # before the row was there, which could not be stopped then
        delivery.cancel_waiting(private, item.number)
        return None
    if password and private.path is not None:
        from nickaudit.services.school_keys import remember_share_password

        remember_share_password(services.home, item.address, password)
    return try_again(services, private, item.number, password=password, cancelled=cancelled)


def try_again(
    services: Services,
    private: Database,
    number: CertificateNumber,
    *,
    password: str = "",
    cancelled: Callable[[], bool] = never,
) -> OutboxItem:
    """One more try, with the password given now or the remembered one."""
    item = delivery.item_of(private, number)
    if not password and item is not None and private.path is not None:
        password = remembered_password(services, item.address) if item.address.is_direct else ""
    return delivery.try_now(
        private,
        number,
        now=services.now(),
        sealing=sealing_of(services),
        password=password,
        cancelled=cancelled,
    )


def try_waiting(
    services: Services, *, only_due: bool = False, cancelled: Callable[[], bool] = never
) -> tuple[OutboxItem, ...]:
    """Everything that waits, or of it what is due; returns what was tried."""
    if not delivery.waiting(services.private):
        return ()  # most rounds: nothing is loaded for them
    return delivery.try_all_waiting(
        services.private,
        now=services.now(),
        sealing=sealing_of(services),
        password_for=lambda address: remembered_password(services, address),
        cancelled=cancelled,
        only_due=only_due,
    )


def remembered_password(services: Services, address: ShareAddress) -> str:
    """The password for that server; none where the key store does not give it, so that it is asked for."""
    from nickaudit.keys.base import KeysError
    from nickaudit.services.school_keys import share_password

    try:
        return share_password(services.home, address) or ""
    except KeysError:
        return ""
