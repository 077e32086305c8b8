"""One bar in parts, each with its number in it, and the words under it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import BOLD
from nickaudit.ui.theme.tokens import SIDE_PX, SMALL_PX, Colours
from nickaudit.ui.widgets.press import Blocks, fit_by_width

_BAR = 30
_SPLIT = 2
_SWATCH = 8
_AFTER_SWATCH = 6
_AFTER_NUMBER = 4
_GAP = 26


class Portion(Enum):
    """Token of a part's colour; what is new is hatched, so that no part is told by colour alone."""

    FINISHED = "accent"
    DUE = "info"
    NEW = "muted"
    OVERDUE = "bad"


@dataclass(frozen=True, slots=True)
class Part:
    """`count` of a whole, and the words that go with it."""

    count: int
    words: str
    portion: Portion


class StackedBar(QWidget):
    """Parts of nobody are left out."""

    def __init__(self, parts: tuple[Part, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = Blocks()
        self._parts: tuple[Part, ...] = ()
        fit_by_width(self, grows=True)
        self.set_parts(parts)

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Show other numbers."""
        self._parts = tuple(part for part in parts if part.count > 0)
        self.setAccessibleName(", ".join(f"{part.count:,} {part.words}" for part in self._parts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Bar, and as many rows of words as there must be."""
        return current_theme().px(_BAR) + 4 + sum(self._row_height() for _ in self._rows(width))

    def sizeHint(self) -> QSize:
        """One row of words."""
        return QSize(current_theme().px(600), self.heightForWidth(current_theme().px(600)))

    def minimumSizeHint(self) -> QSize:
        """The longest words."""
        widest = max((self._words_width(part) for part in self._parts), default=0)
        return QSize(widest, current_theme().px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar and words."""
        painter = QPainter(self)
        self._draw_bar(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_bar(self, painter: QPainter) -> None:
        theme = current_theme()
        c, height = theme.colours, theme.px(_BAR)
        total = sum(part.count for part in self._parts)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, self.width(), height), 6, 6)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, self.width(), height), QColor(c.surface if total else c.line))
        x = 0.0
        for part, wide in zip(self._parts, self._widths(self.width()), strict=True):
            box = QRectF(x, 0, wide, height)
            _fill(painter, box, part.portion, c)
            number = self._blocks.get(f"{part.count:,}", SIDE_PX, BOLD)
            tall = number.set_width(max(1.0, wide))
            number.draw(painter, x + theme.px(10), (height - tall) / 2, c.accent_ink)
            x += wide + _SPLIT
        painter.restore()

    def _draw_words(self, painter: QPainter) -> None:
        theme = current_theme()
        c, y, between = theme.colours, float(theme.px(_BAR) + 4), theme.px(_AFTER_NUMBER)
        for row in self._rows(self.width()):
            x = 0.0
            for part in row:
                swatch = theme.px(_SWATCH)
                _fill(
                    painter, QRectF(x, y + (self._row_height() - swatch) / 2, swatch, swatch), part.portion, c
                )
                x += swatch + theme.px(_AFTER_SWATCH)
                count = self._blocks.get(f"{part.count:,}", SIDE_PX, BOLD)
                words = self._blocks.get(part.words, SIDE_PX)
                for block in (count, words):
                    tall = block.set_width(block.natural_width())
                    block.draw(painter, x, y + (self._row_height() - tall) / 2, c.ink)
                    x += block.used_width() + between
                x += theme.room(_GAP) - between
            y += self._row_height()

    def _widths(self, width: int) -> list[float]:
        least = [current_theme().px(20) + self._number_width(part) for part in self._parts]
        total = sum(part.count for part in self._parts)
        room = width - _SPLIT * max(0, len(self._parts) - 1)
        wide = [max(low, room * part.count / total) for low, part in zip(least, self._parts, strict=True)]
        over = sum(wide) - room
        spare = [have - low for have, low in zip(wide, least, strict=True)]
        return [have - over * free / (sum(spare) or 1) for have, free in zip(wide, spare, strict=True)]

    def _number_width(self, part: Part) -> int:
        return self._blocks.get(f"{part.count:,}", SIDE_PX, BOLD).natural_width()

    def _words_width(self, part: Part) -> int:
        words = self._blocks.get(part.words, SIDE_PX).natural_width()
        px = current_theme().px
        return px(_SWATCH) + px(_AFTER_SWATCH) + self._number_width(part) + px(_AFTER_NUMBER) + words

    def _row_height(self) -> int:
        return current_theme().px(2 * SMALL_PX)

    def _rows(self, width: int) -> list[list[Part]]:
        rows: list[list[Part]] = []
        used, gap = 0, current_theme().room(_GAP)
        for part in self._parts:
            wide = self._words_width(part)
            if rows and used + gap + wide <= width:
                rows[-1].append(part)
                used += gap + wide
            else:
                rows.append([part])
                used = wide
        return rows


def _fill(painter: QPainter, box: QRectF, portion: Portion, c: Colours) -> None:
    painter.fillRect(box, QColor(getattr(c, portion.value)))
    if portion is Portion.NEW:
        stripe = QColor(c.surface)
        stripe.setAlpha(56)
        step = max(4.0, box.height() / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(stripe, step / 2.6))
        at = box.left() - box.height()
        while at < box.right() + step:
            painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
            at += step
        painter.restore()
