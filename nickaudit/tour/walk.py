"""One whole tour: opens the window, goes both ways through it, and says what was left."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from nickaudit import __version__, paths
from nickaudit.domain.errors import NickAuditError
from nickaudit.tour import record
from nickaudit.tour.afterwards import take_newer_policy
from nickaudit.tour.driver import Driver
from nickaudit.tour.head_way import HeadWay
from nickaudit.tour.pictures import USUAL, Camera
from nickaudit.tour.policy_way import PolicyWay
from nickaudit.tour.record import PageRecord, TourRecord
from nickaudit.tour.school_script import read_school
from nickaudit.tour.script import read_person, with_every_account
from nickaudit.tour.setup_way import SetUpWay, accept_school_file
from nickaudit.tour.staff_way import StaffWay
from nickaudit.ui.application import OpenWindow, open_window

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


def take_tour(services: Services, folder: Path, *, head: Services, everywhere: bool = False) -> TourRecord:
    """Go through everything, in turns at two computers.

    The head sets the school up, the sample person makes the check, the head reads and changes the policy,
    the person takes the newer one.

    Args:
        services: The sample person's; its home lies in the prepared `folder`.
        folder: Prepared, for what the tour leaves.
        head: The headteacher's, on a computer of their own, whose home lies there too.
        everywhere: Give the person an account at every place there is content for.

    Raises:
        NickAuditError: Something on the way is not there or does not work.
    """
    began = time.monotonic()
    school = read_school(paths.resource("samples/school.toml"))
    person = read_person(paths.resource("samples/person.toml"))
    if everywhere:
        person = with_every_account(person, (each.name for each in services.content.platforms.values()))
    browser, pages = Browser(), list[PageRecord]()
    browser.take_over()
    try:
        with _window(head, folder, pages) as (_, driver, camera):
            SetUpWay(driver, camera, school, folder).go()
        with _window(services, folder, pages) as (opened, driver, camera):
            accept_school_file(opened.window, driver, camera, folder)
            StaffWay(opened, driver, camera, person, folder).go()
        _copy_signed(folder)
        with _window(head.renewed(), folder, pages) as (_, driver, camera):
            HeadWay(driver, camera, folder).go()
            PolicyWay(driver, camera, school.change).go()
        with _window(services.renewed(), folder, pages) as (_, driver, camera):
            take_newer_policy(driver, camera)
    finally:
        browser.give_back()
    return TourRecord(
        program=f"NickAudit {__version__}",
        date=services.today().isoformat(),
        seconds=round(time.monotonic() - began, 1),
        pages=tuple(pages),
        links=tuple(dict.fromkeys(browser.asked)),
    )


@contextmanager
def _window(
    services: Services, folder: Path, pages: list[PageRecord]
) -> Iterator[tuple[OpenWindow, Driver, Camera]]:
    """A window with hands and eyes, open until its part of the tour is done."""
    before = sys.excepthook
    opened = open_window(services, mode=USUAL.mode, text_size=USUAL.text_size)
    try:
        opened.window.resize(USUAL.size)
        opened.window.activateWindow()
        driver = Driver(opened.window, opened.tasks.is_idle)
        sys.excepthook = lambda _kind, error, _traceback: driver.fail(error)
        driver.settle()
        yield opened, driver, Camera(opened, driver, folder, pages)
    finally:
        sys.excepthook = before
        opened.window.close()
        opened.window.deleteLater()
        opened.deleteLater()


def _copy_signed(folder: Path) -> None:
    """The signed file itself, from where the program keeps it."""
    kept = sorted((folder / record.HOME).glob(f"certificates/*/{_SIGNED}"))
    if not kept:
        raise NoCertificateError
    shutil.copyfile(kept[-1], folder / record.CERTIFICATE)
