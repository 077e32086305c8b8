"""The policy's months, how often the check comes round, and who is asked."""

from nickaudit.domain import route
from nickaudit.domain.ids import GroupId
from nickaudit.domain.route import StepKind
from nickaudit.ui.pages.setup.policy import PolicyPage
from nickaudit.ui.pages.setup.round import NOBODY, RoundPage
from tests.ui.pages.desk import Desk, click, press
from tests.ui.pages.setup.hands import go_on, kept, open_page, type_into

MONTHS, DAYS, WHO = "How often, in months", "Time for somebody new, in days", "Who is asked to do it?"
ADOPTED, REVIEW = "When was it adopted?", "When is its next review?"


def test_the_months_of_the_policy_stand_there_and_can_be_changed_in_words(desk: Desk) -> None:
    page = open_page(desk, PolicyPage, StepKind.SET_UP_POLICY)
    assert go_on(page) == []
    type_into(page, f"{REVIEW}: Month", "March")
    type_into(page, f"{REVIEW}: Year", "27")
    assert go_on(page) == []
    assert kept(desk.services).next_review == "2027-03"


def test_no_month_and_a_review_before_the_policy_are_told(desk: Desk) -> None:
    page = open_page(desk, PolicyPage, StepKind.SET_UP_POLICY)
    type_into(page, f"{ADOPTED}: Month", "13")
    assert go_on(page) == ["Enter the month and year the policy was adopted, like 5 and 2018"]
    type_into(page, f"{ADOPTED}: Month", "5")
    type_into(page, f"{REVIEW}: Year", "2017")
    assert go_on(page) == ["Enter a next review that is not before the policy was adopted"]


def test_what_is_typed_and_is_no_month_is_there_again(desk: Desk) -> None:
    page = open_page(desk, PolicyPage, StepKind.SET_UP_POLICY)
    type_into(page, f"{ADOPTED}: Month", "Maz")
    again = open_page(desk, PolicyPage, StepKind.SET_UP_POLICY)
    assert (again.adopted.month.text(), again.adopted.year.text()) == ("Maz", "2018")


def test_the_policys_own_pages_are_one_press_away(desk: Desk) -> None:
    page = open_page(desk, PolicyPage, StepKind.SET_UP_POLICY)
    press(page, "Our policy: what is asked, and in which words")
    press(page, "Questions for your next review")
    assert [step.kind for step in desk.steps] == [StepKind.OUR_POLICY, StepKind.POLICY_REVIEW]


def test_everybody_is_asked_once_a_year_unless_it_is_changed(desk: Desk) -> None:
    page = open_page(desk, RoundPage, StepKind.SET_UP_ROUND)
    assert go_on(page) == []
    assert (kept(desk.services).every_months, kept(desk.services).groups) == (12, ())
    type_into(page, MONTHS, "6")
    click(page, f"{WHO}: Governors")
    assert kept(desk.services).every_months == 6
    assert GroupId("governors") not in kept(desk.services).groups
    assert len(kept(desk.services).groups) == len(desk.services.content.policy.groups) - 1
    click(page, f"{WHO}: Governors")
    assert kept(desk.services).groups == ()


def test_numbers_out_of_bounds_and_nobody_at_all_are_told(desk: Desk) -> None:
    page = open_page(desk, RoundPage, StepKind.SET_UP_ROUND)
    type_into(page, MONTHS, "0")
    type_into(page, DAYS, "soon")
    for group in desk.services.content.policy.groups:
        click(page, f"{WHO}: {group.title}")
    assert go_on(page) == [
        "Enter how often, as a number of months from 1 to 24",
        "Enter how long, as a number of days from 1 to 365",
        NOBODY,
    ]
    click(page, f"{WHO}: Teachers")
    assert page.groups.fault.isHidden()
    assert kept(desk.services).groups == (GroupId("teachers"),)


def test_back_from_the_questions_leads_to_the_policy_again(desk: Desk) -> None:
    here = route.Step(kind=StepKind.SET_UP_POLICY)
    there = route.Step(kind=StepKind.POLICY_REVIEW)
    assert route.comes_back_to(desk.plan, there, asked_from=here) == here
