"""A link that stands by itself: words in the accent colour, underlined, at least 32 px to aim at."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import BASE_PX, SIDE_PX, TARGET_PX
from nickaudit.ui.widgets.press import WordButton, shared_block
from nickaudit.ui.widgets.text_block import TextBlock


class LinkButton(WordButton):
    """A link with words of `size` px; `icon` stands before them. `name` is read instead of the words.

    `tone` is a colour's token.
    """

    def __init__(
        self,
        text: str,
        *,
        size: int = BASE_PX,
        icon: str = "",
        name: str = "",
        tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon=icon, name=name, parent=parent)
        self._size = size
        self._tone = tone

    def heightForWidth(self, width: int) -> int:
        """Height at this width, never below a target's."""
        return max(current_theme().px(TARGET_PX), self._block().height(max(1, width - self._around())))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._block().widest_word() + self._around(), TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words."""
        theme, block = current_theme(), self._block()
        painter = QPainter(self)
        height = block.set_width(max(1, self.width() - self._around()))
        if self.icon_name:
            side = theme.px(self._size + 2)
            colour = getattr(theme.colours, self._tone)
            draw_icon(painter, self.icon_name, colour, 0, (self.height() - side) / 2, side)
        block.draw(painter, self._around(), (self.height() - height) / 2, theme.colours.ink)
        painter.end()

    def ring_rects(self) -> list[QRect]:
        """The ring goes close round the words, not round the whole target."""
        block = self._block()
        height = block.set_width(max(1, self.width() - self._around()))
        wide = min(self.width(), block.used_width() + self._around())
        return [QRect(0, (self.height() - height) // 2, wide, height).adjusted(-1, 0, 1, 0)]

    def _around(self) -> int:
        return current_theme().px(self._size + 8) if self.icon_name else 0

    def _block(self) -> TextBlock:
        return self._blocks.get(self.words, self._size, link=self._tone)


def link_size(words: str, size: int) -> QSize:
    """What a link without an icon needs in the current theme, before it is made."""
    theme = current_theme()
    block = shared_block(theme, words, size, link="accent")
    width = block.natural_width()
    return QSize(width, max(theme.px(TARGET_PX), block.height(max(1, width))))


def side_link(text: str, *, name: str = "", parent: QWidget | None = None) -> LinkButton:
    """A link of the side column's size."""
    return LinkButton(text, size=SIDE_PX, name=name, parent=parent)
