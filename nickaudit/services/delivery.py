"""Letting the school's folder have a certificate: queue, try, read back, try again until it is there.

Home asks here how it stands, so what sending takes is loaded when something is sent.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import structs

from nickaudit.domain.delivery import Delivery, OutboxItem, Readers, is_due
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.database import Database
from nickaudit.store.private import issued, outbox


class NotQueuedError(NickAuditError):
    """There is no such certificate on this computer to send. Open your certificates and choose one."""


class FolderNameError(NickAuditError):
    """The name of this folder cannot be remembered. Choose another folder, or give this one another name."""


def never() -> bool:
    """Nobody cancels."""
    return False


def queue(private: Database, *, number: CertificateNumber, folder: Path, now: dt.datetime) -> OutboxItem:
    """Put a certificate in the outbox, its final file name stored before the first try.

    One that is there already for this folder, sent or waiting, stays as it is. One that was cancelled is sent
    under the name it had: it may have arrived unnoticed, and must not arrive twice.

    Raises:
        NotQueuedError: there is no certificate of that number.
        FolderNameError: the folder's name is in no alphabet.
    """
    from nickaudit.share.folder import file_name

    place = str(folder.absolute())
    if not _is_text(place):
        raise FolderNameError
    with private.atomic():
        there = outbox.of(private, number)
        is_there = there is not None and there.folder == place
        if there is not None and is_there and there.state is not Delivery.NOT_SENT:
            return there
        if issued.signed_file(private, number) is None:
            raise NotQueuedError
        item = OutboxItem(
            number=number,
            folder=place,
            file_name=there.file_name if there is not None and is_there else file_name(),
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
    cancelled: Callable[[], bool] = never,
    deadline: float | None = None,
) -> OutboxItem:
    """One try, at most as long as the deadline (else the courier's own).

    "Sent" only after the file was read back and found the same.

    Raises:
        NotQueuedError: nothing of that number is in the outbox.
    """
    from nickaudit.share import courier
    from nickaudit.share.folder import file_name

    item, signed = outbox.of(private, number), issued.signed_file(private, number)
    if item is None or signed is None:
        raise NotQueuedError
    if not item.state.is_waiting:
        return item
    if item.state is Delivery.WAITING_DIFFERS:
        # What stands there under our name is not ours. It stays for the head to look at.
        item = structs.replace(item, file_name=file_name(), state=Delivery.WAITING_NOT_TRIED)
        outbox.queue(private, item)
    state = courier.send(
        Path(item.folder),
        item.file_name,
        signed,
        deadline=courier.DEADLINE if deadline is None else deadline,
        cancelled=cancelled,
    )
    item = structs.replace(
        item,
        state=state,
        tries=item.tries + 1,
        tried_at=now,
        sent_at=now if state is Delivery.SENT else None,
    )
    outbox.update(private, item)
    return outbox.of(private, number) or item


def try_all_waiting(
    private: Database,
    *,
    now: dt.datetime,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = never,
    only_due: bool = False,
    deadline: float | None = None,
) -> tuple[OutboxItem, ...]:
    """Try everything that waits, oldest first; at each start, and while the window is open with `only_due`.

    A folder that is gone or silent is asked once: what else is for it waits for the next time.

    Returns:
        The rows that were tried, as they stand now.
    """
    waiting = [item for item in outbox.waiting(private) if not only_due or is_due(item, now=now)]
    tried: list[OutboxItem] = []
    unreachable: set[str] = set()
    for place, item in enumerate(waiting):
        if cancelled():
            break
        progress(place, len(waiting))
        if item.folder in unreachable:
            continue
        item = try_now(private, item.number, now=now, cancelled=cancelled, deadline=deadline)
        tried.append(item)
        if item.state in (Delivery.WAITING_GONE, Delivery.WAITING_SILENT):
            unreachable.add(item.folder)
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


def who_can_read(folder: Path) -> Readers:
    """Who can read what is put there: until there is a school file, whoever opens the folder."""
    return Readers.WHOEVER_OPENS_THE_FOLDER


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
