"""Pictures of every page, light and dark, at two sizes, and what is cut off on it at both."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from nickaudit.tour.cut_off import StrayWindows, faults_of, focus_faults
from nickaudit.tour.driver import Driver
from nickaudit.tour.record import PICTURES, PageRecord
from nickaudit.ui.application import OpenWindow
from nickaudit.ui.theme.tokens import Mode


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which a page is shown."""

    suffix: str
    mode: Mode
    size: QSize
    text_size: int
    is_measured: bool = False
    """Light and dark are laid out alike: one of the two is measured, and shown whole where it is long."""


USUAL = Look("light", Mode.LIGHT, QSize(1120, 800), 100, is_measured=True)
LOOKS = (
    USUAL,
    Look("dark", Mode.DARK, QSize(1120, 800), 100),
    Look("dark-small", Mode.DARK, QSize(900, 430), 200),
    Look("light-small", Mode.LIGHT, QSize(900, 430), 200, is_measured=True),
)
"""An ordinary window, and an old small screen with the largest text."""


@dataclass
class Camera:
    """Takes the pictures of one tour, and remembers how long each page took."""

    opened: OpenWindow
    driver: Driver
    folder: Path
    pages: list[PageRecord] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._strays = StrayWindows(self.opened.window)

    def take(self, name: str) -> PageRecord:
        """Take all pictures of the page as it is; the window is then as it was."""
        seconds = time.monotonic() - self._since
        number = f"{len(self.pages) + 1:03}-{name}"
        pictures: list[str] = []
        faults = [str(fault) for fault in self._strays.take()]
        title = self.driver.title
        self.driver.to_front()
        for look in LOOKS:
            self._put_on(look)
            if look.is_measured:
                found = (*faults_of(self.opened.window), *focus_faults(self.opened.window))
                faults += [f"{look.suffix}: {fault}" for fault in found]
                self._to_the_top()
            pictures.append(self._save(self.opened.window.grab(), f"{number}.{look.suffix}"))
            if look.is_measured and self._is_long():
                whole = self.opened.window.sheet.content.grab()
                pictures.append(self._save(whole, f"{number}.{look.suffix}-whole"))
        self._put_on(USUAL)
        page = PageRecord(
            name=number,
            kind=self.opened.navigator.step.kind,
            title=title,
            seconds=round(seconds, 3),
            pictures=tuple(pictures),
            faults=tuple(faults),
        )
        self.pages.append(page)
        self._since = time.monotonic()
        return page

    def _put_on(self, look: Look) -> None:
        window = self.opened.window
        self.opened.set_mode(look.mode)
        self.opened.set_text_size(look.text_size)
        if window.size() != look.size:
            window.resize(look.size)
        self.driver.settle()
        self._to_the_top()

    def _to_the_top(self) -> None:
        self.opened.window.sheet.verticalScrollBar().setValue(0)
        self.driver.settle()

    def _is_long(self) -> bool:
        return self.opened.window.sheet.verticalScrollBar().maximum() > 0

    def _save(self, picture: QPixmap, name: str) -> str:
        path = self.folder / PICTURES / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"The picture {path} cannot be written.")
        return path.relative_to(self.folder).as_posix()
