"""A line to type in, with its label, a hint, and room for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import font
from nickaudit.ui.theme.tokens import BASE_PX, RADIUS
from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.clear_button import ClearButton
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel


class Entry(QLineEdit):
    """A line edit as wide as the text it is meant for."""

    def __init__(self, name: str, *, characters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._clear: ClearButton | None = None
        self.setAccessibleName(name)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another width."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross keeps to the right end."""
        super().resizeEvent(event)
        if self._clear is not None:
            self._clear.place(self.size())

    def offer_clear(self) -> None:
        """Let a cross at the right end empty the line."""
        self._clear = ClearButton(self)
        self._fit()

    def set_faulty(self, *, is_faulty: bool) -> None:
        """Wear the edge of a field that must be put right."""
        self.setProperty("faulty", "true" if is_faulty else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def ring_radius(self) -> int:
        """The focus ring follows the corners."""
        return RADIUS

    def _fit(self) -> None:
        if self._characters:
            theme = current_theme()
            wide = QFontMetricsF(font(theme, BASE_PX)).horizontalAdvance("n" * self._characters)
            self.setMaximumWidth(round(wide) + 2 * theme.px(12) + 8)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if self._clear is not None:
            self.setTextMargins(0, 0, self._clear.sizeHint().width() - current_theme().px(12) + 3, 0)
            self._clear.place(self.size())


class Field(QWidget):
    """`changed` is sent as the person types, `finished` when the field is left or Enter is pressed."""

    changed = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        characters: int = 36,
        length: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Stack(self, spacing=4)
        self.label = TextLabel(label, Role.STRONG, parent=self)
        column.addWidget(self.label)
        self.hint = TextLabel(hint, Role.SIDE_MUTED, parent=self)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))
        self.fault = TextLabel("", Role.BAD, parent=self)
        self.fault.hide()
        column.addWidget(self.fault)
        self.edit = Entry(label, characters=characters, parent=self)
        self.edit.setMaxLength(length)
        self.edit.setAccessibleDescription(hint)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        column.addWidget(self.edit)
        self._hint = hint
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(lambda: self.finished.emit(self.text()))

    def text(self) -> str:
        """What was typed, without blanks at either end."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Fill the field; nobody is told."""
        self.edit.setText(text)

    def set_fault(self, message: str) -> None:
        """Show what is wrong above the field, or nothing."""
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        self.edit.set_faulty(is_faulty=bool(message))
        self.edit.setAccessibleDescription(one_after_another(message, self._hint))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The line has the focus for the field."""
        self.edit.setFocus(reason)
