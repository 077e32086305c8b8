"""No command: build the services, open the window."""

import os
import sys
from pathlib import Path

from nickaudit.cli import console


def has_display() -> bool:
    """Whether a window can be seen here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(home: Path | None) -> int:
    """Open the window and wait until it closes."""
    if not has_display():
        console.error("nickaudit: There is no display to open a window on. Try `nickaudit tour DIR`.")
        return 1
    from nickaudit.bootstrap import make_services
    from nickaudit.ui.application import run

    return run(make_services(home))
