"""A text with a small muted line under it, in one widget: a page of thirty such lines opens at once."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.press import Blocks
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.text_block import TextBlock

_ABOVE_NOTE = 3
_ROUND_RULE = 9


class NotedLabel(TextLabel):
    """`text` may hold `**bold**`; `note` is read after it; `ruled` draws a thin line above, with room."""

    def __init__(
        self,
        text: str,
        note: str,
        role: Role = Role.BODY,
        *,
        ruled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.note = note
        self._blocks = Blocks()
        self._above = 2 * _ROUND_RULE + 1 if ruled else 0
        super().__init__(text, role, marks=True, parent=parent)
        self.setAccessibleName(f"{self.text()} {note}")

    def heightForWidth(self, width: int) -> int:
        """Height of the rule, the words and the note."""
        note = self._note().height(self._measure(width))
        return self._above + super().heightForWidth(width) + _ABOVE_NOTE + note

    def sizeHint(self) -> QSize:
        """The words unbroken, but not wider than a comfortable column."""
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word of either, and a line of each."""
        least, note = super().minimumSizeHint(), self._note()
        width = max(least.width(), min(note.widest_word(), current_theme().px(240)))
        return QSize(width, self._above + least.height() + _ABOVE_NOTE + note.first_line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rule, words, note."""
        theme, block, note = current_theme(), self.block(), self._note()
        width = self._measure(self.width())
        painter = QPainter(self)
        if self._above:
            painter.fillRect(0, _ROUND_RULE, self.width(), 1, QColor(theme.colours.line))
        tall = block.set_width(width)
        block.draw(painter, 0, self._above, getattr(theme.colours, self.role.value[2]))
        note.set_width(width)
        note.draw(painter, 0, self._above + tall + _ABOVE_NOTE, theme.colours.muted)
        painter.end()

    def _note(self) -> TextBlock:
        return self._blocks.get(self.note, SIDE_PX)
