"""The window's own start, when something stands in its way: one line, exit 1, and nothing overwritten."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Prepare = Callable[[Path], object]


def cut_in_half(home: Path) -> None:
    start(home, code="from nickaudit.bootstrap import make_services as m; m(None).private.rows('SELECT 1')")
    path = home / "private.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100] or b"x")
    for log in home.glob("private.db-*"):
        log.unlink()


def start(
    home: Path, *, code: str = "from nickaudit.cli import main; main([])"
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "NICKAUDIT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (
            lambda home: (home / "private.db").write_bytes(b"not a database" * 500),
            "is damaged. Move it, and any",
        ),
        (cut_in_half, "is damaged. Move it, and any"),
        (lambda home: (home / "private.db").mkdir(), "something of another kind. Move it"),
        (lambda home: home.rmdir() or home.write_text(""), "it is a file. Choose another one with --home."),
    ],
    ids=["damaged", "cut in half", "a folder in its place", "a file for a home"],
)
def test_what_stands_in_the_way_is_one_line_and_exit_1(home: Path, prepare: Prepare, says: str) -> None:
    home.mkdir()
    prepare(home)
    store = home / "private.db"
    before = store.read_bytes() if store.is_file() else b""
    done = start(home)
    assert (done.returncode, done.stdout) == (1, "")
    lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
    assert len(lines) == 1
    assert lines[0].startswith("nickaudit: ")
    assert says in lines[0]
    assert before == (store.read_bytes() if store.is_file() else b"")


def test_without_a_display_it_says_what_can_be_done(home: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "nickaudit"],
        env={key: value for key, value in os.environ.items() if key not in hidden},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if sys.platform not in {"win32", "darwin"}:
        assert (done.returncode, done.stdout) == (1, "")
        assert "Try `nickaudit tour DIR`" in done.stderr
        assert not home.exists()


def test_what_the_sentence_says_leaves_the_old_files_whole_and_a_new_start(home: Path) -> None:
    fill = (
        "import os, pathlib\n"
        "from nickaudit.bootstrap import make_services\n"
        "make_services(None).private.write(\"INSERT INTO preferences VALUES ('road', 'staff')\")\n"
        "os._exit(0)  # as a crash would: everything is still in the log\n"
    )
    start(home, code=fill)
    kept = home.with_name("kept")
    kept.mkdir()
    for path in home.glob("private.db*"):
        path.rename(kept / path.name)
    ask = (
        "from nickaudit.bootstrap import make_services\n"
        "print(make_services(None).private.rows('SELECT * FROM preferences'))\n"
    )
    assert start(home, code=ask).stdout.strip() == "[]"
    assert start(kept, code=ask).stdout.strip() == "[('road', 'staff')]"
