"""The school file in use on this computer: looked at, accepted, kept, and the earlier ones beside it.

The file itself is the pin: who signed it and its number are what the next one is held against.
"""

from pathlib import Path

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import SCHOOL_SUFFIX, SchoolFileRefused, SchoolRefusal, VerifiedSchool
from nickaudit.domain.school_offer import OfferKind, SchoolOffer, changes
from nickaudit.keys import private_file
from nickaudit.services import Services

FILE_NAME = f"school{SCHOOL_SUFFIX}"
EARLIER = "earlier-school-files"
LARGEST = 64 * 1024
"""Bytes of a school file that are read at all."""


class SchoolFileDamagedError(NickAuditError):
    """The school file on this computer is damaged. Delete it, then open the one from your school again."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{(self.__doc__ or '').strip()} ({path})")


class SchoolFileNotKeptError(NickAuditError):
    """The school file could not be kept. Check that the disk is not full, then open it again."""


def in_use(home: Path) -> VerifiedSchool | None:
    """The school file in use; None where there is none yet.

    Raises:
        SchoolFileDamagedError: there is one that cannot be trusted any more.
    """
    from nickaudit.credentials import school_file

    path = home / FILE_NAME
    try:
        raw = _kept(path)
        return None if raw is None else school_file.verify_school(raw)
    except (SchoolFileRefused, OSError, ValueError) as err:
        raise SchoolFileDamagedError(path) from err


def known(home: Path) -> tuple[VerifiedSchool, ...]:
    """The school file in use and every earlier one that was in use here, newest first.

    Raises:
        SchoolFileDamagedError: the one in use cannot be trusted any more; of earlier ones that is let pass.
    """
    from nickaudit.credentials import school_file

    current = in_use(home)
    if current is None:
        return ()
    earlier = []
    for path in sorted((home / EARLIER).glob(f"*{SCHOOL_SUFFIX}"), reverse=True):
        try:
            verified = school_file.verify_school(_kept(path) or b"")
        except (SchoolFileRefused, OSError, ValueError):
            continue
        if verified.school.school_id == current.school.school_id:
            earlier.append(verified)
    return (current, *sorted(earlier, key=lambda each: -each.school.sequence))


def read_file(path: Path) -> bytes:
    """The bytes of a school file that somebody opened.

    Raises:
        SchoolFileRefused: it is too large or cannot be read.
    """
    try:
        raw = read_at_most(path, LARGEST)
    except OSError as err:
        raise SchoolFileRefused(SchoolRefusal.UNREADABLE) from err
    if raw is None:
        raise SchoolFileRefused(SchoolRefusal.TOO_LARGE)
    return raw


def read_at_most(path: Path, limit: int) -> bytes | None:
    """The bytes of a plain file; None where there are more of them. A named pipe is not waited for.

    Raises:
        OSError: it cannot be read, or is no plain file.
    """
    from nickaudit.content import plain_file

    raw = plain_file.read_at_most(path, limit)
    return raw if len(raw) <= limit else None


def look_at(services: Services, raw: bytes) -> SchoolOffer:
    """What this school file would do here; nothing is done yet.

    Raises:
        SchoolFileRefused: it is not one, is older, or is not from the school in use.
    """
    return offer(services.home, raw)


def offer(home: Path, raw: bytes) -> SchoolOffer:
    """The same, for a data folder.

    Raises:
        SchoolFileRefused: as `look_at`.
    """
    from nickaudit.credentials import school_file

    current = in_use(home)
    verified = school_file.accept(raw, in_use=current)
    if current is None:
        return SchoolOffer(kind=OfferKind.FIRST, verified=verified)
    if current.raw == verified.raw:
        return SchoolOffer(kind=OfferKind.SAME, verified=verified)
    return SchoolOffer(
        kind=OfferKind.NEWER, verified=verified, changes=changes(current.school, verified.school)
    )


def accept(services: Services, raw: bytes) -> VerifiedSchool:
    """Use this school file from now on. The window then goes on with new services.

    Raises:
        SchoolFileRefused: as `look_at`; SchoolFileNotKeptError: the disk is full or cannot be written.
    """
    return take(services.home, raw)


def take(home: Path, raw: bytes) -> VerifiedSchool:
    """The same, for a data folder.

    Raises:
        SchoolFileRefused, SchoolFileNotKeptError: as `accept`.
    """
    found = offer(home, raw)
    if found.kind is not OfferKind.SAME:
        current = in_use(home)
        try:
            if current is not None:
                _keep(home / EARLIER / f"{current.school.sequence:06}{SCHOOL_SUFFIX}", current.raw)
            _keep(home / FILE_NAME, raw)
        except OSError as err:
            raise SchoolFileNotKeptError from err
    return found.verified


def _kept(path: Path) -> bytes | None:
    text = private_file.read(path)
    return None if text is None else text.encode("utf-8")


def _keep(path: Path, raw: bytes) -> None:
    private_file.write(path, raw.decode("ascii"))
