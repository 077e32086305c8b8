"""One line of a stop with its answers, and what an answer brings with it: a sentence, words to say, help.

The line shows what it is told by `show_answer` and reports what a person does; it stores nothing. What only
some answers bring is made when it is first wanted, so that a page opens at once.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.answers import Answer
from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.policy import LEAD
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.answer_row import AnswerRow
from nickaudit.ui.widgets.answer_words import FULL, line_options
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.leaving_note import LeavingNote
from nickaudit.ui.widgets.line_help import LineHelp
from nickaudit.ui.widgets.policy_words import leaving_words, standing
from nickaudit.ui.widgets.stack import Stack

ALSO = "This also took care of: {setting}"
HELP_IS_OPEN = "Help is open under this line."


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
        self.row = self._make_row(last_year)
        self.bar = self.row.bar
        self.bar.answered.connect(self.answered)
        self.row.cleared.connect(self._take_back)
        self._answer: Answer | None = None
        self.also: Disclosure | None = None
        self.leaving: LeavingNote | None = None
        self.help: LineHelp | None = None
        self._outer = Stack(self, spacing=6)
        self._column = Stack(spacing=10)
        self._column.addLayout(self.row)
        self._outer.addLayout(self._column)

    def show_answer(self, answer: Answer | None, *, settled: bool) -> None:
        """Show what is stored. A settled line folds away, unless it was opened by hand."""
        self._answer = answer
        self.bar.set_value(answer)
        if answer is Answer.LEAVING and self.leaving is None:
            self.leaving = LeavingNote(self.planned, exception_words=self._exception_words, lead=self._lead)
            self._add(self.leaving)
        if answer is Answer.NOT_SURE and self.help is None:
            self.help = LineHelp(self.planned.check)
            self.help.not_found.connect(self.not_found)
            self._add(self.help)
        self._fold(settled=settled)

    def spoken_effect(self, answer: Answer) -> str:
        """What the answer brought with it, for a screen reader; empty where nothing did."""
        if answer is Answer.LEAVING:
            return leaving_words(self.planned, lead=self._lead)
        return HELP_IS_OPEN if answer is Answer.NOT_SURE else ""

    def _make_row(self, last_year: Answer | None) -> AnswerRow:
        check = self.planned.check
        notes = (*standing(self.planned.lines), *((f"Last time: {FULL[last_year]}",) if last_year else ()))
        return AnswerRow(
            f"{check.setting} → {check.strictest}",
            "\n".join(notes),
            check.setting,
            line_options(),
            clear_name=f"{check.setting}: clear the answer",
            parent=self,
        )

    def _fold(self, *, settled: bool) -> None:
        if settled and self.also is None:
            self.also = Disclosure(ALSO.format(setting=self.planned.check.setting), size=SIDE_PX)
            self.also.toggled.connect(self._show_body)
            self._outer.insertWidget(0, self.also)
        if self.also is not None:
            if not settled:
                self.also.set_open(is_open=False)
            self.also.setVisible(settled)
        self._show_body(not settled or (self.also is not None and self.also.is_open))

    def _show_body(self, is_shown: bool) -> None:
        self.row.show_parts(is_shown=is_shown, is_answered=self._answer is not None)
        if self.leaving is not None:
            self.leaving.setVisible(is_shown and self._answer is Answer.LEAVING)
        if self.help is not None:
            self.help.setVisible(is_shown and self._answer is Answer.NOT_SURE)

    def _add(self, part: LeavingNote | LineHelp) -> None:
        part.said.connect(self.said)
        self._column.addWidget(part)

    def _take_back(self) -> None:
        self.bar.setFocus()
        self.answered.emit(None)
