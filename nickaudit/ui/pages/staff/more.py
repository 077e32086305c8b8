"""After the certificate: what more there is to do, another evening. None of it is counted."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from nickaudit.domain import extras, outcome
from nickaudit.domain.answers import LookAnswer
from nickaudit.domain.audit_plan import PlannedLook, PlannedStop
from nickaudit.domain.extras import OwnTool
from nickaudit.domain.ids import CheckId
from nickaudit.domain.outcome import TaskState
from nickaudit.domain.route import LETTER, OLD_ACCOUNTS, SEARCHES, Step, look_step, stop_step, tool_step
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.step_words import minutes_in_words
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

FOR_EVERYONE = "For everyone"
_IN_SIGHT = 3
"""So many groups fill the window; the others are made once those are shown."""
_HELPS = (
    (SEARCHES, extras.SEARCHES_DONE, "Look yourself up in a search engine", 600),
    (OLD_ACCOUNTS, extras.OLD_ACCOUNTS_DONE, "Remember old accounts, and close them", 900),
    (LETTER, extras.LETTER_DONE, "Ask firms to delete your details, with a ready letter", 600),
)
_STATES = {
    TaskState.NOT_STARTED: ("Not started", Tone.OPEN),
    TaskState.STARTED: ("Started", Tone.PROGRESS),
    TaskState.FINISHED: ("Done", Tone.FINISHED),
}


class MorePage(Page):
    """`more` stops and looks, grouped by account."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self._session = context.session
        session = self._session
        self._tools = extras.own_tools(session.content, session.progress.accounts)
        count = extras.number_of_more(session.plan, session.content, session.progress.accounts)
        self.heading = f"{count} more things you can do"
        self.status = "Another evening"

    def load(self) -> None:
        """List everything with its state."""
        plan = self._session.plan
        every: list[tuple[str, str, Task]] = [
            (stop.section, stop.title, self._stop_task(stop)) for stop in plan.more_stops
        ]
        every += [(look.section, look.title, self._look_task(look)) for look in plan.more_looks]
        titles = {section.account: section.title for section in plan.sections}
        every += [
            (own.section, titles.get(own.section, own.platform.name), self._tool_task(own))
            for own in self._tools
        ]
        seconds = sum(stop.stop.seconds for stop in plan.more_stops)
        seconds += sum(look.look.seconds for look in plan.more_looks)
        seconds += sum(own.tool.seconds for own in self._tools) + sum(help_[3] for help_ in _HELPS)
        self.main.addWidget(
            TextLabel(
                "Your certificate does not wait for any of this. "
                f"About {minutes_in_words(outcome.minutes(seconds))} in all, in any order, when you like.",
                Role.MUTED,
            )
        )
        self._add_group(FOR_EVERYONE, [self._help_task(*help_) for help_ in _HELPS])
        # Accounts in their order, also one that has nothing here but a tool; then the public listings.
        listed = dict.fromkeys(section for section, _, _ in every)
        own = [section for section in titles if section in listed]
        groups = []
        for section in dict.fromkeys([*own, *listed]):
            rows = [(title, task) for own, title, task in every if own == section]
            groups.append((rows[0][0], [task for _, task in rows]))
        self._add_groups(groups[:_IN_SIGHT])
        QTimer.singleShot(0, self, lambda: self._add_groups(groups[_IN_SIGHT:]))

    def _add_groups(self, groups: list[tuple[str, list[Task]]]) -> None:
        for heading, tasks in groups:
            self._add_group(heading, tasks)

    def _add_group(self, heading: str, tasks: list[Task]) -> None:
        self.main.addSpacing(10)
        self.main.addWidget(Heading(heading))
        listed = TaskList(tuple(tasks))
        listed.chosen.connect(self._open)
        self.main.addWidget(listed)

    def _open(self, step: Step) -> None:
        self.step_requested.emit(step)

    def _stop_task(self, stop: PlannedStop) -> Task:
        state = outcome.stop_state(self._session.progress, stop)
        return _task(stop_step(stop), stop.stop.heading, stop.stop.seconds, state, owner=stop.title)

    def _look_task(self, look: PlannedLook) -> Task:
        answer = outcome.look_answer(self._session.progress, look)
        state = TaskState.NOT_STARTED
        if answer is not None:
            state = TaskState.STARTED if answer is LookAnswer.STARTED else TaskState.FINISHED
        return _task(look_step(look), look.look.title, look.look.seconds, state, owner=look.title)

    def _tool_task(self, own: OwnTool) -> Task:
        tool, state = own.tool, self._state_of(own.done)
        return _task(tool_step(tool.id), tool.title, tool.seconds, state, owner=own.platform.name)

    def _help_task(self, step: Step, done: CheckId, title: str, seconds: int) -> Task:
        return _task(step, title, seconds, self._state_of(done))

    def _state_of(self, done: CheckId) -> TaskState:
        is_done = extras.is_done(self._session.progress, done)
        return TaskState.FINISHED if is_done else TaskState.NOT_STARTED


def _task(step: Step, title: str, seconds: int, state: TaskState, *, owner: str = "") -> Task:
    """`owner` is whose account it is about; it is read before the title."""
    status, tone = _STATES[state]
    name = f"{owner}: {title}" if owner else ""
    return Task(step, title, note=minutes_words(seconds), status=status, tone=tone, name=name)


def minutes_words(seconds: int) -> str:
    """`1 minute`, `5 minutes`; anything begun is a minute."""
    minutes = max(1, round(seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
