"""Who is responsible: the pack's own notice, all of it, and whom to ask."""

import pytest

from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.pages.staff.responsible import ResponsiblePage, told
from tests.ui.pages.desk import Desk, cut_off, press, without_a_name_of_their_own, words

STEP = Step(kind=StepKind.RESPONSIBLE)


def test_all_of_the_packs_notice_is_shown(desk: Desk) -> None:
    notice = desk.services.content.policy.responsibility
    said = words(desk.open(ResponsiblePage, STEP))
    for part in (notice.controller, notice.basis, notice.kept_for, *notice.rights, notice.complain):
        assert part in said


def test_whom_to_ask_is_named(desk: Desk) -> None:
    policy = desk.services.content.policy
    contact = policy.contact(policy.responsibility.contact)
    assert contact is not None
    assert told(contact).replace("*", "") in words(desk.open(ResponsiblePage, STEP))


@pytest.mark.parametrize(
    ("filled_in", "said"),
    [
        ({}, "**The school office**"),
        ({"name": "Joan Hazel"}, "**The school office**: Joan Hazel"),
        ({"phone": "01234", "email": "o@school.example"}, "**The school office**: 01234, o@school.example"),
        ({"note": "Open until four."}, "**The school office**. Open until four."),
    ],
)
def test_a_contact_is_told_as_far_as_it_is_filled_in(filled_in: dict[str, str], said: str) -> None:
    assert told(Contact(id=ContactId("office"), title="the school office", **filled_in)) == said


def test_the_exact_list_is_one_press_away(desk: Desk) -> None:
    press(desk.open(ResponsiblePage, STEP), "What the school can see")
    assert desk.steps == [Step(kind=StepKind.SCHOOL_SEES)]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(ResponsiblePage, STEP, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
