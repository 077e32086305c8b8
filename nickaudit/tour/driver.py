"""Hands and eyes of the tour: finds a control by role and accessible name, and works it by mouse or keys.

Events go to the window as the system would send them; Qt itself finds what lies under the pointer or has the
focus. Nothing is called past the widgets.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from nickaudit.domain.errors import NickAuditError

PATIENCE = 20.0
"""Seconds to wait for anything that takes time, before the tour gives up."""
PRESSABLE = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.Link,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
    }
)
_WHEEL_STEP = 120
_MOST_TURNS = 200
_MOST_TABS = 400
_TAKES_THE_MOUSE_FOR = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class TourStopped(NickAuditError):  # noqa: N818 - what happened, as it is told
    """The tour could not go on."""


class Driver:
    """Works one window the way a person does."""

    def __init__(self, window: QWidget, is_idle: Callable[[], bool] = lambda: True) -> None:
        self._window = window
        self._is_idle = is_idle
        self._fault: BaseException | None = None

    def fail(self, error: BaseException) -> None:
        """Something went wrong in the window itself; the next step stops the tour with it."""
        self._fault = self._fault or error

    def settle(self) -> None:
        """Let everything happen that is waiting to happen: layouts, paints, deletions.

        Raises:
            TourStopped: Something of that went wrong.
        """
        for _ in range(4):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._fault is not None:
            what = f"{type(self._fault).__name__}: {self._fault}"
            raise TourStopped(f"Something went wrong on the page “{self.title}” ({what}).") from self._fault

    def to_front(self) -> None:
        """Make the window the one that gets the keys, should another have come up."""
        if not self._window.isActiveWindow():
            self._window.activateWindow()
            self.wait("the window to come to the front", self._window.isActiveWindow)

    def wait(self, what: str, until: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            TourStopped: It took too long.
        """
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TourStopped(f"The tour waited in vain for {what}, on the page “{self.title}”.")
            self.settle()
            time.sleep(0.005)
        self.settle()

    def wait_for_work(self) -> None:
        """Wait until nothing runs beside the window."""
        self.wait("the work to end", self._is_idle)

    @property
    def title(self) -> str:
        """What the window calls itself."""
        return self._window.windowTitle()

    def texts(self) -> tuple[str, ...]:
        """Everything with a name that can be seen or scrolled to, in the order it is read."""
        return tuple(name for _, _, name in self._things() if name)

    def is_there(self, name: str, *roles: QAccessible.Role) -> bool:
        """Whether something of that name is on the page."""
        return any(own == name and (not roles or role in roles) for _, role, own in self._things())

    def names(self, *roles: QAccessible.Role) -> tuple[str, ...]:
        """Names of everything on the page with one of these roles, in the order it is read."""
        return tuple(name for _, role, name in self._things() if role in roles)

    def find(self, name: str, *roles: QAccessible.Role) -> QWidget:
        """The one thing of that name, with one of these roles (by default: what can be pressed).

        Raises:
            TourStopped: There is none, or there are several.
        """
        wanted = roles or tuple(PRESSABLE)
        found = [widget for widget, role, own in self._things() if own == name and role in wanted]
        if len(found) != 1:
            count = "nothing" if not found else f"{len(found)} things"
            raise TourStopped(f"On the page “{self.title}” there is {count} called “{name}”.")
        return found[0]

    def click(self, name: str, *roles: QAccessible.Role) -> None:
        """Scroll to the control of that name, and click it.

        Raises:
            TourStopped: It is not there, or a person could not hit it.
        """
        widget = self.find(name, *roles)
        self.scroll_to(widget)
        at = self._place_to_hit(widget, name)
        button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseMove, at, none, none)
        self.settle()
        at = self._place_to_hit(widget, name)  # should something have moved it meanwhile
        self._mouse(QEvent.Type.MouseButtonPress, at, button, button)
        self._mouse(QEvent.Type.MouseButtonRelease, at, button, none)
        self.settle()

    def scroll_to(self, widget: QWidget) -> None:
        """Turn the wheel until the whole control is in view, or its top where it is higher than the view."""
        area = _scroll_area_of(widget)
        if area is None:
            return
        for _ in range(_MOST_TURNS):
            corner = widget.mapTo(area.viewport(), QPoint(0, 0))
            room = area.viewport().height()
            below = corner.y() + widget.height() > room and corner.y() > 0
            if corner.y() >= 0 and not below:
                return
            before = area.verticalScrollBar().value()
            self._turn_wheel(area, -1 if below else 1)
            if area.verticalScrollBar().value() == before:
                return

    def key(
        self,
        key: Qt.Key,
        text: str = "",
        *,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key and let it go."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(self._handle(), QKeyEvent(kind, key, modifiers, text))
            self.settle()

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        for letter in text:
            self.key(Qt.Key.Key_unknown, letter)

    def fill(self, name: str, text: str) -> None:
        """Click into the line of that name, empty it, and type."""
        self.click(name, QAccessible.Role.EditableText)
        self.key(Qt.Key.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
        self.key(Qt.Key.Key_Delete)
        self.type(text)

    def tab_to(self, name: str, *roles: QAccessible.Role) -> QWidget:
        """Press Tab until the control of that name has the focus.

        Raises:
            TourStopped: Tab does not get there.
        """
        widget = self.find(name, *roles)
        for _ in range(_MOST_TABS):
            if QApplication.focusWidget() is widget:
                return widget
            self.key(Qt.Key.Key_Tab)
        raise TourStopped(f"On the page “{self.title}” Tab does not get to “{name}”.")

    def press(self, name: str, *, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Go there with Tab and press it: by keyboard alone."""
        self.tab_to(name)
        self.key(key)

    def choose_by_key(self, group: str, name: str) -> None:
        """Choose one of the answers of a group: Tab to the group, arrows to the answer, Space."""
        answers = [widget for widget in self._children_of(group) if widget.isVisible()]
        wanted = self.find(name, QAccessible.Role.RadioButton)
        for _ in range(_MOST_TABS):
            if QApplication.focusWidget() in answers:
                break
            self.key(Qt.Key.Key_Tab)
        for _ in range(len(answers)):
            if QApplication.focusWidget() is wanted:
                self.key(Qt.Key.Key_Space, " ")
                return
            self.key(_arrow(QApplication.focusWidget(), wanted))
        raise TourStopped(f"On the page “{self.title}” the arrows do not get to “{name}”.")

    def _children_of(self, group: str) -> list[QWidget]:
        around = self.find(group, QAccessible.Role.Grouping, QAccessible.Role.Client)
        return [widget for widget, role, _ in _walk(_interface(around)) if role in PRESSABLE]

    def _things(self) -> Iterator[tuple[QWidget, QAccessible.Role, str]]:
        yield from _walk(_interface(self._window))

    def _place_to_hit(self, widget: QWidget, name: str) -> QPoint:
        """A point of the control that a click would really get to."""
        target: QWidget | None = widget
        spots = [widget.rect()]
        if widget.testAttribute(_TAKES_THE_MOUSE_FOR):  # a link in a text: the text takes the click
            target = widget.parentWidget()
            spots = [rect.translated(-widget.pos()) for rect in getattr(widget, "line_rects", list)()]
        for spot in spots:
            at = widget.mapTo(self._window, spot.center())
            hit = self._window.childAt(at)
            if hit is not None and target is not None and (hit is target or target.isAncestorOf(hit)):
                return at
        raise TourStopped(f"On the page “{self.title}” a person could not click “{name}”: it is covered.")

    def _mouse(self, kind: QEvent.Type, at: QPoint, by: Qt.MouseButton, held: Qt.MouseButton) -> None:
        here, there = QPointF(at), QPointF(self._window.mapToGlobal(at))
        event = QMouseEvent(kind, here, here, there, by, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(self._handle(), event)

    def _turn_wheel(self, area: QScrollArea, way: int) -> None:
        view = area.viewport()
        middle = view.rect().center()
        here, there = QPointF(middle), QPointF(view.mapToGlobal(middle))
        event = QWheelEvent(
            here,
            there,
            QPoint(),
            QPoint(0, way * _WHEEL_STEP),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        # To the view itself: Qt hands on from widget to widget only what the system sent.
        QCoreApplication.postEvent(view, event)
        self.settle()

    def _handle(self) -> QWindow:
        self.to_front()
        handle = self._window.windowHandle()
        if handle is None:
            raise TourStopped("The window is not open.")
        return handle


def _interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    if found is None:
        raise TourStopped("The window cannot be read.")
    return found


def _walk(of: QAccessibleInterface) -> Iterator[tuple[QWidget, QAccessible.Role, str]]:
    """Everything that is shown, depth first, with role and name."""
    for number in range(of.childCount()):
        child = of.child(number)
        widget = child.object() if child is not None else None
        if child is None or not isinstance(widget, QWidget) or widget.isHidden():
            continue
        yield widget, child.role(), child.text(QAccessible.Text.Name)
        yield from _walk(child)


def _arrow(here: QWidget | None, wanted: QWidget) -> Qt.Key:
    """The arrow key that points from one answer to another."""
    if here is None:
        return Qt.Key.Key_Down
    a, b = in_window(here).center(), in_window(wanted).center()
    if abs(b.y() - a.y()) > here.height() // 2:
        return Qt.Key.Key_Down if b.y() > a.y() else Qt.Key.Key_Up
    return Qt.Key.Key_Right if b.x() > a.x() else Qt.Key.Key_Left


def _scroll_area_of(widget: QWidget) -> QScrollArea | None:
    above: QWidget | None = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def in_window(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
