"""The part of the window that scrolls: as wide as the view, as high as its content needs.

Qt's scroll area would take the height its content needs when narrow, which leaves gaps and a bar nobody
needs; so the sheet's size is set here, from the content's height at the width it really has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from nickaudit.ui.theme.tokens import RING_ROOM
from nickaudit.ui.widgets.focus_ring import FocusRing

_LEVELS = 4
"""A wish for another height goes up one widget that lays out its parts by hand at a time."""


class _Content(QWidget):
    """Tells the sheet when something in it wants another height."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def minimumSizeHint(self) -> QSize:
        """Nothing: the scroll area asks for it at every turn. `Sheet.least_width` knows."""
        return QSize(1, 1)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._sheet.fit()
        return handled


class Sheet(QScrollArea):
    """Scrolls up and down, never sideways; keeps the control with the focus wholly in view, ring and all.

    Its parts lie under one another. The one put in with `stretches` gets the height that is left.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._stretching: QWidget | None = None
        self._to_show: QWidget | None = None
        self._has_new = False
        self.content = _Content(self)
        # Asked for a view made by Qt itself, its binding looks through every kind of widget there is.
        self._view = QWidget()
        self._view.setAutoFillBackground(True)
        self.setViewport(self._view)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setWidget(self.content)
        self.ring = FocusRing(self.content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def parts(self) -> list[QWidget]:
        """What lies in the sheet, from the top down."""
        return list(self._parts)

    def least_width(self) -> int:
        """The narrowest everything in it can be; more than the view's would mean scrolling sideways."""
        shown = (part for part in self._parts if not is_put_away(part))
        return max((part.minimumSizeHint().width() for part in shown), default=0)

    def put(self, widget: QWidget, place: int, *, stretches: bool = False) -> None:
        """Put a part in; it is shown and laid out by the caller's `show` and `fit`."""
        widget.setParent(self.content)
        self._parts.insert(place, widget)
        self._has_new = True
        if stretches:
            self._stretching = widget

    def show_part(self, widget: QWidget) -> None:
        """Show a part that was put in, once it has its place: else it is laid out for no width at all."""
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self._to_show = widget
        else:
            widget.show()

    def take(self, widget: QWidget) -> None:
        """Take a part out, if it is in."""
        if widget in self._parts:
            self._parts.remove(widget)
        if widget is self._stretching:
            self._stretching = None
        if widget is self._to_show:
            self._to_show = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give everything the view's width, and the height it needs there."""
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return  # not shown yet, so the width is not the one it will have
        self._lay_out(self._fitting_width())
        if self._view.width() != self.content.width():
            # The scroll bar takes another width than it said.
            self._lay_out(self._view.width())
        if self._to_show is not None:
            self._to_show.show()
            self._to_show = None

    def _fitting_width(self) -> int:
        """The width there will be, known before anything is placed: no long page is laid out twice."""
        across, room = self.contentsRect().width(), self._view.height()
        if self._view.width() == across and not self._has_new and self._needed(across) <= room:
            return across
        self._has_new = False
        # In Fusion, which every window wears, a bar always stands beside the page and never lies over it.
        beside_bar = across - self.verticalScrollBar().sizeHint().width()
        has_bar = self._needed(beside_bar) > room
        # Left to itself, Qt would show or hide it only with the next events, after all has been laid out.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        return beside_bar if has_bar else across

    def _needed(self, width: int) -> int:
        return sum(_height(part, width) for part in self._parts if not is_put_away(part))

    def _lay_out(self, width: int) -> None:
        shown = [part for part in self._parts if not is_put_away(part)]
        heights = [_height(part, width) for part in shown]
        spare = self._view.height() - sum(heights)
        total = sum(heights) + max(0, spare)
        if (width, total) != (self.content.width(), self.content.height()):
            self.content.resize(width, total)
        y = 0
        for part, height in zip(shown, heights, strict=True):
            tall = height + max(0, spare) if part is self._stretching else height
            part.setGeometry(0, y, width, tall)
            y += tall

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that the widget and its ring are in view.

        The top of it, where it is higher than the view.
        """
        ring = QRect()
        for rect in getattr(widget, "ring_rects", lambda: [widget.rect()])():
            ring = ring.united(rect)
        bar, view = self.verticalScrollBar(), self._view.height()
        room = RING_ROOM + 1
        whole = ring.united(widget.rect())
        # Of a table higher than the view, only the row that has the ring.
        wanted = whole if whole.height() + 2 * room <= view else ring
        wanted = wanted.translated(widget.mapTo(self.content, QPoint(0, 0))).adjusted(0, -room, 0, room)
        top = bar.value()
        if wanted.bottom() > top + view:
            top = wanted.bottom() - view
        bar.setValue(min(top, wanted.top()))

    @contextmanager
    def held(self, widget: QWidget) -> Iterator[None]:
        """Keep it where it is in the view while something above it comes or goes."""
        before = widget.mapTo(self.content, QPoint(0, 0)).y()
        yield
        for _ in range(_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapTo(self.content, QPoint(0, 0)).y() - before)
        self.bring_into_view(widget)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The window knows the order; the sheet follows the focus by itself."""
        parent = self.parentWidget()
        return (
            parent.focusNextPrevChild(forward) if parent is not None else super().focusNextPrevChild(forward)
        )

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.content.isAncestorOf(new):
            self.bring_into_view(new)


def sheet_of(widget: QWidget) -> Sheet | None:
    """The sheet that something lies in."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Sheet):
        above = above.parentWidget()
    return above


def is_put_away(part: QWidget) -> bool:
    """Hidden on purpose, not only because it has not been shown yet."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
