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


def install(home: Path, pack: ContentPack, raw: bytes) -> Path:
    """Put the files of a pack in their folder; under its name only when it is whole.

    Raises:
        ContentNotKeptError: it could not be written.
    """
    folder = home / _FOLDER
    placed = folder / f"{paths.PACK}{pack.sequence}"
    part = folder / f".{placed.name}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.rmtree(part, ignore_errors=True)
        unpack(pack, part)
        write(folder / f"{placed.name}{CONTENT_SUFFIX}", raw)
        os.replace(part, placed)
    except OSError as error:
        raise ContentNotKeptError from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return placed


def take_back(placed: Path) -> None:
    """Remove a pack that was just put there; the one before it counts again."""
    shutil.rmtree(placed, ignore_errors=True)
    with suppress(OSError):
        placed.with_name(f"{placed.name}{CONTENT_SUFFIX}").unlink(missing_ok=True)


def drop_oldest(home: Path) -> None:
    """Keep the one in use and the one before it."""
    for old in paths.school_content(home)[_KEPT:]:
        take_back(old)


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
