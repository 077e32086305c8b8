"""A layout that puts things in a row and goes on to the next row where they no longer fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.own_layout import OwnLayout

_Row = list[tuple[QLayoutItem, QSize]]


class FlowLayout(OwnLayout):
    """Left to right, then down. `pushes_right` puts all but the first at the right end of the row.

    The gaps are given as they are at 100 %, and grow with the text.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 10,
        row_spacing: int = 8,
        pushes_right: bool = False,
    ) -> None:
        self._known: dict[int, list[_Row]] = {}
        self._heights: dict[int, int] = {}
        self._sizes: tuple[Theme, QSize, QSize] | None = None
        super().__init__()
        self._gap = spacing
        self._row_gap = row_spacing
        self._pushes_right = pushes_right
        self._right: QWidget | None = None
        self._known_in: Theme | None = None
        if parent is not None:
            parent.setLayout(self)

    def keep_right(self, widget: QWidget) -> None:
        """Let this and what comes after it stand at the right end also where it begins a row."""
        self._right = widget

    def expandingDirections(self) -> Qt.Orientation:
        """Neither way."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Something in it wants another size."""
        self._forget()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at this width."""
        if self._known_in is not current_theme():
            self._forget()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Lay out within `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        return self._hint_and_least()[1]

    def minimumSize(self) -> QSize:
        """The widest of them alone."""
        return self._hint_and_least()[2]

    def _hint_and_least(self) -> tuple[Theme, QSize, QSize]:
        """Kept, because the layouts above ask again and again."""
        theme, known = current_theme(), self._sizes
        if known is None or known[0] is not theme:
            shown = self._shown()
            hints, least = [item.sizeHint() for item in shown], [item.minimumSize() for item in shown]
            width = sum(size.width() for size in hints) + theme.room(self._gap) * max(0, len(hints) - 1)
            known = self._sizes = (
                theme,
                QSize(width, max((size.height() for size in hints), default=0)),
                QSize(
                    max((size.width() for size in least), default=0),
                    max((size.height() for size in least), default=0),
                ),
            )
        return known

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self.items() if not item.isEmpty()]

    def _rows(self, width: int) -> list[_Row]:
        if self._known_in is not current_theme():
            self._forget()
        rows = self._known.get(width)
        if rows is None:
            rows = self._known[width] = self._break(width)
        return rows

    def _forget(self) -> None:
        self._known_in, self._sizes = current_theme(), None
        self._known.clear()
        self._heights.clear()

    def _break(self, width: int) -> list[_Row]:
        rows: list[_Row] = []
        used, gap = 0, current_theme().room(self._gap)
        for item in self._shown():
            size = item.sizeHint()
            across = min(size.width(), width)
            down = item.heightForWidth(across) if item.hasHeightForWidth() else size.height()
            if rows and used + gap + across <= width:
                rows[-1].append((item, QSize(across, down)))
                used += gap + across
            else:
                rows.append([(item, QSize(across, down))])
                used = across
        return rows

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        y, gap = rect.y(), current_theme().room(self._row_gap)
        rows = self._rows(max(1, rect.width()))
        for row in rows:
            tall = max(size.height() for _, size in row)
            if moves:
                self._place(row, rect, y, tall)
            y += tall + gap
        return y - rect.y() - (gap if rows else 0)

    def _place(self, row: _Row, rect: QRect, y: int, tall: int) -> None:
        gap = current_theme().room(self._gap)
        used = sum(size.width() for _, size in row) + gap * (len(row) - 1)
        x = rect.x()
        pushed = 0 if self._right is not None and row[0][0].widget() is self._right else 1
        for i, (item, size) in enumerate(row):
            if i == pushed and self._pushes_right:
                x += rect.width() - used
            item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
            x += size.width() + gap
