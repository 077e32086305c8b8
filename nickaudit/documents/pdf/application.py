"""What Qt needs before it can paint text; without it, Qt ends the whole process."""

import os
import sys
from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from nickaudit.paths import resource

FAMILY = "Atkinson Hyperlegible Next"


def ensure_gui() -> None:
    """Have an application to paint with, without a screen where there is none, and the shipped font in it."""
    if QGuiApplication.instance() is None:
        _windowless()
    _load_fonts()


@cache  # keeps the application for as long as the process runs
def _windowless() -> QGuiApplication:
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["nickaudit"])


@cache
def _load_fonts() -> None:
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
