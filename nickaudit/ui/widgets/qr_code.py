"""A QR code from a matrix of dark and light: whole pixels of the screen, black on white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.press import draw_box

_QUIET = 4
"""Light modules round the code that a camera needs. The matrix comes without them."""


class QrCode(QWidget):
    """At least `size` px wide at 100 %, more where the code's own pixels need it.

    `name` says what it opens.
    """

    def __init__(
        self,
        matrix: tuple[tuple[bool, ...], ...],
        name: str,
        *,
        size: int = 120,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A whole number of screen pixels for each module."""
        ratio = self.devicePixelRatioF()
        side = self._modules() * self._module(ratio) / ratio
        return QSize(int(side + 0.999), int(side + 0.999))

    def minimumSizeHint(self) -> QSize:
        """A code is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White ground with round corners, then the modules without smoothing."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), fill="#FFFFFF", edge="", radius=6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        module = self._module(ratio)
        for row, cells in enumerate(self._matrix):
            for column, is_dark in enumerate(cells):
                if is_dark:
                    x, y = (column + _QUIET) * module, (row + _QUIET) * module
                    painter.fillRect(x, y, module, module, Qt.GlobalColor.black)
        painter.end()

    def _modules(self) -> int:
        return len(self._matrix) + 2 * _QUIET

    def _module(self, ratio: float) -> int:
        wanted = current_theme().px(self._size) * ratio
        return max(2, round(wanted / self._modules()))
