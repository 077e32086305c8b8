"""One at a time: whoever looks for a key and makes it where there is none holds this lock meanwhile."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nickaudit.keys.base import KeysLockedError, KeysNotKeptError

FILE_NAME = "keys.lock"
_PATIENCE = 200.0
"""Seconds: the one before may wait for a password to be typed, twice."""
_PAUSE = 0.02


@contextmanager
def held(home: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock of that data folder, against other threads and other processes of the program.

    Raises:
        KeysLockedError: somebody else did not let go; KeysNotKeptError: the folder cannot be written.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(home / FILE_NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError as err:
        raise KeysNotKeptError from err
    try:
        until = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > until:
                raise KeysLockedError
            time.sleep(_PAUSE)
        yield  # the system lets go when the file is closed, and when the process dies
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
