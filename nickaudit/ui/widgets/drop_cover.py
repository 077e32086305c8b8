"""Lies over a page while files are dragged across it, and says that they may be let go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import BOLD
from nickaudit.ui.theme.tokens import CARD_RADIUS, SUBHEADING_PX
from nickaudit.ui.widgets.press import Blocks

LET_GO = "Let go to read these files"
_INSET = 10


def local_paths(mime: QMimeData) -> tuple[str, ...]:
    """Files and folders of this computer among what is dragged."""
    return tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile())


class DropCover(QWidget):
    """As large as its page; takes no clicks and no focus."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._blocks = Blocks()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Come to the front, over what is in view."""
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, an edge in dashes, and words in the middle of what is in view."""
        c = current_theme().colours
        seen = QRectF(self.visibleRegion().boundingRect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(c.soft)
        veil.setAlphaF(0.9)
        painter.fillRect(seen, veil)
        painter.setPen(QPen(QColor(c.accent), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(seen.adjusted(_INSET, _INSET, -_INSET, -_INSET), CARD_RADIUS, CARD_RADIUS)
        block = self._blocks.get(LET_GO, SUBHEADING_PX, BOLD)
        tall = block.set_width(max(1.0, seen.width() - 4 * _INSET))
        x = seen.center().x() - block.used_width() / 2
        block.draw(painter, x, seen.center().y() - tall / 2, c.accent)
        painter.end()
