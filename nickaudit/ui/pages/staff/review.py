"""Check your answers: what is open, every answer with a way to change it, a date for what is left."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial

from nickaudit.domain import outcome, route
from nickaudit.domain.audit_plan import PlannedCheck, PlannedLook, PlannedStop, Section
from nickaudit.domain.due_dates import in_words, next_due
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.person import AuditKind
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import Fault, Footer, Page, PageContext
from nickaudit.ui.widgets.answer_table import Answered, AnswerTable
from nickaudit.ui.widgets.answer_words import FULL, OF_A_LOOK
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.date_field import DateField
from nickaudit.ui.widgets.fact_table import Entry
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.step_words import (
    NOT_STARTED,
    count,
    listed,
    look_words,
    section_within,
    step_words,
)
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

CHANGE = "Change"
SEE_CERTIFICATE = "See my certificate"
LATER_QUESTION = "When will you come back to what you left for later?"
NO_SUCH_DAY = "Enter a real date, such as {example}, or leave it empty"
NOT_AHEAD = "Enter a date after today, {today}"
TOO_FAR = "Enter a date before your next check, {due}"
_NOT_SENT = "Change what you like. Nothing has been sent to anyone."
_CERTIFIED = "Change what you like. Your certificate stays as it is: it shows none of your answers."
_MOST_TOLD = 10
"""So many faults are listed at most; what is open stands under them anyway."""
_WEEKS = dt.timedelta(days=14)
_KINDS = {AuditKind.JOINING: "On joining the school", AuditKind.YEARLY: "The yearly check"}
_CERTIFICATE = (
    "Your certificate will say who you are, that you finished, when, and under which policy. "
    "It will not say which accounts you have, what you answered, or what you left. "
    "[What the school can see](sees)"
)


class ReviewPage(Page):
    """The last page before the certificate; what is still open stands first."""

    heading = "Check your answers"
    footer = Footer(continue_text="Make my certificate")

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self._session = context.session
        self._plan, self._progress = self._session.plan, self._session.progress
        self.open_rows: TaskList | None = None
        self.later: DateField | None = None

    def load(self) -> None:
        """Lay everything out from what is stored."""
        is_certified = self._session.finished_on is not None
        if is_certified:
            self.footer = Footer(continue_text=SEE_CERTIFICATE)
        self.main.addWidget(TextLabel(_CERTIFIED if is_certified else _NOT_SENT, Role.MUTED))
        self._add_open()
        self._add_about_you()
        for section in self._plan.sections:
            self._add_section(section)
        self._add_policy()
        self._add_later()
        links = {"sees": partial(self.step_requested.emit, Step(kind=StepKind.SCHOOL_SEES))}
        self.main.addSpacing(8)
        self.main.addWidget(Heading("Your certificate", 2))
        self.main.addWidget(TextLabel(_CERTIFICATE, links=links))

    def valid(self) -> tuple[Fault, ...]:
        """Everything that is still open, and a date that is none."""
        rows = self.open_rows.rows if self.open_rows is not None else []
        told = rows if len(rows) <= _MOST_TOLD else rows[: _MOST_TOLD - 1]
        found = [Fault(self._how_to_finish(row.task), row) for row in told]
        if len(told) < len(rows):
            found.append(Fault(f"Finish the other {len(rows) - len(told)} pages too", rows[len(told)]))
        message = self._date_fault()
        if self.later is not None:
            self.later.set_fault(message)
            if message:
                found.append(Fault(message, self.later.day))
        return tuple(found)

    def apply(self) -> None:
        """The date is stored as it is typed; once more, for one that came in another way."""
        self._store_date()

    def _open_steps(self) -> list[Step]:
        progress = self._progress
        steps = [] if outcome.person_is_known(progress) else [route.ABOUT_YOU]
        steps += [] if outcome.accounts_are_named(progress) else [route.ACCOUNTS]
        steps += [route.stop_step(stop) for stop in outcome.open_stops(self._plan, progress)]
        return steps + [
            route.statement_step(page.id) for page in outcome.open_statements(self._plan, progress)
        ]

    def _add_open(self) -> None:
        steps = self._open_steps()
        if not steps:
            return
        self.main.addWidget(Heading(f"Still open: {count(len(steps), 'page')}", 2))
        self.open_rows = TaskList(tuple(self._open_task(step) for step in steps))
        self.open_rows.chosen.connect(self.step_requested)
        self.main.addWidget(self.open_rows)

    def _open_task(self, step: Step) -> Task:
        title = step_words(self._plan, step)
        stop = self._plan.stop(step.account, step.item) if step.kind is StepKind.STOP else None
        started = stop is not None and outcome.stop_state(self._progress, stop) is outcome.TaskState.STARTED
        status = ("Started", Tone.PROGRESS) if started else (NOT_STARTED, Tone.OPEN)
        is_said = stop is None or stop.platform.name.casefold() in title.casefold()
        return Task(step, title, "" if is_said or stop is None else stop.title, *status)

    @staticmethod
    def _how_to_finish(task: Task) -> str:
        step = task.value
        kind = step.kind if isinstance(step, Step) else None
        if kind is StepKind.ABOUT_YOU:
            return "Say who you are on “About you”"
        if kind is StepKind.ACCOUNTS:
            return "Say which accounts you have, or that you have none at all"
        return f"{'Read' if kind is StepKind.POLICY_SAYS else 'Finish'} “{task.title}”"

    def _table(self, heading: str, rows: list[Answered]) -> None:
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading, 2))
        card = Card(padding=8)
        card.column.addWidget(AnswerTable(tuple(rows)))
        self.main.addWidget(card)

    def _row(self, name: str, value: str, step: Step, spoken: str, role: Role = Role.BODY) -> Answered:
        press = partial(self.step_requested.emit, step)
        return Answered(Entry(name, value, link=CHANGE, press=press), spoken, role)

    def _add_about_you(self) -> None:
        person, policy = self._progress.person, self._session.content.policy
        rows = []
        if person is not None:
            role = policy.role(person.role)
            online = "Yes" if person.online_in_job else "No"
            pairs = (
                ("Name", person.name),
                ("Role", role.title if role else NOT_STARTED),
                ("Work e-mail", person.email or "Not given"),
                ("Staff number", person.staff_number or "Not given"),
                ("Why now", _KINDS[person.kind]),
                ("Active online as part of your job", online),
            )
            rows = [self._row(name, value, route.ABOUT_YOU, name) for name, value in pairs]
        if outcome.accounts_are_named(self._progress):
            own = [each for each in self._plan.sections if each.account != TOGETHER]
            titles = [each.title for each in own[:1]] + [section_within(each) for each in own[1:]]
            accounts = listed(titles) or "None at all"
            rows.append(self._row("The accounts you have", accounts, route.ACCOUNTS, "The accounts you have"))
        if rows:
            self._table("About you", rows)

    def _add_section(self, section: Section) -> None:
        lines = [(stop, line) for stop in section.stops for line in stop.checks]
        often = Counter(line.check.setting for _, line in lines)
        rows = [self._line(section, stop, line, often[line.check.setting] > 1) for stop, line in lines]
        rows += [self._look(look) for look in section.looks]
        self._table(section.title, rows)

    def _line(
        self, section: Section, stop: PlannedStop, line: PlannedCheck, is_one_of_more: bool
    ) -> Answered:
        setting = line.check.setting
        answer = outcome.answer_to(self._progress, line)
        settled = outcome.settled_by(self._progress, line, stop)
        role = Role.BODY
        if answer is not None:
            value = FULL[answer]
        elif settled is not None:
            by = next(check.setting for check in stop.platform.checks if check.id == settled)
            value = f"Taken care of by “{by}”"
        else:
            value = NOT_STARTED if line.counts else "Left open, as it is good practice only"
            role = Role.WARN if line.counts else Role.MUTED
        spoken = f"{section.title}, {setting}" + (f", {stop.stop.heading}" if is_one_of_more else "")
        return self._row(setting, value, route.stop_step(stop), spoken, role)

    def _look(self, look: PlannedLook) -> Answered:
        answer = outcome.look_answer(self._progress, look)
        value = OF_A_LOOK[answer] if answer is not None else "Not yet, it can wait"
        role = Role.MUTED if answer is None else Role.BODY
        return self._row(look.look.title, value, route.look_step(look), look_words(look), role)

    def _add_policy(self) -> None:
        read = self._progress.read
        self._table(
            "What the policy says",
            [
                self._row(
                    page.title,
                    f"Read on {in_words(read[page.id])}" if page.id in read else NOT_STARTED,
                    route.statement_step(page.id),
                    page.title,
                    Role.BODY if page.id in read else Role.WARN,
                )
                for page in self._plan.statements
            ],
        )

    def _add_later(self) -> None:
        """One date for all of it, asked where anything is left and nothing is open any more."""
        left = outcome.left_for_later(self._plan, self._progress)
        if not left or not self._session.is_finished:
            return
        self.main.addSpacing(8)
        self.main.addWidget(Heading("Left for later", 2))
        example = in_words(self.context.today() + _WEEKS)
        words = (
            f"{count(len(left), 'thing')} {'is' if len(left) == 1 else 'are'} left. Only you can see this."
        )
        self.later = DateField(
            LATER_QUESTION, hint=f"{words} You may leave it empty. In two weeks it is {example}."
        )
        self.later.set_value(self._progress.later_by)
        self.later.changed.connect(self._date_typed)
        self.main.addWidget(self.later)

    def _date_typed(self) -> None:
        if not self._date_fault() and self.later is not None:
            self.later.set_fault("")
            self.put_right(self.later.day)
            self._store_date()
            self.saved.emit()

    def _date_fault(self) -> str:
        if self.later is None or self.later.is_empty():
            return ""
        day, today = self.later.value(), self.context.today()
        if day is None:
            return NO_SUCH_DAY.format(example=in_words(today + _WEEKS))
        due = next_due(today, self.context.services.every_months)
        if day <= today:
            return NOT_AHEAD.format(today=in_words(today))
        return TOO_FAR.format(due=in_words(due)) if day >= due else ""

    def _store_date(self) -> None:
        if self.later is not None and self.later.value() != self._session.progress.later_by:
            self._session.set_later_by(self.later.value())
