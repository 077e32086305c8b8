"""A menu that is not where we said: noted on this computer for the person alone, never on a shared one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.store.private import not_there

if TYPE_CHECKING:
    import datetime as dt

    from nickaudit.domain.ids import StopId
    from nickaudit.services.audit_session import AuditSession


def note(session: AuditSession, stop: StopId, *, device: str, today: dt.date) -> bool:
    """Note it; False on a computer that several people use, where nothing is kept."""
    if session.keeps_answers:
        not_there.note(session.database, stop, device=device, on=today)
    return session.keeps_answers


def noted_on(session: AuditSession, stop: StopId) -> dt.date | None:
    """The day of the last such note."""
    return not_there.noted_on(session.database, stop) if session.keeps_answers else None


def take_back(session: AuditSession, stop: StopId) -> None:
    """Remove the notes on that stop."""
    not_there.take_back(session.database, stop)
