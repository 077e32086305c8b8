"""Things under one another, with gaps that grow with the text.

Qt keeps the gaps of a layout as it was told them once; after another text size `fit` sets them anew.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme


class Stack(QVBoxLayout):
    """A column without margins. Its gaps are given as they are at 100 %."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 0) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._grown = current_theme().growth
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def setSpacing(self, spacing: int) -> None:
        """Room between two things."""
        super().setSpacing(round(spacing * self._grown))

    def addSpacing(self, size: int) -> None:
        """More room at this place."""
        super().addSpacing(round(size * self._grown))

    def fit(self) -> None:
        """Make all gaps as large as this text size asks for."""
        before, now = self._grown, current_theme().growth
        if before == now:
            return
        self._grown = now
        self.setSpacing(round(self.spacing() / before))  # a factor is never below 1: nothing is lost
        spacers = (item.spacerItem() for i in range(self.count()) if (item := self.itemAt(i)) is not None)
        for spacer in spacers:
            if spacer is not None and (height := spacer.sizeHint().height()):
                policy = spacer.sizePolicy()
                size = round(round(height / before) * now)
                spacer.changeSize(0, size, policy.horizontalPolicy(), policy.verticalPolicy())
        self.invalidate()
