"""That a test which leaves something behind, or warns, does not pass: the guard of all other tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

GUILTY = {
    "a window": (
        """
        from PySide6.QtWidgets import QWidget
        KEPT = []
        def test_guilty(qtbot):
            KEPT.append(QWidget())
            KEPT[0].setWindowTitle("forgotten")
            KEPT[0].show()
        """,
        "forgotten",
    ),
    "a thread": (
        """
        import threading
        def test_guilty():
            threading.Thread(target=threading.Event().wait, name="endless", daemon=True).start()
        """,
        "endless",
    ),
    "a log warning": (
        """
        import logging
        def test_guilty():
            logging.getLogger("nickaudit.somewhere").warning("disk_full")
        """,
        "nickaudit.somewhere: disk_full",
    ),
    "a warning of Qt": (
        """
        from PySide6.QtCore import qWarning
        def test_guilty(qtbot):
            qWarning("QLayout: already has a layout")
        """,
        "already has a layout",
    ),
    "a Python warning": (
        """
        import warnings
        def test_guilty():
            warnings.warn("old way", DeprecationWarning)
        """,
        "old way",
    ),
}
INNOCENT = """
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QComboBox, QWidget
def test_closed_by_the_bot(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    box = QComboBox(window)
    box.addItems(["one", "two"])
    window.show()
    box.showPopup()
def test_deleted_by_itself(qtbot):
    window = QWidget()
    window.show()
    window.close()
    window.deleteLater()
def test_work_that_ends(qtbot):
    QThreadPool.globalInstance().start(lambda: None)
def test_a_warning_that_is_meant(expected_logs):
    import logging
    expected_logs.add("disk_full")
    logging.getLogger("nickaudit").warning("disk_full")
"""


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_it.py").write_text("\n".join(line.removeprefix("        ") for line in code.splitlines()))
    options = [
        "-q",
        "-c",
        ROOT / "pyproject.toml",
        "--rootdir",
        ROOT,
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
    ]
    command = [sys.executable, "-m", "pytest", *options, folder / "test_it.py"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("left", GUILTY)
def test_what_is_left_behind_fails(left: str, tmp_path: Path) -> None:
    code, expected = GUILTY[left]
    result = run(tmp_path, code)
    assert result.returncode == 1, result.stdout
    assert expected in result.stdout


def test_a_tidy_test_passes(tmp_path: Path) -> None:
    result = run(tmp_path, INNOCENT)
    assert result.returncode == 0, result.stdout
