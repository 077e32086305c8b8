"""Where a setting is: Profile › Menu › Account privacy, for the device the person has in hand."""

from __future__ import annotations

import math

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

_QUESTION = "Your device"
_MOST_ON_LINE = 5
_CHEVRON = "\u00a0\u00a0›\u00a0 "


class DevicePath(Struct, frozen=True):
    """The way on one kind of device: `device` is its key, `label` its word."""

    device: str
    label: str
    steps: tuple[str, ...]


def spoken(steps: tuple[str, ...]) -> str:
    """The way as it is read aloud: "Profile, then Menu, then Account privacy"."""
    return ", then ".join(steps)


def _escaped(step: str) -> str:
    return step.replace("**", "* *")


class MenuPath(QWidget):
    """A short way stands on one line, a longer one as numbered steps.

    `numbers` is off where numbered steps follow: the count would begin twice.
    """

    device_chosen = Signal(str)
    """The person chose this device; worth remembering."""

    def __init__(
        self,
        paths: tuple[DevicePath, ...],
        *,
        device: str = "",
        numbers: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = {path.device: path for path in paths}
        self._most_on_line = _MOST_ON_LINE if numbers else math.inf
        column = Stack(self, spacing=10)
        first = device if device in self._paths else next(iter(self._paths), "")
        if len(paths) > 1:
            options = tuple(Option(path.device, path.label) for path in paths)
            self.bar: AnswerBar | None = AnswerBar(_QUESTION, options, parent=self)
            self.bar.set_value(first)
            self.bar.answered.connect(self._choose)
            column.addWidget(self.bar)
        else:
            self.bar = None
        self.line = TextLabel("", marks=True, parent=self)
        column.addWidget(self.line)
        self._column = column
        self._steps: Bullets | None = None
        self.show_device(first)

    @property
    def steps(self) -> Bullets:
        """A long way, step by step; made when it is first wanted."""
        if self._steps is None:
            self._steps = Bullets((), numbered=True, parent=self)
            self._column.insertWidget(self._column.indexOf(self.line) + 1, self._steps)
        return self._steps

    def show_device(self, device: str) -> None:
        """Show the way on this device; nobody is told."""
        path = self._paths.get(device)
        steps = path.steps if path is not None else ()
        as_list = len(steps) > self._most_on_line
        self.line.setVisible(bool(steps) and not as_list)
        if as_list or self._steps is not None:
            self.steps.setVisible(as_list)
        if as_list:
            self.steps.set_items(steps)
        elif steps:
            before = "".join(_escaped(step) + _CHEVRON for step in steps[:-1])
            self.line.setText(f"{before}**{_escaped(steps[-1])}**")
        self.line.setAccessibleName(spoken(steps))

    def _choose(self, device: object) -> None:
        self.show_device(str(device))
        self.device_chosen.emit(str(device))
