"""Home: what there is to do, in any order, how far it is, and what is left once it is finished."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtGui import QResizeEvent

from nickaudit.domain import outcome, route
from nickaudit.domain.answers import Computer
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.status import Status, status_on
from nickaudit.domain.taken_in import PRACTICE_POLICY
from nickaudit.services import calendar_files, delivery, own_certificates
from nickaudit.ui.page import STOP_HERE, Page, PageContext
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.calendar_link import CalendarLink
from nickaudit.ui.widgets.card import Rule
from nickaudit.ui.widgets.columns import Side
from nickaudit.ui.widgets.first_few import add_numbered_link
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.home_tasks import account_tasks, before_tasks, last_task, left_tasks, policy_tasks
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.progress_ring import ProgressRing
from nickaudit.ui.widgets.step_words import carry_on_words, count, minutes_in_words, step_words
from nickaudit.ui.widgets.tag import Tag, Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

NEXT_CHECK = "Start your next check"
CHECK_ANSWERS = "Check your answers"
_AS_YOU_GO = "In any order. Stop when you like; everything is saved as you go."
_IN_ONE_GO = "In any order. Nothing is kept on this computer, so plan to finish in one go."
_AFTERWARDS = "Come back when you like. Everything is saved."
_ONLY_CERTIFICATE = "Come back when you like. Your certificate is saved."
_HAS_IT = "The school has it, {}."
_NOT_NAMED = "They appear here once you have said which ones you have."
_NONE = "You have none at all. That is fine: what the policy says is all there is to read."
_FORGOTTEN = "Your answers were not kept. Whatever you answer here begins your next check."
_IN_PASSING = (
    ("What the school can see", StepKind.SCHOOL_SEES),
    ("It's complicated", StepKind.COMPLICATED),
    ("What would you do? Short cases", StepKind.SCENARIOS),
)
_NEXT_WORDS = "Your answers of this time are shown beside each line, and are not counted."


class HomePage(Page):
    """The task list at the left; how far, what next and what else at the right."""

    heading = "Your social media check"
    has_back = False
    footer = None
    column = 700
    side = Side.PANEL
    side_width = 330

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self._session = context.session
        self._plan, self._progress = self._session.plan, self._session.progress
        self._certificates = own_certificates.listed(self._session.database)
        made = own_certificates.current(self._session)
        has_led_to_it = self._session.finished_on is not None
        self._current = made if has_led_to_it and self._session.is_finished else None
        self._is_forgotten = made is not None and not has_led_to_it and self._status() is Status.FINISHED
        self._shown = made if self._is_forgotten else self._current
        """The certificate that is the main thing here: this check's, or one whose answers were forgotten."""
        self._left = outcome.left_for_later(self._plan, self._progress)

    def load(self) -> None:
        """Lay out both columns from what is stored."""
        self.main.addWidget(TextLabel(self._lead(), Role.MUTED))
        self._at_top, self._beside = FlowLayout(), FlowLayout()
        self.main.addLayout(self._at_top)
        self._add_notice()
        if self._current is not None and self._left:
            self._add_left()
        self._list("Before you start", before_tasks(self._progress, self._session.content.policy))
        accounts = account_tasks(self._plan, self._progress)
        self._list("Your accounts", accounts, _NONE if self._progress.no_accounts else _NOT_NAMED)
        self._list("What the policy says", policy_tasks(self._plan, self._progress))
        last = last_task(self._plan, self._progress, is_certified=self._current is not None)
        self._list("Finish", (last,))
        self._add_progress()
        if self._current is None:
            self._add_ten_minutes()
        self._add_links()
        self._add_due()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the second column lies under the first, the main button stands at the top instead."""
        here, there = self._beside, self._at_top
        if not self.columns.is_wide(event.size().width()):
            here, there = there, here
        if here.indexOf(self.go_on) < 0:
            there.removeWidget(self.go_on)
            here.addWidget(self.go_on)
        super().resizeEvent(event)

    def _is_kept(self) -> bool:
        return self._session.keeps_answers and self._session.content.policy.id != PRACTICE_POLICY

    def _lead(self) -> str:
        if not self._is_kept():
            return _IN_ONE_GO
        if self._is_forgotten:
            return _ONLY_CERTIFICATE
        return _AFTERWARDS if self._current is not None else _AS_YOU_GO

    def _due(self) -> dt.date | None:
        """When the check is due by the newest certificate; not known before the first."""
        return self._certificates[0].next_due if self._certificates else None

    def _status(self) -> Status | None:
        due = self._due()
        return status_on(next_due=due, today=self.context.today()) if due else None

    def _add_notice(self) -> None:
        services = self.context.services
        if services.own_content.faults or services.school_file is not None:
            from nickaudit.ui.pages.reading.content_notices import add_content_notices  # seldom at a start

            add_content_notices(self)
        due, shown = self._due(), self._shown
        if due is not None and self._status() is Status.OVERDUE:
            words = (
                f"**Your check was due by {in_words(due)}.** Do it when it suits you, in pieces if you like."
            )
            self.main.addWidget(Notice(words, Mood.WARNING))
        elif shown is not None:
            words = f"**You finished on {in_words(shown.finished_on)}.**"
            from nickaudit.services import receipts  # of no use before something was sent

            received = receipts.receipt_of(self._session.database, shown.number)
            if received is not None:
                words += f" {_HAS_IT.format(in_words(received))}"
            words += f" Your next check is due by {in_words(shown.next_due)}."
            self.main.addWidget(Notice(words, Mood.SUCCESS))
        waiting = delivery.waiting(self._session.database) if self._session.keeps_answers else ()
        for item in waiting:
            from nickaudit.ui.pages.certificates.standing import waiting_notice  # seldom here at a start

            go = self.step_requested.emit
            self.main.addWidget(waiting_notice(item, self._certificates, go, self._session))

    def _list(self, heading: str, tasks: tuple[Task, ...], instead: str = "") -> None:
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading, 2, parent=self.main_box))
        if not tasks and instead:
            self.main.addWidget(TextLabel(instead, Role.MUTED))
            return
        rows = TaskList(tasks, self.main_box)
        rows.chosen.connect(self.step_requested)
        self.main.addWidget(rows)

    def _add_left(self) -> None:
        """What was put off stays here, with its date, until it is done."""
        from nickaudit.ui.widgets.later_day import LaterDay  # seldom at a start

        self._list("Left for later", left_tasks(self._left))
        make = partial(calendar_files.later_file, self.context.services)
        line = LaterDay(
            self._progress.later_by,
            today=self.context.today(),
            make_file=make if self._session.keeps_answers else None,
        )
        line.said.connect(self.announced)
        line.change_wanted.connect(lambda: self.step_requested.emit(route.REVIEW))
        self.main.addWidget(line)

    def _add_progress(self) -> None:
        plan, progress, aside = self._plan, self._progress, self.aside
        if outcome.accounts_are_named(progress):
            done, total = outcome.pages_done(plan, progress), plan.pages_to_finish
            aside.addWidget(ProgressRing(done, total, f"of {count(total, 'page')}"))
            aside.addSpacing(8)
        shown = self._shown
        step = _certificate_step(shown.number) if shown else self._session.carry_on()
        aside.addWidget(Heading(self._how_far(), 2))
        aside.addWidget(TextLabel(self._what_is_kept(), Role.SIDE_MUTED))
        aside.addSpacing(8)
        if self._current is not None and self._status() is not Status.FINISHED:
            self._button(NEXT_CHECK, self._begin_again)
            self._link("See your certificate", lambda: self.step_requested.emit(step))
        elif step.kind is StepKind.LOOK and self._session.is_finished:
            self._button(CHECK_ANSWERS, lambda: self.step_requested.emit(route.REVIEW))
            self._link(carry_on_words(plan, progress, step), lambda: self.step_requested.emit(step))
        else:
            self._button(carry_on_words(plan, progress, step), lambda: self.step_requested.emit(step))
        if self._is_forgotten:
            aside.addWidget(TextLabel(_FORGOTTEN, Role.SIDE_MUTED))

    def _what_is_kept(self) -> str:
        if not self._is_kept():
            return "Nothing is kept here."
        return "Your certificate is saved." if self._is_forgotten else "Everything so far is saved."

    def _how_far(self) -> str:
        if self._current is not None and self._status() is Status.OVERDUE:
            return "Time for your next check"
        if self._shown is not None:
            return "Finished"
        if self._session.is_finished:
            return "Ready for your certificate"
        if not outcome.accounts_are_named(self._progress):
            return "About 20 minutes in all"
        return f"About {minutes_in_words(outcome.minutes_left(self._plan, self._progress))} left"

    def _button(self, words: str, press: object) -> None:
        self.go_on = Button(words, Kind.PRIMARY, icon="arrow-right", trailing=True)
        self.go_on.clicked.connect(press)
        self._beside.addWidget(self.go_on)
        self.aside.addLayout(self._beside)

    def _add_ten_minutes(self) -> None:
        steps = route.ten_minutes(self._plan, self._progress)
        if not steps or self._session.is_finished:
            return
        self._rule()
        self.aside.addWidget(Heading("Only ten minutes?", 4))
        words = f"Do these {('two', 'three')[len(steps) - 2]} first:" if len(steps) > 1 else "Do this first:"
        self.aside.addWidget(TextLabel(words, Role.SIDE_MUTED))
        for number, step in enumerate(steps, 1):
            link = add_numbered_link(self.aside, number, step_words(self._plan, step))
            link.clicked.connect(partial(self.step_requested.emit, step))

    def _add_links(self) -> None:
        self._rule()
        if self._current is not None:
            from nickaudit.domain.extras import number_of_more  # not at a first start

            session = self._session
            more = number_of_more(session.plan, session.content, session.progress.accounts)
            words = f"{more} more things you can do, another evening"
            self._link(words, lambda: self.step_requested.emit(route.MORE))
        for words, kind in _IN_PASSING:
            self._link(words, partial(self.step_requested.emit, Step(kind=kind)))
        older = tuple(each for each in self._certificates if each != self._shown)
        if self._session.keeps_answers and older:
            from nickaudit.ui.widgets.certificate_years import CertificateYears  # seldom here at a start

            years = CertificateYears(older)
            years.set_open(is_open=self._shown is not None)
            years.chosen.connect(lambda number: self.step_requested.emit(_certificate_step(number)))
            self.aside.addWidget(years)
        if self._session.computer is Computer.SHARED:
            self._link(STOP_HERE, self.leave_requested.emit)
        else:
            self._link("Back to the first page", lambda: self.step_requested.emit(route.FIRST))

    def _add_due(self) -> None:
        due = self._due()
        if due is None or not self._session.keeps_answers:
            return
        self.aside.addSpacing(12)
        self.aside.addWidget(Heading("Next check" if self._shown else "Due", 4))
        self.aside.addWidget(TextLabel(f"By {in_words(due)}", Role.SIDE_MUTED))
        if self._status() is Status.OVERDUE:
            self.aside.addWidget(Tag("Overdue", Tone.OVERDUE))
        else:
            newest, services = self._certificates[0], self.context.services
            link = CalendarLink("next check", lambda: calendar_files.next_check_file(services, newest))
            link.said.connect(self.announced)
            self.aside.addWidget(link)
        if self._current is not None and self._status() is Status.FINISHED:
            from nickaudit.ui.widgets.disclosure import Disclosure

            early = Disclosure("Start it early", size=14)
            early.column.addWidget(TextLabel(_NEXT_WORDS, Role.SIDE))
            self.early = Button(NEXT_CHECK, Kind.SMALL)
            self.early.clicked.connect(self._begin_again)
            row = FlowLayout()
            row.addWidget(self.early)
            early.column.addLayout(row)
            self.aside.addWidget(early)

    def _begin_again(self) -> None:
        self._session.begin_again()
        self.step_requested.emit(route.HOME)

    def _link(self, words: str, press: object) -> None:
        link = side_link(words, parent=self.side_box)
        link.clicked.connect(press)
        self.aside.addWidget(link)

    def _rule(self) -> None:
        self.aside.addSpacing(14)
        self.aside.addWidget(Rule())
        self.aside.addSpacing(10)


def _certificate_step(number: str) -> Step:
    return Step(kind=StepKind.CERTIFICATE, item=number)
