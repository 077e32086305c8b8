"""States of sending a certificate to the school's folder, and when to try again."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.ids import CertificateNumber


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
    WAITING_OTHER = "waiting: other"

    @property
    def is_waiting(self) -> bool:
        """Whether it will be tried again."""
        return self.name.startswith("WAITING")


class OutboxItem(Struct, frozen=True, kw_only=True):
    """One certificate on its way. The final random file name is fixed before the first try."""

    number: CertificateNumber
    folder: str
    file_name: str
    state: Delivery
    tries: int = 0
    queued_at: dt.datetime
    tried_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None


class Readers(StrEnum):
    """Who can read what is put in a folder."""

    WHOEVER_OPENS_THE_FOLDER = "whoever opens the folder"
    """There is no school file yet, so nothing is sealed."""


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
    if not item.state.is_waiting:
        return False
    if item.tried_at is None or item.tried_at > now:
        return True
    return now - item.tried_at >= retry_after(item.tries)
