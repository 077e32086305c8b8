"""An ordinary folder as a letter box: a mapped drive, a network path, a folder that is kept in step.

A file appears under its final name only when it is whole, never replaces another, and is read back before it
counts as delivered. Doing it again after a lost reply changes nothing.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.share.errors import FolderError, state_of

SUFFIX = ".nickaudit-certificate"
TEMPORARY = ".part"
"""How a file ends that is not whole yet."""

_LINKS_REFUSED = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK}
_LINKS_REFUSED_BY_WINDOWS = {1, 50}
_FOLDER_NOT_FLUSHED = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def file_name(*, sealed: bool = False) -> str:
    """A name nobody can guess and nobody else has: 128 random bits."""
    return secrets.token_hex(16) + (SEALED_SUFFIX if sealed else SUFFIX)


def temporary_name(name: str) -> str:
    """What a file is called until it is whole; readers leave such names alone."""
    return f".{name}.{secrets.token_hex(8)}{TEMPORARY}"


def deliver(folder: Path, name: str, content: bytes) -> None:
    """Put a whole file into the folder, or find it there already.

    Raises:
        FolderError: with the state the delivery is in; nothing was replaced.
    """
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise FolderError(Delivery.WAITING_GONE)
        if not _is_there(folder / name, content):
            put(folder, name, content)  # where the name is taken meanwhile, the reading back decides
            _flush_folder(folder)
            if not _is_there(folder / name, content):
                raise FolderError(Delivery.WAITING_DIFFERS)
    except OSError as error:
        raise FolderError(state_of(error)) from error
    _clear_leftovers(folder, name)


def _is_there(path: Path, content: bytes) -> bool:
    """Whether the file is there, byte for byte; a beginning of it is our own try that was cut off.

    Raises:
        FolderError: another content stands under this name.
    """
    try:
        with path.open("rb") as file:
            found = file.read(len(content) + 1)
    except FileNotFoundError:
        return False
    if found == content:
        return True
    if not content.startswith(found):
        raise FolderError(Delivery.WAITING_DIFFERS)
    with path.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path.read_bytes() == content


def put(folder: Path, name: str, content: bytes, *, for_all: bool = False) -> bool:
    """Make a new file, under its name only when it is whole; False where that name is taken.

    `for_all`: everybody may read it.

    Raises:
        OSError: it could not be written; nothing is left of the try.
    """
    final = folder / name
    temporary = folder / temporary_name(name)
    try:
        write_new(temporary, content, for_all=for_all)
        os.link(temporary, final)
    except FileExistsError:
        return False
    except FileNotFoundError:
        # Another try of this very delivery was quicker, and cleared our temporary file away with its own.
        if not final.exists():
            raise
        return False
    except OSError as error:
        if not _refuses_links(error) or not temporary.exists():
            raise
        temporary.unlink()
        try:
            write_new(final, content, for_all=for_all)
        except FileExistsError:
            return False
    finally:
        with suppress(OSError):
            temporary.unlink()
    return True


def write_new(path: Path, content: bytes, *, mode: int = 0o666, for_all: bool = False) -> None:
    """A new file, on disk when this returns, none if that fails; by default with the folder's own rights."""
    with open(os.open(path, _NEW, mode), "wb") as file:
        try:
            file.write(content)
            file.flush()
            if for_all:
                _let_all_read(path)
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _let_all_read(path: Path) -> None:
    """Whoever reaches the folder may read it; where the system keeps no such rights, the folder's count."""
    with suppress(OSError):
        path.chmod(path.stat().st_mode | 0o444)


def _refuses_links(error: OSError) -> bool:
    return error.errno in _LINKS_REFUSED or getattr(error, "winerror", None) in _LINKS_REFUSED_BY_WINDOWS


def _flush_folder(folder: Path) -> None:
    """Make the new name last, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _FOLDER_NOT_FLUSHED:
            raise


def _clear_leftovers(folder: Path, name: str) -> None:
    """Take away temporary files of earlier tries of this very delivery; a letter box may not let us look."""
    with suppress(OSError):
        for left in folder.glob(f".{name}.*{TEMPORARY}"):
            with suppress(OSError):
                left.unlink()
