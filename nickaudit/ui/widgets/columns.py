"""The two columns of a page: beside each other where there is room for sixty characters, else one above the other."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import PAGE_MARGIN

_SIXTY_CHARACTERS = 486
"""Width of sixty characters of body text at 100 %."""
_GAP = 30
_NARROW = 1000
_NARROW_MARGIN = 24
_TOP = 30
_TOP_UNDER_HEADER = 4
_BOTTOM = 32


class Side(Enum):
    """How the second column looks: text on the window, or a panel of its own down to the foot of the window."""

    NOTES = "notes"
    PANEL = "panel"


class Panel(QFrame):
    """The second column; as a panel it has the cards' ground and a line on its left."""

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.beside = True
        self._is_panel = side is Side.PANEL

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and line."""
        if not self._is_panel:
            return
        c = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(c.surface))
        edge = QRect(0, 0, 1, self.height()) if self.beside else QRect(0, 0, self.width(), 1)
        painter.fillRect(edge, QColor(c.line))
        painter.end()


def page_margin(width: int) -> int:
    """Room at both sides of a page this wide; header and footer keep in line with it."""
    return PAGE_MARGIN if width >= _NARROW else _NARROW_MARGIN


class Columns:
    """Sizes and places of a page's columns. The page owns the widgets and calls `place`."""

    def __init__(self, page: QWidget, *, column: int | None, side: Side, side_width: int) -> None:
        self._page = page
        self._column = column
        self._side = side
        self._side_width = side_width
        self._main = QWidget(page)
        self.main_layout = QVBoxLayout(self._main)
        self.main_layout.setContentsMargins(0, 0, 0, 0)
        self.main_layout.setSpacing(8)
        self.panel: Panel | None = None
        self.is_under_header = False
        """Less room at the top where the line with Back stands above."""
        self._side_layout: QVBoxLayout | None = None

    @property
    def side_layout(self) -> QVBoxLayout:
        """The second column, made when first asked for."""
        if self._side_layout is None:
            self.panel = Panel(self._side, self._page)
            outer = QVBoxLayout(self.panel)
            outer.setSpacing(0)
            self._side_layout = QVBoxLayout()
            self._side_layout.setSpacing(6)
            outer.addLayout(self._side_layout)
            outer.addStretch(1)
        return self._side_layout

    def is_wide(self, width: int) -> bool:
        """True where the second column stands beside the first at this width."""
        if self.panel is None:
            return False
        needed = current_theme().px(_SIXTY_CHARACTERS)
        return width - self._side_room() - page_margin(width) >= needed + _GAP

    def height_for_width(self, width: int) -> int:
        """Height of the page at this width."""
        main, side = self._heights(width)
        return max(main, side) if self.is_wide(width) else main + side

    def minimum_size(self) -> QSize:
        """The narrowest the page can be: one column under the other."""
        parts = [self._main.minimumSizeHint().width()]
        if self.panel is not None:
            parts.append(self.panel.minimumSizeHint().width())
        return QSize(max(parts) + 2 * _NARROW_MARGIN, 1)

    def place(self, width: int, height: int) -> None:
        """Put both columns where they belong."""
        wide, margin = self.is_wide(width), page_margin(width)
        self._set_margins(wide, margin)
        main_width = self._main_width(width, wide=wide)
        main_height = height if wide or self.panel is None else self._heights(width)[0]
        self._main.setGeometry(margin, 0, main_width, main_height)
        if self.panel is None:
            return
        if not wide:
            self.panel.setGeometry(0, main_height, width, max(0, height - main_height))
        elif self._side is Side.PANEL:
            self.panel.setGeometry(width - self._side_room(), 0, self._side_room(), height)
        else:
            self.panel.setGeometry(margin + main_width + _GAP, 0, current_theme().px(self._side_width), height)
        self.panel.beside = wide

    def _heights(self, width: int) -> tuple[int, int]:
        wide = self.is_wide(width)
        self._set_margins(wide, page_margin(width))
        main = self.main_layout.totalHeightForWidth(self._main_width(width, wide=wide))
        if self.panel is None:
            return main, 0
        side_width = self._side_room() if self._side is Side.PANEL else current_theme().px(self._side_width)
        layout = self.panel.layout()
        return main, layout.totalHeightForWidth(side_width if wide else width) if layout is not None else 0

    def _set_margins(self, wide: bool, margin: int) -> None:
        bottom = 0 if self.panel is not None and not wide else _BOTTOM
        top = _TOP_UNDER_HEADER if self.is_under_header else _TOP
        self.main_layout.setContentsMargins(0, top, 0, bottom)
        layout = self.panel.layout() if self.panel is not None else None
        if layout is None:
            return
        if not wide:
            layout.setContentsMargins(margin, 24, margin, _BOTTOM)
        elif self._side is Side.PANEL:
            layout.setContentsMargins(26, 30, 26, _BOTTOM)
        else:
            layout.setContentsMargins(0, top, 0, _BOTTOM)

    def _main_width(self, width: int, *, wide: bool) -> int:
        margin = page_margin(width)
        room = width - 2 * margin
        if wide:
            gap = margin if self._side is Side.PANEL else 0
            room = width - margin - self._side_room() - gap
        return room if self._column is None else min(room, current_theme().px(self._column))

    def _side_room(self) -> int:
        wide = current_theme().px(self._side_width)
        return wide if self._side is Side.PANEL else wide + _GAP + PAGE_MARGIN
