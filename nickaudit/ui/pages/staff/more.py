"""After the certificate: what more there is to do, another evening. None of it is counted."""

from __future__ import annotations

from nickaudit.domain import outcome
from nickaudit.domain.answers import LookAnswer
from nickaudit.domain.audit_plan import PlannedLook, PlannedStop
from nickaudit.domain.outcome import TaskState
from nickaudit.domain.route import Step, look_step, stop_step
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

NOTHING_MORE = "There is nothing more to do for the accounts you named."
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
        plan = self._session.plan
        count = len(plan.more_stops) + len(plan.more_looks)
        some = f"{count} more {'thing' if count == 1 else 'things'} you can do"
        self.heading = some if count else "Nothing more to do"
        self.status = "Another evening"

    def load(self) -> None:
        """List everything with its state."""
        plan, progress = self._session.plan, self._session.progress
        every: list[tuple[str, str, Task]] = [
            (stop.section, stop.title, self._task(stop, outcome.stop_state(progress, stop)))
            for stop in plan.more_stops
        ]
        every += [(look.section, look.title, self._look_task(look)) for look in plan.more_looks]
        if not every:
            self.main.addWidget(TextLabel(NOTHING_MORE))
            return
        seconds = sum(stop.stop.seconds for stop in plan.more_stops)
        seconds += sum(look.look.seconds for look in plan.more_looks)
        self.main.addWidget(
            TextLabel(
                "Your certificate does not wait for any of this. "
                f"About {outcome.minutes(seconds)} minutes in all, in any order, whenever you like.",
                Role.MUTED,
            )
        )
        for section in dict.fromkeys(section for section, _, _ in every):
            rows = [(title, task) for own, title, task in every if own == section]
            self.main.addSpacing(10)
            self.main.addWidget(Heading(rows[0][0]))
            tasks = TaskList(tuple(task for _, task in rows))
            tasks.chosen.connect(self._open)
            self.main.addWidget(tasks)

    def _open(self, step: Step) -> None:
        self.step_requested.emit(step)

    def _task(self, stop: PlannedStop, state: TaskState) -> Task:
        status, tone = _STATES[state]
        return Task(
            stop_step(stop),
            stop.stop.heading,
            note=minutes_words(stop.stop.seconds),
            status=status,
            tone=tone,
            name=f"{stop.title}: {stop.stop.heading}",
        )

    def _look_task(self, look: PlannedLook) -> Task:
        answer = outcome.look_answer(self._session.progress, look)
        state = TaskState.NOT_STARTED
        if answer is not None:
            state = TaskState.STARTED if answer is LookAnswer.STARTED else TaskState.FINISHED
        status, tone = _STATES[state]
        return Task(
            look_step(look),
            look.look.title,
            note=minutes_words(look.look.seconds),
            status=status,
            tone=tone,
            name=f"{look.title}: {look.look.title}",
        )


def minutes_words(seconds: int) -> str:
    """`1 minute`, `5 minutes`; anything begun is a minute."""
    minutes = max(1, round(seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
