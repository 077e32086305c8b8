"""Taking certificates in: a folder or dragged files → verified → the school's database.

Nothing is ever written, renamed or deleted where they come from, and no file is dropped without its reason.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from nickaudit.domain.status import SetAside
from nickaudit.services.look import FolderNotReadError, Look, Verify
from nickaudit.share import reading
from nickaudit.share.errors import FolderError
from nickaudit.store.database import Database
from nickaudit.store.school import certificates


class IntakeResult(Struct, frozen=True, kw_only=True):
    """What came of one look."""

    taken_in: int = 0
    """Certificates that were new."""
    unchanged: int = 0
    """Files known from before."""
    set_aside: int = 0
    """Files of this look that need a look by somebody, the ones known from before too."""
    total: int = 0
    """Files that were there."""
    is_cancelled: bool = False
    """Stopped half-way: what was read so far is taken in, the rest comes with the next look."""


def take_in(
    school: Database,
    where: Path | Sequence[Path],
    *,
    now: dt.datetime,
    verify: Verify | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> IntakeResult:
    """Look through a folder, or through files and folders that were dragged in.

    Args:
        school: The school's database.
        where: The folder; or a list of files and folders.
        now: The time of the look.
        verify: Checks one signed file; `credentials` does, unless given.
        progress: Told how many of how many files are done.
        cancelled: Asked before each file.

    Raises:
        FolderNotReadError: the folder, or a dragged one, is gone or may not be read.
    """
    folders, files = _sorted_out(where)
    look = Look(school, now=now, verify=verify or _own_verify())
    is_cancelled = False
    listed = {folder: _listing(folder) for folder in folders}
    loose = [reading.entry_of(path) for path in files]
    total = sum(map(len, listed.values())) + len(loose)
    for folder, entries in (*listed.items(), (None, loose)):
        names = {entry.shown for entry in entries}
        for entry in entries:
            is_cancelled = is_cancelled or cancelled()
            if is_cancelled:
                break
            look.at(entry, neighbours=names if folder else None)
            progress(look.done, total)
        look.store()
        if folder is not None and not is_cancelled:
            look.finish_folder(folder, names)
    return IntakeResult(
        taken_in=look.new,
        unchanged=look.unchanged,
        set_aside=look.set_aside,
        total=total,
        is_cancelled=is_cancelled,
    )


def dismiss(school: Database, files: Iterable[SetAside]) -> None:
    """No longer list these files; one that still lies in a folder comes back with the next look there."""
    for file in files:
        certificates.drop_files(school, file.folder, [file.file_name])


def _sorted_out(where: Path | Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Folders to list, and files to read. A path by itself that is not there was to be a folder."""
    if isinstance(where, Path):
        path = where.absolute()
        return ([], [path]) if os.path.isfile(path) else ([path], [])
    paths = dict.fromkeys(path.absolute() for path in where)
    folders = [path for path in paths if os.path.isdir(path)]
    return folders, [path for path in paths if path not in folders]


def _listing(folder: Path) -> tuple[reading.Entry, ...]:
    try:
        return reading.listing(folder)
    except FolderError as error:
        raise FolderNotReadError(folder) from error


def _own_verify() -> Verify:
    from nickaudit.credentials.certificate_jwt import verify

    return verify
