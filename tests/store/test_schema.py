"""The schema from blank and from every step that was ever released, and what opening costs."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from nickaudit.domain.ids import AuditId
from nickaudit.store.database import Database
from nickaudit.store.private import audits, issued, outbox
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.schema import Schema, bring_up_to_date, is_current
from nickaudit.store.school import certificates, files
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from tests.factories import TODAY

RELEASED = Path(__file__).parent / "released"
SCHEMAS = {"private": PRIVATE, "school": SCHOOL}

TABLES = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"


def from_blank(schema: Schema, path: Path) -> list[tuple[object, ...]]:
    database = Database(path, schema)
    tables = database.rows(TABLES)
    assert database.integrity_check()
    database.close()
    return tables


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_released_step_leads_to_the_same_tables_as_a_blank_file(name: str, home: Path) -> None:
    schema = SCHEMAS[name]
    wanted = from_blank(schema, home / "blank.db")
    for count in range(1, len(schema.steps) + 1):
        path = home / f"{count}.db"
        from_blank(schema._replace(steps=schema.steps[:count]), path)
        assert from_blank(schema, path) == wanted


@pytest.mark.parametrize("name", SCHEMAS)
def test_there_is_a_released_file_of_every_step(name: str) -> None:
    files = {path.stem for path in RELEASED.glob(f"{name}-*.sql")}
    assert files == {f"{name}-{step[:4]}" for step in SCHEMAS[name].step_names}


@pytest.mark.parametrize("path", sorted(RELEASED.glob("*.sql")), ids=lambda path: path.stem)
def test_a_released_file_opens_with_all_that_was_in_it(path: Path, home: Path) -> None:
    schema = SCHEMAS[path.stem.partition("-")[0]]
    home.mkdir()
    old = sqlite3.connect(home / "old.db")
    old.executescript(path.read_text(encoding="utf-8"))
    old.close()
    database = Database(home / "old.db", schema)
    assert database.rows(TABLES) == from_blank(schema, home / "blank.db")
    if schema is PRIVATE:
        progress = audits.load(database, AuditId(1))
        assert progress.person is not None
        assert progress.person.name == "Rosalind Ash"
        assert len(progress.answers) == 2
        assert len(issued.all_issued(database)) == len(outbox.waiting(database)) == 1
    else:
        assert [item.claims.name for item in certificates.all_taken_in(database)] == ["Rosalind Ash"]
        assert [item.place for item in certificates.all_taken_in(database)] == ["/school"]
        assert len(files.set_aside(database)) == 1
    database.close()


def test_a_step_that_fails_leaves_nothing_behind(home: Path) -> None:
    def m002_fails(tables: object) -> None:
        tables["more"].create({"a": int})  # type: ignore[index]
        raise ZeroDivisionError

    before = from_blank(PRIVATE, home / "private.db")
    broken = Database(home / "private.db", PRIVATE._replace(steps=(*PRIVATE.steps, m002_fails)))
    with pytest.raises(ZeroDivisionError):
        broken.rows("SELECT 1")
    assert from_blank(PRIVATE, home / "private.db") == before


def test_of_two_that_start_at_once_the_second_finds_the_tables_made(home: Path) -> None:
    home.mkdir()
    first, second = (sqlite3.connect(home / "p.db", isolation_level=None) for _ in range(2))
    assert not is_current(first, PRIVATE)
    assert not is_current(second, PRIVATE)
    bring_up_to_date(first, PRIVATE)
    bring_up_to_date(second, PRIVATE)
    assert is_current(second, PRIVATE)
    first.close()
    second.close()


def test_sqlite_utils_is_loaded_only_to_change_the_schema(private: Database, home: Path) -> None:
    audits.begin(private, began_on=TODAY)
    private.close()
    script = (
        "import pathlib, sys, datetime\n"
        "from nickaudit.store.database import Database\n"
        "from nickaudit.store.private import audits, outbox, preferences\n"
        "from nickaudit.store.private.migrations import SCHEMA\n"
        f"db = Database(pathlib.Path({str(home / 'private.db')!r}), SCHEMA)\n"
        "audit = audits.current(db)\n"
        "audits.record_answer(db, audit, 'a', 'c', 'done')\n"
        "print('sqlite_utils' in sys.modules, len(audits.load(db, audit).answers))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "1"]
