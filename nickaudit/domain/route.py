"""The wizard's steps: what comes next, what Back means, where to carry on. No window is needed to test it."""

from collections.abc import Iterable

from nickaudit.domain.answers import Computer, Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedLook, PlannedStop
from nickaudit.domain.ids import TOGETHER, AccountId, PlatformId
from nickaudit.domain.outcome import (
    TaskState,
    accounts_are_named,
    is_finished,
    look_answer,
    person_is_known,
    stop_state,
)
from nickaudit.domain.steps import Step as Step
from nickaudit.domain.steps import StepKind as StepKind

FIRST = Step(kind=StepKind.FIRST)
WHOSE_COMPUTER = Step(kind=StepKind.WHOSE_COMPUTER)
HOME = Step(kind=StepKind.HOME)
ABOUT_YOU = Step(kind=StepKind.ABOUT_YOU)
ACCOUNTS = Step(kind=StepKind.ACCOUNTS)
REVIEW = Step(kind=StepKind.REVIEW)
CERTIFICATE = Step(kind=StepKind.CERTIFICATE)
MORE = Step(kind=StepKind.MORE)
SEARCHES = Step(kind=StepKind.SEARCHES)
LETTER = Step(kind=StepKind.LETTER)
OLD_ACCOUNTS = Step(kind=StepKind.OLD_ACCOUNTS)
REPORT = Step(kind=StepKind.REPORT)
SET_UP = Step(kind=StepKind.SET_UP)
SET_UP_CONTACTS = Step(kind=StepKind.SET_UP_CONTACTS)
SET_UP_REVIEW = Step(kind=StepKind.SET_UP_REVIEW)
SET_UP_RECOVERY = Step(kind=StepKind.SET_UP_RECOVERY)
SET_UP_GIVE = Step(kind=StepKind.SET_UP_GIVE)

OF_SET_UP = frozenset(kind for kind in StepKind if kind.value.startswith("set-up"))
"""The road of whoever sets the school up: a list of tasks, each of which leads back to it."""

OF_DRAFT = frozenset(
    {
        StepKind.SET_UP_SCHOOL,
        StepKind.SET_UP_CONTACTS,
        StepKind.SET_UP_CONTACT,
        StepKind.SET_UP_POLICY,
        StepKind.SET_UP_SHARE,
        StepKind.SET_UP_ROUND,
        StepKind.SET_UP_READERS,
        StepKind.SET_UP_REVIEW,
        StepKind.SET_UP_RECOVERY,
    }
)
"""Pages of set-up that fill in a draft, and are nothing without one."""

OUR_POLICY = Step(kind=StepKind.OUR_POLICY)

OF_OUR_POLICY = frozenset(
    {StepKind.OUR_POLICY, StepKind.OUR_LINE, StepKind.OUR_DETAILS, StepKind.GIVE_POLICY}
)
"""Where the school changes what its policy says here, and gives that to its staff."""

_BACK_TO = {
    StepKind.WHOSE_COMPUTER: FIRST,
    StepKind.HOME: FIRST,
    StepKind.ABOUT_YOU: HOME,
    StepKind.CERTIFICATE: HOME,
    StepKind.HANDING_OVER: CERTIFICATE,
    StepKind.MORE: HOME,
    StepKind.SEARCHES: MORE,
    StepKind.LETTER: MORE,
    StepKind.OLD_ACCOUNTS: MORE,
    StepKind.CLOSING: OLD_ACCOUNTS,
    StepKind.REPORT: FIRST,
    StepKind.SET_ASIDE: REPORT,
    StepKind.CONFIRM: REPORT,
    StepKind.POLICY_REVIEW: REPORT,
    **dict.fromkeys(OF_OUR_POLICY, OUR_POLICY),
    StepKind.OUR_POLICY: SET_UP,
    **dict.fromkeys(OF_SET_UP, SET_UP),
    StepKind.SET_UP: FIRST,
    StepKind.SET_UP_CONTACT: SET_UP_CONTACTS,
    StepKind.SET_UP_RECOVERY: SET_UP_REVIEW,
    StepKind.SCHOOL_FILE: FIRST,
}

OF_MORE = frozenset(
    {StepKind.TOOL, StepKind.SEARCHES, StepKind.LETTER, StepKind.OLD_ACCOUNTS, StepKind.CLOSING}
)
"""What there is to do another evening, beside stops and looks."""


def step_from(token: str) -> Step | None:
    """The step stored as `token`; None for anything unknown."""
    parts = token.split("|")
    kinds = {kind.value: kind for kind in StepKind}
    if len(parts) != 3 or parts[0] not in kinds:
        return None
    return Step(kind=kinds[parts[0]], account=AccountId(parts[1]), item=parts[2])


def stop_step(stop: PlannedStop) -> Step:
    """The step that shows that stop."""
    return Step(kind=StepKind.STOP, account=stop.section, item=stop.stop.id)


def look_step(look: PlannedLook) -> Step:
    """The step that shows that look."""
    return Step(kind=StepKind.LOOK, account=look.section, item=look.look.id)


def tool_step(tool_id: str, *, asked_from: PlatformId | None = None) -> Step:
    """The step that shows that tool; `asked_from` is the platform whose closing it goes back to."""
    return Step(kind=StepKind.TOOL, account=AccountId(asked_from or ""), item=tool_id)


def closing_step(platform: PlatformId) -> Step:
    """The step that shows how an account there is closed."""
    return Step(kind=StepKind.CLOSING, item=platform)


def statement_step(page_id: str) -> Step:
    """The step that shows that page of the policy."""
    return Step(kind=StepKind.POLICY_SAYS, item=page_id)


def our_line_step(line_id: str) -> Step:
    """The step that changes that line of the school's policy; without an id, the one that adds a line."""
    return Step(kind=StepKind.OUR_LINE, item=line_id)


def school_file_step(path: str) -> Step:
    """The step that shows what a school file will do, before it is used."""
    return Step(kind=StepKind.SCHOOL_FILE, item=path)


def contact_step(contact_id: str) -> Step:
    """The step of set-up that asks how one contact is reached."""
    return Step(kind=StepKind.SET_UP_CONTACT, item=contact_id)


def way(plan: AuditPlan) -> tuple[Step, ...]:
    """The whole way in order. An account's look comes before its last stop, the view as a stranger."""
    steps = [ABOUT_YOU, ACCOUNTS]
    for section in plan.sections:
        looks = [look_step(look) for look in section.looks]
        stops = [stop_step(stop) for stop in section.stops]
        closes = bool(section.stops) and section.stops[-1].is_closing and section.account != TOGETHER
        steps += [*stops[:-1], *looks, stops[-1]] if closes else stops + looks
    steps += [statement_step(page.id) for page in plan.statements]
    return (*steps, REVIEW, CERTIFICATE)


def own_check(computer: Computer | None) -> Step:
    """Where "Check my own accounts" leads: whose computer it is comes first, unless that is known."""
    return WHOSE_COMPUTER if computer in (None, Computer.SHARED) else HOME


def next_step(plan: AuditPlan, step: Step) -> Step:
    """Where Continue leads from `step`."""
    if step.kind is StepKind.FIRST:
        return WHOSE_COMPUTER
    if step.kind is StepKind.WHOSE_COMPUTER:
        return HOME
    if step.kind in OF_SET_UP | OF_OUR_POLICY:
        return back_step(plan, step)
    steps = way(plan)
    if step in steps[:-1]:
        return steps[steps.index(step) + 1]
    return back_step(plan, step) if step.kind in OF_MORE else MORE if _is_more(plan, step) else HOME


def back_step(plan: AuditPlan, step: Step) -> Step:
    """Where Back leads from `step`; asides (help, who to tell) go back to where the window came from."""
    if step.kind is StepKind.OUR_DETAILS and step.item:
        return Step(kind=StepKind.OUR_DETAILS)
    if step.kind in _BACK_TO:
        return _BACK_TO[step.kind]
    if step.kind is StepKind.TOOL:
        return closing_step(PlatformId(step.account)) if step.account else MORE
    if _is_more(plan, step):
        return MORE
    steps = way(plan)
    return steps[steps.index(step) - 1] if step in steps[1:] else HOME


def comes_back_to(plan: AuditPlan, step: Step, *, asked_from: Step) -> Step | None:
    """Where Continue and Back lead from a step that was asked for to change one answer.

    From "Check your answers" any page before it comes back there, and so it is in set-up; everything else
    goes its usual way: None.
    """
    if asked_from.kind is StepKind.SET_UP_POLICY and step.kind in (
        StepKind.POLICY_REVIEW,
        StepKind.OUR_POLICY,
    ):
        return asked_from
    if asked_from == SET_UP_REVIEW:
        leads_on = step in (SET_UP_RECOVERY, SET_UP_GIVE)
        return SET_UP_REVIEW if step.kind in OF_SET_UP and not leads_on else None
    return REVIEW if asked_from == REVIEW and step in way(plan)[:-2] else None


def first_of(plan: AuditPlan, account: AccountId) -> Step:
    """Where a task of the home page opens: the section's first page."""
    return next((step for step in way(plan) if step.account == account), HOME)


def exists(plan: AuditPlan, step: Step) -> bool:
    """Whether the step can be shown: its stop, look or page is still there."""
    if step.kind is StepKind.STOP:
        return plan.stop(step.account, step.item) is not None
    if step.kind is StepKind.LOOK:
        return plan.look(step.account, step.item) is not None
    if step.kind is StepKind.POLICY_SAYS:
        return plan.statement(step.item) is not None
    return True


def carry_on(plan: AuditPlan, progress: Progress, *, place: Step | None = None) -> Step:
    """Where to carry on: the place left, or the next open thing after it.

    Who the person is and which accounts they have come first; once nothing holds up the certificate, the
    answers to check. A look passed over on the way is not gone back to before the end.
    """
    steps = way(plan)[:-2]
    to_do = [step for step in steps if not is_done(plan, progress, step)]
    if place in to_do:
        return place
    if is_finished(plan, progress):
        return CERTIFICATE if place == CERTIFICATE else REVIEW
    if place not in steps or to_do[0] in (ABOUT_YOU, ACCOUNTS):
        return to_do[0]
    return next((step for step in steps[steps.index(place) :] if step in to_do), to_do[0])


def is_done(plan: AuditPlan, progress: Progress, step: Step) -> bool:
    """Whether nothing more is to do on that step of the way. A look with any answer is done with."""
    match step.kind:
        case StepKind.ABOUT_YOU:
            return person_is_known(progress)
        case StepKind.ACCOUNTS:
            return accounts_are_named(progress)
        case StepKind.STOP:
            stop = plan.stop(step.account, step.item)
            return stop is None or stop_state(progress, stop) is TaskState.FINISHED
        case StepKind.LOOK:
            look = plan.look(step.account, step.item)
            return look is None or look_answer(progress, look) is not None
        case StepKind.POLICY_SAYS:
            return step.item in progress.read
        case _:
            return False


def ten_minutes(plan: AuditPlan, progress: Progress) -> tuple[Step, ...]:
    """Three things to do first, of what is not done: the view as a stranger, people, then the rest."""

    def to_do(steps: Iterable[Step]) -> list[Step]:
        return [step for step in steps if not is_done(plan, progress, step)]

    closing = to_do(stop_step(stop) for stop in plan.stops if stop.is_closing)
    looks = to_do(look_step(look) for look in plan.looks)
    rest = to_do(stop_step(stop) for stop in plan.stops)
    return tuple(dict.fromkeys([*closing[:1], *looks[:2], *rest, *looks[2:]]))[:3]


def _is_more(plan: AuditPlan, step: Step) -> bool:
    stops = {stop_step(stop) for stop in plan.more_stops}
    return step in stops or step in {look_step(look) for look in plan.more_looks}
