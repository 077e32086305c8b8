import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from nickaudit.store.database import Database
from nickaudit.store.errors import (
    BusyStoreError,
    DamagedStoreError,
    ForeignStoreError,
    NewerStoreError,
    StoreError,
    UnwritableStoreError,
)
from nickaudit.store.private.migrations import SCHEMA
from nickaudit.store.school.migrations import SCHEMA as SCHOOL

ONE = "INSERT INTO preferences VALUES ('one', '1')"
COUNT = "SELECT count(*) FROM preferences"


def test_nothing_is_opened_before_the_first_use(home: Path) -> None:
    Database(home / "private.db", SCHEMA)
    assert not home.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_file_its_log_and_its_folder_are_for_the_owner_only(private: Database, home: Path) -> None:
    private.write(ONE)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (home, *home.iterdir())}
    assert modes == {"home": 0o700, "private.db": 0o600, "private.db-wal": 0o600, "private.db-shm": 0o600}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(private: Database, home: Path) -> None:
    private.write(ONE)
    private.close()
    (home / "private.db").chmod(0o644)
    private.rows(COUNT)
    assert (home / "private.db").stat().st_mode & 0o777 == 0o600


def test_it_waits_for_the_disk_at_every_answer(private: Database) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    assert [private.rows(f"PRAGMA {each}") for each in pragmas] == [
        [("wal",)],
        [(2,)],
        [(1,)],
        [(1,)],
        [(2,)],
    ]


def test_a_note_outlives_the_end_of_the_program_and_leaves_answers_as_safe_as_before(
    private: Database, home: Path
) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from nickaudit.store.database import Database\n"
        "from nickaudit.store.private.migrations import SCHEMA\n"
        "db = Database(Path(sys.argv[1]), SCHEMA)\n"
        f"db.note({ONE!r})\n"
        "print(db.row('PRAGMA synchronous'), flush=True)\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home / "private.db")], capture_output=True, text=True, timeout=20
    )
    assert done.stdout.strip() == "(2,)"
    assert private.row(COUNT) == (1,)


def test_a_note_within_a_block_goes_with_it(private: Database) -> None:
    def fail_within() -> None:
        with private.atomic():
            private.note(ONE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_within()
    assert private.row(COUNT) == (0,)


def test_in_memory_nothing_is_on_disk(home: Path) -> None:
    database = Database(None, SCHEMA)
    database.write(ONE)
    assert database.rows(COUNT) == [(1,)]
    assert database.integrity_check()
    database.close()
    assert not home.exists()


def test_all_of_a_block_is_kept_or_none(private: Database) -> None:
    def write_two_and_fail() -> None:
        with private.atomic():
            private.write(ONE)
            with private.atomic():
                private.write("INSERT INTO preferences VALUES ('two', '2')")
            raise KeyError

    with pytest.raises(KeyError):
        write_two_and_fail()
    assert private.rows(COUNT) == [(0,)]


def test_many_threads_write_and_none_is_lost(private: Database) -> None:
    def write(thread: int) -> None:
        for each in range(50):
            private.write("INSERT INTO preferences VALUES (?, '')", f"{thread}-{each}")

    threads = [threading.Thread(target=write, args=(each,)) for each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert private.rows(COUNT) == [(200,)]


def test_a_damaged_file_is_named_and_left_alone(private: Database, home: Path) -> None:
    home.mkdir()
    (home / "private.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DamagedStoreError, match=r"damaged.*private\.db"):
        private.rows(COUNT)
    assert (home / "private.db").read_bytes().startswith(b"not a database")


def test_a_file_damaged_in_the_middle_is_noticed(private: Database, home: Path) -> None:
    for each in range(200):
        private.write("INSERT INTO preferences VALUES (?, ?)", str(each), "x" * 500)
    private.close()
    path = home / "private.db"
    content = bytearray(path.read_bytes())
    content[4096 * 10 : 4096 * 20] = bytes([0xA5]) * 4096 * 10
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        private.rows("SELECT * FROM preferences ORDER BY value")


def test_a_database_of_something_else_is_not_touched(private: Database, home: Path) -> None:
    home.mkdir()
    other = sqlite3.connect(home / "private.db")
    other.execute("CREATE TABLE songs (title)")
    other.commit()
    other.close()
    before = (home / "private.db").read_bytes()
    with pytest.raises(ForeignStoreError, match="another kind"):
        private.rows(COUNT)
    assert (home / "private.db").read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are POSIX")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_at_all_is_named_and_its_rights_are_left_alone(home: Path, kind: str) -> None:
    home.mkdir()
    path = home / "private.db"
    {
        "folder": lambda: path.mkdir(mode=0o755),
        "pipe": lambda: os.mkfifo(path, 0o644),
        "device": lambda: path.symlink_to("/dev/null"),
    }[kind]()
    before = path.stat().st_mode
    with pytest.raises(ForeignStoreError, match=r"something of another kind.*private\.db"):
        Database(path, SCHEMA).rows(COUNT)
    assert path.stat().st_mode == before


def test_the_two_stores_are_not_taken_for_each_other(private: Database, home: Path) -> None:
    private.write(ONE)
    private.close()
    school = Database(home / "private.db", SCHOOL)
    with pytest.raises(ForeignStoreError):
        school.rows("SELECT 1")


def test_a_store_of_a_newer_version_is_refused_and_kept(private: Database, home: Path) -> None:
    private.write(ONE)
    private.write("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('private', 'm999_later')")
    private.close()
    with pytest.raises(NewerStoreError, match="newest version"):
        private.rows(COUNT)
    other = sqlite3.connect(home / "private.db")
    assert other.execute(COUNT).fetchone() == (1,)
    other.close()


def test_a_store_that_another_program_writes_to_is_busy(private: Database, home: Path) -> None:
    private.write(ONE)
    other = sqlite3.connect(home / "private.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyStoreError):
        private.write("DELETE FROM preferences")
    other.execute("ROLLBACK")
    other.close()
    private.write("DELETE FROM preferences")


def test_a_folder_that_is_a_file_gives_a_sentence(home: Path) -> None:
    home.write_text("a file")
    with pytest.raises(UnwritableStoreError, match="cannot be written"):
        Database(home / "private.db", SCHEMA).rows(COUNT)


def test_a_home_that_may_not_be_written_gives_a_sentence(
    tmp_path: Path, require: Callable[[object, str], None]
) -> None:
    path = str(tmp_path / "closed" / "home" / "p.db")
    script = (
        "import os, pathlib\n"
        "from nickaudit.store.database import Database\n"
        "from nickaudit.store.errors import UnwritableStoreError\n"
        "from nickaudit.store.private.migrations import SCHEMA\n"
        "if os.geteuid() == 0:\n"
        "    os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try:\n"
        f"    Database(pathlib.Path({path!r}), SCHEMA).rows('SELECT 1')\n"
        "except UnwritableStoreError as error:\n"
        "    print(error.sentence)\n"
    )
    require(os.name == "posix", "rights of a POSIX system")
    (tmp_path / "closed").mkdir(mode=0o555)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout


@pytest.mark.parametrize("kind", [StoreError, *StoreError.__subclasses__()])
def test_every_error_says_in_its_own_words_what_to_do(kind: type[StoreError]) -> None:
    sentences = kind().sentence.split(". ")
    assert len(sentences) == 2
    assert all(len(sentence.split()) <= 25 for sentence in sentences)
