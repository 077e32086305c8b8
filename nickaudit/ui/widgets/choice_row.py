"""A radio button or check box as a whole row: wrapping words, an optional hint, one click target."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import BASE_PX, RADIUS, SIDE_PX, Theme
from nickaudit.ui.widgets.chip import draw_circle
from nickaudit.ui.widgets.press import EnterPresses, blend, draw_box, prepare, shared_block
from nickaudit.ui.widgets.text_block import TextBlock

_MARK = 22
_PAD = 14
_GAP = 12
_LEAST = 46


class _Row(EnterPresses):
    """All of a row but its mark, to stand before one of Qt's buttons."""

    def __init__(self, text: str, hint: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.hint = text, hint
        prepare(self, text, name, grows=True)
        self.setAccessibleDescription(hint)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        theme = current_theme()
        room = max(1, width - _before() - theme.px(_PAD))
        hint = shared_block(theme, self.hint, SIDE_PX).height(room) if self.hint else 0
        return max(theme.px(_LEAST), self._block().height(room) + hint + theme.px(18))

    def sizeHint(self) -> QSize:
        """All words on one line."""
        theme = current_theme()
        hint = shared_block(theme, self.hint, SIDE_PX).natural_width() if self.hint else 0
        width = _before() + max(self._block().natural_width(), hint) + theme.px(_PAD)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        theme = current_theme()
        word = min(self._block().widest_word(), theme.px(200))
        return QSize(_before() + word + theme.px(_PAD), theme.px(_LEAST))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row."""
        theme, on = current_theme(), self.isChecked()
        c = theme.colours
        painter = QPainter(self)
        over = 0.08 if self.underMouse() and not on else 0.0
        fill = c.soft if on else blend(c.surface, c.accent, over)
        draw_box(painter, QRectF(self.rect()), fill=fill, edge=c.accent if on else c.edge, radius=RADIUS)
        mark, middle, before = theme.px(_MARK), self.height() / 2, _before()
        self._draw_mark(painter, QRectF(theme.px(_PAD), middle - mark / 2, mark, mark), theme, on=on)
        room = max(1, self.width() - before - theme.px(_PAD))
        words = self._block()
        hint = shared_block(theme, self.hint, SIDE_PX) if self.hint else None
        tall = words.set_width(room)
        y = middle - (tall + (hint.set_width(room) if hint else 0)) / 2
        words.draw(painter, before, y, c.ink)
        if hint:
            hint.draw(painter, before, y + tall, c.muted)
        painter.end()

    def _block(self) -> TextBlock:
        return shared_block(current_theme(), self.words, BASE_PX, SEMIBOLD)

    def _draw_mark(self, painter: QPainter, square: QRectF, theme: Theme, *, on: bool) -> None:
        raise NotImplementedError


class RadioRow(_Row, QRadioButton):
    """One of several; rows of one parent exclude each other. See `ChoiceGroup`."""

    def _draw_mark(self, painter: QPainter, square: QRectF, theme: Theme, *, on: bool) -> None:
        draw_circle(painter, square.center(), theme.px(20), theme.colours, on=on)


class CheckRow(_Row, QCheckBox):
    """Yes or no; or one of several of which any number can be ticked."""

    def _draw_mark(self, painter: QPainter, square: QRectF, theme: Theme, *, on: bool) -> None:
        c = theme.colours
        fill, edge = (c.accent, c.accent) if on else (c.surface, c.edge)
        draw_box(painter, square, fill=fill, edge=edge, radius=4, width=2)
        if on:
            draw_icon(painter, "check", c.accent_ink, square.x() + 2, square.y() + 2, int(square.width()) - 4)


def _before() -> int:
    theme = current_theme()
    return theme.px(_PAD) + theme.px(_MARK) + theme.px(_GAP)
