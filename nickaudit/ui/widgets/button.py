"""Push buttons: the page's one main action, and the others.

With an icon, and pressed in where they stay on.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import RADIUS, Colours
from nickaudit.ui.widgets.press import WordButton, blend, draw_box
from nickaudit.ui.widgets.text_block import TextBlock


class Kind(Enum):
    """Text size, height, padding at the sides and icon size at 100 %."""

    PRIMARY = (16, 45, 19, 18)
    SECONDARY = (16, 45, 18, 18)
    SMALL = (14, 36, 13, 18)


class Button(WordButton):
    """A button that wraps its words where there is no room. `trailing` puts the icon behind them."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        trailing: bool = False,
        checkable: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon=icon, name=name, parent=parent)
        self.kind = kind
        self._trailing = trailing
        self.setCheckable(checkable)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        theme = current_theme()
        height, pad = theme.px(self.kind.value[1]), theme.px(16)
        return max(height, self._block_height(width) + pad)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        theme = current_theme()
        return QSize(self._block().widest_word() + self._around(), theme.px(self.kind.value[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, icon, words."""
        theme = current_theme()
        fill, edge, ink = self._colours(theme.colours)
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), fill=fill, edge=edge, radius=RADIUS)
        icon = self._shown_icon()
        side, gap = (theme.px(self.kind.value[3]), self._gap()) if icon else (0, 0)
        block = self._block()
        block.set_width(max(1, self.width() - self._around()))
        words = block.used_width()
        left = (self.width() - words - side - gap) / 2
        y = (self.height() - block.height(max(1, self.width() - self._around()))) / 2
        block.draw(painter, left + (0 if self._trailing else side + gap), y, ink)
        if icon:
            x = left + words + gap if self._trailing else left
            draw_icon(painter, icon, ink, x, (self.height() - side) / 2, side)
        painter.end()

    def ring_radius(self) -> int:
        """The focus ring follows the corners."""
        return RADIUS

    def _colours(self, c: Colours) -> tuple[str, str, str]:
        over = 0.2 if self.isDown() else 0.1 if self.underMouse() else 0.0
        if self.kind is Kind.PRIMARY:
            return blend(c.accent, c.ink, over * 1.5), "", c.accent_ink
        if self.isChecked():
            return c.soft, c.accent, c.ink
        return blend(c.surface, c.accent, over * 0.8), c.edge, c.ink

    def _shown_icon(self) -> str:
        return "check" if self.isCheckable() and self.isChecked() else self.icon_name

    def _around(self) -> int:
        theme = current_theme()
        icon = theme.px(self.kind.value[3]) + self._gap() if self._shown_icon() else 0
        return 2 * theme.px(self.kind.value[2]) + icon

    def _gap(self) -> int:
        return current_theme().px(8) if self.words else 0

    def _block(self) -> TextBlock:
        return self._blocks.get(self.words, self.kind.value[0], SEMIBOLD)

    def _block_height(self, width: int) -> int:
        return self._block().height(max(1, width - self._around()))
