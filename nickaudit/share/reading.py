"""What lies in a folder, and reading it: nothing is written, and nothing but plain files is opened."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.share.errors import FolderError, state_of
from nickaudit.share.folder import SUFFIX

SUFFIXES = (SUFFIX, SEALED_SUFFIX, ".pdf")
"""Files that may hold a certificate."""

_LATEST_NS = 2**63 - 1

_OPEN = os.O_RDONLY
for _flag in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"):
    _OPEN |= getattr(os, _flag, 0)


class Entry(NamedTuple):
    """One file of a folder; enough to tell whether it has changed."""

    folder: Path
    name: str
    size: int
    modified_ns: int

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def shown(self) -> str:
        """The name as it can be stored and printed."""
        return as_text(self.name)


class NotPlainFileError(OSError):
    """A link, a folder or a device where a file should be."""


def as_text(name: str | Path) -> str:
    """A name or path as text: bytes of no alphabet and control characters are spelled out."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def listing(folder: Path) -> tuple[Entry, ...]:
    """The files that may hold a certificate, in the order of `first_sealed`.

    Hidden and temporary ones, and folders, are left out.

    Raises:
        FolderError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as found:
            entries = [
                _entry(folder, each)
                for each in found
                if may_hold_a_certificate(each.name) and not each.is_dir(follow_symlinks=False)
            ]
    except OSError as error:
        raise FolderError(state_of(error)) from error
    return tuple(sorted(entries, key=lambda entry: first_sealed(entry.name)))


def entry_of(path: Path) -> Entry:
    """One file that was named or dragged in; what is not there has size 0 and fails when it is read."""
    try:
        found = path.lstat()
    except OSError:
        return Entry(path.parent, path.name, 0, 0)
    return Entry(path.parent, path.name, found.st_size, _moment(found))


def read(entry: Entry, *, limit: int) -> bytes:
    """The file's bytes, at most one more than the limit, which tells that it is larger.

    Raises:
        OSError: it cannot be read, or is not a plain file.
    """
    file = os.open(os.path.join(entry.folder, entry.name), _OPEN)  # a `Path` and a buffer for each cost more
    try:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode):
            raise NotPlainFileError
        left, parts = min(about.st_size, limit) + 1, []  # asking for far more than there is costs time
        while left and (part := os.read(file, left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    finally:
        os.close(file)


def first_sealed(name: str) -> tuple[bool, str]:
    """To sort by: what was sealed and sent comes before open copies of it, and then all goes by name."""
    return not name.casefold().endswith(SEALED_SUFFIX), name


def may_hold_a_certificate(name: str) -> bool:
    """Whether a file of that name is worth a look: not hidden, not temporary, not of another kind."""
    return not name.startswith((".", "~$")) and name.casefold().endswith(SUFFIXES)


def _entry(folder: Path, found: "os.DirEntry[str]") -> Entry:
    try:
        about = found.stat(follow_symlinks=False)
    except OSError:
        return Entry(folder, found.name, 0, 0)
    return Entry(folder, found.name, about.st_size, _moment(about))


def _moment(about: os.stat_result) -> int:
    """When it was changed; a date that no database takes becomes the nearest that it does."""
    return min(max(about.st_mtime_ns, 0), _LATEST_NS)
