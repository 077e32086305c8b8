"""The draft of set-up between two pages and two starts: a file in the home. It holds no secret."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school_draft import Draft
from nickaudit.keys import private_file
from nickaudit.services import Services

FILE_NAME = "set-up.json"


class DraftNotKeptError(NickAuditError):
    """What you filled in could not be kept. Check that the disk is not full, then try again."""


class _Kept(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    draft: Draft
    school_id: str = ""
    """Of the school file in use when it was begun; empty where there was none."""
    sequence: int = 0


def read(services: Services) -> Draft | None:
    """The draft, if there is one and it was begun from the school file that is in use now."""
    try:
        kept = msgspec.json.decode(private_file.read(_path(services)) or "null", type=_Kept | None)
    except (OSError, ValueError):  # damaged: it is begun again
        return None
    return kept.draft if kept is not None and (kept.school_id, kept.sequence) == _of(services) else None


def keep(services: Services, draft: Draft) -> None:
    """Keep it.

    Raises:
        DraftNotKeptError: the disk is full, or cannot be written.
    """
    school_id, sequence = _of(services)
    kept = _Kept(draft=draft, school_id=school_id, sequence=sequence)
    try:
        private_file.write(_path(services), msgspec.json.encode(kept).decode())
    except OSError as error:
        raise DraftNotKeptError from error


def forget(services: Services) -> None:
    """It has become a school file, or is not wanted."""
    with suppress(OSError):
        _path(services).unlink(missing_ok=True)


def _of(services: Services) -> tuple[str, int]:
    used = services.school_file
    return (used.school.school_id, used.school.sequence) if used is not None else ("", 0)


def _path(services: Services) -> Path:
    return services.home / FILE_NAME
