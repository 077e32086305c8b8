"""What steps, sections and their states are called where they are listed: on Home and on the last page."""

from __future__ import annotations

from collections.abc import Sequence

from nickaudit.domain.answers import Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedLook, PlannedStop, Section
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.outcome import SectionState, TaskState, section_state
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.widgets.tag import Tone

FINISHED, NOT_STARTED, STARTED = "Finished", "Not started", "Started"


def count(number: int, thing: str) -> str:
    """`1 stop`, `3 stops`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def minutes_in_words(minutes: int) -> str:
    """`1 minute`, `25 minutes`; from an hour and a half on in hours: `2 hours`, `2½ hours`."""
    if minutes < 90:
        return count(minutes, "minute")
    halves = round(minutes / 30)
    return f"{halves // 2}{'½' if halves % 2 else ''} hours"


def listed(names: Sequence[str]) -> str:
    """`Facebook, Instagram and Threads`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def within(title: str, name: str) -> str:
    """An account's title inside a sentence: a name that the person gave keeps their own small letter."""
    return name + title[len(name) :] if title.casefold().startswith(name.casefold()) else title


def section_within(section: Section) -> str:
    """A section's title inside a sentence: `a running club forum`, `all your accounts together`."""
    if section.account == TOGETHER:
        return section.title[:1].lower() + section.title[1:]
    names = [*(stop.platform.name for stop in section.stops), *(look.platform.name for look in section.looks)]
    own = (within(section.title, name) for name in names)
    return next((words for words in own if words != section.title), section.title)


def stop_words(stop: PlannedStop) -> str:
    """A stop as a line of a list, told apart from the same stop of a second account."""
    if stop.is_closing and stop.section != TOGETHER:
        return f"See yourself as a stranger on {within(stop.title, stop.platform.name)}"
    return (
        stop.stop.heading if stop.used_by else _told_apart(stop.stop.heading, stop.title, stop.platform.name)
    )


def _told_apart(words: str, title: str, name: str) -> str:
    """With the nickname in brackets, where the account has one: `… on Instagram? (football)`."""
    is_own = title.casefold() == name.casefold()
    nickname = within(title, name).removeprefix(name).strip() if not is_own else ""
    return words if is_own else f"{words} {nickname if nickname.startswith('(') else f'({title})'}"


def look_words(look: PlannedLook) -> str:
    """A look as a thing to do, told apart from that of a second account."""
    return _told_apart(look.look.title, look.title, look.platform.name)


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
            return "Start"
        case StepKind.ACCOUNTS:
            return "Carry on with your accounts"
        case StepKind.POLICY_SAYS:
            return "Carry on with what the policy says"
        case StepKind.REVIEW:
            return "Check your answers"
        case StepKind.CERTIFICATE:
            return "See your certificate"
    section = plan.section(step.account)
    look = plan.look(step.account, step.item) if step.kind is StepKind.LOOK else None
    if section and look and section_state(progress, section).state is TaskState.FINISHED:
        # All that counts is finished there: the account's name would say that it is not.
        words = look_words(look)
        return f"Next: {words[:1].lower()}{words[1:]}"
    title = section_within(section) if section else "your check"
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
