"""How a cell is drawn: text or a tag; in a narrow window the whole record in two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import SEMIBOLD, font
from nickaudit.ui.theme.tokens import BASE_PX, SIDE_PX
from nickaudit.ui.widgets.record_header import PAD
from nickaudit.ui.widgets.record_model import Column, Index, RecordModel
from nickaudit.ui.widgets.tag import Tone, draw_tag, tag_size
from nickaudit.ui.widgets.text_block import Marked, TextBlock

_CELL_PX = 15
_NAME_ROOM = 120


@dataclass(frozen=True, slots=True)
class _Lines:
    """One record in a narrow window, measured. `tag_height` is 0 where the tag stands beside the name."""

    name: TextBlock
    name_height: int
    tag_height: int
    rest: TextBlock
    rest_height: int

    @property
    def height(self) -> int:
        return self.name_height + self.tag_height + self.rest_height


class RecordDelegate(QStyledItemDelegate):
    """Draws from the record itself, not from what the model says of a cell."""

    def __init__(self, model: RecordModel[object], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.is_narrow = False
        self._narrow_height = 0

    def row_height(self) -> int:
        """Height of every row in the current theme."""
        return self._narrow_height if self.is_narrow else current_theme().px(42)

    def fit_narrow(self, width: int, records: Sequence[object]) -> None:
        """Make every row high enough for the record that needs most, in a window this narrow."""
        tallest = max((self._lines(record, width).height for record in records), default=0)
        self._narrow_height = max(current_theme().px(60), tallest + current_theme().px(14))

    def cell_width(self, column: Column[object], record: object) -> int:
        """Room a cell needs."""
        text = column.text(record)
        tone = column.tone(record) if column.tone else None
        if tone is not None:
            return tag_size(text).width() + 2 * PAD
        return _block(text, _CELL_PX).natural_width() + 2 * PAD

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Text, padding, and the height of the row."""
        column, record = self._model.columns[index.column()], self._model.record(index.row())
        if self.is_narrow:
            return QSize(self.narrow_width(record), self.row_height())
        return QSize(self.cell_width(column, record), self.row_height())

    def narrow_width(self, record: object) -> int:
        """Room a record needs in a narrow window, its words broken where they must be."""
        tag = self._tag(record)
        return 2 * PAD + max(current_theme().px(_NAME_ROOM), tag_size(tag[0]).width() if tag else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, text or tag, and the line under the row."""
        c = current_theme().colours
        box = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(c.soft if is_chosen else c.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(c.line))
        record = self._model.record(index.row())
        if self.is_narrow:
            self._paint_narrow(painter, box, record)
        else:
            self._paint_cell(painter, box, self._model.columns[index.column()], record)
        painter.restore()

    def _paint_cell(self, painter: QPainter, box: QRectF, column: Column[object], record: object) -> None:
        c = current_theme().colours
        text = column.text(record)
        tone = column.tone(record) if column.tone else None
        if tone is not None and text:
            size = tag_size(text)
            y = round(box.center().y() - size.height() / 2)
            draw_tag(painter, QRectF(box.left() + PAD, y, size.width(), size.height()), text, tone)
            return
        is_muted = column.is_muted is not None and column.is_muted(record)
        _draw_line(painter, text, box, _CELL_PX, c.muted if is_muted else c.ink)

    def _paint_narrow(self, painter: QPainter, box: QRectF, record: object) -> None:
        c = current_theme().colours
        lines = self._lines(record, int(box.width()))
        y = box.top() + (box.height() - lines.height) / 2
        lines.name.draw(painter, box.left() + PAD, y, c.ink)
        lines.rest.draw(painter, box.left() + PAD, y + lines.name_height + lines.tag_height, c.muted)
        tag = self._tag(record)
        if tag is None:
            return
        size = tag_size(tag[0])
        if lines.tag_height:
            place = QRectF(box.left() + PAD, round(y + lines.name_height), size.width(), size.height())
        else:
            top = round(y + max(0.0, (lines.name.first_line_height() - size.height()) / 2))
            place = QRectF(box.right() - PAD - size.width(), top, size.width(), size.height())
        draw_tag(painter, place, *tag)

    def _lines(self, record: object, width: int) -> _Lines:
        """The name, the tag beside it (or under it, where there is no room) and the rest."""
        tag = self._tag(record)
        room = max(1, width - 2 * PAD)
        name = _block(self._model.columns[0].text(record), BASE_PX, SEMIBOLD)
        rest = _block(" · ".join(self._rest(record)), SIDE_PX)
        size = tag_size(tag[0]) if tag else QSize(0, 0)
        beside = room - size.width() - PAD if tag else room
        is_under = beside < current_theme().px(_NAME_ROOM)
        tall = name.set_width(room if is_under else beside)
        return _Lines(name, tall, size.height() + 4 if is_under and tag else 0, rest, rest.set_width(room))

    def _rest(self, record: object) -> Iterator[str]:
        is_tag_shown = False
        for column in self._model.columns[1:]:
            text = column.text(record)
            if not is_tag_shown and column.tone and column.tone(record):
                is_tag_shown = True
            elif text:
                yield f"{column.title} {text}" if column.sort_key else text

    def _tag(self, record: object) -> tuple[str, Tone] | None:
        for column in self._model.columns:
            tone = column.tone(record) if column.tone else None
            if tone is not None:
                return column.text(record), tone
        return None


def _block(text: str, size: int, weight: int = 400) -> TextBlock:
    return TextBlock(Marked(text), font(current_theme(), size, weight))


def _draw_line(painter: QPainter, text: str, box: QRectF, size: int, colour: str) -> None:
    room = box.width() - 2 * PAD
    painter.setFont(font(current_theme(), size))
    painter.setPen(QColor(colour))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
    inner = box.adjusted(PAD, 0, -PAD, -1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
