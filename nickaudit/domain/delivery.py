"""States of sending a certificate to the school's letter box, and when to try again."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.school import Reader
from nickaudit.domain.share_address import ShareAddress


class Delivery(StrEnum):
    """How it stands with one certificate and the school."""

    NOT_SENT = "not sent"
    SENT = "sent"
    """Read back from the folder and found the same."""
    WAITING_NOT_TRIED = "waiting: not tried yet"
    WAITING_GONE = "waiting: folder gone"
    WAITING_FULL = "waiting: folder full"
    WAITING_READ_ONLY = "waiting: may not write"
    WAITING_SILENT = "waiting: no answer"
    WAITING_DIFFERS = "waiting: read back differs"
    WAITING_REFUSED = "waiting: user or password refused"
    WAITING_UNENCRYPTED = "waiting: server does not encrypt"
    WAITING_OTHER = "waiting: other"
    WAITING_PASSWORD = "waiting: no password"  # noqa: S105 - a state
    """It was not tried, as the share's password is not known here (any more)."""

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be sent."""
        return self.name.startswith("WAITING")


class Sealed(Struct, frozen=True, kw_only=True):
    """A certificate in the form in which it leaves the computer where there is a school file."""

    content: bytes
    """The sealed file."""
    readers: tuple[Reader, ...]
    """Who can read it beside the recovery key, as the school file had it on the day it was sealed."""
    recovery: str
    """The school's public recovery key, which it was sealed for too."""

    @property
    def keys(self) -> frozenset[str]:
        """All public keys it was sealed for."""
        return frozenset((*(reader.key for reader in self.readers), self.recovery))

    @property
    def sealed_for(self) -> tuple[tuple[str, str], ...]:
        """Who can open it, each with the public key."""
        readers = ((reader.title, reader.key) for reader in self.readers)
        return (*readers, ("the recovery key", self.recovery))


class OutboxItem(Struct, frozen=True, kw_only=True):
    """One certificate on its way. Its bytes and its final random file name are fixed before the first try."""

    number: CertificateNumber
    address: ShareAddress
    file_name: str
    state: Delivery
    sealed: Sealed | None = None
    """What goes; None where there was no school file, and the signed file itself goes."""
    tries: int = 0
    """How often a try was begun; more than none means that it may have arrived unnoticed."""
    queued_at: dt.datetime
    tried_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None

    @property
    def wants_password(self) -> bool:
        """Whether it waits for the person, who has to give user and password (again).

        It is not tried with the same ones again: a server may lock a log-in after a few wrong passwords.
        """
        states = (Delivery.WAITING_REFUSED, Delivery.WAITING_PASSWORD)
        return self.address.is_direct and self.state in states


class Readers(StrEnum):
    """Who can read what leaves the computer, where it takes more than a list of names to say."""

    WHOEVER_OPENS_THE_FOLDER = "whoever opens the folder"
    """There is no school file yet, so nothing is sealed."""
    RECOVERY_ONLY = "recovery only"
    """Sealed, and the school has named nobody who reads the certificate of somebody in that role."""


class Issued(Struct, frozen=True, kw_only=True):
    """One of the person's own certificates, any year."""

    number: CertificateNumber
    finished_on: dt.date
    next_due: dt.date
    folder: str
    """Where its files lie, under the person's home; empty on a shared computer."""


def retry_after(tries: int) -> dt.timedelta:
    """How long to wait after so many failed tries: a minute, doubling, at most six hours."""
    return dt.timedelta(minutes=min(2 ** min(max(tries - 1, 0), 9), 360))


def is_due(item: OutboxItem, *, now: dt.datetime) -> bool:
    """Whether to try again now. A last try that lies ahead (the clock was set back) is no reason to wait."""
    if not item.state.is_waiting or item.wants_password:
        return False
    if item.tried_at is None or item.tried_at > now:
        return True
    return now - item.tried_at >= retry_after(item.tries)
