"""No command: build the services, open the window."""

import gc
import os
import sys
from pathlib import Path

from nickaudit.cli import console, light_qt, light_structs
from nickaudit.domain.errors import NickAuditError
from nickaudit.paths import data_home

_OPENED_MS = 1_000
"""By then the window has been painted."""


def has_display() -> bool:
    """Whether a window can be seen here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(home: Path | None, *, school: Path | None = None) -> int:
    """Open the window and wait until it closes. A school file that is named is what it shows first.

    Raises:
        NickAuditError, OSError: it cannot open; a person with a screen has been told so.
    """
    if not has_display():
        console.error("nickaudit: There is no display to open a window on. Try `nickaudit tour DIR`.")
        return 1
    try:
        return _opened(home, school)
    except (NickAuditError, OSError) as problem:
        from nickaudit.ui import cannot_start

        cannot_start.tell(console.sentence_of(problem), folder=_folder(home))
        raise


def _opened(home: Path | None, school: Path | None) -> int:
    gc.disable()  # what is made while starting stays; looking through it costs a tenth of the start
    light_structs.load_structs()
    from nickaudit.bootstrap import make_services

    services = make_services(home)
    light_qt.spare_making_stubs()
    from PySide6.QtCore import QTimer

    light_qt.spare_reading_sources()
    from nickaudit.ui.single_instance import Locking

    locking = Locking(services.home)
    from nickaudit.ui.application import application, run

    application()
    QTimer.singleShot(_OPENED_MS, _set_apart)
    return run(services, locking=locking, school=school.absolute() if school is not None else None)


def _folder(home: Path | None) -> Path | None:
    """The data folder, where there is one to look into."""
    try:
        return data_home(home)
    except OSError:
        return None


def _set_apart() -> None:
    gc.freeze()  # from here on the window has garbage collected, on its own thread
