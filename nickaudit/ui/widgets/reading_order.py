"""The order in which Tab goes through a window: as things are laid out, also those that came later."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from nickaudit.ui.widgets.own_layout import OwnLayout


def stops(widget: QWidget, current: QWidget | None) -> Iterator[QWidget]:
    """What Tab stops at under `widget`, and `current` in its place even where Tab would not stop there."""
    for child in _in_order(widget):
        if child.isHidden():
            continue
        tabs = child.isEnabled() and bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if child is current or (tabs and child.focusProxy() is None):
            yield child
        yield from stops(child, current)


def neighbour(window: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """The next or previous stop, round the ends."""
    found = list(stops(window, current))
    others = [widget for widget in found if widget is not current]
    if not others:
        return None
    if current not in found:
        return others[0 if forward else -1]
    here = found.index(current)
    return found[(here + (1 if forward else -1)) % len(found)]


def _in_order(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid_out = list(_widgets(layout)) if layout is not None else []
    others = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    return laid_out + [child for child in others if child not in laid_out]


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    items = layout.items() if isinstance(layout, OwnLayout) else map(layout.itemAt, range(layout.count()))
    for item in items:
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
