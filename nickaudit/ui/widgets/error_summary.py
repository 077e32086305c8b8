"""What is wrong with a page, at its top: each line says how to put one thing right and leads to its field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import CARD_RADIUS
from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.press import draw_box
from nickaudit.ui.widgets.stack import Stack

TITLE = "There is a problem"


class ErrorSummary(QFrame):
    """Takes the focus when it is shown; a link in it moves the focus to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Stack(self, spacing=2)
        self._column.setContentsMargins(20, 16, 20, 12)
        self._links: list[LinkButton] = []

    def show_faults(self, faults: tuple[tuple[str, QWidget], ...]) -> None:
        """List these faults: the sentence and the control it is about."""
        if self._column.count() == 0:
            self._column.addWidget(Heading(TITLE, 2))
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(message, control) for message, control in faults]
        self.setAccessibleName(TITLE)
        self.setAccessibleDescription(one_after_another(*(message for message, _ in faults)))

    def links(self) -> tuple[LinkButton, ...]:
        """One for each fault, in their order."""
        return tuple(self._links)

    def ring_radius(self) -> int:
        """The focus ring follows the corners."""
        return CARD_RADIUS

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box with a strong edge."""
        c = current_theme().colours
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), fill=c.bad_bg, edge=c.bad, radius=CARD_RADIUS, width=2)
        painter.end()

    def _link(self, message: str, control: QWidget) -> LinkButton:
        link = LinkButton(message, tone="bad")
        link.clicked.connect(lambda: control.setFocus(Qt.FocusReason.OtherFocusReason))
        self._column.addWidget(link)
        link.show()
        return link
