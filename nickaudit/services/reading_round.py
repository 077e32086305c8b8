"""One round of reading for the head: every letter box in turn, with the keys of this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import intake, own_school, school_keys, sources
from nickaudit.services.look import IntakeResult
from nickaudit.services.opening import ReaderKeys
from nickaudit.services.report import report
from nickaudit.services.school_expectations import KnownSchools, for_others, known_schools, may_be_for
from nickaudit.services.share_intake import ShareNotReadError

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from nickaudit.domain.school import VerifiedSchool
    from nickaudit.domain.share_address import ShareAddress
    from nickaudit.domain.status import Report
    from nickaudit.services import Services
    from nickaudit.services.sources import Source


class Round(Struct, frozen=True, kw_only=True):
    """What came of reading every letter box."""

    result: IntakeResult
    failed: tuple[tuple[str, str], ...] = ()
    """Letter boxes that were not read, each with the sentence why, where others were."""


def own_schools(services: Services) -> tuple[VerifiedSchool, ...]:
    """The school file in use and those before it, newest first; none where there is none."""
    if services.school_file is None:
        return ()
    with suppress(NickAuditError):
        return own_school.known(services.home) or (services.school_file,)
    return (services.school_file,)


def current_report(services: Services, *, today: dt.date) -> Report:
    """The report over everything taken in so far; nothing is read anew."""
    return report(services.school, today=today, content=services.content, own=own_schools(services))


def reader_keys(services: Services) -> ReaderKeys:
    """What sealed files are opened with. Slow: it asks the key store.

    Raises:
        KeysError: a school file is in use here, and the keys cannot be reached.
    """
    return _keys(services.home, known_schools(services.school, own_schools(services)))


def keys_in(home: Path) -> ReaderKeys:
    """The same for a data folder by itself.

    Raises:
        KeysError, SchoolFileDamagedError: what is in the folder cannot be used.
    """
    return _keys(home, KnownSchools(own=own_school.known(home)))


def _keys(home: Path, schools: KnownSchools) -> ReaderKeys:
    if KeptKeys(home).place_of(names.READERS) is None:
        return ReaderKeys()  # nobody ever read here: a locked key store is not asked for nothing
    try:
        private_jwks = school_keys.reader_keys(home)
    except NickAuditError:
        if schools.all_files:
            raise
        return ReaderKeys()
    return ReaderKeys(
        private_jwks,
        may_be_for(schools, private_jwks=private_jwks),
        for_others(schools, private_jwks=private_jwks),
    )


def look(
    services: Services,
    every: Sequence[Source],
    *,
    now: dt.datetime,
    password: str = "",
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Round:
    """Read every letter box in turn. Slow.

    Args:
        services: The parts.
        every: The letter boxes.
        now: The time of the look.
        password: Just typed, for the first of them; remembered once it was taken. The others' are known.
        progress: Told how many of how many files are done.
        cancelled: Asked before each file.

    Raises:
        NickAuditError: none of them could be read; the reason of the first.
    """
    result, failed = IntakeResult(), []
    first_error: NickAuditError | None = None
    for number, source in enumerate(every):
        try:
            result += _read(
                services,
                source,
                now=now,
                password="" if number else password,
                progress=_after(result.total, progress),
                cancelled=cancelled,
            )
        except NickAuditError as error:
            first_error = first_error or error
            failed.append((source.place, error.sentence))
        if result.is_cancelled:
            break
    if first_error is not None and len(failed) == len(every):
        raise first_error
    return Round(result=result, failed=tuple(failed))


def look_at_files(
    services: Services,
    files: Sequence[Path],
    *,
    now: dt.datetime,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Round:
    """Read files and folders that were brought in once. Slow.

    Raises:
        NickAuditError: a folder among them could not be read.
    """
    keys = reader_keys(services)
    return Round(
        result=intake.take_in(
            services.school, list(files), now=now, keys=keys, progress=progress, cancelled=cancelled
        )
    )


def password_for(services: Services, address: ShareAddress) -> str:
    """The remembered password; empty where none is wanted or known. Slow: it asks the key store."""
    return (school_keys.share_password(services.home, address) or "") if address.is_direct else ""


def _after(before: int, tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    return lambda done, total: tell(before + done, before + total)


def _read(
    services: Services,
    source: Source,
    *,
    now: dt.datetime,
    password: str,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> IntakeResult:
    address, typed = source.address, password
    if address.is_direct and not password:
        password = password_for(services, address)
        if not password:
            raise ShareNotReadError(source.place, Delivery.WAITING_PASSWORD)
    if not source.is_first:
        sources.note_school_file(services, source, password=password)
    result = intake.take_in(
        services.school,
        address,
        now=now,
        keys=reader_keys(services),
        password=password,
        progress=progress,
        cancelled=cancelled,
    )
    if typed and address.is_direct:
        school_keys.remember_share_password(services.home, address, typed)
    return result
