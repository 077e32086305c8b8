"""A few sentences that stand out.

Information, a warning, something that went well, something that went wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.ink import ink
from nickaudit.ui.theme.tokens import RADIUS
from nickaudit.ui.widgets.press import draw_box
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_BAR = 5


class Mood(Enum):
    """Tokens of a notice's strong colour and ground, and the role of its text."""

    INFORMATION = ("info", "info_bg", Role.BODY)
    WARNING = ("warn", "warn_bg", Role.WARN)
    SUCCESS = ("accent", "soft", Role.BODY)
    ERROR = ("bad", "bad_bg", Role.BODY)


class Notice(QFrame):
    """Text with marks: `**bold**`, `[words](name)` for a link in `links`.

    Fill `column` for more than text.
    """

    def __init__(
        self,
        text: str,
        mood: Mood = Mood.INFORMATION,
        *,
        links: Mapping[str, Callable[[], None]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mood = mood
        self.column = Stack(self, spacing=8)
        self.column.setContentsMargins(20, 12, 16, 12)
        self.label = TextLabel(text, mood.value[2], links=links or {}, parent=self)
        self.column.addWidget(self.label)
        self.setAccessibleName(self.label.text())

    def set_text(self, text: str, mood: Mood | None = None) -> None:
        """Say something else."""
        if mood is not None:
            self.mood = mood
            self.label.set_role(mood.value[2])
        self.label.setText(text)
        self.setAccessibleName(self.label.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, with an edge round a warning and a bar beside the others."""
        c = current_theme().colours
        strong, ground = (getattr(c, token) for token in self.mood.value[:2])
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.mood is Mood.WARNING:
            draw_box(painter, box, fill=ground, edge=strong, radius=RADIUS)
        else:
            path = QPainterPath()
            path.addRoundedRect(box, 5, 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(path)
            painter.fillRect(box, ink(ground))
            painter.fillRect(QRectF(0, 0, _BAR, box.height()), ink(strong))
        painter.end()
