"""A long list to tick from: type to find, and the rest steps aside; what is ticked stays in sight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.press import fit_by_width
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_COLUMN = 320
_GAP = 8
_MOST_COLUMNS = 3
_FEW_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Entrant:
    """One thing to tick. `also` holds other words it is found by."""

    value: object
    title: str
    hint: str = ""
    also: str = ""


class _Grid(QWidget):
    """The rows that are found, in as many columns as fit."""

    def __init__(self, rows: list[CheckRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        for row in rows:
            row.setParent(self)
        fit_by_width(self, grows=True)

    def shown(self) -> list[CheckRow]:
        return [row for row in self._rows if not row.isHidden()]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for _, place in places), default=0)

    def sizeHint(self) -> QSize:
        width = current_theme().px(_COLUMN) * 2 + current_theme().room(_GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((row.minimumSizeHint().width() for row in self._rows), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.arrange()

    def arrange(self) -> None:
        for row, place in self._places(self.width()):
            row.setGeometry(place)

    def _places(self, width: int) -> list[tuple[CheckRow, QRect]]:
        gap = current_theme().room(_GAP)
        columns = min(_MOST_COLUMNS, max(1, (width + gap) // (current_theme().px(_COLUMN) + gap)))
        wide = (width - gap * (columns - 1)) // columns
        shown = self.shown()
        places: list[tuple[CheckRow, QRect]] = []
        y = 0
        for start in range(0, len(shown), columns):
            line = shown[start : start + columns]
            tall = max(row.heightForWidth(wide) for row in line)
            places += [(row, QRect(i * (wide + gap), y, wide, tall)) for i, row in enumerate(line)]
            y += tall + gap
        return places


class SearchList(QWidget):
    """`ticked` is sent with the value and whether it is ticked now. Not sent by `set_ticked`."""

    ticked = Signal(object, bool)

    def __init__(
        self, label: str, entrants: tuple[Entrant, ...], *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entrants = entrants
        self.rows = [CheckRow(one.title, one.hint) for one in entrants]
        column = Stack(self, spacing=10)
        self.field = Field(label, hint=hint, characters=30)
        self.field.edit.offer_clear()
        self.found = TextLabel("", Role.SIDE_MUTED)
        self._grid = _Grid(self.rows, self)
        for part in (self.field, self.found, self._grid):
            column.addWidget(part)
        self.field.edit.textChanged.connect(self._find)
        for row, one in zip(self.rows, entrants, strict=True):
            row.toggled.connect(lambda on, value=one.value: self.ticked.emit(value, on))
        self._find("")

    def ticked_values(self) -> tuple[object, ...]:
        """What is ticked, in the order of the list."""
        return tuple(one.value for row, one in zip(self.rows, self._entrants, strict=True) if row.isChecked())

    def set_ticked(self, values: frozenset[object]) -> None:
        """Tick these and no others; nobody is told."""
        for row, one in zip(self.rows, self._entrants, strict=True):
            row.blockSignals(True)
            row.setChecked(one.value in values)
            row.blockSignals(False)
            row.update()

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        found = 0
        for row, one in zip(self.rows, self._entrants, strict=True):
            place = f"{one.title} {one.hint} {one.also}".casefold()
            matches = all(_is_in(word, place) for word in words)
            found += matches
            row.setVisible(matches or row.isChecked())
        self.found.setText(_found_words(found, len(self.rows)) if words else "")
        self.found.setVisible(bool(words))
        self._grid.arrange()
        self._grid.updateGeometry()


def _is_in(word: str, place: str) -> bool:
    """One or two letters begin a word; more may stand anywhere in it."""
    if len(word) > _FEW_LETTERS:
        return word in place
    return any(part.startswith(word) for part in place.split())


def _found_words(found: int, of_all: int) -> str:
    if found == 0:
        return "Nothing of that name. Try fewer letters."
    return f"{found} of {of_all}"
