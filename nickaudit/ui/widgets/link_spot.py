"""The part of a text that is a link.

No picture of its own, but a real control for keyboard and screen reader.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nickaudit.ui.widgets.press import EnterPresses
from nickaudit.ui.widgets.text_block import Span


class LinkSpot(EnterPresses, QAbstractButton):
    """Lies over the words of one link; the label that owns it draws them and takes the mouse."""

    def __init__(self, words: str, span: Span, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.span = span
        self._rects: list[QRect] = []
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self, rects: list[QRect]) -> None:
        """Cover these rectangles of the label, one for each line the words are on."""
        whole = QRect()
        for rect in rects:
            whole = whole.united(rect)
        self._rects = rects
        self.setGeometry(whole)
        self.setVisible(bool(rects))

    def line_rects(self) -> list[QRect]:
        """The rectangles, in the label's own coordinates."""
        return self._rects

    def ring_rects(self) -> list[QRect]:
        """Where the focus ring goes, in this widget's coordinates."""
        return [rect.translated(-self.pos()).adjusted(-1, 0, 1, 0) for rect in self._rects]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the label has drawn the words."""
