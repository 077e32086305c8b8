"""Reading a file that somebody named, or that lies among content: plain files only, within a limit."""

import os
import stat
from pathlib import Path

_OPEN = os.O_RDONLY
for _flag in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK"):
    _OPEN |= getattr(os, _flag, 0)


class NotPlainFileError(OSError):
    """A folder, a pipe or a device, which might never end."""


def read_at_most(path: Path, limit: int) -> bytes:
    """The file's bytes, at most one more than the limit, which tells that it is larger.

    Raises:
        OSError: it cannot be read, or is not a plain file.
    """
    with open(os.open(path, _OPEN), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotPlainFileError
        return file.read(limit + 1)
