"""The way through the wizard on every route: next, back, carry on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from nickaudit.domain import route
from nickaudit.domain.answers import Answer, Computer, LookAnswer, Progress
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import TOGETHER, AccountId, CheckId, LookId
from nickaudit.domain.outcome import is_finished
from nickaudit.domain.route import Step, StepKind
from tests.domain.small_world import account, all_finished, answered, looked, other, plan_for
from tests.factories import TODAY, make_person

PHOTO, CHAT, RUNNER = account("photo"), account("chat"), account("runner")
EVERY_ROUTE: dict[str, AuditPlan] = {
    "nothing said": plan_for(),
    "online in their job": plan_for(online=True),
    "one account": plan_for(PHOTO),
    "no closing stop": plan_for(CHAT),
    "looks alone": plan_for(account("silent")),
    "another kind": plan_for(other("o", "a club")),
    "two of a kind": plan_for(account("a", "photo", "x"), account("b", "photo", "y")),
    "vanished": plan_for(account("gone")),
    "everything": plan_for(PHOTO, CHAT, RUNNER, account("silent"), other("o", "a club"), online=True),
}
routes = pytest.mark.parametrize("plan", EVERY_ROUTE.values(), ids=EVERY_ROUTE.keys())


def _stop(account_id: str, stop_id: str) -> Step:
    return Step(kind=StepKind.STOP, account=AccountId(account_id), item=stop_id)


def _look(account_id: str, look_id: str) -> Step:
    return Step(kind=StepKind.LOOK, account=AccountId(account_id), item=look_id)


@routes
def test_continue_goes_all_the_way_from_the_first_page_to_the_certificate(plan: AuditPlan) -> None:
    step, seen = route.ABOUT_YOU, [route.ABOUT_YOU]
    while step != route.CERTIFICATE:
        step = route.next_step(plan, step)
        assert step not in seen, "a circle"
        assert route.exists(plan, step)
        seen.append(step)
    assert seen == list(route.way(plan))
    assert {s.item for s in seen if s.kind is StepKind.STOP} == {s.stop.id for s in plan.stops}
    assert {s.item for s in seen if s.kind is StepKind.LOOK} == {p.look.id for p in plan.looks}
    assert [s.item for s in seen if s.kind is StepKind.POLICY_SAYS] == [p.id for p in plan.statements]


@routes
def test_back_undoes_continue_and_ends_on_the_first_page(plan: AuditPlan) -> None:
    steps = route.way(plan)
    for before, after in pairwise(steps[:-1]):
        assert route.back_step(plan, after) == before
    for start in (
        *steps,
        *(route.stop_step(stop) for stop in plan.more_stops),
        Step(kind=StepKind.SET_ASIDE),
        Step(kind=StepKind.CONFIRM),
    ):
        step, turns = start, 0
        while step != route.FIRST:
            step = route.back_step(plan, step)
            turns += 1
            assert turns <= len(steps) + 3, f"Back from {start} never ends"


def test_the_way_begins_with_the_person_and_ends_with_the_certificate() -> None:
    steps = route.way(plan_for())
    assert steps[:2] == (route.ABOUT_YOU, route.ACCOUNTS)
    assert steps[-2:] == (route.REVIEW, route.CERTIFICATE)
    assert [step.kind for step in steps[2:-2]] == [StepKind.POLICY_SAYS], "none at all leads straight there"


def test_the_look_through_people_comes_before_the_view_as_a_stranger() -> None:
    ours = [step.item for step in route.way(plan_for(PHOTO)) if step.account == PHOTO.id]
    assert ours == ["photo.audience", "meta.all", "photo.followers", "photo.stranger"]


def test_where_no_stop_shows_the_stranger_the_look_comes_last() -> None:
    ours = [step.item for step in route.way(plan_for(CHAT)) if step.account == CHAT.id]
    assert ours == ["chat.privacy", "meta.all", "chat.groups"]


def test_from_the_first_pages_continue_leads_in() -> None:
    plan = plan_for()
    assert route.next_step(plan, route.FIRST) == route.WHOSE_COMPUTER
    assert route.next_step(plan, route.WHOSE_COMPUTER) == route.HOME
    assert route.next_step(plan, route.CERTIFICATE) == route.HOME


@pytest.mark.parametrize(
    ("computer", "step"),
    [
        (None, route.WHOSE_COMPUTER),
        (Computer.MINE, route.HOME),
        (Computer.SCHOOLS, route.HOME),
        (Computer.SHARED, route.WHOSE_COMPUTER),
    ],
)
def test_whose_computer_is_asked_first_and_on_a_shared_one_every_time(
    computer: Computer | None, step: Step
) -> None:
    assert route.own_check(computer) == step


def test_only_what_is_changed_from_the_answers_comes_back_to_them() -> None:
    plan = plan_for(account("photo"))
    steps = route.way(plan)
    for step in steps[:-2]:
        assert route.comes_back_to(plan, step, asked_from=route.REVIEW) == route.REVIEW
        assert route.comes_back_to(plan, step, asked_from=route.HOME) is None
    for step in (*steps[-2:], route.HOME, Step(kind=StepKind.SCHOOL_SEES)):
        assert route.comes_back_to(plan, step, asked_from=route.REVIEW) is None


def test_what_is_more_leads_back_to_its_list_both_ways() -> None:
    plan = plan_for(PHOTO)
    for step in (_stop("photo", "photo.extra"), _look("photo", "photo.old")):
        assert route.exists(plan, step)
        assert route.next_step(plan, step) == route.MORE
        assert route.back_step(plan, step) == route.MORE
    assert route.back_step(plan, route.MORE) == route.HOME


def test_a_page_that_is_no_longer_there_leads_home() -> None:
    plan = plan_for(PHOTO)
    for gone in (
        _stop("photo", "old"),
        _stop("gone", "photo.audience"),
        _look("photo", "old"),
        route.statement_step("x"),
    ):
        assert not route.exists(plan, gone)
        assert route.next_step(plan, gone) == route.HOME
        assert route.back_step(plan, gone) == route.HOME


@routes
def test_each_task_of_home_opens_on_its_first_page(plan: AuditPlan) -> None:
    for section in plan.sections:
        first = route.first_of(plan, section.account)
        assert (first.account == section.account) if section.stops or section.looks else first == route.HOME
    assert route.first_of(plan, AccountId("nobody")) == route.HOME


@routes
def test_every_step_is_stored_and_read_back(plan: AuditPlan) -> None:
    for step in (*route.way(plan), route.FIRST, route.HOME, route.MORE, Step(kind=StepKind.HELP)):
        assert route.step_from(step.token) == step


@given(st.text())
def test_a_place_that_makes_no_sense_is_no_place(text: str) -> None:
    step = route.step_from(text)
    assert step is None or step.token == text


def test_a_new_person_begins_with_themselves() -> None:
    plan = plan_for()
    assert route.carry_on(plan, Progress()) == route.ABOUT_YOU
    assert route.carry_on(plan, Progress(person=make_person())) == route.ACCOUNTS


def test_the_place_left_is_carried_on_with_while_it_is_open() -> None:
    plan = plan_for(PHOTO, CHAT)
    progress = Progress(person=make_person(), accounts=(PHOTO, CHAT))
    assert route.carry_on(plan, progress, place=_stop("photo", "photo.stranger")) == _stop(
        "photo", "photo.stranger"
    )


def test_once_the_place_left_is_done_the_next_open_page_after_it_comes() -> None:
    plan = plan_for(PHOTO, CHAT)
    there = plan.stop(CHAT.id, "meta.all")
    assert there is not None
    progress = Progress(
        person=make_person(), accounts=(PHOTO, CHAT), answers=answered(plan, Answer.DONE, stops=(there,))
    )
    assert route.carry_on(plan, progress, place=route.stop_step(there)) == _look("chat", "chat.groups")


def test_a_look_passed_over_is_gone_back_to_only_at_the_end_of_the_way() -> None:
    plan = plan_for(CHAT)
    progress = all_finished(plan, CHAT)
    open_page = route.statement_step("pupils")
    almost = structs.replace(progress, read={})
    assert route.carry_on(plan, almost, place=_stop("together", "together.pictures")) == open_page


def test_who_you_are_is_asked_before_anything_else_is_carried_on_with() -> None:
    plan = plan_for(PHOTO)
    there = plan.stops[0]
    progress = Progress(accounts=(PHOTO,), answers=answered(plan, Answer.DONE, stops=(there,)))
    assert route.carry_on(plan, progress, place=route.stop_step(there)) == route.ABOUT_YOU


def test_when_nothing_holds_up_the_certificate_the_answers_are_checked_next() -> None:
    plan = plan_for(PHOTO, RUNNER)
    progress = all_finished(plan, PHOTO, RUNNER)
    assert is_finished(plan, progress)
    assert route.carry_on(plan, progress) == route.REVIEW, (
        "open looks and good practice do not stand in the way"
    )
    assert route.carry_on(plan, progress, place=_look("photo", "photo.followers")) == _look(
        "photo", "photo.followers"
    )
    assert route.carry_on(plan, progress, place=route.CERTIFICATE) == route.CERTIFICATE


@pytest.mark.parametrize("place", [route.REVIEW, route.CERTIFICATE])
def test_having_been_on_the_last_pages_too_early_does_not_lead_back_to_them(place: Step) -> None:
    plan = plan_for(PHOTO)
    progress = Progress(person=make_person(), accounts=(PHOTO,))
    assert route.carry_on(plan, progress, place=place) == _stop("photo", "photo.audience")


@pytest.mark.parametrize("place", [None, _stop("gone", "x"), route.HOME, route.ABOUT_YOU])
def test_a_place_that_is_gone_or_done_leads_to_what_is_open(place: Step | None) -> None:
    plan = plan_for(PHOTO)
    progress = Progress(person=make_person(), accounts=(PHOTO,))
    assert route.carry_on(plan, progress, place=place) == _stop("photo", "photo.audience")


@routes
def test_doing_what_carry_on_says_ends_at_the_certificate(plan: AuditPlan) -> None:
    accounts = tuple(account(section.account) for section in plan.sections if section.account != TOGETHER)
    progress, place, turns = Progress(began_on=TODAY), None, 0
    while (step := route.carry_on(plan, progress, place=place)) != route.REVIEW:
        turns += 1
        assert turns <= len(route.way(plan)), f"stuck at {step}"
        progress, place = _do(plan, progress, step, accounts), step
    assert is_finished(plan, progress)


def _do(plan: AuditPlan, progress: Progress, step: Step, accounts: tuple[object, ...]) -> Progress:
    """A person who does just what the page asks."""
    match step.kind:
        case StepKind.ABOUT_YOU:
            return structs.replace(progress, person=make_person())
        case StepKind.ACCOUNTS:
            return structs.replace(progress, accounts=accounts, no_accounts=not accounts)
        case StepKind.STOP:
            stop = plan.stop(step.account, step.item)
            assert stop is not None
            given = {(line.account, line.check.id): Answer.LATER for line in stop.checks}
            return structs.replace(progress, answers={**progress.answers, **given})
        case StepKind.LOOK:
            return structs.replace(
                progress, looks={**progress.looks, (step.account, LookId(step.item)): LookAnswer.STARTED}
            )
        case _:
            return structs.replace(progress, read={**progress.read, step.item: TODAY})


def test_ten_minutes_are_for_the_stranger_then_people_then_the_rest() -> None:
    plan = plan_for(PHOTO, CHAT)
    assert route.ten_minutes(plan, Progress()) == (
        _stop("photo", "photo.stranger"),
        _look("chat", "chat.groups"),
        _look("photo", "photo.followers"),
    )


def test_ten_minutes_never_name_what_is_done_and_take_the_next_of_its_kind() -> None:
    plan = plan_for(account("a", "photo", "one"), account("b", "photo", "two"))
    progress = Progress(
        answers={(AccountId("a"), CheckId("stranger")): Answer.DONE},
        looks={(AccountId("a"), LookId("photo.followers")): LookAnswer.NOT_SURE},
    )
    first, second, third = route.ten_minutes(plan, progress)
    assert first == _stop("b", "photo.stranger"), "the other account's stranger"
    assert second == _look("b", "photo.followers")
    assert third.kind is StepKind.STOP


def test_nothing_is_left_for_ten_minutes_once_all_is_done() -> None:
    plan = plan_for(PHOTO)
    progress = structs.replace(all_finished(plan, PHOTO), looks=looked(plan, LookAnswer.THROUGH))
    assert route.ten_minutes(plan, progress) == ()
    assert route.ten_minutes(plan_for(), Progress()) == ()
