"""Text laid out before it is drawn, so that a paper can find the size at which all of it fits."""

import unicodedata
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from nickaudit.documents.pdf.application import FAMILY

INK = "#1A2330"
MUTED = "#56616E"

UNIT = 10
"""Qt lays text out in whole pixels of size; a tenth of a point each keeps fractions of a point."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; the size in points."""

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = INK

    def scaled(self, factor: float) -> "Style":
        """The same, larger or smaller."""
        return replace(self, size=self.size * factor)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A laid-out text; `layout` is in tenths of a point, `height` in points."""

    layout: QTextLayout
    height: float
    colour: str


def laid_out(text: str, *, width: float, style: Style, bold: str = "") -> Paragraph:
    """The text broken into lines of this width in points; long words are broken too, nothing is cut off.

    Args:
        text: One paragraph; line feeds start a new line.
        width: In points.
        style: Font and colour.
        bold: The part of the text to set in bold.
    """
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), _font(style))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTextDirection(_direction(text))
    layout.setTextOption(option)
    if bold and (start := text.find(bold)) >= 0:
        span = QTextLayout.FormatRange()
        span.start, span.length = start, len(bold)
        span.format = QTextCharFormat()
        span.format.setFontWeight(QFont.Weight.Bold)
        layout.setFormats([span])
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNIT)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return Paragraph(layout, height / UNIT, style.colour)


def _font(style: Style) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(style.size * UNIT))
    font.setWeight(style.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _direction(text: str) -> Qt.LayoutDirection:
    """As the first letter that has a direction runs."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return Qt.LayoutDirection.LeftToRight if kind == "L" else Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
