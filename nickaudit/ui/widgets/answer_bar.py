"""The answers of one line or one look.

Side by side, joined or apart, and one under the other where it is narrow.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.chip import Chip, Place, Size
from nickaudit.ui.widgets.press import fit_by_width

_APART = 10


class Option(Struct, frozen=True):
    """One answer: what it stands for, its short words, and the full ones that are read aloud."""

    value: object
    text: str
    full: str = ""


class AnswerBar(QWidget):
    """Nothing is chosen until a person chooses. One stop of the Tab key; the arrows move inside."""

    answered = Signal(object)
    """The person chose this value. Not sent by `set_value`."""

    def __init__(
        self,
        name: str,
        options: tuple[Option, ...],
        *,
        joined: bool = True,
        size: Size = Size.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._joined = joined
        self._options = options
        self.setAccessibleName(name)
        self.chips = [
            Chip(option.text, f"{name}: {option.full or option.text}", size, self) for option in options
        ]
        for chip, option in zip(self.chips, options, strict=True):
            chip.clicked.connect(lambda _on=False, value=option.value: self._choose(value))
        self._row: tuple[Theme, QSize] | None = None
        self._laid_out_in = current_theme()
        fit_by_width(self, grows=False)
        self._mark(None)

    @property
    def value(self) -> object | None:
        """The chosen value, or None."""
        pressed = (o.value for c, o in zip(self.chips, self._options, strict=True) if c.isChecked())
        return next(pressed, None)

    def set_value(self, value: object | None) -> None:
        """Show this value as chosen, or none; nobody is told."""
        self._mark(value)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        if self._fits(width):
            return self._in_row().height()
        heights = (chip.heightForWidth(width) for chip in self.chips)
        return sum(heights) + self._between() * (len(self.chips) - 1)

    def sizeHint(self) -> QSize:
        """All in one row."""
        return self._in_row()

    def minimumSizeHint(self) -> QSize:
        """One under the other."""
        width = max(chip.minimumSizeHint().width() for chip in self.chips)
        return QSize(width, self.chips[0].minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row or a column."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another width of each chip."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._laid_out_in is not current_theme():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from chip to chip, and take the answer along once there is one."""
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()))
        here = next((i for i, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = self.chips[(here + step) % len(self.chips)]
        was_chosen = self.chips[here].isChecked()
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        if was_chosen:
            there.click()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The chosen chip has the focus for the bar, or the first."""
        stops = (chip for chip in self.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus)
        next(stops).setFocus(reason)

    def _choose(self, value: object) -> None:
        self._mark(value)
        self.answered.emit(value)

    def _mark(self, value: object | None) -> None:
        wanted = [value is not None and option.value == value for option in self._options]
        for chip, on in zip(self.chips, wanted, strict=True):
            if chip.isChecked() is not on:
                # Qt lets nobody take back the pressed one of several that exclude each other.
                chip.setAutoExclusive(False)
                chip.setChecked(on)
        stop = wanted.index(True) if True in wanted else 0
        for i, chip in enumerate(self.chips):
            if not chip.autoExclusive():
                chip.setAutoExclusive(True)
            policy = Qt.FocusPolicy.StrongFocus if i == stop else Qt.FocusPolicy.ClickFocus
            if chip.focusPolicy() != policy:
                chip.setFocusPolicy(policy)
            # Raised above its neighbours, the chosen one would be heard last.
            follows = i > 0 and wanted[i - 1]
            if chip.follows_chosen is not follows:
                chip.follows_chosen = follows
                chip.update()

    def _between(self) -> int:
        return -1 if self._joined else current_theme().room(_APART)

    def _in_row(self) -> QSize:
        theme = current_theme()
        if self._row is None or self._row[0] is not theme:
            hints = [chip.sizeHint() for chip in self.chips]
            width = sum(hint.width() for hint in hints) + self._between() * (len(hints) - 1)
            self._row = (theme, QSize(width, max(hint.height() for hint in hints)))
        return self._row[1]

    def _fits(self, width: int) -> bool:
        return self._in_row().width() <= width

    def _lay_out(self) -> None:
        self._laid_out_in = current_theme()
        in_row = self._fits(self.width())
        last = len(self.chips) - 1
        at = 0
        for i, chip in enumerate(self.chips):
            hint = chip.sizeHint()
            if in_row:
                chip.setGeometry(at, 0, hint.width(), self.height())
                at += hint.width() + self._between()
            else:
                height = chip.heightForWidth(self.width())
                chip.setGeometry(0, at, self.width(), height)
                at += height + self._between()
            ends = (Place.LEFT, Place.RIGHT) if in_row else (Place.TOP, Place.BOTTOM)
            joined = (
                Place.ALONE if last == 0 else ends[0] if i == 0 else ends[1] if i == last else Place.BETWEEN
            )
            chip.place = joined if self._joined else Place.ALONE
            chip.update()
