"""One line of a stop: what to look at and how strongly it is asked, with its answers beside or under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.tokens import SIDE_PX, Theme
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.beside import BesideLayout
from nickaudit.ui.widgets.link_button import LinkButton, link_size
from nickaudit.ui.widgets.own_layout import OwnLayout
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.text_block import TextBlock

CLEAR = "Clear"
_WORDS_ROOM = 210
_GAP = 12


class AnswerRow(BesideLayout):
    """`title` in bold over `note`. The title's arrow ("Private account → on") is drawn as an icon.

    A link that takes the answer back has its place behind the note; the room for it is always kept.
    """

    cleared = Signal()
    """The link was pressed."""

    def __init__(
        self,
        title: str,
        note: str,
        name: str,
        options: tuple[Option, ...],
        *,
        clear_name: str,
        parent: QWidget,
    ) -> None:
        self._known_for: tuple[TextBlock, TextBlock, bool] | None = None
        super().__init__(least=_WORDS_ROOM)
        # Made in the order in which they are heard.
        self.title = TextLabel(title, Role.STRONG, parent=parent)
        self.note = TextLabel(note, Role.SIDE_MUTED, parent=parent)
        self.bar = AnswerBar(name, options, parent=parent)
        self._clear_name = clear_name
        self._clear: LinkButton | None = None
        self._is_shown = True
        self._notes = _NoteLayout(self.note)
        self.words = Stack()
        self.words.addWidget(self.title)
        self.words.addLayout(self._notes)
        self.addLayout(self.words)
        self.addWidget(self.bar)

    def invalidate(self) -> None:
        """Keep the sizes: they hang on nothing but the words, and are asked for many times a page."""
        OwnLayout.invalidate(self)

    @property
    def clear(self) -> LinkButton:
        """The link; made when it is first wanted, as many a line is never answered."""
        if self._clear is None:
            line = self.bar.parentWidget()
            self._clear = LinkButton(CLEAR, size=SIDE_PX, name=self._clear_name, parent=line)
            self._clear.stackUnder(self.bar)  # heard before the answers
            self._clear.hide()
            self._clear.clicked.connect(self.cleared)
            self._notes.addWidget(self._clear)
        return self._clear

    def show_parts(self, *, is_shown: bool, is_answered: bool) -> None:
        """Show or hide everything, the link only with an answer."""
        if is_shown is not self._is_shown:  # showing what is shown already costs a pass of the layout
            self._is_shown = is_shown
            for part in (self.title, self.note, self.bar):
                part.setVisible(is_shown)
        shows_clear = is_shown and is_answered
        if shows_clear is (self._clear is None or self._clear.isHidden()):
            self.clear.setVisible(shows_clear)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        known_for = (self.title.block(), self.note.block(), self._is_shown)
        if self._known_for != known_for:
            self._known_for = known_for
            self._known.clear()
        return super()._places(width)


class _NoteLayout(OwnLayout):
    """A note and, once it is made, its link.

    Two lines have the room round them that the link's height gives to one.
    """

    def __init__(self, note: TextLabel) -> None:
        self._known_for: TextBlock | None = None
        self._known: dict[int, tuple[QRect, QRect, int]] = {}
        super().__init__()
        self._note = note
        self.addWidget(note)

    def heightForWidth(self, width: int) -> int:
        """Height at this width, with or without the link."""
        return self._places(width)[2]

    def sizeHint(self) -> QSize:
        """The link behind the note."""
        note, link = self._note.sizeHint(), link_size(CLEAR, SIDE_PX)
        return QSize(
            note.width() + current_theme().room(_GAP) + link.width(), max(note.height(), link.height())
        )

    def minimumSize(self) -> QSize:
        """The wider of the two."""
        least, link = self._note.minimumSizeHint(), link_size(CLEAR, SIDE_PX)
        return QSize(max(least.width(), link.width()), max(least.height(), link.height()))

    def setGeometry(self, rect: QRect) -> None:
        """Lay out within `rect`."""
        super().setGeometry(rect)
        for item, place in zip(self.items(), self._places(rect.width())[:2], strict=False):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> tuple[QRect, QRect, int]:
        if self.isEmpty():
            return QRect(), QRect(), 0
        block = self._note.block()  # another one for other words, and for another theme
        if self._known_for is not block:
            self._known_for = block
            self._known.clear()
        places = self._known.get(width)
        if places is None:
            places = self._known[width] = self._work_out(width, current_theme())
        return places

    def _work_out(self, width: int, theme: Theme) -> tuple[QRect, QRect, int]:
        link, gap = link_size(CLEAR, SIDE_PX), theme.room(_GAP)
        wide = min(self._note.sizeHint().width(), width)
        high = self._note.heightForWidth(wide)
        is_behind = wide + gap + link.width() <= width
        low = max(high, link.height()) if is_behind else high + link.height()
        around = link.height() - self._note.block().first_line_height()
        room = max(0, high + around - low) // 2
        if is_behind:
            note = QRect(0, room + (low - high) // 2, wide, high)
            other = QRect(wide + gap, room + (low - link.height()) // 2, link.width(), link.height())
        else:
            note, other = QRect(0, room, wide, high), QRect(0, room + high, link.width(), link.height())
        return note, other, low + 2 * room
