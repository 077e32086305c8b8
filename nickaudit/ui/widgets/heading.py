"""A heading that screen readers know as a heading, and that can take the focus when a page opens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.text import Role, TextLabel

_ROLES = {1: Role.HEADING, 2: Role.SUBHEADING, 3: Role.CARD_HEADING, 4: Role.SIDE_HEADING}


class Heading(TextLabel):
    """Level 1 is the page's question, 2 a part of the page, 3 a card's, 4 the side column's."""

    takes_ring = False

    def __init__(self, text: str, level: int = 2, *, parent: QWidget | None = None) -> None:
        super().__init__(text, _ROLES[level], parent=parent)
        self.level = level

    def setText(self, text: str) -> None:
        """The words are the name too: a role of our own does not read a label's text."""
        super().setText(text)
        self.setAccessibleName(self.text())
