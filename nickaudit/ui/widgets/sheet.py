"""The part of the window that scrolls: as wide as the view, as high as its content needs.

Qt's scroll area would take the height its content needs when narrow, which leaves gaps and a bar nobody
needs; so the sheet's size is set here, from the content's height at the width it really has.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from nickaudit.ui.theme.tokens import RING_ROOM
from nickaudit.ui.widgets.focus_ring import FocusRing


class _Content(QWidget):
    """Tells the sheet when something in it wants another height."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._sheet.fit()
        return handled


class Sheet(QScrollArea):
    """Scrolls up and down, never sideways; keeps the control with the focus wholly in view, ring and all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = _Content(self)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setWidget(self.content)
        self.ring = FocusRing(self.content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the content the view's width, and the height it needs there."""
        width, least = self.viewport().width(), self.viewport().height()
        height = max(self.column.totalHeightForWidth(width), least)
        if (width, height) != (self.content.width(), self.content.height()):
            self.content.resize(width, height)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that the widget and its ring are in view.

        The top of it, where it is higher than the view.
        """
        corner = widget.mapTo(self.content, QPoint(0, 0))
        whole = QRect()
        for rect in getattr(widget, "ring_rects", lambda: [widget.rect()])():
            whole = whole.united(rect)
        wanted = whole.translated(corner).adjusted(0, -RING_ROOM - 1, 0, RING_ROOM + 1)
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top = bar.value()
        if wanted.bottom() > top + view:
            top = wanted.bottom() - view
        bar.setValue(min(top, wanted.top()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The window knows the order; the sheet follows the focus by itself."""
        parent = self.parentWidget()
        return (
            parent.focusNextPrevChild(forward) if parent is not None else super().focusNextPrevChild(forward)
        )

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.content.isAncestorOf(new):
            self.bring_into_view(new)
