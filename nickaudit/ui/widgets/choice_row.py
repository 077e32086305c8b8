"""A radio button or check box as a whole row: wrapping words, an optional hint, one click target."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import BASE_PX, RADIUS, SIDE_PX
from nickaudit.ui.widgets.chip import draw_circle
from nickaudit.ui.widgets.press import blend, draw_box, entered, prepare, shared_block

_MARK = 22
_PAD = 14
_GAP = 12
_LEAST = 46


class _Face:
    """How a row looks and how much room it needs; shared by the two kinds."""

    def __init__(self, text: str, hint: str) -> None:
        self.text = text
        self.hint = hint

    def height(self, width: int) -> int:
        theme = current_theme()
        room = max(1, width - self._before() - theme.px(_PAD))
        words = shared_block(theme, self.text, BASE_PX, SEMIBOLD).height(room)
        hint = shared_block(theme, self.hint, SIDE_PX).height(room) if self.hint else 0
        return max(theme.px(_LEAST), words + hint + theme.px(18))

    def natural_width(self) -> int:
        theme = current_theme()
        widths = [shared_block(theme, self.text, BASE_PX, SEMIBOLD).natural_width()]
        if self.hint:
            widths.append(shared_block(theme, self.hint, SIDE_PX).natural_width())
        return self._before() + max(widths) + theme.px(_PAD)

    def least_width(self) -> int:
        theme = current_theme()
        word = shared_block(theme, self.text, BASE_PX, SEMIBOLD).widest_word()
        return self._before() + min(word, theme.px(200)) + theme.px(_PAD)

    def paint(self, button: QRadioButton | QCheckBox) -> None:
        theme, on = current_theme(), button.isChecked()
        c = theme.colours
        painter = QPainter(button)
        over = 0.08 if button.underMouse() and not on else 0.0
        box = QRectF(button.rect())
        fill = c.soft if on else blend(c.surface, c.accent, over)
        draw_box(painter, box, fill=fill, edge=c.accent if on else c.edge, radius=RADIUS)
        mark = theme.px(_MARK)
        left, middle = theme.px(_PAD), button.height() / 2
        if isinstance(button, QRadioButton):
            draw_circle(painter, QPointF(left + mark / 2, middle), theme.px(20), c, on=on)
        else:
            square = QRectF(left, middle - mark / 2, mark, mark)
            edge = c.accent if on else c.edge
            draw_box(painter, square, fill=c.accent if on else c.surface, edge=edge, radius=4, width=2)
            if on:
                draw_icon(painter, "check", c.accent_ink, left + 2, middle - mark / 2 + 2, mark - 4)
        room = max(1, button.width() - self._before() - theme.px(_PAD))
        words = shared_block(theme, self.text, BASE_PX, SEMIBOLD)
        hint = shared_block(theme, self.hint, SIDE_PX) if self.hint else None
        tall = words.set_width(room)
        y = middle - (tall + (hint.set_width(room) if hint else 0)) / 2
        words.draw(painter, self._before(), y, c.ink)
        if hint:
            hint.draw(painter, self._before(), y + tall, c.muted)
        painter.end()

    @staticmethod
    def _before() -> int:
        theme = current_theme()
        return theme.px(_PAD) + theme.px(_MARK) + theme.px(_GAP)


class RadioRow(QRadioButton):
    """One of several; rows of one parent exclude each other. See `ChoiceGroup`."""

    def __init__(self, text: str, hint: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = _Face(text, hint)
        _set_up(self, text, hint, name)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        width = self.face.natural_width()
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self.face.least_width(), current_theme().px(_LEAST))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row."""
        self.face.paint(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if not entered(self, event):
            super().keyPressEvent(event)


class CheckRow(QCheckBox):
    """Yes or no; or one of several of which any number can be ticked."""

    def __init__(self, text: str, hint: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = _Face(text, hint)
        _set_up(self, text, hint, name)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        width = self.face.natural_width()
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self.face.least_width(), current_theme().px(_LEAST))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row."""
        self.face.paint(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if not entered(self, event):
            super().keyPressEvent(event)


def _set_up(row: RadioRow | CheckRow, text: str, hint: str, name: str) -> None:
    prepare(row, text, grows=True)
    row.setAccessibleName(name or text)
    row.setAccessibleDescription(hint)
    row.setCursor(Qt.CursorShape.PointingHandCursor)
