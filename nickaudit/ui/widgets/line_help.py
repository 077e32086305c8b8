"""Help under a line for "Not sure": what it looks like, other names, and what to do if it isn't there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.platforms import Check
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.policy_words import NOT_CHECKED
from nickaudit.ui.widgets.text import Role, TextLabel

DONT_HAVE = "I don't have this"
NOT_WHERE = "This isn't where you said"
THEN_NOTHING = "Then there is nothing to set. Your answer counts: you looked, and it isn't there."
THEN_SEARCH = (
    "Menus move about. Look for a search box in the settings, and type one of the names on this page. "
    "Still not there? Leave the answer as it is. Nothing is sent to anyone."
)


class LineHelp(Notice):
    """Part of a line; shown while its answer is "Not sure, or it isn't there"."""

    said = Signal(str)
    not_found = Signal()
    """The person says that the setting isn't where we said."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(check.help or "The name may differ a little on your device.", parent=parent)
        if check.look_for:
            names = ", ".join(f"“{name}”" for name in check.look_for)
            self.column.addWidget(TextLabel(f"Other names for it: {names}", Role.SIDE))
        if check.confidence == "K":
            self.column.addWidget(TextLabel(NOT_CHECKED, Role.SIDE_MUTED))
        row = FlowLayout(spacing=20)
        for words, then in ((DONT_HAVE, THEN_NOTHING), (NOT_WHERE, THEN_SEARCH)):
            link = LinkButton(words, size=SIDE_PX, name=f"{check.setting}: {_lowered(words)}")
            link.clicked.connect(lambda _on=False, then=then: self._tell(then))
            if words == NOT_WHERE:
                link.clicked.connect(lambda: self.not_found.emit())
            row.addWidget(link)
        self.column.addLayout(row)
        self._then = TextLabel("", Role.SIDE)
        self._then.hide()
        self.column.addWidget(self._then)

    def _tell(self, sentence: str) -> None:
        self._then.setText(sentence)
        self._then.show()
        self.said.emit(sentence)


def _lowered(words: str) -> str:
    return words if words.startswith("I ") else words[:1].lower() + words[1:]
