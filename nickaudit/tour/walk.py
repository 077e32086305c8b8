"""One whole tour: opens the window, goes both ways through it, and says what was left."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from nickaudit import __version__, paths
from nickaudit.domain.errors import NickAuditError
from nickaudit.tour import record
from nickaudit.tour.driver import Driver
from nickaudit.tour.head_way import HeadWay
from nickaudit.tour.pictures import USUAL, Camera
from nickaudit.tour.record import TourRecord
from nickaudit.tour.script import read_person, with_every_account
from nickaudit.tour.staff_way import StaffWay
from nickaudit.ui.application import open_window

if TYPE_CHECKING:
    from nickaudit.services import Services

_SCHEMES = ("https", "http", "file", "mailto")
_SIGNED = "certificate.nickaudit-certificate"


class NoCertificateError(NickAuditError):
    """The tour came to its end and there is no certificate."""


class Browser(QObject):
    """Stands where the desktop's browser, mail program and file manager are; opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        """Remember the host, or the kind of address where there is none."""
        self.asked.append(address.host() or address.scheme())

    def take_over(self) -> None:
        """From now on nothing leaves for the desktop."""
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "open")  # type: ignore[arg-type]  # bytes only in the stub

    @staticmethod
    def give_back() -> None:
        """The desktop opens things again."""
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)


def take_tour(services: Services, folder: Path, *, everywhere: bool = False) -> TourRecord:
    """Go through everything as the sample person; `services` has its home in the prepared `folder`.

    `everywhere` gives the person an account at every place there is content for.

    Raises:
        NickAuditError: Something on the way is not there or does not work.
    """
    began = time.monotonic()
    person = read_person(paths.resource("samples/person.toml"))
    if everywhere:
        person = with_every_account(person, (each.name for each in services.content.platforms.values()))
    browser, before = Browser(), sys.excepthook
    opened = open_window(services, mode=USUAL.mode, text_size=USUAL.text_size)
    browser.take_over()
    try:
        opened.window.resize(USUAL.size)
        opened.window.activateWindow()
        driver = Driver(opened.window, opened.tasks.is_idle)
        sys.excepthook = lambda _kind, error, _traceback: driver.fail(error)
        driver.settle()
        camera = Camera(opened, driver, folder)
        StaffWay(opened, driver, camera, person, folder).go()
        _copy_signed(folder)
        HeadWay(driver, camera, folder).go()
    finally:
        sys.excepthook = before
        browser.give_back()
        opened.window.close()
        opened.window.deleteLater()
    return TourRecord(
        program=f"NickAudit {__version__}",
        date=services.today().isoformat(),
        seconds=round(time.monotonic() - began, 1),
        pages=tuple(camera.pages),
        links=tuple(dict.fromkeys(browser.asked)),
    )


def _copy_signed(folder: Path) -> None:
    """The signed file itself, from where the program keeps it."""
    kept = sorted((folder / record.HOME).glob(f"certificates/*/{_SIGNED}"))
    if not kept:
        raise NoCertificateError
    shutil.copyfile(kept[-1], folder / record.CERTIFICATE)
