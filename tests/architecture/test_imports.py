"""Who imports whom, and what a command does not load."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"cryptography", "icalendar", "joserfc", "keyring", "pypdf", "segno", "sqlite_utils"}


def test_every_import_rule_is_kept() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom nickaudit.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stdout.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("verify", "no-such-file"), ("content", "check")], ids=" ".join
)
def test_a_command_that_paints_nothing_loads_no_qt(arguments: tuple[str, ...]) -> None:
    assert [name for name in loaded_by(*arguments) if name.startswith(("PySide6", "shiboken6"))] == []


def test_verify_reaches_the_code_that_checks_a_signature(tmp_path: Path) -> None:
    (tmp_path / "one.nickaudit-certificate").write_text("not a certificate")
    modules = loaded_by("verify", str(tmp_path / "one.nickaudit-certificate"))
    assert "nickaudit.credentials.certificate_jwt" in modules
    assert not any(name.startswith("PySide6") for name in modules)


def test_asking_for_the_version_loads_no_heavy_library() -> None:
    assert HEAVY & loaded_by("--version") == set()


UNTIL_FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class FirstPaint(QObject):
    seen = False

    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False

def run_until_painted(*_):
    app, watcher = QApplication.instance(), FirstPaint()
    app.installEventFilter(watcher)
    while not watcher.seen:
        app.processEvents()
    app.removeEventFilter(watcher)
    print("LOADED", *sorted(sys.modules))
    return 0

QApplication.exec = run_until_painted
from nickaudit.cli import main
main([])
"""


def test_the_window_is_painted_before_any_heavy_library_is_loaded() -> None:
    code = [sys.executable, "-c", UNTIL_FIRST_PAINT]
    for _ in range(2):  # the very first start makes the files, and may take its time
        result = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in result.stdout.rsplit("LOADED", 1)[1].split()}
    assert {"PySide6", "nickaudit", "sqlite3"} <= loaded
    assert HEAVY & loaded == set()
