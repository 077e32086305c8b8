"""Answers → what is open, what is left for later, whether it is finished, how long the rest takes."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.answers import Answer, LookAnswer, Progress
from nickaudit.domain.audit_plan import (
    PLAIN_SECONDS,
    AuditPlan,
    PlannedCheck,
    PlannedLook,
    PlannedStop,
    Section,
)
from nickaudit.domain.ids import CheckId
from nickaudit.domain.policy import StatementPage

PACE_BOUNDS = (0.5, 2.0)
"""A person's own pace is trusted between half and twice the computed time."""
PACE_AFTER_STOPS = 3
"""From so many timed stops on."""


class TaskState(StrEnum):
    """How it stands with a task on the home page."""

    NOT_STARTED = "not started"
    STARTED = "started"
    FINISHED = "finished"


class SectionState(Struct, frozen=True, kw_only=True):
    """How far one section is: stops done of all, and looks still open (which never count)."""

    state: TaskState
    done: int
    of: int


class Left(Struct, frozen=True, kw_only=True):
    """One thing left for later: a line or a look."""

    stop: PlannedStop | None = None
    line: PlannedCheck | None = None
    look: PlannedLook | None = None


def answer_to(progress: Progress, planned: PlannedCheck) -> Answer | None:
    """What the person said to that line, if anything."""
    return progress.answers.get((planned.account, planned.check.id))


def settled_by(progress: Progress, planned: PlannedCheck, stop: PlannedStop) -> CheckId | None:
    """The line whose "done" surely covers this one too; None where it has an answer or nothing covers it."""
    if answer_to(progress, planned) is not None:
        return None
    return next(
        (
            other.id
            for other in stop.platform.checks
            if planned.check.id in other.settles
            and progress.answers.get((planned.account, other.id)) is Answer.DONE
        ),
        None,
    )


def is_looked_at(progress: Progress, planned: PlannedCheck, stop: PlannedStop) -> bool:
    """Whether the line needs nothing more: any of the four answers, or settled by another."""
    return answer_to(progress, planned) is not None or settled_by(progress, planned, stop) is not None


def stop_state(progress: Progress, stop: PlannedStop) -> TaskState:
    """A stop is finished when each line with a clause is answered; good practice may stay open."""
    counting = [line for line in stop.checks if line.counts]
    waited_for = counting or stop.checks
    looked = [is_looked_at(progress, line, stop) for line in waited_for]
    if looked and all(looked):
        return TaskState.FINISHED
    any_answer = any(answer_to(progress, line) is not None for line in stop.checks)
    return TaskState.STARTED if any_answer else TaskState.NOT_STARTED


def holds_up(progress: Progress, stop: PlannedStop) -> bool:
    """Whether the stop still stands between the person and the certificate."""
    return any(line.counts and not is_looked_at(progress, line, stop) for line in stop.checks)


def look_answer(progress: Progress, planned: PlannedLook) -> LookAnswer | None:
    """What the person said to that look, if anything."""
    return progress.looks.get((planned.section, planned.look.id))


def section_state(progress: Progress, section: Section) -> SectionState:
    """How many of the section's stops that count are finished; a look alone makes it started."""
    counting = [stop for stop in section.stops if stop.counts] or section.stops
    done = sum(stop_state(progress, stop) is TaskState.FINISHED for stop in counting)
    looks = [look_answer(progress, look) for look in section.looks]
    begun = any(looks) or any(
        stop_state(progress, stop) is not TaskState.NOT_STARTED for stop in section.stops
    )
    if done == len(counting) and (counting or all(looks)):
        state = TaskState.FINISHED
    else:
        state = TaskState.STARTED if begun else TaskState.NOT_STARTED
    return SectionState(state=state, done=done, of=len(counting))


def open_stops(plan: AuditPlan, progress: Progress) -> tuple[PlannedStop, ...]:
    """The stops that still hold up the certificate, in order."""
    return tuple(stop for stop in plan.stops if holds_up(progress, stop))


def open_statements(plan: AuditPlan, progress: Progress) -> tuple[StatementPage, ...]:
    """The pages of the policy not yet read."""
    return tuple(page for page in plan.statements if page.id not in progress.read)


def accounts_are_named(progress: Progress) -> bool:
    """Whether the person has said which accounts they have, or that they have none."""
    return bool(progress.accounts) or progress.no_accounts


def person_is_known(progress: Progress) -> bool:
    """Whether "About you" says enough, and nothing typed there waits to be put right."""
    return progress.person is not None and progress.about_you is None


def is_finished(plan: AuditPlan, progress: Progress) -> bool:
    """Finished: every line with a clause on every essential stop answered, every statement page read.

    Later counts as an answer; looks and good practice never hold it up (checklist, "Answers on a line").
    """
    return (
        person_is_known(progress)
        and accounts_are_named(progress)
        and not open_stops(plan, progress)
        and not open_statements(plan, progress)
    )


def pages_done(plan: AuditPlan, progress: Progress) -> int:
    """How many of `plan.pages_to_finish` are done."""
    stops = sum(stop.counts and not holds_up(progress, stop) for stop in plan.stops)
    return stops + sum(page.id in progress.read for page in plan.statements)


def left_for_later(plan: AuditPlan, progress: Progress) -> tuple[Left, ...]:
    """What is still to do one day, in order: lines answered "later", looks not opened or only begun.

    Of what is `more`, only what the person has put off in so many words.
    """
    lines = [
        Left(stop=stop, line=line)
        for stop in (*plan.stops, *plan.more_stops)
        for line in stop.checks
        if answer_to(progress, line) is Answer.LATER
    ]
    to_do = (None, LookAnswer.STARTED)
    looks = [Left(look=look) for look in plan.looks if look_answer(progress, look) in to_do]
    begun = [Left(look=look) for look in plan.more_looks if look_answer(progress, look) is LookAnswer.STARTED]
    return (*lines, *looks, *begun)


def minutes(seconds: float) -> int:
    """Rounded to five, at least five while anything is left."""
    if seconds <= 0:
        return 0
    return max(5, 5 * round(seconds / 300))


def pace(plan: AuditPlan, progress: Progress) -> float:
    """The person's own pace against the computed one, once a few stops have been timed."""
    usual = sum(stop.stop.seconds for stop in plan.stops) / len(plan.stops) if plan.stops else 0.0
    if progress.timed_stops < PACE_AFTER_STOPS or usual <= 0:
        return 1.0
    low, high = PACE_BOUNDS
    return min(high, max(low, progress.seconds / progress.timed_stops / usual))


def minutes_left(plan: AuditPlan, progress: Progress) -> int:
    """What is still to do, at the person's own pace, rounded to five."""
    stops = sum(s.stop.seconds for s in plan.stops if stop_state(progress, s) is not TaskState.FINISHED)
    read = sum(page.seconds for page in open_statements(plan, progress))
    plain = 0 if accounts_are_named(progress) and person_is_known(progress) else PLAIN_SECONDS
    return minutes(stops * pace(plan, progress) + read + plain)
