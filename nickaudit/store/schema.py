"""How a store gets and keeps its tables: named steps, only ever appended, applied by sqlite-utils.

sqlite-utils is imported only when a step is missing: it costs 80 ms, and the first paint reads from here.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from nickaudit.store.errors import ForeignStoreError, NewerStoreError

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables
    from sqlite_utils.db import Table

    Step = Callable[[Tables], None]

_APPLIED = "_sqlite_migrations"


class Schema(NamedTuple):
    """The steps of one store. The name and the mark are written into the file."""

    name: str
    mark: int
    """SQLite's application id: tells our own file from any other, and the two stores apart."""
    steps: "tuple[Step, ...]"

    @property
    def step_names(self) -> tuple[str, ...]:
        """The functions' names, as recorded in the file."""
        return tuple(step.__name__ for step in self.steps)


def is_current(connection: sqlite3.Connection, schema: Schema) -> bool:
    """Whether every step is there already.

    Raises:
        ForeignStoreError: the file has tables that are not ours.
        NewerStoreError: the file has steps that this version does not know.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return False
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.mark or _APPLIED not in tables:
        raise ForeignStoreError
    found = f"SELECT name FROM {_APPLIED} WHERE migration_set = ?"  # noqa: S608 - a constant of ours
    applied = {name for (name,) in connection.execute(found, (schema.name,))}
    if applied - set(schema.step_names):
        raise NewerStoreError
    return applied == set(schema.step_names)


def bring_up_to_date(connection: sqlite3.Connection, schema: Schema) -> None:
    """Apply the missing steps, all or none; the caller holds no transaction."""
    from sqlite_utils import Database as Tables
    from sqlite_utils import Migrations

    migrations = Migrations(schema.name)
    for step in schema.steps:
        migrations(name=step.__name__)(step)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not is_current(connection, schema):  # another process may have been first
            connection.execute(f"PRAGMA application_id = {schema.mark}")
            migrations.apply(Tables(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def table(tables: "Tables", name: str) -> "Table":
    """A table to be made with strict column types."""
    return tables.table(name, strict=True)
