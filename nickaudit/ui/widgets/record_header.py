"""The table's top line: click, or go along it with the arrows and press Enter, to sort by a column."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD
from nickaudit.ui.theme.icons import draw_icon
from nickaudit.ui.theme.tokens import SMALL_PX
from nickaudit.ui.widgets.press import Blocks

PAD = 12
_ARROW = 14


class RecordHeader(QHeaderView):
    """Draws itself; the arrow of the sorted column is an icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._blocks = Blocks()
        self._current = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Sort by column")
        self.setMinimumSectionSize(30)

    def section_width(self, section: int) -> int:
        """Width the title and the arrow need."""
        return self._blocks.get(self._title(section), SMALL_PX, SEMIBOLD).natural_width() + self._around()

    def ring_rects(self) -> list[QRect]:
        """The ring goes round the column the arrows have reached."""
        left = self.sectionViewportPosition(self._current)
        return [QRect(left, 0, self.sectionSize(self._current), self.height()).adjusted(4, 4, -4, -4)]

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), current_theme().px(36))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Title, arrow, and the line under them."""
        theme = current_theme()
        c = theme.colours
        painter.save()
        painter.fillRect(rect, QColor(c.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))
        block = self._blocks.get(self._title(logicalIndex), SMALL_PX, SEMIBOLD)
        tall = block.set_width(block.natural_width())
        block.draw(painter, rect.left() + PAD, rect.center().y() - tall / 2, c.muted)
        if self.sortIndicatorSection() == logicalIndex:
            is_up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            side = theme.px(_ARROW)
            x = rect.left() + PAD + block.used_width() + 4
            name = "chevron-up" if is_up else "chevron-down"
            draw_icon(painter, name, c.muted, x, rect.center().y() - side / 2, side)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows along the titles, Enter or Space to sort."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._current = (self._current + step) % max(1, self.count())
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            same = self.sortIndicatorSection() == self._current
            is_up = same and self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if is_up else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(self._current, order)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the arrows are."""
        super().focusInEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._title(self._current))
        self.viewport().update()
        self._move_ring()

    def _move_ring(self) -> None:
        follow = getattr(self.window(), "follow_focus", None)
        if follow is not None:
            follow()

    def _title(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model is not None else ""

    def _around(self) -> int:
        return 2 * PAD + 4 + current_theme().px(_ARROW)
