"""The draft of set-up between two pages and two starts: a file in the home. It holds no secret."""

from collections.abc import Iterable
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
    seen: tuple[str, ...] = ()
    """Pages of set-up that were gone through, by the kind of their step."""


def read(services: Services) -> Draft | None:
    """The draft, if there is one and it was begun from the school file that is in use now."""
    kept = _kept(services)
    return kept.draft if kept is not None else None


def is_wanted(services: Services) -> bool:
    """Whether there is something to fill in: a school not yet set up, or a change that was begun."""
    return services.school_file is None or read(services) is not None


def seen(services: Services) -> frozenset[str]:
    """The pages that were gone through; all of them stand for what was in use already."""
    kept = _kept(services)
    return frozenset(kept.seen) if kept is not None else frozenset()


def keep(services: Services, draft: Draft, *, seen: Iterable[str] = ()) -> None:
    """Keep it, with what was gone through before and these pages.

    Raises:
        DraftNotKeptError: the disk is full, or cannot be written.
    """
    school_id, sequence = _of(services)
    before = _kept(services)
    pages = dict.fromkeys((*(before.seen if before is not None else ()), *seen))
    kept = _Kept(draft=draft, school_id=school_id, sequence=sequence, seen=tuple(pages))
    try:
        private_file.write(_path(services), msgspec.json.encode(kept).decode())
    except OSError as error:
        raise DraftNotKeptError from error


def forget(services: Services) -> None:
    """It has become a school file, or is not wanted."""
    with suppress(OSError):
        _path(services).unlink(missing_ok=True)


def _kept(services: Services) -> _Kept | None:
    try:
        kept = msgspec.json.decode(private_file.read(_path(services)) or "null", type=_Kept | None)
    except (OSError, ValueError):  # damaged: it is begun again
        return None
    return kept if kept is not None and (kept.school_id, kept.sequence) == _of(services) else None


def _of(services: Services) -> tuple[str, int]:
    used = services.school_file
    return (used.school.school_id, used.school.sequence) if used is not None else ("", 0)


def _path(services: Services) -> Path:
    return services.home / FILE_NAME
