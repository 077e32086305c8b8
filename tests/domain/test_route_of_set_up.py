"""The road of set-up: every page leads back to its tasks; what is changed from the end comes back there."""

import pytest

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from tests.domain.small_world import plan_for


@pytest.mark.parametrize("kind", sorted(route.OF_SET_UP))
def test_every_page_of_set_up_leads_back_to_its_tasks_both_ways(kind: StepKind) -> None:
    plan, step = plan_for(), Step(kind=kind)
    assert route.exists(plan, step)
    turns = 0
    while step != route.FIRST:
        assert step.kind in route.OF_SET_UP
        assert route.next_step(plan, step) == route.back_step(plan, step)
        step = route.back_step(plan, step)
        turns += 1
        assert turns <= 4


def test_a_school_file_is_looked_at_from_anywhere() -> None:
    step = route.school_file_step("/media/stick/one|two.nickaudit-school")
    assert step.item.endswith("one|two.nickaudit-school")
    assert route.back_step(plan_for(), step) == route.FIRST


def test_only_what_is_filled_in_comes_back_to_the_end_of_set_up() -> None:
    plan = plan_for()
    for kind in (StepKind.SET_UP_SCHOOL, StepKind.SET_UP_READERS, StepKind.SET_UP_CONTACTS):
        step = Step(kind=kind)
        assert route.comes_back_to(plan, step, asked_from=route.SET_UP_REVIEW) == route.SET_UP_REVIEW
        assert route.comes_back_to(plan, step, asked_from=route.SET_UP) is None
    for step in (route.SET_UP_RECOVERY, route.SET_UP_GIVE, route.HOME):
        assert route.comes_back_to(plan, step, asked_from=route.SET_UP_REVIEW) is None
