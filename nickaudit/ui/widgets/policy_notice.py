"""What stands against the policy itself: its review date has passed, or it cites what has been replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.policy import PolicyPack
from nickaudit.domain.policy_review import cites_replaced_guidance, review_has_passed
from nickaudit.ui.widgets.notice import Mood, Notice

QUESTIONS = "Questions for your next review"
_CITES = "cites guidance that has been replaced"


class PolicyNotice(Notice):
    """Hidden while there is nothing to say; leads to the questions."""

    def __init__(self, ask: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__("", Mood.WARNING, links={"review": ask}, parent=parent)
        self.label.fill_width()
        self.hide()

    def set_policy(self, pack: PolicyPack, *, today: dt.date) -> None:
        """Say what is true of this policy today."""
        has_passed, is_old = review_has_passed(pack, today=today), cites_replaced_guidance(pack)
        said = f"**The policy {_CITES}.**"
        if has_passed:
            date = f"**The policy's review date has passed** ({month_in_words(pack.next_review)})"
            said = f"{date}, and it {_CITES}." if is_old else f"{date}."
        self.set_text(f"{said} [{QUESTIONS}](review)")
        self.setVisible(has_passed or is_old)
