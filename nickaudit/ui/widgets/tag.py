"""A status in a word, in a small box of its own colour."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD, font
from nickaudit.ui.theme.tokens import SMALL_PX, Theme
from nickaudit.ui.widgets.press import draw_box
from nickaudit.ui.widgets.text_block import Marked, TextBlock

_RADIUS = 5


class Tone(Enum):
    """Tokens of a tag's text and ground. An empty ground shows what is behind."""

    FINISHED = ("accent", "soft")
    PROGRESS = ("info", "info_bg")
    OPEN = ("muted", "")
    LATER = ("warn", "warn_bg")
    OVERDUE = ("bad", "bad_bg")


@lru_cache(maxsize=256)
def _block(theme: Theme, text: str) -> TextBlock:
    return TextBlock(Marked(text), font(theme, SMALL_PX, SEMIBOLD))


def tag_size(text: str) -> QSize:
    """Room a tag needs in the current theme."""
    theme = current_theme()
    block = _block(theme, text)
    return QSize(
        block.natural_width() + 2 * theme.px(9) + 2, max(theme.px(24), block.first_line_height() + 2)
    )


def draw_tag(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    """Draw a tag that fills `box`."""
    theme = current_theme()
    ink, ground = (getattr(theme.colours, token) if token else "" for token in tone.value)
    draw_box(painter, box, fill=ground, edge=ink, radius=_RADIUS)
    block = _block(theme, text)
    height = block.height(block.natural_width())
    x = box.x() + (box.width() - block.natural_width()) / 2
    block.draw(painter, x, box.y() + (box.height() - height) / 2, ink)


class Tag(QWidget):
    """A tag by itself."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.tone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def set_text(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and the box round it."""
        return tag_size(self.text)

    def minimumSizeHint(self) -> QSize:
        """A tag is never cut."""
        return tag_size(self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and word."""
        painter = QPainter(self)
        draw_tag(painter, QRectF(self.rect()), self.text, self.tone)
        painter.end()
