"""One SQLite file: opened at first use, for its owner only, and safe against a crash at any moment."""

import os
import sqlite3
import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nickaudit.store.errors import BusyStoreError, ForeignStoreError, translated
from nickaudit.store.schema import Schema, bring_up_to_date, is_current

_WAIT_SECONDS = 2.0
"""How long to wait for another process that is writing."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # nothing of a person in the system's temporary folder
)

Row = tuple[Any, ...]
Value = str | int | float | bytes | None


class Database:
    """A store. One connection serves all threads, one at a time."""

    def __init__(self, path: Path | None, schema: Schema) -> None:
        """Nothing is opened yet.

        Args:
            path: The file; None keeps everything in memory (a computer that several people use).
            schema: The steps that make its tables.
        """
        self.path = path
        self._schema = schema
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a question."""
        with self._lock, translated(self.path):
            return self._open().execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a question, if there is one."""
        with self._lock, translated(self.path):
            return next(iter(self._open().execute(sql, values).fetchall()), None)

    def write(self, sql: str, *values: Value) -> int:
        """Change something; on disk when this returns, unless inside `atomic`. Returns the last row's id."""
        with self._lock, translated(self.path):
            return self._open().execute(sql, values).lastrowid or 0

    def note(self, sql: str, *values: Value) -> None:
        """Change what is no answer: it outlives a crash, perhaps not a power cut, and waits for no disk."""
        with self._lock, translated(self.path):
            connection = self._open()
            if connection.in_transaction:
                connection.execute(sql, values)
                return
            connection.execute("PRAGMA synchronous = NORMAL")
            try:
                connection.execute(sql, values)
            finally:
                connection.execute("PRAGMA synchronous = FULL")

    def write_many(self, sql: str, values: Iterable[tuple[Value, ...]]) -> None:
        """Change many rows the same way, all or none."""
        with self.atomic(), translated(self.path):
            self._open().executemany(sql, values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or none of what is done inside, on disk at the end. May be nested: the outermost counts."""
        with self._lock:
            with translated(self.path):
                connection = self._open()
                is_outermost = not connection.in_transaction
                if is_outermost:
                    connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                if is_outermost:
                    with translated(self.path):
                        connection.execute("COMMIT")
            except BaseException:
                if is_outermost and connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def integrity_check(self) -> bool:
        """Whether SQLite finds the whole file sound."""
        return self.rows("PRAGMA integrity_check") == [("ok",)]

    def empty_log(self) -> None:
        """Move everything from the write-ahead log into the file, and the log to nothing.

        Raises:
            BusyStoreError: another process reads the file just now.
        """
        with self._lock, translated(self.path):
            is_busy, *_ = self._open().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise BusyStoreError

    def leave_no_trace(self) -> None:
        """Wipe what was deleted from the file, its free pages and the write-ahead log.

        Raises:
            BusyStoreError: another process reads the file just now.
        """
        with self._lock, translated(self.path):
            self._open().execute("VACUUM")
        self.empty_log()

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connected()
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        if self.path is not None:
            _make_for_owner_only(self.path)
        connection = sqlite3.connect(
            self.path or ":memory:", timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            if self.path is None or not is_current(connection, self._schema):
                self._prepare(connection)
                bring_up_to_date(connection, self._schema)
            else:
                self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _prepare(connection: sqlite3.Connection) -> None:
        for pragma in _PRAGMAS:
            connection.execute(pragma)


def _make_for_owner_only(path: Path) -> None:
    """The file with mode 0600; SQLite gives its log the same rights. A folder that is made gets 0700."""
    if not path.parent.is_dir():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a folder, a pipe, a device: never ours, and not to be touched
            raise ForeignStoreError from None
        if mode & 0o077 and os.name == "posix":
            path.chmod(0o600)
