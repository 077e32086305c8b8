"""What all our painted buttons share: words, text blocks kept per theme, the Enter key, rounded boxes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import font
from nickaudit.ui.theme.ink import ink, pen
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.text_block import Marked, Span, TextBlock

if TYPE_CHECKING:
    _AnyButton = QAbstractButton
else:
    # A class may come from one of Qt's only, and that is the button it stands before.
    _AnyButton = object

_GROWING = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_GROWING.setHeightForWidth(True)
_CLOSE = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
_CLOSE.setHeightForWidth(True)


class Blocks:
    """The text blocks of one widget, made when asked for and dropped when the theme changes."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._made: dict[tuple[str, int, int, str], TextBlock] = {}

    def get(self, text: str, size: int, weight: int = 400, *, link: str = "") -> TextBlock:
        """The block for this text at `size` px; `link` is the colour token of words that are one."""
        theme = current_theme()
        if theme is not self._theme:
            self._theme, self._made = theme, {}
        key = (text, size, weight, link)
        block = self._made.get(key)
        if block is None:
            block = self._made[key] = shared_block(theme, text, size, weight, link)
        return block


@lru_cache(maxsize=256)
def shared_block(theme: Theme, text: str, size: int, weight: int = 400, link: str = "") -> TextBlock:
    """One block for all that show the same words, page after page: set its width before it is drawn."""
    spans = (Span(0, len(text), "link"),) if link else ()
    colour = getattr(theme.colours, link) if link else ""
    return TextBlock(Marked(text, spans), font(theme, size, weight), link_colour=colour)


class EnterPresses(_AnyButton):
    """Stands before one of Qt's buttons: Enter presses it too, as people expect of a page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class WordButton(EnterPresses, QAbstractButton):
    """A painted button of words, and maybe an icon. `name` is read instead of the words."""

    def __init__(self, text: str, *, icon: str, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.words, self.icon_name = text, icon
        self._blocks = Blocks()
        prepare(self, text, name)

    def set_words(self, text: str, *, icon: str | None = None) -> None:
        """Say something else on it."""
        icon = self.icon_name if icon is None else icon
        if (text, icon) == (self.words, self.icon_name):
            return
        self.words, self.icon_name = text, icon
        name_button(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All words on one line."""
        width = self._block().natural_width() + self._around()
        return QSize(width, self.heightForWidth(width))

    def _block(self) -> TextBlock:
        raise NotImplementedError

    def _around(self) -> int:
        """Width of all that is not words."""
        raise NotImplementedError


def prepare(button: QAbstractButton, words: str, name: str = "", *, grows: bool = False) -> None:
    """Give a painted button its words and the manners of one; `name` is read instead of the words."""
    name_button(button, words, name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    fit_by_width(button, grows=grows)


def name_button(button: QAbstractButton, words: str, name: str = "") -> None:
    """Set a button's words; an ampersand in them is one, not a shortcut."""
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(name or words)


def fit_by_width(widget: QWidget, *, grows: bool = False) -> None:
    """Let layouts ask the widget for its height at a width."""
    widget.setSizePolicy(_GROWING if grows else _CLOSE)


def draw_box(
    painter: QPainter, box: QRectF, *, fill: str, edge: str, radius: float, width: float = 1.0
) -> None:
    """A rounded box whose edge lies wholly inside `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(pen(edge, width) if edge else Qt.PenStyle.NoPen)
    inset = width / 2 if edge else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


@lru_cache(maxsize=64)
def blend(colour: str, other: str, share: float) -> str:
    """A colour on the way from one to the other; for the pointer resting on something."""
    if not share:
        return colour
    a, b = QColor(colour), QColor(other)
    mixed = (x + (y - x) * share for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))  # type: ignore[index]
    return QColor(*(round(value) for value in mixed)).name()
