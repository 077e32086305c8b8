"""The two columns of a page.

Beside each other where there is room for sixty characters, else one above the other.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.theme.tokens import PAGE_MARGIN, Theme
from nickaudit.ui.widgets.own_layout import OwnLayout
from nickaudit.ui.widgets.stack import Stack

_SIXTY_CHARACTERS = 486
"""Width of sixty characters of body text at 100 %."""
_GAP = 30
_NARROW = 1000
_NARROW_MARGIN = 24
_TOP = 30
_TOP_UNDER_HEADER = 4
_BOTTOM = 32
_PANEL_PAD = 26


class Side(Enum):
    """How the second column looks.

    Text on the window, or a panel of its own down to the foot of the window.
    """

    NOTES = "notes"
    PANEL = "panel"


class Panel(QFrame):
    """The second column; as a panel it has the cards' ground and a line on its left."""

    def __init__(self, side: Side, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.beside = True
        self._is_panel = side is Side.PANEL
        self.column = Stack(spacing=6)
        self._inset = _Inset(self.column)
        self.setLayout(self._inset)

    def place(self, whole: QRect, column: QRect) -> None:
        """Take this place, and give the column its own within it."""
        self._inset.inner = column.translated(-whole.topLeft())
        self.setGeometry(whole)
        self.column.setGeometry(self._inset.inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and line."""
        if not self._is_panel:
            return
        c = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(c.surface))
        edge = QRect(0, 0, 1, self.height()) if self.beside else QRect(0, 0, self.width(), 1)
        painter.fillRect(edge, ink(c.line))
        painter.end()


class _Inset(OwnLayout):
    """One column at the place it is told, whatever the room."""

    def __init__(self, column: Stack) -> None:
        self.inner = QRect()
        super().__init__()
        self.addLayout(column)

    def heightForWidth(self, width: int) -> int:
        """The column's own."""
        return sum(item.heightForWidth(width) for item in self.items())

    def setGeometry(self, rect: QRect) -> None:
        """Put the column at its place."""
        super().setGeometry(rect)
        for item in self.items():
            item.setGeometry(self.inner)


def page_margin(width: int) -> int:
    """Room at both sides of a page this wide; header and footer keep in line with it."""
    return PAGE_MARGIN if width >= _NARROW else _NARROW_MARGIN


class _Plan(Struct, frozen=True):
    """Where things are at one width: the main column, the second one, and the panel round that."""

    main: QRect
    side: QRect
    panel: QRect
    height: int


class Columns(OwnLayout):
    """The layout of a page. A column that needs another height makes the page ask for it."""

    def __init__(self, page: QWidget, *, column: int | None, side: Side, side_width: int) -> None:
        self._known_in: Theme | None = None
        self._known: dict[int, _Plan] = {}
        super().__init__()
        self._column = column
        self._side = side
        self._side_width = side_width
        self._is_under_header = False
        self.panel: Panel | None = None
        self.main_box = QWidget(page)
        """A box of its own, so that what comes to it late is heard before the side."""
        self.main_layout = Stack(self.main_box, spacing=8)
        page.setLayout(self)
        self.addWidget(self.main_box)

    @property
    def side_layout(self) -> Stack:
        """The second column, made when first asked for."""
        return self.side_box.column

    @property
    def side_box(self) -> Panel:
        """What the second column stands on."""
        if self.panel is None:
            self.panel = Panel(self._side, self.parentWidget())
            self.addWidget(self.panel)
        return self.panel

    def set_under_header(self, is_under: bool) -> None:
        """Less room at the top where the line with Back stands above."""
        if is_under != self._is_under_header:
            self._is_under_header = is_under
            self.invalidate()

    def invalidate(self) -> None:
        """Something in a column wants another size."""
        self._known.clear()
        super().invalidate()

    def is_wide(self, width: int) -> bool:
        """True where the second column stands beside the first at this width."""
        if self.panel is None:
            return False
        needed = current_theme().px(_SIXTY_CHARACTERS)
        return width - self._side_room() - page_margin(width) >= needed + _GAP

    def heightForWidth(self, width: int) -> int:
        """Height of the page at this width."""
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        """As `minimumSize`: the frame gives a page all the room there is."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The narrowest the page can be: one column under the other."""
        parts = [self.main_layout.minimumSize().width()]
        if self.panel is not None:
            parts.append(self.panel.column.minimumSize().width())
        return QSize(max(parts) + 2 * _NARROW_MARGIN, 1)

    def setGeometry(self, rect: QRect) -> None:
        """Put both columns where they belong."""
        super().setGeometry(rect)
        plan = self._plan(rect.width())
        self.main_box.setGeometry(plan.main)
        if self.panel is not None:
            panel = QRect(plan.panel)
            self.panel.beside = self.is_wide(rect.width())
            panel.setBottom(max(panel.bottom(), rect.height() - 1))
            self.panel.place(panel, plan.side)

    def _plan(self, width: int) -> _Plan:
        theme = current_theme()
        if self._known_in is not theme:
            self._known_in = theme
            self._known.clear()
        plan = self._known.get(width)
        if plan is None:
            plan = self._known[width] = self._make_plan(width)
        return plan

    def _make_plan(self, width: int) -> _Plan:
        wide, margin = self.is_wide(width), page_margin(width)
        top = _TOP_UNDER_HEADER if self._is_under_header else _TOP
        across = self._main_width(width, wide=wide)
        main = QRect(margin, top, across, self.items()[0].heightForWidth(across))
        under = main.bottom() + 1 + _BOTTOM
        if self.panel is None:
            return _Plan(main, QRect(), QRect(), under)
        is_panel = self._side is Side.PANEL
        side_width = current_theme().px(self._side_width)
        if not wide:
            room = width - 2 * margin
            side = QRect(margin, under + (20 if is_panel else 0), room, self._side_height(room))
            panel = QRect(0, under, width, side.bottom() + 1 + _BOTTOM - under)
        elif is_panel:
            room = side_width - 2 * _PANEL_PAD
            side = QRect(width - side_width + _PANEL_PAD, _TOP, room, self._side_height(room))
            panel = QRect(width - side_width, 0, side_width, side.bottom() + 1 + _BOTTOM)
        else:
            left = margin + across + _GAP
            side = QRect(left, top, side_width, self._side_height(side_width))
            panel = QRect(left, 0, side_width, side.bottom() + 1 + _BOTTOM)
        return _Plan(main, side, panel, max(under, panel.bottom() + 1))

    def _side_height(self, width: int) -> int:
        return self.items()[1].heightForWidth(width)

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
