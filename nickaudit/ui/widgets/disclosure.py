"""A link that opens something under it and closes it again; the focus stays on the link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.tokens import BASE_PX
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.stack import Stack


class Disclosure(QWidget):
    """Fill `column`. Screen readers hear whether it is open from the link's description."""

    toggled = Signal(bool)
    """A person opened or closed it."""

    def __init__(
        self, text: str, *, name: str = "", size: int = BASE_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        outer = Stack(self, spacing=6)
        self.link = LinkButton(text, size=size, icon="chevron-right", name=name, parent=self)
        self.link.clicked.connect(self._toggle)
        outer.addWidget(self.link)
        self.body = QWidget(self)
        self.column = Stack(self.body, spacing=6)
        outer.addWidget(self.body)
        self.set_open(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether what is under the link is shown."""
        return not self.body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it; nobody is told."""
        self.body.setVisible(is_open)
        self.link.icon_name = "chevron-down" if is_open else "chevron-right"
        self.link.setAccessibleDescription("Open" if is_open else "Closed")
        self.link.update()

    def _toggle(self) -> None:
        self.set_open(is_open=not self.is_open)
        self.toggled.emit(self.is_open)
