"""The rows of Home: what each task is called, how much it is, and how far."""

from __future__ import annotations

from nickaudit.domain.answers import Progress
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import AccountId
from nickaudit.domain.outcome import (
    Left,
    TaskState,
    accounts_are_named,
    is_finished,
    person_is_known,
    section_state,
)
from nickaudit.domain.policy import PolicyPack
from nickaudit.domain.route import ABOUT_YOU, ACCOUNTS, REVIEW, first_of, look_step, statement_step, stop_step
from nickaudit.ui.widgets.step_words import (
    FINISHED,
    NOT_STARTED,
    STARTED,
    count,
    look_words,
    section_note,
    state_words,
)
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task

LAST = "Check your answers, then your certificate"
_DONE, _OPEN = (FINISHED, Tone.FINISHED), (NOT_STARTED, Tone.OPEN)
_BEGUN = (STARTED, Tone.PROGRESS)


def before_tasks(progress: Progress, policy: PolicyPack) -> tuple[Task, ...]:
    """Who the person is, and which accounts they have."""
    person = progress.person
    role = policy.role(person.role) if person else None
    who = ", ".join(part for part in (person.name, role.title if role else "") if part) if person else ""
    if progress.no_accounts:
        accounts = "none at all"
    else:
        number = len(progress.accounts)
        accounts = f"{count(number, 'account')}, add another" if number else ""
    return (
        _task(ABOUT_YOU, "About you", who, _about_you_state(progress)),
        _task(ACCOUNTS, "The accounts you have", accounts, _DONE if accounts_are_named(progress) else _OPEN),
    )


def _about_you_state(progress: Progress) -> tuple[str, Tone]:
    if person_is_known(progress):
        return _DONE
    return _BEGUN if progress.about_you else _OPEN


def account_tasks(plan: AuditPlan, progress: Progress) -> tuple[Task, ...]:
    """One row per account, and one for all of them together."""
    return tuple(
        _task(
            first_of(plan, AccountId(section.account)),
            section.title,
            section_note(section, state),
            state_words(state),
        )
        for section in plan.sections
        for state in (section_state(progress, section),)
    )


def policy_tasks(plan: AuditPlan, progress: Progress) -> tuple[Task, ...]:
    """One row per page to read."""
    return tuple(
        _task(statement_step(page.id), page.title, "", _DONE if page.id in progress.read else _OPEN)
        for page in plan.statements
    )


def tasks_to_go(plan: AuditPlan, progress: Progress) -> int:
    """How many rows still hold up the certificate."""
    sections = [section_state(progress, section).state for section in plan.sections]
    return (
        (not person_is_known(progress))
        + (not accounts_are_named(progress))
        + sum(state is not TaskState.FINISHED for state in sections)
        + sum(page.id not in progress.read for page in plan.statements)
    )


def last_task(plan: AuditPlan, progress: Progress, *, is_certified: bool) -> Task:
    """The last row. Always a link: the page behind it lists what is still open."""
    if is_certified:
        status = _DONE
    elif is_finished(plan, progress):
        status = ("Ready", Tone.PROGRESS)
    else:
        status = (f"{count(tasks_to_go(plan, progress), 'task')} to go", Tone.OPEN)
    return _task(REVIEW, LAST, "", status)


def left_tasks(left: tuple[Left, ...]) -> tuple[Task, ...]:
    """What the person put off, each a link to its page."""
    rows = []
    for each in left:
        if each.stop is not None and each.line is not None:
            title, setting = each.stop.title, each.line.check.setting
            name = f"{title}: {setting}"
            rows.append(Task(stop_step(each.stop), setting, title, "Later", Tone.LATER, name=name))
        elif each.look is not None:
            rows.append(Task(look_step(each.look), look_words(each.look), "a look", "Later", Tone.LATER))
    return tuple(rows)


def _task(step: object, title: str, note: str, status: tuple[str, Tone]) -> Task:
    return Task(step, title, note, *status)
