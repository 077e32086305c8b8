"""Files that need a look: which, why, and what to do. Nothing is changed where they lie."""

from __future__ import annotations

import logging
from pathlib import Path

from nickaudit import logs
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.status import SetAside
from nickaudit.services import intake, sources
from nickaudit.services.reading_round import current_report
from nickaudit.ui import desktop
from nickaudit.ui.page import Bar, BarLink, Page, PageContext
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.report_words import need_a_look
from nickaudit.ui.widgets.set_aside_card import SetAsideCard
from nickaudit.ui.widgets.text import TextLabel

INTRO = (
    "These files are not counted. Nothing has been changed or deleted where they lie. "
    "A file that is put right leaves this list at the next look."
)
NOTHING = "Every file that was read is a certificate, and each is counted once."
CLEAR_COPIES = "Clear all copies from this list"
NOT_OPENED = "The folder could not be opened. It may not be there just now."
NOT_CLEARED = "The list could not be changed just now. Try again."
SHOW_MORE = "Show more files"
_AT_ONCE = 40


class SetAsidePage(Page):
    """A card for each file."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._places: set[str] = set()
        self._files: list[SetAside] = []
        self.cards: list[SetAsideCard] = []
        self.bar = Bar("School reports", links=(BarLink("Help", self._help),))
        self.kicker = context.services.content.policy.school.name
        self.intro, self.trouble = TextLabel(INTRO), Notice("", Mood.ERROR)
        self.trouble.hide()
        self.copies, self.more = Button(CLEAR_COPIES, Kind.SMALL), Button(SHOW_MORE, Kind.SMALL)
        self.copies.clicked.connect(
            lambda: self._clear([file for file in self._files if file.reason is None])
        )
        self.more.clicked.connect(self._show_more)
        self.main.addWidget(self.intro)
        self.main.addWidget(self.trouble)
        for button in (self.copies, self.more):
            row = FlowLayout()
            row.addWidget(button)
            self.main.addLayout(row)

    def load(self) -> None:
        """List what is set aside."""
        services = self.context.services
        try:
            known = current_report(services, today=self.context.today())
            self._places = {source.place for source in sources.sources(services)}
        except NickAuditError as error:
            self.heading = need_a_look(0)
            self._show_trouble(error.sentence)
            return
        self._show(list(known.set_aside))

    def _show(self, files: list[SetAside]) -> None:
        self._files = files
        for card in self.cards:
            card.hide()
            self.main.removeWidget(card)
            card.deleteLater()
        self.cards = []
        self.heading = need_a_look(len(files))
        self.intro.setText(INTRO if files else NOTHING)
        self.copies.setVisible(sum(file.reason is None for file in files) > 1)
        self._show_more()
        self.changed.emit()

    def _show_more(self) -> None:
        first = len(self.cards)
        for file in self._files[first : first + _AT_ONCE]:
            card = SetAsideCard(file, lies_in_folder=file.folder in self._places)
            card.cleared.connect(lambda file: self._clear([file]))
            card.shown.connect(self._show_folder)
            self.main.insertWidget(self.main.count() - 1, card)
            self.cards.append(card)
        self.more.setVisible(len(self.cards) < len(self._files))
        if first and len(self.cards) > first:
            card = self.cards[first]
            (card.show_it or card.clear or self.heading_label).setFocus()

    def _clear(self, files: list[SetAside]) -> None:
        school = self.context.services.school
        at = next((i for i, card in enumerate(self.cards) if card.file in files), 0)

        def done(_nothing: None) -> None:
            self._show([file for file in self._files if file not in files])
            self.announced.emit(f"Cleared. {self.heading}.")
            following = [card.clear for card in self.cards[at:] if card.clear is not None]
            (following[0] if len(files) == 1 and following else self.heading_label).setFocus()

        self.trouble.hide()
        self.context.tasks.run(
            lambda _job: intake.dismiss(school, files),
            done=done,
            failed=self._failed,
            owner=self,
            database=True,
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NickAuditError):
            logs.write("unexpected_error", level=logging.ERROR, error=error)
        self._show_trouble(error.sentence if isinstance(error, NickAuditError) else NOT_CLEARED)

    def _show_folder(self, file: SetAside) -> None:
        if not desktop.show_in_folder(Path(file.folder) / file.file_name):
            self._show_trouble(NOT_OPENED)

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.set_text(sentence)
        self.trouble.show()
        self.announced.emit(sentence)

    def _help(self) -> None:
        self.step_requested.emit(Step(kind=StepKind.HELP))
