"""While files are being read: how far it is, a bar, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.text import TextLabel

CANCEL = "Cancel"
LOOKING = "Looking into the folder…"
READING = "Reading"
_TALL = 10


class _Bar(QProgressBar):
    """A thin bar; a screen reader hears the per cent."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(READING)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(200), current_theme().px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(80), current_theme().px(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        c = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(box, QColor(c.line))
        done = box.width() * self.value() / max(1, self.maximum())
        painter.fillRect(QRectF(0, 0, done, box.height()), QColor(c.accent))
        painter.end()


class ReadingStrip(Card):
    """Hidden until `begin`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.column.setSpacing(8)
        row = FlowLayout(pushes_right=True)
        self.label = TextLabel(LOOKING)
        self.button = Button(CANCEL, Kind.SMALL, icon="x")
        self.button.clicked.connect(self.cancelled)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.bar = _Bar()
        self.column.addWidget(self.bar)
        self.hide()

    def begin(self) -> None:
        """Nothing is known yet of how much there is."""
        self.label.setText(LOOKING)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)

    def show_progress(self, done: int, total: int) -> None:
        """`Reading 120 of 5,000…`."""
        self.label.setText(f"{READING} {done:,} of {total:,}…")
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
