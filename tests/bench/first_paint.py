"""From the start of a process to the first paint of Home, over that of a bare window in the same clothes.

The bare window has the same typeface and style sheet and one label; it is what Python, Qt and the
clothes cost by themselves. Runs of the two take turns, so that whatever else the machine does meets both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nickaudit import paths
from nickaudit.bootstrap import make_services
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.services.audit_session import open_session
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.theme.stylesheet import style_sheet
from nickaudit.ui.theme.tokens import Mode, Theme
from tests.finishing import person

ROOT = Path(__file__).parents[2]
ROUNDS = 40
PLATFORMS = ("facebook", "instagram", "whatsapp", "linkedin")

# Both write the clock to the pipe once everything that the first paint brought is on the screen.
_STAMP = """
import os, sys, time
def stamp():
    os.write(1, str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)).encode())
    os._exit(0)
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
class Window(QWidget):
    is_painted = False
    def paintEvent(self, event):
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, stamp)
app = QApplication([])
app.setStyle("Fusion")
for path in sys.argv[2:]:
    QFontDatabase.addApplicationFont(path)
font = QFont("Atkinson Hyperlegible Next")
font.setPixelSize(16)
app.setFont(font)
app.setStyleSheet(open(sys.argv[1], encoding="utf-8").read())
window = Window()
QVBoxLayout(window).addWidget(QLabel("Your social media check"))
window.resize(1120, 800)
window.show()
app.exec()
"""
OURS = """
from nickaudit.cli import light_qt, main
def start(self):
    from nickaudit.domain import route
    from nickaudit.domain.answers import Computer
    self.navigator.open_session(Computer.MINE)
    return route.HOME
def paint(self, event):
    from PySide6.QtCore import QTimer
    if not getattr(self, "is_painted", False):
        self.is_painted = True
        QTimer.singleShot(0, stamp)
before = light_qt.spare_reading_sources
def watch():  # as late as can be, so that everything is loaded in the order it is without us
    before()
    from nickaudit.ui.application import OpenWindow
    from nickaudit.ui.main_window import MainWindow
    OpenWindow._start, MainWindow.paintEvent = start, paint
light_qt.spare_reading_sources = watch
main(["--home", sys.argv[1]])
"""


def measure(*, rounds: int = ROUNDS) -> dict[str, float | int]:
    """Medians in milliseconds, and their ratio."""
    with home_half_way() as home, tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.qss"
        sheet.write_text(style_sheet(Theme(Mode.LIGHT, 100)), encoding="utf-8")
        fonts = sorted(str(path) for path in paths.resource("fonts").glob("*.ttf"))
        bare: list[float] = []
        ours: list[float] = []
        for round_ in range(rounds + 1):
            first, second = painted_after(BARE, str(sheet), *fonts), painted_after(OURS, str(home))
            if round_:  # the first of each also fills the caches
                bare.append(first)
                ours.append(second)
    return {
        "ratio": round(statistics.median(ours) / statistics.median(bare), 2),
        "home_ms": round(statistics.median(ours), 1),
        "bare_ms": round(statistics.median(bare), 1),
        "n": rounds,
    }


@contextmanager
def home_half_way() -> Iterator[Path]:
    """A data folder in which a check is half done and Home was shown last."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        services = make_services(home)
        remember(services, Preference.ROAD, "staff")
        remember(services, Preference.COMPUTER, Computer.MINE)
        session = open_session(services, computer=Computer.MINE)
        session.set_person(person(session))
        for platform in PLATFORMS:
            session.add_account(PlatformId(platform))
        for stop in session.plan.stops[: len(session.plan.stops) // 2]:
            session.answer_all(stop, Answer.DONE)
        services.private.close()
        yield home


def painted_after(script: str, *arguments: str) -> float:
    """Milliseconds from before the process was started."""
    # As installed: with what Python compiled the time before, wherever this run itself keeps that.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "nickaudit-bench-pyc")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", _STAMP + script, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return (int(done.stdout) - began) / 1e6
