"""The window's icons: drawn from their SVG in one colour and size when first needed, then kept."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from nickaudit.paths import resource

_GRID = 24
_STROKE = 2
_SHAPES = re.compile(r"<(?!/|svg\b)(\w+)([^>]*)")
_STEPS = re.compile(r"([A-Za-z])|(-?\d*\.?\d+)")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1}


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels wide, sharp on a screen of this pixel ratio."""
    svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    lines = _straight_lines(svg)
    if lines is None:
        _render(painter, svg.replace("currentColor", colour), QRectF(pixmap.rect()))
    else:
        _draw(painter, lines, colour, pixmap.width() / _GRID)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: str, colour: str, x: float, y: float, size: int) -> None:
    """Draw an icon with its top left corner at (x, y)."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QRectF(x, y, size, size).toRect(), icon(name, colour, size, ratio))


def _render(painter: QPainter, svg: str, box: QRectF) -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    QSvgRenderer(QByteArray(svg.encode())).render(painter, box)


def _draw(painter: QPainter, paths: list[QPainterPath], colour: str, scale: float) -> None:
    pen = QPen(QColor(colour), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(pen)
    for path in paths:
        painter.drawPath(path)


def _straight_lines(svg: str) -> list[QPainterPath] | None:
    """The paths of an icon of straight lines: those of the first page are, and Qt's SVG is slow to load."""
    paths = []
    for shape, said in _SHAPES.findall(svg):
        steps = re.search(r'\bd="([^"]*)"', said)
        path = _path(steps[1]) if shape == "path" and steps else None
        if path is None:
            return None
        paths.append(path)
    return paths


def _path(steps: str) -> QPainterPath | None:
    path, x, y = QPainterPath(), 0.0, 0.0
    command = ""
    numbers: list[float] = []
    for letter, number in _STEPS.findall(steps):
        if letter:
            command, numbers = letter, []
            if command.lower() not in _TAKES:
                return None
            continue
        numbers.append(float(number))
        kind = command.lower()
        if len(numbers) < _TAKES[kind]:
            continue
        from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
        if kind != "v":
            x = from_x + numbers[0]
        if kind != "h":
            y = from_y + numbers[-1]
        if kind == "m":
            path.moveTo(x, y)
            command = "l" if command.islower() else "L"
        else:
            path.lineTo(x, y)
        numbers = []
    return path
