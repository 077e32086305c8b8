"""Icons of straight lines are drawn without Qt's SVG, and nobody can tell."""

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from nickaudit.paths import resource
from nickaudit.ui.theme.icons import icon

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_as_its_svg_says(name: str, app: QApplication) -> None:
    svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", "#0B6259")
    for size in (14, 18, 27, 36):
        for ratio in (1.0, 1.25, 2.0):
            expected = QPixmap(round(size * ratio), round(size * ratio))
            expected.fill(Qt.GlobalColor.transparent)
            painter = QPainter(expected)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(expected.rect()))
            painter.end()
            assert icon(name, "#0B6259", size, ratio).toImage() == expected.toImage()
