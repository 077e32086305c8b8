"""Files that only their owner can read, written whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A named pipe that somebody put in the place of a file would be waited for for ever."""
_LARGEST = 64 * 1024


def read(path: Path) -> str | None:
    """The text of the file, or None where there is none. It is closed to others again if it was open.

    Raises:
        OSError: it cannot be read, or is no plain file; UnicodeDecodeError: it is no text.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_LINK | _NO_WAIT)
    except FileNotFoundError:
        return None
    with open(handle, encoding="utf-8") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise OSError(errno.EINVAL, "This is no file that this program made", str(path))
        if os.name == "posix" and state.st_mode & 0o077:
            os.fchmod(handle, 0o600)
        return file.read()


def write(path: Path, text: str) -> None:
    """Put the text there in one step, in a folder of its owner's own."""
    _make_private(path.parent)
    part = path.with_name(f".{secrets.token_hex(8)}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
