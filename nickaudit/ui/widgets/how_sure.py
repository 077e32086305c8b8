"""How sure we are of a page's way: the month of the last look, and what to do when it isn't there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.due_dates import in_words
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.line_help import NOT_WHERE, THEN_SEARCH
from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.policy_words import NOT_CHECKED, NOT_CHECKED_MANY
from nickaudit.ui.widgets.step_words import listed
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay

if TYPE_CHECKING:
    import datetime as dt

    from nickaudit.domain.how_sure import HowSure

FRESH = "Menus move about. We last looked at these in {month}."
OLD = "We last looked at these in {month}. Menus may have moved, look for {words}."
OLD_UNCHECKED = "Menus may have moved, look for {words}."
NOTED = "Noted on this computer, for you alone. It goes when you have your answers forgotten."
NOTED_ON = "On {day} you said that this isn't where we said."
TELL = (
    "You can tell whoever looks after this program. Copy these words into an e-mail, or into an issue on "
    "GitHub. They say nothing about you."
)
COPY_NAME = "Copy the words about a menu that has moved"
TAKE_BACK = "It is there after all"


class HowSureNote(QWidget):
    """Stands in the second column. `report` gives the ready words when they are wanted."""

    not_found = Signal()
    """The person says that it isn't where we said."""
    found = Signal()
    """The person takes that back."""
    said = Signal(str)

    def __init__(
        self,
        sure: HowSure,
        *,
        report: Callable[[], str],
        noted_on: dt.date | None,
        is_kept: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report, self._is_kept = report, is_kept
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for words in (_looked_words(sure), _unchecked_words(sure)):
            if words:
                self._column.addWidget(TextLabel(words, Role.SIDE_MUTED, parent=self))
        self.link = side_link(NOT_WHERE, parent=self)
        self.link.clicked.connect(self.tell)
        row = FlowLayout()
        row.addWidget(self.link)
        self._column.addLayout(row)
        self._help: QWidget | None = None
        self._noted: TextLabel | None = None
        self._back: LinkButton | None = None
        if noted_on:
            self._show_noted(NOTED_ON.format(day=in_words(noted_on)))

    @property
    def noted(self) -> TextLabel:
        """That it is noted; made with the way back when it is first wanted, as most never are."""
        if self._noted is None:
            self._noted = TextLabel("", Role.SIDE_MUTED)
            self._noted.hide()
            self._column.addWidget(self._noted)
            back_row = FlowLayout()
            back_row.addWidget(self.back)
            self._column.addLayout(back_row)
        return self._noted

    @property
    def back(self) -> LinkButton:
        """Takes it back."""
        if self._back is None:
            self._back = side_link(TAKE_BACK)
            self._back.hide()
            self._back.clicked.connect(self._take_back)
        return self._back

    def tell(self) -> None:
        """Say what to try, offer the ready words, and let the note be written."""
        if self._help is not None:
            self._help.hide()
            self._help.deleteLater()
        self._help = self._make_help()
        self._column.insertWidget(self._column.indexOf(self.noted), self._help)
        self._show_noted(NOTED if self._is_kept else "")
        self.not_found.emit()
        self.said.emit(THEN_SEARCH)

    def _make_help(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(THEN_SEARCH, Role.SIDE))
        column.addWidget(TextLabel(TELL, Role.SIDE))
        words = WordsToSay(self._report(), name=COPY_NAME, quoted=False)
        words.label.set_role(Role.SIDE)
        words.said.connect(self.said)
        column.addWidget(words)
        return made

    def _take_back(self) -> None:
        if self._help is not None:
            self._help.hide()
        self._show_noted("")
        self.link.setFocus()
        self.found.emit()

    def _show_noted(self, words: str) -> None:
        self.noted.setText(words)
        for part in (self.noted, self.back):
            part.setVisible(bool(words))


def _looked_words(sure: HowSure) -> str:
    names = [f"“{name}”" for name in sure.look_for]
    if sure.is_old and names:
        words = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
        return (OLD if sure.month else OLD_UNCHECKED).format(month=sure.month, words=words)
    return FRESH.format(month=sure.month) if sure.month else ""


def _unchecked_words(sure: HowSure) -> str:
    if not sure.unchecked:
        return ""
    which = NOT_CHECKED if len(sure.unchecked) == 1 else NOT_CHECKED_MANY
    return f"{which[:-1]}: {listed(sure.unchecked)}." if sure.month or len(sure.unchecked) > 1 else which
