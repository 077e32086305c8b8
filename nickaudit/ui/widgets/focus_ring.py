"""The ring round whatever has the focus: yellow outside a dark ring, a little away from the control.

It lies over the page as a picture that takes no clicks, so that no control has to keep room for it and
nothing ever moves. A control may say where its ring goes (`ring_rects`), how round it is (`ring_radius`),
or that it wants none (`takes_ring = False`).
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import RADIUS, RING_GAP_PX, RING_INNER_PX, RING_PX, RING_ROOM

_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """One for each `host`: the window itself, and each sheet that scrolls in it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._rects: list[QRect] = []
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        host.setProperty("ring_host", True)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
            self._focus_moved(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the control goes."""
        if event.type() in _FOLLOWED:
            self.follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both rings."""
        c = current_theme().colours
        radius = getattr(self._target, "ring_radius", lambda: RADIUS - 2)()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in self._rects:
            box = QRectF(rect.translated(-self.pos()))
            for out, width, colour in (
                (RING_GAP_PX + RING_INNER_PX / 2, RING_INNER_PX, c.ring),
                (RING_GAP_PX + RING_INNER_PX + RING_PX / 2, RING_PX, c.focus),
            ):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out)
        painter.end()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        self._target = new if new is not None and self._is_mine(new) else None
        if self._target is None:
            self.hide()
            return
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._target.destroyed.connect(self._target_gone)
        self.follow()

    def _is_mine(self, widget: QWidget) -> bool:
        if not getattr(widget, "takes_ring", True):
            return False
        above: QWidget | None = widget.parentWidget()
        while above is not None and not above.property("ring_host"):
            above = above.parentWidget()
        return above is self._host

    def follow(self) -> None:
        """Go where the control with the focus is now."""
        target = self._target
        if target is None or not target.isVisibleTo(self._host):
            self.hide()
            return
        places = getattr(target, "ring_rects", None)
        rects = places() if places is not None else [target.rect()]
        corner = target.mapTo(self._host, QPoint(0, 0))
        self._rects = [rect.translated(corner) for rect in rects]
        whole = QRect()
        for rect in self._rects:
            whole = whole.united(rect)
        self.setGeometry(whole.adjusted(-RING_ROOM, -RING_ROOM, RING_ROOM, RING_ROOM))
        self.raise_()
        self.show()
        self.update()

    def _target_gone(self) -> None:
        self._target = None
        self._watched = []
        self.hide()

    def _unwatch(self) -> None:
        # A control that is being deleted gives the focus away when little is left of it.
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and shiboken6.isValid(self._target):
            self._target.destroyed.disconnect(self._target_gone)
        self._watched = []
