"""A list of tasks: each row one link, with a few words on it and its status at the right."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import BASE_PX, SIDE_PX
from nickaudit.ui.widgets.press import Blocks, EnterPresses, blend, prepare
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.tag import Tone, draw_tag, tag_size
from nickaudit.ui.widgets.text_block import TextBlock

_PAD = 12
_LEAST = 42
_GAP = 16


class Task(Struct, frozen=True):
    """One row, and the `value` that `chosen` sends.

    A task that is not `is_open` is words only, with its `note` at the right. `name` is read instead of
    `title` where the title alone would not say enough.
    """

    value: object
    title: str
    note: str = ""
    status: str = ""
    tone: Tone = Tone.OPEN
    is_open: bool = True
    name: str = ""


class TaskRow(EnterPresses, QAbstractButton):
    """A row that is one target from end to end."""

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        self._blocks = Blocks()
        prepare(self, task.title, grows=True)
        name = task.name or task.title
        self.setAccessibleName(f"{name}: {task.status}" if task.status else name)
        self.setAccessibleDescription(task.note)
        if not task.is_open:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setEnabled(False)

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        theme = current_theme()
        title, note = self._title(), self._note()
        room = self._room(width)
        pad = theme.px(9) * 2
        if note is None:
            tall = title.height(room)
        elif self._on_one_line(room):
            tall = max(title.height(room), note.height(room))
        else:
            tall = title.height(room) + self._under().height(room)
        return max(theme.px(_LEAST), tall + pad)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        note = self._note()
        words = self._title().natural_width() + (note.natural_width() + _GAP if note else 0)
        width = words + self._right() + 2 * _PAD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word and the status."""
        word = min(self._title().widest_word(), current_theme().px(180))
        return QSize(word + self._right() + 2 * _PAD, current_theme().px(_LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, status, and the line under the row."""
        theme, task = current_theme(), self.task
        c = theme.colours
        painter = QPainter(self)
        if task.is_open and self.underMouse():
            painter.fillRect(self.rect(), QColor(blend(c.bg, c.accent, 0.06)))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(c.line))
        room, middle = self._room(self.width()), (self.height() - 1) / 2
        title, note = self._title(), self._note()
        tall = title.set_width(room)
        if note is None:
            title.draw(painter, _PAD, middle - tall / 2, c.ink)
        elif self._on_one_line(room):
            title.draw(painter, _PAD, middle - tall / 2, c.ink)
            low = note.set_width(room)
            note.draw(painter, _PAD + title.used_width(), middle - low / 2 + 0.5, c.muted)
        else:
            under = self._under()
            y = middle - (tall + under.set_width(room)) / 2
            title.draw(painter, _PAD, y, c.ink)
            under.draw(painter, _PAD, y + tall, c.muted)
        self._draw_right(painter, middle)
        painter.end()

    def _draw_right(self, painter: QPainter, middle: float) -> None:
        c, task = current_theme().colours, self.task
        if task.status:
            size = tag_size(task.status)
            x = self.width() - _PAD - size.width()
            draw_tag(
                painter,
                QRectF(x, round(middle - size.height() / 2), size.width(), size.height()),
                task.status,
                task.tone,
            )
        elif not task.is_open and task.note:
            block = self._blocks.get(task.note, SIDE_PX)
            low = block.set_width(block.natural_width())
            block.draw(painter, self.width() - _PAD - block.used_width(), middle - low / 2, c.muted)

    def _right(self) -> int:
        if self.task.status:
            return tag_size(self.task.status).width() + _GAP
        if not self.task.is_open and self.task.note:
            return self._blocks.get(self.task.note, SIDE_PX).natural_width() + _GAP
        return 0

    def _room(self, width: int) -> int:
        return max(1, width - 2 * _PAD - self._right())

    def _on_one_line(self, room: int) -> bool:
        note = self._note()
        return note is None or self._title().natural_width() + note.natural_width() <= room

    def _title(self) -> TextBlock:
        return self._blocks.get(self.task.title, BASE_PX, link="accent" if self.task.is_open else "")

    def _under(self) -> TextBlock:
        return self._blocks.get(self.task.note, SIDE_PX)

    def _note(self) -> TextBlock | None:
        if not self.task.note or (not self.task.is_open and not self.task.status):
            return None
        return self._blocks.get(f" · {self.task.note}", SIDE_PX)


class TaskList(QWidget):
    """Rows under one another."""

    chosen = Signal(object)
    """The `value` of the row that was pressed."""

    def __init__(self, tasks: tuple[Task, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Stack(self)
        self.rows = [TaskRow(task, self) for task in tasks]
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(lambda _on=False, value=row.task.value: self.chosen.emit(value))
