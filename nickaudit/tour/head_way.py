"""The tour's way through the headteacher's pages: the folder, the list, files that need a look, the policy."""

from __future__ import annotations

import shutil
from pathlib import Path

from nickaudit.tour import record
from nickaudit.tour.driver import Driver
from nickaudit.tour.pictures import Camera


class HeadWay:
    """Begins on the first page."""

    def __init__(self, driver: Driver, camera: Camera, folder: Path) -> None:
        self._driver, self._camera, self._folder = driver, camera, folder

    def go(self) -> None:
        """The whole way."""
        self.put_files_to_look_at()
        self.see_who_has_finished()

    def put_files_to_look_at(self) -> None:
        """Beside the certificate that was sent, a copy of it and one with a letter changed."""
        school = self._folder / record.SCHOOL
        signed = (self._folder / record.CERTIFICATE).read_bytes()
        shutil.copyfile(self._folder / record.CERTIFICATE, school / "copy of a certificate.nickaudit-certificate")
        middle = len(signed) // 2
        other = b"A" if signed[middle : middle + 1] != b"A" else b"B"
        damaged = signed[:middle] + other + signed[middle + 1 :]
        (school / "changed on the way.nickaudit-certificate").write_bytes(damaged)

    def see_who_has_finished(self) -> None:
        """The report before and after a folder is chosen."""
