"""People to confirm: whose key is whose. All new ones at once, or one by one; and taken back again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain.due_dates import in_short
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.status import Note, Report, Row
from nickaudit.services import approval
from nickaudit.services.approval import Confirmed
from nickaudit.services.reading_round import current_report
from nickaudit.ui.messages import NOTES_IN_SHORT
from nickaudit.ui.page import Bar, BarLink, Page, PageContext
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.confirm_list import ConfirmList
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.report_words import schools, to_confirm
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from nickaudit.ui.tasks import Job

WHAT_IT_MEANS = (
    "A certificate shows that nobody has changed it. It can't show who made it. "
    "When you confirm people, that means: you know that these people sent them."
)
WHAT_FOLLOWS = "A later certificate in one of these names, from another computer, is then shown to you."
NEW, IN_PERSON = "New people", "Ask in person first"
WHY_IN_PERSON = "Ask each of them whether they have made this certificate. Confirm it if they say yes."
CONFIRM, THEY_SAID_YES = "Confirm", "They said yes: confirm"
UNDO = "Undo"
NOTHING = "Everybody whose certificate has come in is confirmed."
NOT_DONE = "That could not be saved just now. Try again."
TAKEN_BACK = "Taken back. They wait for you to confirm them again."


class ConfirmPage(Page):
    """Nobody's status waits for it: who has finished stays finished."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._last: Confirmed | None = None
        self.bar = Bar("School reports", links=(BarLink("Help", self._help),))
        self.trouble, self.done = Notice("", Mood.ERROR), Notice("", Mood.SUCCESS)
        self.undo = Button(UNDO, Kind.SMALL)
        self.undo.clicked.connect(self._take_back)
        self.intro, self.follows = TextLabel(WHAT_IT_MEANS), TextLabel(WHAT_FOLLOWS, Role.SIDE_MUTED)
        self.all = Button("", Kind.PRIMARY, icon="user-round-check")
        self.new, self.in_person = ConfirmList(), ConfirmList()
        self._heads = (Heading(NEW, 2), Heading(IN_PERSON, 2))
        self.why = TextLabel(WHY_IN_PERSON)
        row = FlowLayout()
        row.addWidget(self.undo)
        self.done.column.addLayout(row)
        press = FlowLayout()
        press.addWidget(self.all)
        self.all.clicked.connect(lambda: self._confirm(self._together))
        self._together: tuple[Row, ...] = ()
        upper: tuple[QWidget, ...] = (self.trouble, self.done, self.intro)
        lower: tuple[QWidget, ...] = (
            self.follows, self._heads[0], self.new, self._heads[1], self.why, self.in_person,
        )  # fmt: skip
        for part in upper:
            self.main.addWidget(part)
        self.main.addLayout(press)
        for part in lower:
            self.main.addWidget(part)
        self.trouble.hide()
        for listed in (self.new, self.in_person):
            listed.confirmed.connect(lambda row: self._confirm((row,)))

    def load(self) -> None:
        """List who waits."""
        try:
            self._show(current_report(self._services, today=self.context.today()))
        except NickAuditError as error:
            self.heading = to_confirm(0)
            self._show_trouble(error.sentence)

    def _show(self, report: Report) -> None:
        waiting = approval.to_confirm(report)
        self._together = waiting.together
        self._last = approval.last_confirmed(self._services.school)
        self.kicker = schools(report)
        self.heading = to_confirm(report.to_confirm)
        together, one_by_one = bool(waiting.together), bool(waiting.one_by_one)
        self.intro.setText(WHAT_IT_MEANS if report.to_confirm else NOTHING)
        count = len(waiting.together)
        self.all.set_words(f"Confirm all {count:,} new people" if count > 1 else "Confirm the new person")
        self.all.setVisible(count > 1)
        self.follows.setVisible(bool(report.to_confirm))
        self._heads[0].setVisible(together)
        self.new.setVisible(together)
        self._heads[1].setVisible(one_by_one)
        self.why.setVisible(one_by_one)
        self.in_person.setVisible(one_by_one)
        several = report.has_several_schools
        self.new.show_people(_people(waiting.together, several=several), CONFIRM)
        self.in_person.show_people(_people(waiting.one_by_one, several=several), THEY_SAID_YES)
        last = self._last
        self.done.setVisible(last is not None)
        if last is not None:
            people = "1 person" if last.people == 1 else f"{last.people:,} people"
            self.done.set_text(f"You confirmed {people} on {in_short(last.at.date())}.")
        self.changed.emit()

    def _confirm(self, rows: Sequence[Row]) -> None:
        school, now = self._services.school, self._services.now()

        def done() -> None:
            people = "1 person" if len(rows) == 1 else f"{len(rows):,} people"
            self.announced.emit(f"{people} confirmed. {self.heading}.")
            self._lead_on()

        self._run(lambda: approval.confirm(school, rows, now=now), done)

    def _take_back(self) -> None:
        school, last = self._services.school, self._last
        if last is None:
            return

        def done() -> None:
            self.announced.emit(TAKEN_BACK)
            self.heading_label.setFocus()

        self._run(lambda: approval.take_back(school, last), done)

    def _run(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        services, today = self._services, self.context.today()

        def do(_job: Job) -> Report:
            work()
            return current_report(services, today=today)

        def finished(report: Report) -> None:
            self._show(report)
            done()

        self.trouble.hide()
        self.context.tasks.run(do, done=finished, failed=self._failed, owner=self, database=True)

    def _lead_on(self) -> None:
        following: QWidget | None = self.new.first_button() or self.in_person.first_button()
        (following or self.undo).setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NickAuditError):
            logs.write("unexpected_error", level=logging.ERROR, error=error)
        self._show_trouble(error.sentence if isinstance(error, NickAuditError) else NOT_DONE)

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.set_text(sentence)
        self.trouble.show()
        self.announced.emit(sentence)

    def _help(self) -> None:
        self.step_requested.emit(Step(kind=StepKind.HELP))


def _people(rows: Sequence[Row], *, several: bool) -> list[tuple[Row, str]]:
    """Each row with what is said of it."""
    return [(row, _facts(row, several=several)) for row in rows]


def _facts(row: Row, *, several: bool) -> str:
    said = [row.role, *([row.school_in_short] if several else []), f"finished on {in_short(row.finished_on)}"]
    said += [NOTES_IN_SHORT[note] for note in row.notes if note is not Note.NOT_CONFIRMED]
    return " · ".join(said)
