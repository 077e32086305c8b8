"""The side column's part on the policy: what it says here in our words, and where to read it.

No document of the school's is attached, so the words are always ours, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.policy import PolicyLine
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words
from nickaudit.ui.widgets.text import Role, TextLabel

NOT_ATTACHED = "The school has not put the policy itself in here yet."


class ReadPolicy(Disclosure):
    """`shows_words` is off where the words already stand beside it, and only the places are wanted."""

    opened = Signal(str)
    """It was opened; the words to tell a screen reader."""

    def __init__(
        self, lines: Iterable[PolicyLine], *, shows_words: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__("Read it in the policy", size=SIDE_PX, parent=parent)
        self._lines, self._shows_words = tuple(lines), shows_words
        self.toggled.connect(self._fill)

    def _fill(self, is_open: bool) -> None:
        if not is_open:
            return
        self.opened.emit(OUR_WORDS)
        if self.column.count():
            return
        for line in self._lines:
            if self._shows_words:
                self.column.addWidget(TextLabel(line_words(line), Role.SIDE, marks=True))
            self.column.addWidget(TextLabel(place_in_full(line), Role.SIDE_MUTED))
        self.column.addWidget(TextLabel(f"{OUR_WORDS} {NOT_ATTACHED}", Role.SIDE_MUTED))


def place_in_full(line: PolicyLine) -> str:
    """`Policy 2.5, under “Reputation”: it begins “be aware of …”`."""
    where = f"Policy {line.clause}, under “{line.heading}”" if line.clause else f"Under “{line.heading}”"
    return f"{where}. It begins “{line.opening.strip(' ….')} …”"
