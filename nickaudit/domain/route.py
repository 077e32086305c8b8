"""The wizard's steps: what comes next, what Back means, where to carry on. No window is needed to test it."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.answers import Computer, Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedLook, PlannedStop
from nickaudit.domain.ids import TOGETHER, AccountId
from nickaudit.domain.outcome import (
    TaskState,
    accounts_are_named,
    is_finished,
    look_answer,
    stop_state,
)


class StepKind(StrEnum):
    """One kind per screen."""

    FIRST = "first"
    WHOSE_COMPUTER = "whose-computer"
    HOME = "home"
    ABOUT_YOU = "about-you"
    ACCOUNTS = "accounts"
    STOP = "stop"
    LOOK = "look"
    POLICY_SAYS = "policy-says"
    REVIEW = "review"
    CERTIFICATE = "certificate"
    HANDING_OVER = "handing-over"
    MORE = "more"
    WHO_TO_TELL = "who-to-tell"
    SCHOOL_SEES = "school-sees"
    RESPONSIBLE = "responsible"
    HELP = "help"
    REPORT = "report"
    SET_ASIDE = "set-aside"
    POLICY_REVIEW = "policy-review"


class Step(Struct, frozen=True, kw_only=True):
    """One screen of the way."""

    kind: StepKind
    account: AccountId = AccountId("")
    item: str = ""
    """Stop, look or statement page; a situation; a way of handing over; a certificate's number."""

    @property
    def token(self) -> str:
        """As stored, to carry on at the same place."""
        return f"{self.kind}|{self.account}|{self.item}"


FIRST = Step(kind=StepKind.FIRST)
WHOSE_COMPUTER = Step(kind=StepKind.WHOSE_COMPUTER)
HOME = Step(kind=StepKind.HOME)
ABOUT_YOU = Step(kind=StepKind.ABOUT_YOU)
ACCOUNTS = Step(kind=StepKind.ACCOUNTS)
REVIEW = Step(kind=StepKind.REVIEW)
CERTIFICATE = Step(kind=StepKind.CERTIFICATE)
MORE = Step(kind=StepKind.MORE)
REPORT = Step(kind=StepKind.REPORT)

_BACK_TO = {
    StepKind.WHOSE_COMPUTER: FIRST,
    StepKind.HOME: FIRST,
    StepKind.ABOUT_YOU: HOME,
    StepKind.CERTIFICATE: HOME,
    StepKind.HANDING_OVER: CERTIFICATE,
    StepKind.MORE: HOME,
    StepKind.REPORT: FIRST,
    StepKind.SET_ASIDE: REPORT,
    StepKind.POLICY_REVIEW: REPORT,
}


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


def statement_step(page_id: str) -> Step:
    """The step that shows that page of the policy."""
    return Step(kind=StepKind.POLICY_SAYS, item=page_id)


def way(plan: AuditPlan) -> tuple[Step, ...]:
    """The whole way in order. An account's look comes before its last stop, the view as a stranger."""
    steps = [ABOUT_YOU, ACCOUNTS]
    for section in plan.sections:
        looks = [look_step(look) for look in section.looks]
        stops = [stop_step(stop) for stop in section.stops]
        steps += stops[:-1] + looks + stops[-1:] if section.account != TOGETHER else stops + looks
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
    steps = way(plan)
    if step in steps[:-1]:
        return steps[steps.index(step) + 1]
    return MORE if _is_more(plan, step) else HOME


def back_step(plan: AuditPlan, step: Step) -> Step:
    """Where Back leads from `step`; asides (help, who to tell) go back to where the window came from."""
    if step.kind in _BACK_TO:
        return _BACK_TO[step.kind]
    if _is_more(plan, step):
        return MORE
    steps = way(plan)
    return steps[steps.index(step) - 1] if step in steps[1:] else HOME


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
    """Where to carry on: the place left, if it is still open, else the first thing that is."""
    if place is not None and place in way(plan) and not is_done(plan, progress, place):
        return place
    return next((step for step in way(plan) if not is_done(plan, progress, step)), CERTIFICATE)


def is_done(plan: AuditPlan, progress: Progress, step: Step) -> bool:
    """Whether nothing more is to do on that step of the way. A look with any answer is done with."""
    match step.kind:
        case StepKind.ABOUT_YOU:
            return progress.person is not None
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
        case StepKind.REVIEW:
            return False
        case _:
            return is_finished(plan, progress) and step.kind is StepKind.HOME


def ten_minutes(plan: AuditPlan, progress: Progress) -> tuple[Step, ...]:
    """Three things to do first, of what is not done: the view as a stranger, people, then the rest."""
    closing = [
        stop_step(section.stops[-1])
        for section in plan.sections
        if section.stops and section.stops[-1].stop.id == section.stops[-1].platform.closing
    ]
    looks = [look_step(look) for look in plan.looks]
    rest = [stop_step(stop) for stop in plan.stops]
    ordered = dict.fromkeys([*closing[:1], *looks[:2], *rest, *looks[2:]])
    return tuple(step for step in ordered if not is_done(plan, progress, step))[:3]


def _is_more(plan: AuditPlan, step: Step) -> bool:
    stops = {stop_step(stop) for stop in plan.more_stops}
    return step in stops or step in {look_step(look) for look in plan.more_looks}
