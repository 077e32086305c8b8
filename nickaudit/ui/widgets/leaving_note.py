"""What stands under a line that is left as it is: whose choice that is, and words for the headteacher."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.policy import LEAD
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.policy_words import leaving_words
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay


class LeavingNote(QWidget):
    """The words to say are offered only where the policy asks for more than a choice."""

    said = Signal(str)

    def __init__(
        self,
        planned: PlannedCheck,
        *,
        exception_words: str,
        lead: str = LEAD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        setting = planned.check.setting
        column = Stack(self, spacing=6)
        self.label = TextLabel(leaving_words(planned, lead=lead), Role.SIDE_MUTED)
        column.addWidget(self.label)
        if planned.leaves_a_choice:
            return
        say = Disclosure("What to say", size=SIDE_PX, name=f"{setting}: what to say")
        words = WordsToSay(exception_words, name=f"{setting}: copy the words")
        words.said.connect(self.said)
        say.column.addWidget(words)
        column.addWidget(say)
