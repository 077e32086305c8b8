"""The real program in processes of its own: on a real screen, once for each home, and started again."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest

from nickaudit.credentials.certificate_jwt import new_key, sign
from tests.factories import make_claims
from tests.journeys.screen import Screen, screen, wait
from tests.tour.command import run

ROOT = Path(__file__).parents[2]
FIRST = "Look after your name"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="X is for Linux")]


@pytest.fixture
def desk(require: Callable[[object, str], None]) -> Iterator[Screen]:
    tools = ("Xvfb", "openbox", "xdotool")
    require(all(map(which, tools)), " ".join(tools))
    with screen() as made:
        yield made


def remembered(home: Path) -> dict[str, str]:
    """What the program has stored of the window, read from outside."""
    connection = sqlite3.connect(f"file:{home / 'private.db'}?mode=ro", uri=True)
    try:
        return dict(connection.execute("SELECT name, value FROM preferences"))
    finally:
        connection.close()


def test_it_opens_takes_keys_and_closes(desk: Screen, home: Path) -> None:
    program = desk.start("--home", str(home))
    window = desk.window_of(program)
    desk.wait_for_title(window, FIRST)
    desk.press(window, "Return")
    desk.wait_for_title(window, "Whose computer is this?")
    desk.press(window, "Tab", "Tab", "space")
    desk.press(window, "F1")
    desk.wait_for_title(window, "Help")
    desk.press(window, "alt+Left")
    desk.wait_for_title(window, "Whose computer is this?")
    desk.press(window, "ctrl+equal")
    wait("larger text", lambda: remembered(home).get("text-size") == "125")
    assert remembered(home)["road"] == "staff"
    desk.press(window, "alt+F4")
    assert program.wait(timeout=20) == 0
    assert "x" in remembered(home)["window"]


def test_a_second_start_brings_the_first_window_back(desk: Screen, home: Path) -> None:
    first = desk.start("--home", str(home))
    window = desk.window_of(first)
    desk.wait_for_title(window, FIRST)
    desk.tool("windowminimize", "--sync", window)
    second = desk.start("--home", str(home))
    assert second.wait(timeout=20) == 0
    assert desk.window_of(first) == window
    wait("the first window to be in front", lambda: desk.tool("getactivewindow", check=False) == window)
    assert first.poll() is None


def test_another_home_has_a_window_of_its_own(desk: Screen, home: Path, tmp_path: Path) -> None:
    first, other = desk.start("--home", str(home)), desk.start("--home", str(tmp_path / "other"))
    assert desk.window_of(first) != desk.window_of(other)


@pytest.fixture
def opened(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The window, open on this test's home without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, "-m", "nickaudit", "--home", str(home)], cwd=ROOT, env=environment
    )
    wait("the window", (home / "window.lock").is_file)
    yield child
    child.terminate()
    child.wait(timeout=20)


def test_a_second_start_ends_at_once(opened: subprocess.Popen[bytes], home: Path) -> None:
    assert run("--home", str(home), seconds=30, QT_QPA_PLATFORM="offscreen") == (0, "", "")
    assert opened.poll() is None


def test_commands_that_only_read_run_beside_the_window(
    opened: subprocess.Popen[bytes], home: Path, tmp_path: Path
) -> None:
    box = tmp_path / "school"
    box.mkdir()
    (box / "one.nickaudit-certificate").write_bytes(sign(make_claims(), private_jwk=new_key()))
    assert run("--home", str(home), "verify", str(box / "one.nickaudit-certificate")).code == 0
    report = run("--home", str(home), "report", str(box), "--json")
    assert report.code == 0
    assert len(json.loads(report.out)["people"]) == 1
    assert opened.poll() is None


def test_a_window_that_was_killed_does_not_keep_the_next_one_out(
    opened: subprocess.Popen[bytes], home: Path
) -> None:
    opened.kill()
    opened.wait(timeout=20)
    child = subprocess.Popen(
        [sys.executable, "-m", "nickaudit", "--home", str(home)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(timeout=2)
    child.terminate()
    child.wait(timeout=20)
