"""Where a setting is: Profile › Menu › Account privacy, for the device the person has in hand."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_CHEVRON = "\u00a0\u00a0›\u00a0 "


class DevicePath(Struct, frozen=True):
    """The way on one kind of device.

    `device` is its key, `label` its word, `note` a sentence under the way.
    """

    device: str
    label: str
    steps: tuple[str, ...]
    note: str = ""


def spoken(steps: tuple[str, ...]) -> str:
    """The way as it is read aloud: "Profile, then Menu, then Account privacy"."""
    return ", then ".join(steps)


def _escaped(step: str) -> str:
    return step.replace("**", "* *")


class MenuPath(QWidget):
    """Ways of up to `inline` steps stand on one line, longer ones as numbered steps.

    `numbered` always numbers.
    """

    device_chosen = Signal(str)
    """The person chose this device; worth remembering."""

    def __init__(
        self,
        paths: tuple[DevicePath, ...],
        *,
        device: str = "",
        numbered: bool = False,
        inline: int = 5,
        question: str = "Your device",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = {path.device: path for path in paths}
        self._numbered, self._inline = numbered, inline
        column = Stack(self, spacing=10)
        first = device if device in self._paths else next(iter(self._paths), "")
        if len(paths) > 1:
            options = tuple(Option(path.device, path.label) for path in paths)
            self.bar: AnswerBar | None = AnswerBar(question, options, parent=self)
            self.bar.set_value(first)
            self.bar.answered.connect(self._choose)
            column.addWidget(self.bar)
        else:
            self.bar = None
        self.line = TextLabel("", marks=True, parent=self)
        column.addWidget(self.line)
        self._column = column
        self._steps: Bullets | None = None
        self._note: TextLabel | None = None
        self.show_device(first)

    @property
    def steps(self) -> Bullets:
        """A long way, step by step; made when it is first wanted."""
        if self._steps is None:
            self._steps = Bullets((), numbered=True, parent=self)
            self._column.insertWidget(self._column.indexOf(self.line) + 1, self._steps)
        return self._steps

    @property
    def note(self) -> TextLabel:
        """The sentence under the way."""
        if self._note is None:
            self._note = TextLabel("", Role.SIDE_MUTED, parent=self)
            self._column.addWidget(self._note)
        return self._note

    def show_device(self, device: str) -> None:
        """Show the way on this device; nobody is told."""
        path = self._paths.get(device)
        steps = path.steps if path is not None else ()
        as_list = bool(steps) and (self._numbered or len(steps) > self._inline)
        self.line.setVisible(bool(steps) and not as_list)
        if as_list or self._steps is not None:
            self.steps.setVisible(as_list)
        if as_list:
            self.steps.set_items(steps)
        elif steps:
            before = "".join(_escaped(step) + _CHEVRON for step in steps[:-1])
            self.line.setText(f"{before}**{_escaped(steps[-1])}**")
        self.line.setAccessibleName(spoken(steps))
        note = path.note if path is not None else ""
        if note or self._note is not None:
            self.note.setText(note)
            self.note.setVisible(bool(note))

    def _choose(self, device: object) -> None:
        self.show_device(str(device))
        self.device_chosen.emit(str(device))
