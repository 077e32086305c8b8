"""Colours and pens for painting, each made once: a page paints with a dozen of them a hundred times over."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QPen


@lru_cache(maxsize=128)
def ink(colour: str) -> QColor:
    """The colour of that name. Shared: do not change it."""
    return QColor(colour)


@lru_cache(maxsize=64)
def pen(colour: str, width: float = 1.0) -> QPen:
    """A pen of that colour. Shared: do not change it."""
    return QPen(QColor(colour), width)
