"""One line of a stop with its answers, and what an answer brings with it: a sentence, words to say, help.

The line shows what it is told by `show_answer` and reports what a person does; it stores nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.answers import Answer
from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.answer_bar import AnswerBar
from nickaudit.ui.widgets.answer_row import AnswerRow
from nickaudit.ui.widgets.answer_words import FULL, line_options
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.line_help import LineHelp
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.policy_words import leaving_words, standing
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay

ALSO = "This also took care of: {setting}"


class _Row(AnswerRow):
    """With a way to take an answer back, in the line of strength and place, where room is kept for it."""

    def __init__(self, planned: PlannedCheck, last_year: Answer | None, bar: AnswerBar) -> None:
        check = planned.check
        notes = (*standing(planned.lines), *((f"Last year: {FULL[last_year]}",) if last_year else ()))
        super().__init__(f"{check.setting} → {check.strictest}", "\n".join(notes), bar)
        self.clear = LinkButton("Clear", size=SIDE_PX, name=f"{check.setting}: clear the answer")
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        self.clear.hide()
        under = FlowLayout(spacing=12, row_spacing=0)
        under.addWidget(self.note)
        under.addWidget(self.clear)
        words = self.title.parentWidget()
        column = words.layout() if words is not None else None
        if isinstance(column, QVBoxLayout):
            column.addLayout(under)


class StopLine(QWidget):
    """`answered` sends the `Answer` chosen, or None when the person took it back."""

    answered = Signal(object)
    said = Signal(str)
    """Something opened or changed that a screen reader should tell."""

    def __init__(
        self,
        planned: PlannedCheck,
        *,
        exception_words: str,
        last_year: Answer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.planned = planned
        setting = planned.check.setting
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        self.bar = AnswerBar(setting, line_options())
        self.bar.answered.connect(self.answered)
        self.row = _Row(planned, last_year, self.bar)
        self.row.clear.clicked.connect(self._take_back)
        self.also = Disclosure(ALSO.format(setting=setting), size=SIDE_PX)
        outer.addWidget(self.also)
        self._column = QWidget()
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.row)
        self._leaving = TextLabel(leaving_words(planned), Role.SIDE_MUTED)
        inside.addWidget(self._leaving)
        self._say = Disclosure("What to say", size=SIDE_PX, name=f"{setting}: what to say")
        words = WordsToSay(exception_words, name=f"{setting}: copy the words")
        words.said.connect(self.said)
        self._say.column.addWidget(words)
        inside.addWidget(self._say)
        self.help = LineHelp(planned.check)
        self.help.said.connect(self.said)
        inside.addWidget(self.help)
        outer.addWidget(self._column)
        self.also.toggled.connect(self._column.setVisible)
        self.show_answer(None, settled=False)

    def show_answer(self, answer: Answer | None, *, settled: bool) -> None:
        """Show what is stored. A settled line folds away, unless it was opened by hand."""
        self.bar.set_value(answer)
        self.row.clear.setVisible(answer is not None)
        is_leaving = answer is Answer.LEAVING
        self._leaving.setVisible(is_leaving)
        self._say.setVisible(is_leaving and not self.planned.leaves_a_choice)
        self.help.setVisible(answer is Answer.NOT_SURE)
        if not settled:
            self.also.set_open(is_open=False)
        self.also.setVisible(settled)
        self._column.setVisible(not settled or self.also.is_open)

    def spoken_effect(self, answer: Answer) -> str:
        """What the answer brought with it, for a screen reader; empty where nothing did."""
        if answer is Answer.LEAVING:
            return self._leaving.text()
        return "Help is open under this line." if answer is Answer.NOT_SURE else ""

    def _take_back(self) -> None:
        self.bar.setFocus()
        self.answered.emit(None)
