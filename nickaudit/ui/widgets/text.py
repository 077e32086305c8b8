"""A label whose text wraps at any size, with links inside it that the keyboard reaches one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from nickaudit.ui.theme import tokens
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import BOLD, SEMIBOLD, font
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.link_spot import LinkSpot
from nickaudit.ui.widgets.text_block import Marked, TextBlock, read_marks

_ARROW = " → "
_ANY_WIDTH = 1_000_000
_KEPT = 512
"""So many texts stay set in lines: a page that is turned back to has none to set anew."""


class Role(Enum):
    """What a text is: size at 100 %, weight, and the token of its colour."""

    BODY = (16, 400, "ink")
    LEAD = (18, 400, "ink")
    STRONG = (16, SEMIBOLD, "ink")
    MUTED = (16, 400, "muted")
    SIDE = (14, 400, "ink")
    SIDE_STRONG = (14, SEMIBOLD, "ink")
    SIDE_MUTED = (14, 400, "muted")
    SIDE_HEADING = (16, BOLD, "ink")
    SUBHEADING = (tokens.SUBHEADING_PX, BOLD, "ink")
    CARD_HEADING = (18, BOLD, "ink")
    HEADING = (tokens.HEADING_PX, BOLD, "ink")
    TITLE = (22, BOLD, "ink")
    WARN = (16, 400, "warn")
    BAD = (16, SEMIBOLD, "bad")


_LOOKS = {role: role.value for role in Role}
"""Asking an enum for its value costs more than drawing a letter."""


@lru_cache(maxsize=_KEPT)
def _set_in_lines(
    theme: Theme, marked: Marked, size: int, weight: int, link_colour: str, centred: bool
) -> TextBlock:
    """One block for all labels with the same words: whoever draws it sets its width first."""
    return TextBlock(
        marked,
        font(theme, size, weight),
        link_colour=link_colour,
        line_height=1.0 if weight == BOLD else tokens.LINE_HEIGHT,
        centred=centred,
    )


class TextLabel(QLabel):
    """Wrapping text. `text()` is what is read aloud; `marks=True` reads `**bold**` and `[words](name)`."""

    link_activated = Signal(str)

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        *,
        marks: bool = False,
        links: Mapping[str, Callable[[], None]] | None = None,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role = role
        self._marks = marks or links is not None
        self._links = dict(links or {})
        if links:
            # They know the page, which knows this label: a circle that Python would have to look for.
            self.destroyed.connect(partial(dict.clear, self._links))
        self._centred = centred
        self._most = 0
        """Greatest width of the lines in the theme they are set for."""
        self._marked = Marked("")
        self._spots: list[LinkSpot] = []
        self._block: TextBlock | None = None
        self._block_theme: Theme | None = None
        self._placed_in: Theme | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # so that Qt knows of the height by width without asking
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; links in it are made anew."""
        marked = read_marks(text) if self._marks else Marked(text)
        if marked == self._marked:
            return
        self._marked = marked
        self._block = None
        super().setText(marked.text)
        if _ARROW in marked.text:
            self.setAccessibleName(marked.text.replace(_ARROW, ": "))
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._spots = [
            LinkSpot(marked.text[span.start : span.end], span, parent=self)
            for span in marked.spans
            if span.link
        ]
        for spot in self._spots:
            spot.clicked.connect(self._follow)
        if self._spots or self.hasMouseTracking():
            self.setMouseTracking(bool(self._spots))
        self.updateGeometry()
        self._place_spots()
        self.update()

    def set_role(self, role: Role) -> None:
        """Show the text in another size or colour."""
        if role is not self.role:
            self.role = role
            self._block = None
            self.updateGeometry()
            self.update()

    def fill_width(self) -> None:
        """Use all the width there is, for a line or two that stand by themselves."""
        self._most = _ANY_WIDTH
        self.updateGeometry()

    def block(self) -> TextBlock:
        """The text set in lines for the current theme."""
        theme = current_theme()
        if self._block is None or theme is not self._block_theme:
            size, weight, _ = _LOOKS[self.role]
            colour = self._link_colour(theme) if self._marked.spans else ""
            self._block = _set_in_lines(theme, self._marked, size, weight, colour, self._centred)
            self._block_theme = theme
            if self._most != _ANY_WIDTH:
                self._most = theme.px(tokens.TEXT_COLUMN)
        return self._block

    def heightForWidth(self, width: int) -> int:
        """Height of the lines at this width."""
        return self.block().height(max(1, min(width, self._most)))

    def sizeHint(self) -> QSize:
        """The text unbroken, but not wider than a comfortable column."""
        block = self.block()
        width = max(1, min(block.natural_width(), self._most))
        return QSize(width, block.height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, and one line."""
        block = self.block()
        widest = min(block.widest_word(), current_theme().px(200))
        return QSize(widest, block.first_line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        block, theme = self.block(), current_theme()
        if self._spots and theme is not self._placed_in:
            self._place_spots()
        block.set_width(max(1, min(self.width(), self._most)))
        painter = QPainter(self)
        block.draw(painter, 0, 0, getattr(theme.colours, _LOOKS[self.role][2]))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Links move with the lines."""
        super().resizeEvent(event)
        self._place_spots()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a link."""
        over = self._spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link follows it."""
        spot = self._spot_at(event.position())
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            spot.setFocus(Qt.FocusReason.MouseFocusReason)
            spot.click()
        else:
            super().mouseReleaseEvent(event)

    def _follow(self) -> None:
        spot = self.sender()
        if isinstance(spot, LinkSpot):
            action = self._links.get(spot.span.link)
            if action is not None:
                action()
            self.link_activated.emit(spot.span.link)

    def _spot_at(self, position: QPointF) -> LinkSpot | None:
        spots = (s for s in self._spots if any(r.contains(position.toPoint()) for r in s.line_rects()))
        return next(spots, None)

    def _place_spots(self) -> None:
        if not self._spots:
            return
        block = self.block()
        self._placed_in = self._block_theme
        block.set_width(max(1, min(self.width(), self._most)))
        for spot, span in zip(self._spots, block.links(), strict=True):
            spot.place([rect.toAlignedRect() for rect in block.link_rects(span)])

    def _measure(self, width: int) -> int:
        self.block()
        return max(1, min(width, self._most))

    def _link_colour(self, theme: Theme) -> str:
        return theme.colours.warn if self.role is Role.WARN else theme.colours.accent
