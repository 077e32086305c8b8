"""What our own layouts stand on: they say where things go, and Qt owns the things.

A layout made straight on `QLayout` would have to free each `QLayoutItem` itself, and Python can't know when
Qt has done so already. A box layout frees its own; only where it puts them is not asked of it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem

_AS_LARGE_AS_WISHED = QSize(0x7FFFF, 0x7FFFF)
"""Qt's own limit for the size of a layout (`QLAYOUTSIZE_MAX`)."""


class OwnLayout(QHBoxLayout):
    """Things are added as to any layout; a subclass gives sizes, `heightForWidth` and `setGeometry`."""

    def __init__(self) -> None:
        self._items: list[QLayoutItem] | None = None
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)

    def items(self) -> list[QLayoutItem]:
        """The things laid out, in their order."""
        if self._items is None:
            found = (self.itemAt(i) for i in range(self.count()))
            self._items = [item for item in found if item is not None]
        return self._items

    def invalidate(self) -> None:
        """Something was added, taken out or wants another size."""
        self._items = None
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def minimumHeightForWidth(self, width: int) -> int:
        """No row is cut."""
        return self.heightForWidth(width)

    def maximumSize(self) -> QSize:
        """There may always be more room."""
        return _AS_LARGE_AS_WISHED

    def setGeometry(self, rect: QRect) -> None:
        """Remember the room, and put nothing anywhere yet: not as a box would."""
        QLayout.setGeometry(self, rect)
