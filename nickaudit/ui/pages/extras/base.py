"""What the pages for another evening have in common: no answer but "done", and the way back to the list."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout

from nickaudit.domain import extras
from nickaudit.domain.answers import Answer
from nickaudit.domain.ids import TOGETHER, CheckId
from nickaudit.domain.route import Step
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.page import Footer, Page, PageContext
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.where_card import Way, WhereCard

BACK_TO_LIST = "Back to the list"
_GROUP_GAP = 14


class ExtraPage(Page):
    """A page of the list "more things you can do"."""

    footer = Footer(continue_text=BACK_TO_LIST, leave=None)
    status = "Another evening"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self.session = context.session
        self._store = replace(context.services, private=self.session.database)

    def add_part(self, heading: str) -> None:
        """A heading in the main column."""
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading))

    def add_note(self, heading: str, *texts: str) -> None:
        """A heading and some sentences in the second column."""
        if not any(texts):
            return
        side: QVBoxLayout = self.aside
        if side.count():
            side.addSpacing(_GROUP_GAP)
        side.addWidget(Heading(heading, 4))
        for text in filter(None, texts):
            side.addWidget(TextLabel(text, Role.SIDE))

    def add_way(self, way: Way) -> None:
        """The card that leads there: menus, link, and the code for the phone."""
        if not (way.device_paths() or way.steps or way.link):
            return
        card = WhereCard(
            way,
            device=remembered(self._store, Preference.DEVICE) or "",
            opens=self.session.computer.opens_accounts,
        )
        card.device_chosen.connect(lambda chosen: remember(self._store, Preference.DEVICE, chosen))
        card.said.connect(self.announced)
        self.main.addWidget(card)

    def add_done(self, done: CheckId, words: str) -> None:
        """A box to tick; "done" is all that is kept."""
        self.done = CheckRow(words)
        self.done.setChecked(extras.is_done(self.session.progress, done))
        self.done.toggled.connect(lambda on: self._store_done(done, on=on))
        self.main.addSpacing(4)
        self.main.addWidget(self.done)

    def go(self, step: Step) -> None:
        """Ask the frame for another page."""
        self.step_requested.emit(step)

    def _store_done(self, done: CheckId, *, on: bool) -> None:
        self.session.answer(TOGETHER, done, Answer.DONE if on else None)
        self.saved.emit()
