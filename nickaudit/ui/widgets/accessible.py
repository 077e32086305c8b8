"""For screen readers: roles that Qt does not give our painted widgets by itself, and words put together.

`install_roles` is called once, before the first window; the factory is asked for each widget by its class's
name.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_ROLES = {
    "Heading": QAccessible.Role.Heading,
    "ErrorSummary": QAccessible.Role.AlertMessage,
    "Notice": QAccessible.Role.Note,
    "QrCode": QAccessible.Role.Graphic,
    "StackedBar": QAccessible.Role.Graphic,
    "ProgressRing": QAccessible.Role.Graphic,
    "AnswerBar": QAccessible.Role.Grouping,
    "Question": QAccessible.Role.Grouping,
    "Tag": QAccessible.Role.StaticText,
    "Fact": QAccessible.Role.Row,
}
_LINKS = frozenset({"LinkSpot", "LinkButton", "TaskRow", "RoadCard"})
_PRESS = "Press"


class _Link(QAccessibleWidget):
    """A link that can be pressed: Qt has the role, but gives it no action."""

    def actionNames(self) -> list[str]:
        return [_PRESS, "SetFocus"]

    def doAction(self, name: str) -> None:
        thing = self.object()
        if name == _PRESS and isinstance(thing, QAbstractButton):
            # Not at once: the caller may be in the middle of asking this very widget something.
            QTimer.singleShot(0, thing, thing.click)
        else:
            super().doAction(name)


def _make(key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    if key in _LINKS:
        return _Link(thing, QAccessible.Role.Link)
    role = _ROLES.get(key)
    return None if role is None else QAccessibleWidget(thing, role)


def one_after_another(*parts: str) -> str:
    """What is heard in one breath: empty parts left out, and a stop between two that have none."""
    said = [part for part in parts if part]
    ended = (part if part[-1] in ".?:;…" else f"{part}." for part in said[:-1])
    return " ".join((*ended, *said[-1:]))


def install_roles() -> None:
    """Teach Qt the roles of our widgets."""
    QAccessible.installFactory(_make)
