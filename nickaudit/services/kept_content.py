"""Where content from the school lies in a home: one folder for each pack, whole or not there at all.

What was found and not taken yet lies beside them, so that a page need not ask a share.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from nickaudit import paths
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import CONTENT_SUFFIX, ContentPack

_FOLDER = "school-content"
_OFFERED = f"offered{CONTENT_SUFFIX}"
_KEPT = 2
"""How many packs are kept: the one in use, and one to fall back on."""


class ContentNotKeptError(NickAuditError):
    """The school's policy could not be kept here. The disk may be full. What you have stays in use."""


def number_in_use(home: Path) -> int:
    """The number of the pack in use; 0 where there is none."""
    newest = next(iter(paths.school_content(home)), None)
    return int(newest.name.removeprefix(paths.PACK)) if newest is not None else 0


def raw_in_use(home: Path) -> bytes | None:
    """The signed file of the pack in use."""
    with suppress(OSError):
        return (home / _FOLDER / f"{paths.PACK}{number_in_use(home)}{CONTENT_SUFFIX}").read_bytes()
    return None


def is_offered(home: Path) -> bool:
    """Whether something found and not taken yet lies here. Costs next to nothing."""
    return os.path.exists(home / _FOLDER / _OFFERED)


def raw_offered(home: Path) -> bytes | None:
    """The signed file that was found and not taken yet."""
    with suppress(OSError):
        return (home / _FOLDER / _OFFERED).read_bytes()
    return None


def keep_offer(home: Path, raw: bytes) -> None:
    """Keep what was found; where that cannot be written, it is looked for again at the next start."""
    with suppress(ContentNotKeptError):
        write(home / _FOLDER / _OFFERED, raw)


def forget_offer(home: Path) -> None:
    """It was taken, or is good for nothing."""
    with suppress(OSError):
        (home / _FOLDER / _OFFERED).unlink(missing_ok=True)


def stage(home: Path, pack: ContentPack, raw: bytes) -> Path:
    """Write all files of a pack where nobody reads them yet; `put_in_use` then takes one step.

    Raises:
        ContentNotKeptError: they could not be written; nothing is left of them.
    """
    folder = home / _FOLDER
    name = f"{paths.PACK}{pack.sequence}"
    part = folder / f".{name}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        drop(part)  # of a try that was cut off
        unpack(pack, part)
        write(folder / f"{name}{CONTENT_SUFFIX}", raw)
    except (OSError, ContentNotKeptError) as error:
        drop(part)
        raise ContentNotKeptError from error
    return part


def put_in_use(part: Path) -> None:
    """From now on the staged pack counts.

    Raises:
        ContentNotKeptError: it could not be moved there.
    """
    try:
        os.replace(part, part.with_name(part.name.removeprefix(".")))
    except OSError as error:
        raise ContentNotKeptError from error


def drop(folder: Path) -> None:
    """Remove a pack's files."""
    shutil.rmtree(folder, ignore_errors=True)


def drop_oldest(home: Path) -> None:
    """Keep the one in use and the one before it."""
    for old in paths.school_content(home)[_KEPT:]:
        drop(old)
        with suppress(OSError):
            old.with_name(f"{old.name}{CONTENT_SUFFIX}").unlink(missing_ok=True)


def unpack(pack: ContentPack, folder: Path) -> None:
    """Write every file, on disk when this returns. The paths were held against a strict list before.

    Raises:
        OSError: it could not be written.
    """
    from nickaudit.share.folder import write_new

    for name, text in pack.files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, text.encode(), mode=0o600)


def write(path: Path, content: bytes) -> None:
    """Write a file of the person's own, in place of an older one.

    Raises:
        ContentNotKeptError: it could not be written.
    """
    from nickaudit.share.errors import FolderError
    from nickaudit.share.saving import save_over

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        save_over(path, content, mode=0o600)
    except (OSError, FolderError) as error:
        raise ContentNotKeptError from error
