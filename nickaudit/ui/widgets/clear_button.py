"""The cross in a line to type in, which empties it; Qt's own stays small when the text is large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import TARGET_PX
from nickaudit.ui.widgets.press import prepare

CLEAR = "Clear what is typed"
_CROSS = 16


class ClearButton(QAbstractButton):
    """There while something is typed. Not a stop of the Tab key: whoever types empties the line by keys."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        prepare(self, "")
        self.setAccessibleName(CLEAR)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.clicked.connect(edit.clear)
        edit.textChanged.connect(lambda text: self.setVisible(bool(text)))

    def sizeHint(self) -> QSize:
        """A square to aim at."""
        side = current_theme().px(TARGET_PX)
        return QSize(side, side)

    def place(self, room: QSize) -> None:
        """Stand at the right end of a line of that size."""
        size = self.sizeHint()
        self.setGeometry(
            room.width() - size.width() - 3, (room.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cross, stronger under the pointer."""
        theme = current_theme()
        side = theme.px(_CROSS)
        painter = QPainter(self)
        colour = theme.colours.ink if self.underMouse() else theme.colours.muted
        draw_icon(painter, "x", colour, (self.width() - side) / 2, (self.height() - side) / 2, side)
        painter.end()
