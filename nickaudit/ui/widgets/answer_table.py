"""Answers to look over: the setting in half of the row, what was said to it, and a link to change it.

Where the two stand one above the other, the setting is muted, so that the answer is found at a glance.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.fact_table import Entry, Fact, FactTable
from nickaudit.ui.widgets.text import Role

_PAD = 12
_STACKS_BELOW = 460
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Answered:
    """One row. `spoken` tells it apart from rows of the same words in other tables."""

    entry: Entry
    spoken: str
    role: Role = Role.BODY


class AnswerFact(Fact):
    """One row of an `AnswerTable`."""

    def __init__(self, answered: Answered, parent: QWidget) -> None:
        super().__init__(answered.entry, parent)
        self.setAccessibleName(f"{answered.spoken}: {answered.entry.value}")
        self._name.set_role(Role.BODY)
        self._value.set_role(answered.role)
        if self._link is not None:
            self._link.setAccessibleName(f"{answered.entry.link}: {answered.spoken}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both roles are of one size, so that nothing is to be measured anew."""
        self._name.set_role(Role.MUTED if self._is_stacked(self.width()) else Role.BODY)
        super().resizeEvent(event)

    def _is_stacked(self, width: int) -> bool:
        return width < current_theme().px(_STACKS_BELOW)

    def _places(self, width: int) -> list[QRect]:
        link = self._link.sizeHint() if self._link else QSize(0, 0)
        room = width - _PAD - (link.width() + _PAD if self._link else 0)
        if self._is_stacked(width):
            high = self._name.heightForWidth(room)
            name = QRect(_PAD, 8, room, high)
            value = QRect(_PAD, 8 + high, room, self._value.heightForWidth(room))
        else:
            wide = round(room * _SHARE)
            left = room - wide - 2 * _PAD
            name = QRect(_PAD, 8, wide, self._name.heightForWidth(wide))
            value = QRect(2 * _PAD + wide, 8, left, self._value.heightForWidth(left))
        places = [name, value]
        if self._link:
            places.append(QRect(width - link.width() - _PAD, 4, link.width(), link.height()))
        return places


class AnswerTable(FactTable):
    """Rows under one another, on a card of its own or on the window."""

    def __init__(self, rows: tuple[Answered, ...], parent: QWidget | None = None) -> None:
        super().__init__((), parent=parent)
        self.facts = [AnswerFact(row, self) for row in rows]
