"""What a start loads before Home is there: every module more is time that people wait."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "calendar",
    "click",
    "cryptography",
    "hashlib",
    "icalendar",
    "joserfc",
    "keyring",
    "logging",
    "nickaudit.content.library",
    "nickaudit.share.folder",
    "secrets",
    "segno",
    "sqlite_utils",
    "subprocess",
    "tomllib",
)
HOME_IS_SHOWN = f"""
import sys
from pathlib import Path
from nickaudit.cli import light_qt, window
from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
services = make_services(Path(sys.argv[1]))
light_qt.spare_making_stubs()
from nickaudit.ui.application import application, open_window, OpenWindow
def start(self):
    self.navigator.open_session(Computer.MINE)
    return route.HOME
OpenWindow._start = start
opened = open_window(services)
application().processEvents()
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def test_a_second_start_loads_nothing_that_home_does_not_need(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", HOME_IS_SHOWN, str(tmp_path / "home")],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout.split()
        for _ in range(2)
    )
    assert "tomllib" in first
    assert second == []
