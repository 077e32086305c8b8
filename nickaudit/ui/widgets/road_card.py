"""A large card that leads somewhere: icon, what it is, a few words, and an arrow at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import BOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import BASE_PX, CARD_RADIUS
from nickaudit.ui.widgets.press import Blocks, EnterPresses, blend, draw_box, prepare

_LEAST = 88
_PAD = 20
_ICON = 28
_ARROW = 20
_GAP = 17
_TITLE_PX = 18


class RoadCard(EnterPresses, QAbstractButton):
    """`is_main` gives it the accent's edge: the road most people take."""

    def __init__(
        self, title: str, note: str, icon: str, *, is_main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title, self.note = title, note
        self._icon, self._is_main = icon, is_main
        self._blocks = Blocks()
        prepare(self, title, grows=True)
        self.setAccessibleDescription(note)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        theme, room = current_theme(), self._room(width)
        words = self._blocks.get(self.title, _TITLE_PX, BOLD).height(room)
        words += self._blocks.get(self.note, BASE_PX).height(room) if self.note else 0
        return max(theme.px(_LEAST), words + theme.px(36))

    def sizeHint(self) -> QSize:
        """Everything on one line, with room to spare."""
        words = self._blocks.get(self.note or self.title, BASE_PX).natural_width()
        width = max(current_theme().px(640), words + self._around())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        word = self._blocks.get(self.title, _TITLE_PX, BOLD).widest_word()
        return QSize(word + self._around(), current_theme().px(_LEAST))

    def ring_radius(self) -> int:
        """The focus ring follows the corners."""
        return CARD_RADIUS

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, icon, words, arrow."""
        theme = current_theme()
        c, px = theme.colours, theme.px
        painter = QPainter(self)
        fill = blend(c.surface, c.accent, 0.06 if self.underMouse() else 0.0)
        edge, width = (c.accent, 2.0) if self._is_main else (c.edge, 1.0)
        draw_box(painter, QRectF(self.rect()), fill=fill, edge=edge, radius=CARD_RADIUS, width=width)
        middle, room = self.height() / 2, self._room(self.width())
        draw_icon(
            painter, self._icon, c.accent if self._is_main else c.ink, _PAD, middle - px(_ICON) / 2, px(_ICON)
        )
        title = self._blocks.get(self.title, _TITLE_PX, BOLD)
        note = self._blocks.get(self.note, BASE_PX)
        tall = title.set_width(room)
        low = note.set_width(room) if self.note else 0
        x, y = _PAD + px(_ICON) + _GAP, middle - (tall + low) / 2
        title.draw(painter, x, y, c.ink)
        if self.note:
            note.draw(painter, x, y + tall, c.muted)
        arrow = px(_ARROW)
        draw_icon(painter, "chevron-right", c.ink, self.width() - _PAD - arrow, middle - arrow / 2, arrow)
        painter.end()

    def _around(self) -> int:
        px = current_theme().px
        return 2 * _PAD + px(_ICON) + px(_ARROW) + 2 * _GAP

    def _room(self, width: int) -> int:
        return max(1, width - self._around())
