"""The person's own certificates: make one from a finished check, list all years, take one up again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.delivery import Issued
from nickaudit.domain.errors import NickAuditError
from nickaudit.store.private import audits, preferences
from nickaudit.store.private import issued as issued_store

if TYPE_CHECKING:
    from nickaudit.domain.answers import Progress
    from nickaudit.domain.audit_plan import AuditPlan
    from nickaudit.domain.certificate import Verified
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.services import Services
    from nickaudit.services.audit_session import AuditSession
    from nickaudit.services.certificate_issue import IssuedFiles
    from nickaudit.store.database import Database

_MARK = "certified"
"""Under this name the store keeps which certificate stands for which answers, as a hash."""


class NotFinishedError(NickAuditError):
    """The check is not finished yet, so there is no certificate to make. Go to "Check your answers"."""


class GoneError(NickAuditError):
    """That certificate is no longer kept on this computer."""


class OwnCertificate(Struct, frozen=True):
    """A certificate with everything a page needs of it."""

    issued: Issued
    verified: Verified
    """Read back from the very bytes that would go to the school."""
    signed: bytes
    pdf: bytes
    html: bytes
    calendar: bytes
    folder: Path | None
    """Where its files lie under the person's home; None where they are only in memory."""


def make(
    services: Services, session: AuditSession, *, instead_of: CertificateNumber | None = None
) -> CertificateNumber:
    """Make a certificate from the finished check: its own number and dates. Never in the window's thread.

    On a shared computer the key is made for this one certificate and dropped, and nothing is written to disk.
    Asked twice at once, it makes one: whoever comes second gets the first one's number. (The very first time
    the key is made too, which is for one at a time: the window has one worker for all this.)

    Args:
        services: The parts.
        session: The finished check.
        instead_of: The certificate this check has now, if a new one is wanted beside it.

    Raises:
        NotFinishedError: something is open; NickAuditError: what `certificate_issue.issue` and the store say
            (a full disk, a locked key store). Nothing is left behind then, and it may be tried again.
    """
    from nickaudit.services import certificate_issue

    progress = session.progress
    there = current(session)
    if there is not None and there.number != instead_of:
        return there.number
    if progress.person is None or not session.is_finished:
        raise NotFinishedError
    claims = certificate_issue.claims_for(
        session.content,
        progress.person,
        finished_on=services.today(),
        number=certificate_issue.new_number(),
        every_months=services.every_months,
    )
    files = certificate_issue.issue(services.home if session.keeps_answers else None, claims=claims)
    issued = Issued(
        number=claims.number,
        finished_on=claims.finished_on,
        next_due=claims.next_due,
        folder=str(files.folder or ""),
    )
    try:
        with session.database.atomic():
            meanwhile = current(session)
            if meanwhile is None or meanwhile.number == instead_of:
                issued_store.add(session.database, issued, files.signed)
                session.finish(claims.number)
                mark = f"{claims.number} {_hash_of(progress, session.plan)}"
                preferences.write(session.database, _MARK, mark)
                return claims.number
    except BaseException:
        _drop(files)
        raise
    _drop(files)
    return meanwhile.number


def current(session: AuditSession) -> Issued | None:
    """The certificate this check has led to; the newest one where no check has been begun since."""
    every = issued_store.all_issued(session.database)
    number = audits.certificate(session.database, session.audit)
    if number is None:
        return every[0] if every and _is_untouched(session.progress) else None
    return next((each for each in every if each.number == number), None)


def has_changed_since(session: AuditSession) -> bool:
    """Whether the person or an answer is no longer what it was when the current certificate was made."""
    there = current(session)
    if there is None or session.finished_on is None:
        return False
    number, _, mark = (preferences.read(session.database, _MARK) or "").partition(" ")
    return number == there.number and mark != _hash_of(session.progress, session.plan)


def forget_answers(session: AuditSession) -> None:
    """Remove the person's answers, accounts and nicknames from every file of the home. Certificates stay.

    Raises:
        StoreError, CalendarNotRemovedError: not every trace could be wiped just now; asked again, it carries
            on where it stopped.
    """
    from nickaudit.services import calendar_files

    if session.database.path is not None:
        calendar_files.remove_all(session.database.path.parent)
    preferences.write(session.database, _MARK, None)
    session.forget()


def listed(database: Database) -> tuple[Issued, ...]:
    """All certificates kept here, newest first."""
    return issued_store.all_issued(database)


def take_up(database: Database, number: CertificateNumber) -> OwnCertificate:
    """One certificate in all its forms, made anew from the signed file. Slow: never in the window's thread.

    Raises:
        GoneError: there is none of that number; CertificateRefused: the kept file has been changed.
    """
    from nickaudit.services import certificate_issue

    signed = issued_store.signed_file(database, number)
    found = next((each for each in listed(database) if each.number == number), None)
    if signed is None or found is None:
        raise GoneError
    files = certificate_issue.views_of(signed, folder=Path(found.folder) if found.folder else None)
    return OwnCertificate(
        issued=found,
        verified=files.verified,
        signed=signed,
        pdf=files.pdf,
        html=files.html,
        calendar=files.calendar,
        folder=files.folder,
    )


def _is_untouched(progress: Progress) -> bool:
    return progress.person is None and not progress.accounts and not progress.no_accounts


def _hash_of(progress: Progress, plan: AuditPlan) -> str:
    """Tells one state of the answers from another, and says nothing of them: accounts have random names.

    What is for another evening is left out: no certificate depends on it.
    """
    import hashlib  # Home, the first page of most starts, needs none of it

    counted = {(line.account, line.check.id) for stop in plan.stops for line in stop.checks}
    looks = {(look.section, look.look.id) for look in plan.looks}
    said = (
        progress.person,
        sorted(account.id for account in progress.accounts),
        progress.no_accounts,
        sorted((*key, answer) for key, answer in progress.answers.items() if key in counted),
        sorted((*key, answer) for key, answer in progress.looks.items() if key in looks),
        sorted(progress.read),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _drop(files: IssuedFiles) -> None:
    """Take away the files of a certificate that nobody will hear of."""
    if files.folder is not None:
        shutil.rmtree(files.folder, ignore_errors=True)
