"""Measures that nothing on a page is cut off, covered or out of reach, in the window as it stands.

Every widget is asked what its words need at the width it has, and is held against what it got. What painted
widgets cannot say by Qt's own means, they say by `heightForWidth`, `minimumSizeHint` and `ring_rects`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

_SLACK = 1
"""Pixels: sums of rounded sizes differ by one."""
_OVERLAP = 2
"""Pixels that two joined controls may share: a common edge and its rounding."""
_MOST_STOPS = 600


class Kind(StrEnum):
    """What is wrong."""

    TEXT = "text cut off"
    OUTSIDE = "sticks out of what it is in"
    SIDEWAYS = "would scroll sideways"
    OVERLAP = "covers another"
    HIDDEN_FOCUS = "has the focus and is not wholly in view"
    TRAP = "Tab does not get round"
    WINDOW = "came up as a window of its own"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be."""

    kind: Kind
    what: str
    """Class and words of the widget."""
    detail: str

    def __str__(self) -> str:
        """As `tour.json` has it."""
        return f"{self.kind}: {self.what} ({self.detail})"


class StrayWindows(QObject):
    """Notices parts of a page that come up as windows of their own, if only for a moment."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._seen: list[Fault] = []
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def take(self) -> tuple[Fault, ...]:
        """Those seen since the last time."""
        seen, self._seen = tuple(self._seen), []
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part without a place in the window yet becomes a window when it is shown."""
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched is not self._window
            and watched.windowType() == Qt.WindowType.Window
        ):
            self._seen.append(Fault(Kind.WINDOW, _called(watched), "shown before it was put on the page"))
        return super().eventFilter(watched, event)


def faults_of(window: QWidget) -> tuple[Fault, ...]:
    """Everything wrong with what the window shows now; the focus is not moved."""
    shown = list(_shown(window))
    found = [fault for widget in shown for fault in (*_text(widget), *_outside(widget), *_sideways(widget))]
    return (*found, *_overlaps(window, shown))


def focus_faults(window: QWidget) -> tuple[Fault, ...]:
    """Go round all stops of the Tab key; each must be wholly in view. The focus ends where it was."""
    start = QApplication.focusWidget()
    found: list[Fault] = []
    seen: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        if not window.focusNextPrevChild(True):
            break
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        found += _out_of_view(window, here)
    else:
        found.append(Fault(Kind.TRAP, _called(window), f"after {_MOST_STOPS} stops"))
    unseen = [each for each in _tab_stops(window) if each not in seen]
    found += [Fault(Kind.TRAP, _called(each), "Tab does not stop at it") for each in unseen]
    if start is not None and start.isVisible():
        start.setFocus(Qt.FocusReason.OtherFocusReason)
    return tuple(found)


def _shown(window: QWidget) -> Iterator[QWidget]:
    for child in window.findChildren(QWidget):
        if child.isVisibleTo(window) and not child.isWindow() and not _is_overlay(child):
            yield child


def _is_overlay(widget: QWidget) -> bool:
    """A picture laid over the page, such as the focus ring; and the parts Qt makes for itself."""
    name = widget.objectName()
    return name == "focus-ring" or name.startswith("qt_")


def _text(widget: QWidget) -> Iterator[Fault]:
    if isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
        return
    if isinstance(widget, QAbstractScrollArea) or not _has_words(widget):
        return
    size, called = widget.size(), _called(widget)
    if isinstance(widget, QLabel) and type(widget) is QLabel and widget.wordWrap():
        document = QTextDocument(widget.text())
        document.setDefaultFont(widget.font())
        document.setDocumentMargin(0)
        document.setTextWidth(widget.contentsRect().width())
        if document.idealWidth() > widget.contentsRect().width() + _SLACK:
            yield Fault(Kind.TEXT, called, f"{size.width()} wide, a word needs {document.idealWidth():.0f}")
    wraps = widget.hasHeightForWidth()
    needed = widget.heightForWidth(size.width()) if wraps else widget.sizeHint().height()
    if size.height() + _SLACK < needed:
        yield Fault(Kind.TEXT, called, f"{size.height()} high, needs {needed}")
    hint = widget.minimumSizeHint() if wraps or isinstance(widget, QLineEdit) else widget.sizeHint()
    if size.width() + _SLACK < hint.width():
        yield Fault(Kind.TEXT, called, f"{size.width()} wide, needs {hint.width()}")


def _cells(view: QAbstractItemView) -> Iterator[Fault]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            place, needed = view.visualRect(index), view.sizeHintForIndex(index)
            hidden = isinstance(view, QTableView) and view.isColumnHidden(column)
            if hidden or not place.isValid() or not needed.isValid():
                continue
            if needed.width() > place.width() + _SLACK or needed.height() > place.height() + _SLACK:
                has = f"{place.width()}×{place.height()}"
                yield Fault(
                    Kind.TEXT, f"cell “{index.data()}”", f"{has}, needs {needed.width()}×{needed.height()}"
                )


def _outside(widget: QWidget) -> Iterator[Fault]:
    parent = widget.parentWidget()
    if parent is None or _scrolls(parent):
        return
    rect, room = widget.geometry(), parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if rect.isEmpty() or room.contains(rect):
        return
    words = [each for each in (widget, *widget.findChildren(QWidget)) if _has_words(each)]
    if words:
        over = max(
            room.left() - rect.left(),
            room.top() - rect.top(),
            rect.right() - room.right(),
            rect.bottom() - room.bottom(),
        )
        yield Fault(Kind.OUTSIDE, _called(widget), f"by {over} px, out of {_called(parent)}")


def _scrolls(parent: QWidget) -> bool:
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is parent


def _sideways(widget: QWidget) -> Iterator[Fault]:
    if not isinstance(widget, QScrollArea):
        return
    inside, room = widget.widget(), widget.viewport().width()
    if inside is None:
        return
    least_width = getattr(widget, "least_width", None)
    least = least_width() if callable(least_width) else inside.minimumSizeHint().width()
    wide = max(least, inside.width())
    if wide > room + _SLACK:
        yield Fault(Kind.SIDEWAYS, _called(widget), f"{room} wide, needs {wide}")


def _overlaps(window: QWidget, shown: list[QWidget]) -> Iterator[Fault]:
    pieces = [
        (each, rect)
        for each in shown
        if _has_words(each) and not _holds_words(each)
        for rect in _rects_in(window, each)
    ]
    pieces.sort(key=lambda piece: piece[1].top())
    for number, (one, rect) in enumerate(pieces):
        for other, other_rect in pieces[number + 1 :]:
            if other_rect.top() > rect.bottom():
                break
            if one is other or one.isAncestorOf(other) or other.isAncestorOf(one):
                continue
            if _scroll_part(one) is not _scroll_part(other):
                continue  # one lies under the bar, until it is scrolled there
            shared = rect.intersected(other_rect)
            if min(shared.width(), shared.height()) > _OVERLAP:
                detail = f"{_called(other)}, {shared.width()}×{shared.height()} px"
                yield Fault(Kind.OVERLAP, _called(one), detail)


def _out_of_view(window: QWidget, widget: QWidget) -> Iterator[Fault]:
    area = _scroll_part(widget)
    view = area.viewport() if area is not None else window
    room = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
    for rect in _rects_in(window, widget, ring=True):
        seen = rect.intersected(room)
        is_tall = rect.height() > room.height()
        if seen.width() + _SLACK < rect.width() or (
            seen.height() + _SLACK < rect.height() and not (is_tall and rect.top() >= room.top())
        ):
            detail = f"{seen.width()}×{seen.height()} of {rect.width()}×{rect.height()} px in view"
            yield Fault(Kind.HIDDEN_FOCUS, _called(widget), detail)
            return


def _tab_stops(window: QWidget) -> Iterator[QWidget]:
    for widget in _shown(window):
        tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabs and widget.isEnabled() and widget.focusProxy() is None:
            yield widget


def _scroll_part(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _rects_in(window: QWidget, widget: QWidget, *, ring: bool = False) -> list[QRect]:
    """The rectangles of a widget in its window; a link that goes over two lines has two."""
    corner = widget.mapTo(window, QPoint(0, 0))
    own = getattr(widget, "ring_rects", None)
    rects = own() if callable(own) and (ring or hasattr(widget, "line_rects")) else [widget.rect()]
    return [rect.translated(corner) for rect in rects]


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit | QAbstractItemView):
        return True
    words = getattr(widget, "text", None)
    if callable(words):
        return bool(words()) or bool(isinstance(widget, QAbstractButton) and widget.accessibleName())
    return bool(widget.accessibleName())


def _holds_words(widget: QWidget) -> bool:
    """A group is as large as what is in it: only the innermost can lie over one another."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return False
    return any(_has_words(child) and child.isVisibleTo(widget) for child in widget.findChildren(QWidget))


def _called(widget: QWidget) -> str:
    words = widget.accessibleName()
    text = getattr(widget, "text", None)
    if not words and callable(text):
        words = str(text())
    short = words if len(words) <= 60 else f"{words[:57]}…"
    return f"{type(widget).__name__} “{short}”" if short else type(widget).__name__
