"""What steps, sections and their states are called where they are listed: on Home and on the last page."""

from __future__ import annotations

from nickaudit.domain.answers import Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedLook, PlannedStop, Section
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.outcome import SectionState, TaskState
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.widgets.tag import Tone

FINISHED, NOT_STARTED, STARTED = "Finished", "Not started", "Started"


def count(number: int, thing: str) -> str:
    """`1 stop`, `3 stops`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def stop_words(stop: PlannedStop) -> str:
    """A stop as a line of a list, told apart from the same stop of a second account."""
    if stop.is_closing and stop.section != TOGETHER:
        return f"See yourself as a stranger on {stop.title}"
    is_own = stop.used_by or stop.title == stop.platform.name
    return stop.stop.heading if is_own else f"{stop.stop.heading} ({stop.title})"


def look_words(look: PlannedLook) -> str:
    """A look as a thing to do, told apart from that of a second account."""
    is_own = look.title == look.platform.name
    return look.look.title if is_own else f"{look.look.title} ({look.title})"


def step_words(plan: AuditPlan, step: Step) -> str:
    """A step of the way as a thing to do; empty for one that is not there."""
    if step.kind is StepKind.STOP and (stop := plan.stop(step.account, step.item)):
        return stop_words(stop)
    if step.kind is StepKind.LOOK and (look := plan.look(step.account, step.item)):
        return look_words(look)
    if step.kind is StepKind.POLICY_SAYS and (page := plan.statement(step.item)):
        return page.title
    return {StepKind.ABOUT_YOU: "About you", StepKind.ACCOUNTS: "The accounts you have"}.get(step.kind, "")


def carry_on_words(plan: AuditPlan, progress: Progress, step: Step) -> str:
    """The words of Home's main button."""
    match step.kind:
        case StepKind.ABOUT_YOU:
            return "Start with about you"
        case StepKind.ACCOUNTS:
            return "Carry on with your accounts"
        case StepKind.POLICY_SAYS:
            return "Carry on with what the policy says"
        case StepKind.REVIEW:
            return "Check your answers"
        case StepKind.CERTIFICATE:
            return "See your certificate"
    section = plan.section(step.account)
    title = section.title if section else "your check"
    if step.account == TOGETHER:
        title = title[:1].lower() + title[1:]
    begun = bool(progress.answers or progress.looks or progress.read)
    return f"Carry on with {title}" if begun else f"Start with {title}"


def section_note(section: Section, state: SectionState) -> str:
    """How much a section is: `4 stops and a look, 8 minutes`; without the minutes once it is under way."""
    stops, looks = count(len(section.stops), "stop"), len(section.looks)
    looking = "" if not looks else "a look" if looks == 1 else count(looks, "look")
    words = f"{stops} and {looking}" if section.stops and looking else looking or stops
    if state.state is not TaskState.NOT_STARTED:
        return words
    return f"{words}, {count(max(1, round(section.seconds / 60)), 'minute')}"


def state_words(state: SectionState) -> tuple[str, Tone]:
    """The tag of a section."""
    if state.state is TaskState.FINISHED:
        return FINISHED, Tone.FINISHED
    if state.state is TaskState.NOT_STARTED:
        return NOT_STARTED, Tone.OPEN
    return (f"{state.done} of {state.of}" if state.done else STARTED), Tone.PROGRESS
