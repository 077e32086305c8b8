"""One line of a stop with its answers, and what an answer brings with it: a sentence, words to say, help.

The line shows what it is told by `show_answer` and reports what a person does; it stores nothing. What only
some answers bring is made when it is first wanted, so that a page opens at once.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.answers import Answer
from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.policy import LEAD
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.answer_bar import AnswerBar
from nickaudit.ui.widgets.answer_row import AnswerRow
from nickaudit.ui.widgets.answer_words import FULL, line_options
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.leaving_note import LeavingNote
from nickaudit.ui.widgets.line_help import LineHelp
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.policy_words import leaving_words, standing
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel

ALSO = "This also took care of: {setting}"
HELP_IS_OPEN = "Help is open under this line."


class _NoteRow(FlowLayout):
    """A note and its link. Two lines have the room round them that the link's height gives to one."""

    def __init__(self, note: TextLabel, link: LinkButton) -> None:
        self._rooms: dict[int, int] = {}
        super().__init__(spacing=12, row_spacing=0)
        self._note, self._link = note, link
        self.addWidget(note)
        self.addWidget(link)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + 2 * self._room(width)

    def setGeometry(self, rect: QRect) -> None:
        room = self._room(rect.width())
        super().setGeometry(rect.adjusted(0, room, 0, -room))

    def _forget(self) -> None:
        super()._forget()
        self._rooms.clear()

    def _room(self, width: int) -> int:
        low = super().heightForWidth(width)
        if width not in self._rooms:
            self._rooms[width] = self._room_round(low, width)
        return self._rooms[width]

    def _room_round(self, low: int, width: int) -> int:
        around = self._link.sizeHint().height() - self._note.block().first_line_height()
        high = self._note.heightForWidth(min(self._note.sizeHint().width(), width))
        return max(0, high + around - low) // 2


class _Row(AnswerRow):
    """With a way to take an answer back, in the line of strength and place, where room is kept for it."""

    def __init__(self, planned: PlannedCheck, last_year: Answer | None, bar: AnswerBar) -> None:
        check = planned.check
        notes = (*standing(planned.lines), *((f"Last time: {FULL[last_year]}",) if last_year else ()))
        super().__init__(f"{check.setting} → {check.strictest}", "\n".join(notes), bar)
        self.clear = LinkButton("Clear", size=SIDE_PX, name=f"{check.setting}: clear the answer")
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        self.clear.hide()
        words = self.title.parentWidget()
        column = words.layout() if words is not None else None
        if isinstance(column, QVBoxLayout):
            column.addLayout(_NoteRow(self.note, self.clear))


class StopLine(QWidget):
    """`answered` sends the `Answer` chosen, or None when the person took it back."""

    answered = Signal(object)
    said = Signal(str)
    """Something opened or changed that a screen reader should tell."""
    not_found = Signal()
    """The person says that the setting isn't where we said."""

    def __init__(
        self,
        planned: PlannedCheck,
        *,
        exception_words: str,
        lead: str = LEAD,
        last_year: Answer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.planned = planned
        self._exception_words = exception_words
        self._lead = lead
        self.bar = AnswerBar(planned.check.setting, line_options())
        self.bar.answered.connect(self.answered)
        self.row = _Row(planned, last_year, self.bar)
        self.row.clear.clicked.connect(self._take_back)
        self._is_answered = False
        self.also: Disclosure | None = None
        self.leaving: LeavingNote | None = None
        self.help: LineHelp | None = None
        self._outer = Stack(self, spacing=6)
        self._body = QWidget()
        self._column = Stack(self._body, spacing=10)
        self._column.addWidget(self.row)
        self._outer.addWidget(self._body)

    def show_answer(self, answer: Answer | None, *, settled: bool) -> None:
        """Show what is stored. A settled line folds away, unless it was opened by hand."""
        self.bar.set_value(answer)
        if self._is_answered is not (answer is not None):
            self._is_answered = answer is not None
            self.row.clear.setVisible(self._is_answered)
        if answer is Answer.LEAVING and self.leaving is None:
            self.leaving = LeavingNote(self.planned, exception_words=self._exception_words, lead=self._lead)
            self._add(self.leaving)
        if answer is Answer.NOT_SURE and self.help is None:
            self.help = LineHelp(self.planned.check)
            self.help.not_found.connect(self.not_found)
            self._add(self.help)
        if self.leaving is not None:
            self.leaving.setVisible(answer is Answer.LEAVING)
        if self.help is not None:
            self.help.setVisible(answer is Answer.NOT_SURE)
        self._fold(settled=settled)

    def spoken_effect(self, answer: Answer) -> str:
        """What the answer brought with it, for a screen reader; empty where nothing did."""
        if answer is Answer.LEAVING:
            return leaving_words(self.planned, lead=self._lead)
        return HELP_IS_OPEN if answer is Answer.NOT_SURE else ""

    def _fold(self, *, settled: bool) -> None:
        if settled and self.also is None:
            self.also = Disclosure(ALSO.format(setting=self.planned.check.setting), size=SIDE_PX)
            self.also.toggled.connect(lambda is_on: self._body.setVisible(is_on))
            self._outer.insertWidget(0, self.also)
        if self.also is None:
            return  # showing what is shown already costs a pass of the layout
        if not settled:
            self.also.set_open(is_open=False)
        self.also.setVisible(settled)
        self._body.setVisible(not settled or self.also.is_open)

    def _add(self, part: LeavingNote | LineHelp) -> None:
        part.said.connect(self.said)
        self._column.addWidget(part)

    def _take_back(self) -> None:
        self.bar.setFocus()
        self.answered.emit(None)
