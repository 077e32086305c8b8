"""One window for each home."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.ui.single_instance import Locking, SingleInstance, server_name


@pytest.fixture
def folder(home: Path) -> Path:
    home.mkdir(parents=True)
    return home


def test_a_second_start_raises_the_first_and_is_not_the_first(
    app: QApplication, folder: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(folder)
    assert first.is_first
    QTimer.singleShot(1_000, first, first.listen)  # however early the second start is, it waits for that
    # A lock of one's own process counts as held by nobody else, so the second start is another process.
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from nickaudit.ui.single_instance import SingleInstance\n"
        "second = SingleInstance(Path(sys.argv[1]))\n"
        "print(second.is_first, second.was_raised)"
    )
    with qtbot.waitSignal(first.raise_requested, timeout=10_000):
        second = subprocess.Popen(
            [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
        )
    out, _ = second.communicate(timeout=20)
    assert out.split() == ["False", "True"]
    first.release()


def test_a_lock_taken_early_is_the_lock_of_the_window(app: QApplication, folder: Path) -> None:
    locking = Locking(folder)
    assert locking.is_taken()
    first = SingleInstance(folder, locking=locking)
    assert first.is_first
    assert locking.lock.isLocked()
    first.release()
    assert not locking.lock.isLocked()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_lock_is_its_owners_alone(app: QApplication, folder: Path) -> None:
    locking = Locking(folder)
    assert locking.is_taken()
    assert stat.S_IMODE((folder / "window.lock").stat().st_mode) == 0o600
    locking.lock.unlock()


def test_two_homes_have_a_window_each(app: QApplication, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    one, two = SingleInstance(folder), SingleInstance(other)
    assert one.is_first
    assert two.is_first
    one.release()
    two.release()


def test_after_the_end_another_start_is_the_first(app: QApplication, folder: Path) -> None:
    first = SingleInstance(folder)
    first.release()
    again = SingleInstance(folder)
    assert again.is_first
    again.release()


def test_the_name_says_nothing_of_the_place(folder: Path) -> None:
    name = server_name(folder)
    assert folder.name not in name
    assert name == server_name(folder / ".." / folder.name)
