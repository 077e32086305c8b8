"""How much of the way is done: a ring that fills, with the number in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import BOLD
from nickaudit.ui.theme.tokens import SMALL_PX
from nickaudit.ui.widgets.press import Blocks

_SIDE = 128
_STROKE = 12
_FIGURE_PX = 26


class ProgressRing(QWidget):
    """`done` of `total`; `caption` stands under the number ("of 25 pages")."""

    def __init__(self, done: int, total: int, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = Blocks()
        self._done, self._total, self._caption = done, total, caption
        self.setAccessibleName(f"{done} {caption}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(current_theme().px(_SIDE), current_theme().px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """A ring is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, arc, number, caption."""
        theme = current_theme()
        c, px = theme.colours, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = px(_STROKE) / 2 + px(4)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(c.line), px(_STROKE)))
        painter.drawEllipse(box)
        share = min(1.0, self._done / self._total) if self._total else 0.0
        if share > 0:
            painter.setPen(
                QPen(QColor(c.accent), px(_STROKE), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawArc(box, 90 * 16, -round(share * 360 * 16))
        figure = self._blocks.get(str(self._done), _FIGURE_PX, BOLD)
        caption = self._blocks.get(self._caption, SMALL_PX)
        room = max(1.0, box.width() - px(_STROKE) - px(6))
        tall, low = figure.set_width(room), caption.set_width(room)
        y = (self.height() - tall - low) / 2 - px(2)
        figure.draw(painter, (self.width() - figure.used_width()) / 2, y, c.ink)
        caption.draw(painter, (self.width() - caption.used_width()) / 2, y + tall, c.muted)
        painter.end()
