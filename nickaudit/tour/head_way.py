"""The tour's way through the headteacher's pages: the folder, the list, what needs a look, the policy."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtGui import QAccessible

from nickaudit.tour import record
from nickaudit.tour.driver import Driver
from nickaudit.tour.pictures import Camera


class HeadWay:
    """Begins on the first page, and ends on the questions for the next review."""

    def __init__(self, driver: Driver, camera: Camera, folder: Path) -> None:
        self._driver, self._camera, self._folder = driver, camera, folder

    def go(self) -> None:
        """The whole way."""
        self.put_files_to_look_at()
        self.see_who_has_finished()

    def put_files_to_look_at(self) -> None:
        """Beside the certificate that was sent, a copy (read after it) and one with a letter changed."""
        school = self._folder / record.SCHOOL
        signed = (self._folder / record.CERTIFICATE).read_bytes()
        shutil.copyfile(self._folder / record.CERTIFICATE, school / "second copy of it.nickaudit-certificate")
        middle = len(signed) // 2
        other = b"A" if signed[middle : middle + 1] != b"A" else b"B"
        damaged = signed[:middle] + other + signed[middle + 1 :]
        (school / "changed on the way.nickaudit-certificate").write_bytes(damaged)

    def see_who_has_finished(self) -> None:
        """The report before and after a folder is chosen, and what leads on from it."""
        driver, take = self._driver, self._camera.take
        driver.click("See who has finished")
        driver.wait_for_work()
        take("report-no-folder")
        driver.fill("The school's folder", str(self._folder / record.SCHOOL))
        driver.press("Read this folder")
        driver.wait_for_work()
        driver.wait("the table", lambda: bool(driver.names(QAccessible.Role.Table)))
        take("report")
        driver.click("1 person to confirm")
        take("people-to-confirm")
        driver.press("Back")
        driver.wait_for_work()
        driver.click("2 files need a look")
        take("files-that-need-a-look")
        driver.press("Back")
        driver.wait_for_work()
        driver.click("Questions for your next review")
        take("policy-review")
