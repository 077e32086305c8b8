"""One line of a stop: what to look at and how strongly it is asked, with its answers beside or under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.answer_bar import AnswerBar
from nickaudit.ui.widgets.press import fit_by_width
from nickaudit.ui.widgets.text import Role, TextLabel

_TEXT_ROOM = 210
"""Least width of the words beside the answers, at 100 %; with less, the answers go under them."""
_GAP = 24


class AnswerRow(QWidget):
    """`title` in bold over `note`."""

    def __init__(self, title: str, note: str, bar: AnswerBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = bar
        bar.setParent(self)
        self._words = QWidget(self)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = TextLabel(title, Role.STRONG)
        self.note = TextLabel(note, Role.SIDE_MUTED)
        column.addWidget(self.title)
        column.addWidget(self.note)
        fit_by_width(self, grows=True)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words wrap, answers stack."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height at this width."""
        if self._beside(width):
            words = self._words_height(width - self.bar.sizeHint().width() - _GAP)
            return max(words, self.bar.sizeHint().height())
        return self._words_height(width) + 8 + self.bar.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Answers beside the words."""
        width = self.bar.sizeHint().width() + _GAP + current_theme().px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Answers one under the other."""
        width = max(self.bar.minimumSizeHint().width(), self._words.minimumSizeHint().width())
        return QSize(width, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Words that changed may need another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        bar = self.bar.sizeHint()
        if self._beside(width):
            room = width - bar.width() - _GAP
            words = self._words_height(room)
            self._words.setGeometry(0, (height - words) // 2, room, words)
            self.bar.setGeometry(width - bar.width(), (height - bar.height()) // 2, bar.width(), bar.height())
        else:
            words = self._words_height(width)
            self._words.setGeometry(0, 0, width, words)
            wide = min(width, bar.width())
            self.bar.setGeometry(0, words + 8, wide, self.bar.heightForWidth(wide))

    def _beside(self, width: int) -> bool:
        return width - self.bar.sizeHint().width() - _GAP >= current_theme().px(_TEXT_ROOM)

    def _words_height(self, width: int) -> int:
        layout = self._words.layout()
        return layout.totalHeightForWidth(max(1, width)) if layout is not None else 0
