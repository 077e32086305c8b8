"""Taking certificates in: a folder, a share or dragged files → opened, verified → the school's database.

Nothing is ever renamed or deleted where they come from, and no file is dropped without its reason.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from nickaudit.domain.share_address import ShareAddress
from nickaudit.domain.status import SetAside
from nickaudit.services.look import FolderNotReadError, IntakeResult, Look, Place
from nickaudit.services.opening import NO_KEYS, Checked, ReaderKeys
from nickaudit.services.opening_crew import over
from nickaudit.share import reading
from nickaudit.share.base import Listed
from nickaudit.share.errors import FolderError
from nickaudit.store.database import Database
from nickaudit.store.school import files as seen_files

Where = Path | Sequence[Path] | ShareAddress


def take_in(
    school: Database,
    where: Where,
    *,
    now: dt.datetime,
    keys: ReaderKeys = NO_KEYS,
    password: str = "",
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    processes: int | None = None,
) -> IntakeResult:
    """Look through a folder or share, or through files and folders that were dragged in.

    Args:
        school: The school's database.
        where: The folder or share; or a list of files and folders.
        now: The time of the look.
        keys: What sealed files are opened with.
        password: For a share that is spoken to directly.
        progress: Told how many of how many files are done.
        cancelled: Asked before each file.
        processes: How many may open files at once; as many as there are processors, unless given.

    Raises:
        FolderNotReadError: the folder, or a dragged one, is gone or may not be read.
        ShareNotReadError: the same of a share that is spoken to directly.
    """
    look = Look(school, now=now)
    if isinstance(where, ShareAddress):
        if where.is_direct:
            from nickaudit.services.share_intake import take_in_from_share

            return take_in_from_share(
                school, look, where, keys=keys, password=password, progress=progress, cancelled=cancelled
            )
        where = Path(where.folder)
    folders, files = _sorted_out(where)
    groups = [(folder, _listing(folder), True) for folder in folders]
    for parent in dict.fromkeys(path.parent for path in files):
        loose = tuple(reading.entry_of(path) for path in files if path.parent == parent)
        groups.append((parent, loose, False))
    total = sum(len(entries) for _, entries, _ in groups)
    is_cancelled = False
    for folder, entries, is_whole in groups:
        if is_cancelled:
            break
        names = {entry.shown for entry in entries} if is_whole else None
        place = Place(school, reading.as_text(folder), names=names)
        new = list(_new(look, place, entries))
        opened = over(_contents(new), keys=keys, how_many=len(new), processes=processes)
        if look.done:
            progress(look.done, total)
        with closing(opened), look.storing():
            for entry, came in opened:
                is_cancelled = cancelled()
                if is_cancelled:
                    break
                _note(look, place, entry, came)
                progress(look.done, total)
        if names is not None and not is_cancelled:
            look.finish(place)
    return look.result(total=total, is_cancelled=is_cancelled)


def dismiss(school: Database, files: Iterable[SetAside]) -> None:
    """No longer list these files; one that still lies in a folder comes back with the next look there."""
    for file in files:
        seen_files.drop_files(school, file.folder, [file.file_name])


def _new(look: Look, place: Place, entries: Iterable[reading.Entry]) -> Iterator[reading.Entry]:
    """The files that have to be read; the others are counted."""
    for entry in entries:
        before = place.settled(_listed(entry))
        if before is None:
            yield entry
        else:
            look.leave(before)


def _contents(entries: Iterable[reading.Entry]) -> Iterator[tuple[reading.Entry, bytes | OSError]]:
    from nickaudit.documents.attachment import LARGEST_PDF

    for entry in entries:
        try:
            yield entry, reading.read(entry, limit=LARGEST_PDF)
        except OSError as error:
            yield entry, error


def _note(look: Look, place: Place, entry: reading.Entry, came: Checked | OSError) -> None:
    if isinstance(came, Checked):
        look.at(place, _listed(entry), came)
        return
    if not os.path.isdir(entry.folder):  # the whole share has gone: that says nothing about its files
        raise FolderNotReadError(place.address) from came
    look.at(place, _listed(entry), None)


def _listed(entry: reading.Entry) -> Listed:
    return Listed(entry.shown, entry.size, entry.modified_ns)


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
        raise FolderNotReadError(reading.as_text(folder)) from error
