"""Somebody else is to sign for the school: name them here; or, on their computer, take over."""

from __future__ import annotations

from pathlib import Path

from nickaudit.domain import route
from nickaudit.domain.school import READER_SUFFIX, Reader
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.services import Services, kept_draft, school_handing, school_setup
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import TAKE, SetUpBase, saved, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.text import Role, TextLabel

_STEPS = (
    "Whoever takes over opens the school file on their own computer, then makes their reader file there.",
    "You open that reader file here and save a hand-over file for them.",
    "They open the hand-over file on this page, on their computer. Their program signs from then on.",
)
_AFTER = "After that, don't change the school's details here any more: it would make the hand-over void."
_TO_SIGN = (
    "Who signs the school file is one thing, who can read is another. Change the readers in the details."
)


class HandOverPage(SetUpBase):
    """One side of it: whoever hands over, or whoever takes over."""

    heading = "Hand over to somebody else"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_TO_SIGN)
        self.main.addWidget(Bullets(_STEPS, numbered=True))
        if context.step.item == TAKE:
            self.heading = "Take over from somebody else"
            self._add_taking_over()
        else:
            self._add_handing_over()

    def _add_handing_over(self) -> None:
        over = Card()
        over.column.addWidget(Heading("You hand over", 2))
        over.column.addWidget(TextLabel(_AFTER, Role.MUTED))
        self.reader = OpenRow("Their reader file", ending=READER_SUFFIX)
        self.reader.chosen.connect(self.open_reader)
        self.reader.said.connect(self.announced)
        self.whom = TextLabel("", Role.STRONG)
        self.whom.hide()
        self.save_row = SaveRow(self.context.tasks)
        self.save_row.said.connect(self.announced)
        for part in (self.reader, self.whom, self.save_row):
            over.column.addWidget(part)
        self.main.addWidget(over)

    def _add_taking_over(self) -> None:
        take = Card()
        take.column.addWidget(Heading("You take over", 2))
        self.statement = OpenRow(
            "The hand-over file you were given", press="Take over", ending=school_handing.HAND_OVER_SUFFIX
        )
        self.statement.chosen.connect(self.take_over)
        self.statement.said.connect(self.announced)
        take.column.addWidget(self.statement)
        self.main.addWidget(take)

    def open_reader(self, path: Path) -> None:
        """Read who it is, then ask where the hand-over file is to go."""
        self.context.tasks.run(
            lambda _job: school_setup.reader_in(path),
            done=self._ask,
            failed=lambda error: self.reader.refuse(sentence_of(error)),
            owner=self,
        )

    def take_over(self, path: Path) -> None:
        """Sign for the school from now on."""
        services = self.context.services
        self.context.tasks.run(
            lambda _job: _taken(services, path),
            done=self._taken_over,
            failed=lambda error: self.statement.refuse(sentence_of(error)),
            owner=self,
        )

    def _ask(self, reader: Reader) -> None:
        services = self.context.services
        self.whom.setText(f"To {readers_in_words((reader,))}")
        self.whom.show()
        suffix = school_handing.HAND_OVER_SUFFIX
        self.save_row.ask(
            SaveRequest(
                label="Where to save the hand-over file",
                place=documents_folder() / f"Hand-over{suffix}",
                save=lambda path, may_replace: saved(
                    lambda: school_handing.hand_over(services, reader, to=path, replace=may_replace)
                ),
                kinds=f"Hand-over file (*{suffix})",
            )
        )

    def _taken_over(self, services: Services) -> None:
        kept_draft.forget(self.context.services)
        self.renewed.emit(services)
        self.go(route.SET_UP_GIVE)


def _taken(services: Services, path: Path) -> Services:
    school_handing.take_over(services, path)
    return services.renewed()
