"""Some lines to type in, with their label, a hint, and room for what is wrong: it grows with its text."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import RADIUS, TEXT_COLUMN
from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_FEWEST_LINES = 2
_EDGE = 3
"""Its line, and what Qt keeps free inside it."""


class _Lines(QPlainTextEdit):
    """One paragraph: Enter is no part of it, and Tab leads on."""

    def __init__(self, name: str, length: int) -> None:
        super().__init__()
        self._length = length
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._fit()

    def ring_radius(self) -> int:
        """The focus ring follows the corners."""
        return RADIUS

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another width and height."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A line break has no place in a sentence, and no more than fits is taken."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        is_full = len(self.toPlainText()) >= self._length and not self.textCursor().hasSelection()
        if is_full and event.text().isprintable() and event.text():
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for its lines."""
        return QSize(current_theme().px(TEXT_COLUMN), self.height())

    def _fit(self) -> None:
        self.setMaximumWidth(current_theme().px(TEXT_COLUMN))
        self._grow()

    def _grow(self) -> None:
        theme = current_theme()
        document = self.document()
        block, high = document.firstBlock(), 0.0
        while block.isValid():
            high += self.blockBoundingRect(block).height()
            block = block.next()
        least = _FEWEST_LINES * self.fontMetrics().lineSpacing()
        around = 2 * (document.documentMargin() + theme.px(4) + _EDGE)
        wanted = ceil(max(high, least) + around)
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)


class TextField(QWidget):
    """`changed` is sent as the person types."""

    changed = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", length: int = 600, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = Stack(self, spacing=4)
        self.label = TextLabel(label, Role.STRONG)
        column.addWidget(self.label)
        if hint:
            column.addWidget(TextLabel(hint, Role.SIDE_MUTED))
        self.fault = TextLabel("", Role.BAD)
        self.fault.hide()
        column.addWidget(self.fault)
        self.edit = _Lines(label, length)
        self.edit.setAccessibleDescription(hint)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        column.addWidget(self.edit)
        self._hint = hint
        self.edit.textChanged.connect(lambda: self.changed.emit(self.text()))

    def text(self) -> str:
        """What was typed, on one line, without blanks at either end."""
        return " ".join(self.edit.toPlainText().split())

    def set_text(self, text: str) -> None:
        """Fill the field."""
        self.edit.setPlainText(text)

    def set_fault(self, message: str) -> None:
        """Show what is wrong above the field, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        self.edit.setProperty("faulty", "true" if message else "false")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self.edit.setAccessibleDescription(one_after_another(message, self._hint))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The lines have the focus for the field."""
        self.edit.setFocus(reason)
