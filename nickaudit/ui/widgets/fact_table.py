"""Names and values with a line under each: what is in a file, or an answer with a link to change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import BASE_PX, SIDE_PX
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.press import fit_by_width
from nickaudit.ui.widgets.text import Role, TextLabel

_PAD = 12
_NAME = 116
_NARROW = 300
_TWO_COLUMNS = 560


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, its value, and perhaps a link at the end ("Change") with what a press does."""

    name: str
    value: str
    link: str = ""
    press: Callable[[], None] | None = None
    is_wide: bool = False


class Fact(QWidget):
    """One row."""

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setAccessibleName(f"{entry.name}: {entry.value}")
        self._name = TextLabel(entry.name, Role.MUTED, parent=self)
        self._value = TextLabel(entry.value, parent=self)
        self._link: LinkButton | None = None
        if entry.link and entry.press is not None:
            self._link = LinkButton(entry.link, size=SIDE_PX, name=f"{entry.link}: {entry.name}", parent=self)
            self._link.clicked.connect(entry.press)

    def height_at(self, width: int) -> int:
        """Height of the row at this width."""
        return max(place.bottom() for place in self._places(width)) + 9

    def least_width(self) -> int:
        """The longest word."""
        link = self._link.minimumSizeHint().width() + _PAD if self._link else 0
        words = (self._name.minimumSizeHint().width(), self._value.minimumSizeHint().width())
        return max(words) + link + 2 * _PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out."""
        super().resizeEvent(event)
        parts = [self._name, self._value, *([self._link] if self._link else [])]
        for part, place in zip(parts, self._places(self.width()), strict=True):
            part.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line under the row."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(current_theme().colours.line))
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        px = current_theme().px
        link = self._link.sizeHint() if self._link else QSize(0, 0)
        room = width - _PAD - (link.width() + _PAD if self._link else 0)
        if width < px(_NARROW):
            high = self._name.heightForWidth(room)
            name = QRect(_PAD, 8, room, high)
            value = QRect(_PAD, 8 + high, room, self._value.heightForWidth(room))
        else:
            name = QRect(_PAD, 8, px(_NAME) - _PAD, self._name.heightForWidth(px(_NAME) - _PAD))
            left = _PAD + px(_NAME)
            value = QRect(left, 8, room - px(_NAME), self._value.heightForWidth(room - px(_NAME)))
        places = [name, value]
        if self._link:
            places.append(QRect(width - link.width(), 4, link.width(), link.height()))
        return places


class FactTable(QWidget):
    """Rows under one another; `two_columns` puts pairs beside each other where there is room."""

    def __init__(
        self, entries: tuple[Entry, ...], *, two_columns: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._two_columns = two_columns
        self.facts = [Fact(entry, self) for entry in entries]
        fit_by_width(self, grows=True)

    def hasHeightForWidth(self) -> bool:
        """Values wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = current_theme().px(600)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(max((fact.least_width() for fact in self.facts), default=0), BASE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._lay_out()

    def _lay_out(self) -> None:
        for fact, place in zip(self.facts, self._places(self.width()), strict=True):
            fact.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        pairs = self._two_columns and width >= current_theme().px(_TWO_COLUMNS)
        places: list[QRect] = []
        y = i = 0
        while i < len(self.facts):
            here = self.facts[i]
            beside = self.facts[i + 1] if pairs and i + 1 < len(self.facts) else None
            if beside is None or here.entry.is_wide or beside.entry.is_wide:
                tall = here.height_at(width)
                places.append(QRect(0, y, width, tall))
                i += 1
            else:
                left, right = width // 2, width - width // 2
                tall = max(here.height_at(left), beside.height_at(right))
                places += [QRect(0, y, left, tall), QRect(left, y, right, tall)]
                i += 2
            y += tall
        return places
