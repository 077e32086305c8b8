"""What can be wrong with a store, each with its own sentence, and how SQLite's errors become these."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nickaudit.domain.errors import NickAuditError


class StoreError(NickAuditError):
    """What you gave could not be read or saved. Close the program and start it again."""


# The log has to go with it: beside a new file SQLite deletes it, and what might still be saved from it.
class DamagedStoreError(StoreError):
    """A file this program keeps is damaged. Move it, and any whose names begin so, then start again."""


class ForeignStoreError(StoreError):
    """Where this program keeps things there is something of another kind. Move it, then start again."""


class NewerStoreError(StoreError):
    """A newer version of this program has been used here. Please install the newest version."""


class FullStoreError(StoreError):
    """This computer's disk is full, so nothing can be saved. Free some space, then try again."""


class BusyStoreError(StoreError):
    """Another program is using the file in which this one keeps things. Close it, then try again."""


class UnwritableStoreError(StoreError):
    """The folder in which this program keeps things cannot be written. Check that you may write to it."""


_BY_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_CORRUPT: DamagedStoreError,
    sqlite3.SQLITE_NOTADB: DamagedStoreError,
    sqlite3.SQLITE_FULL: FullStoreError,
    sqlite3.SQLITE_BUSY: BusyStoreError,
    sqlite3.SQLITE_LOCKED: BusyStoreError,
    sqlite3.SQLITE_READONLY: UnwritableStoreError,
    sqlite3.SQLITE_CANTOPEN: UnwritableStoreError,
    sqlite3.SQLITE_PERM: UnwritableStoreError,
}

_NEXT_TO_NOTHING = 256 * 1024
"""With less free space than this an input or output error is taken for a full disk."""


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors, and the system's about that file, into ours, naming the file."""
    try:
        yield
    except (ForeignStoreError, NewerStoreError) as error:
        raise _named(type(error), path) from None
    except sqlite3.Error as error:
        raise _ours(getattr(error, "sqlite_errorcode", None), path) from error
    except PermissionError as error:
        raise _named(UnwritableStoreError, path) from error
    except OSError as error:
        raise _named(FullStoreError if _is_full(path) else UnwritableStoreError, path) from error


def _ours(code: int | None, path: Path | None) -> StoreError:
    primary = (code or 0) & 0xFF
    if primary == sqlite3.SQLITE_IOERR and _is_full(path):
        return _named(FullStoreError, path)
    return _named(_BY_CODE.get(primary, StoreError), path)


def _is_full(path: Path | None) -> bool:
    if path is None:
        return False
    import shutil  # loads a lot, and is seldom needed

    try:
        return shutil.disk_usage(path.parent).free < _NEXT_TO_NOTHING
    except OSError:
        return False


def _named(kind: type[StoreError], path: Path | None) -> StoreError:
    sentence = (kind.__doc__ or "").strip()
    return kind(f"{sentence} ({path})" if path else sentence)
