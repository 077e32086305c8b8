"""The card that leads to a screen of a platform: device, menu path, buttons, and a code for the phone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.platforms import Device, LinkKind, MenuPaths
from nickaudit.ui import desktop
from nickaudit.ui.widgets.answer_words import DEVICES
from nickaudit.ui.widgets.beside import BesideLayout
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.menu_path import DevicePath, MenuPath
from nickaudit.ui.widgets.qr_code import QrCode
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

SHOW_CODE = "On my phone"
HIDE_CODE = "Hide the code for my phone"
NOT_HERE = "Use your own phone. The school's equipment is for school work."
NOT_OPENED = "Your browser did not open. Copy the address instead, and paste it there."
_CODE_PX = 104
_SIDE_PX = 190
_FIRST_PX = 380


@dataclass(frozen=True, slots=True)
class Way:
    """Where a card leads. `owner` is the platform's name, as in "Open Instagram's settings"."""

    owner: str
    paths: MenuPaths
    steps: tuple[str, ...] = ()
    link: str = ""
    link_kind: LinkKind | None = None
    is_listing: bool = False
    """A public list has a page, and no settings of the person's."""

    def device_paths(self) -> tuple[DevicePath, ...]:
        """One for each device that has a way; a single one without a choice where they are all the same."""
        found = [(device, self.paths.on(device)) for device in Device if self.paths.on(device)]
        if len(found) == len(Device) and len({steps for _, steps in found}) == 1:
            found = found[:1]
        return tuple(DevicePath(device.value, DEVICES[device], steps) for device, steps in found)

    @property
    def open_words(self) -> str:
        """What the button may promise."""
        deep = self.link_kind is LinkKind.DEEP
        if self.is_listing:
            return "Open this page" if deep else f"Open {self.owner}"
        return "Open this setting" if deep else f"Open {possessive(self.owner)} settings"


def possessive(name: str) -> str:
    """`Instagram's`; a name that ends in s gets the stroke alone."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


class WhereCard(Card):
    """`opens` is whether a button may open the link in this computer's browser."""

    device_chosen = Signal(str)
    said = Signal(str)
    """Something changed that a screen reader should tell."""

    def __init__(
        self, way: Way, *, device: str, opens: bool, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._way = way
        self._opens = f"Opens {possessive(way.owner)} web page"
        self._body = body = QWidget(self)
        self.words = Stack(body, spacing=10)
        if title:
            self.words.addWidget(Heading(title, 3, parent=body))
        self._add_path(device)
        if not way.link:
            self.column.addWidget(body)
            return
        self._add_buttons(opens=opens)
        self._failed: TextLabel | None = None
        self._failed_at = self.words.count()
        self.code = QWidget(self)
        row = BesideLayout(least=_FIRST_PX, second_width=_SIDE_PX, under_gap=12)
        row.addWidget(body)
        row.addWidget(self.code)
        self.column.addLayout(row)
        self._show_code(not opens)

    @property
    def shown_device(self) -> str:
        """The device whose way is shown; empty where there is no way, or the same one for all."""
        paths = self._way.device_paths()
        if len(paths) > 1 and self.path.bar is not None:
            return str(self.path.bar.value or "")
        only = [device for device in Device if self._way.paths.on(device)]
        return only[0] if len(only) == 1 else ""

    def add_under(self, widget: QWidget) -> None:
        """Put something under the buttons, in the first column."""
        self.words.addWidget(widget)

    def _add_path(self, device: str) -> None:
        paths = self._way.device_paths()
        if paths:
            self.path = MenuPath(paths, device=device, numbers=not self._way.steps, parent=self._body)
            self.path.device_chosen.connect(self.device_chosen)
            self.words.addWidget(self.path)
        if self._way.steps:
            self.words.addWidget(Bullets(self._way.steps, numbered=True, parent=self._body))

    def _add_buttons(self, *, opens: bool) -> None:
        if not opens:
            self.words.addWidget(TextLabel(NOT_HERE, Role.MUTED, parent=self._body))
        row = FlowLayout(spacing=14)
        if opens:
            self.open_button = Button(
                self._way.open_words, Kind.SMALL, icon="external-link", parent=self._body
            )
            self.open_button.setAccessibleDescription(self._way.link)
            self.open_button.setToolTip(self._way.link)
            self.open_button.clicked.connect(self._open)
            row.addWidget(self.open_button)
        self.phone_button = Button(SHOW_CODE, Kind.SMALL, icon="smartphone", parent=self._body)
        self.phone_button.clicked.connect(lambda: self._show_code(self.code.isHidden()))
        row.addWidget(self.phone_button)
        self.words.addLayout(row)

    def _fill_code(self) -> None:
        from nickaudit.documents.qr import matrix

        column = Stack(self.code, spacing=2)
        centre = Qt.AlignmentFlag.AlignHCenter
        code = QrCode(matrix(self._way.link), f"Code for your phone. {self._opens}.", size=_CODE_PX)
        column.addWidget(code, 0, centre)
        column.addWidget(TextLabel(self._opens, Role.SIDE, centred=True))
        self._copy = side_link("Copy the address")
        self._copy.setAccessibleDescription(self._way.link)
        self._copy.setToolTip(self._way.link)
        self._copy.clicked.connect(self._copy_address)
        column.addWidget(self._copy, 0, centre)

    def _show_code(self, shown: bool) -> None:
        was_shown = not self.code.isHidden()
        if shown and self.code.layout() is None:
            self._fill_code()
        self.code.setVisible(shown)
        self.phone_button.set_words(HIDE_CODE if shown else SHOW_CODE)
        if shown and not was_shown and self.isVisible():
            self.said.emit(f"The code is shown. {self._opens}.")

    def _copy_address(self) -> None:
        desktop.copy(self._way.link)
        self._copy.set_words("Address copied")
        self.said.emit("Address copied")

    def _open(self) -> None:
        opened = desktop.open_link(self._way.link)
        if self._failed is not None:
            self._failed.setVisible(not opened)
        elif not opened:
            self._failed = TextLabel(NOT_OPENED, Role.WARN)
            self.words.insertWidget(self._failed_at, self._failed)
        if not opened:
            self._show_code(True)
            self.said.emit(NOT_OPENED)
