"""A look: keep before you tidy, what to look for, and how far one got, read back from the store."""

import pytest
from msgspec import structs
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.domain import outcome
from nickaudit.domain.answers import Computer, LookAnswer
from nickaudit.domain.audit_plan import PlannedLook
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.route import Step, StepKind, look_step
from nickaudit.services.audit_session import open_session
from nickaudit.ui.pages.staff.look import AFTERWARDS, QUESTION, LookPage
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.text import TextLabel
from nickaudit.ui.widgets.where_card import SHOW_CODE
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

THROUGH, STARTED, NOT_SURE = (
    f"{QUESTION}: {words}" for words in ("I've been through them", "I've started, the rest later", "Not sure")
)
FAMILY = "Keep them, and talk to the DSL or headteacher"


def planned(desk: Desk, look: str = "instagram.followers") -> PlannedLook:
    return next(each for each in (*desk.plan.looks, *desk.plan.more_looks) if each.look.id == look)


def given(desk: Desk) -> LookAnswer | None:
    return outcome.look_answer(desk.stored().progress, planned(desk))


def open_look(desk: Desk, look: str = "instagram.followers") -> LookPage:
    return desk.open(LookPage, look_step(planned(desk, look)))


@pytest.fixture
def page(desk: Desk) -> LookPage:
    desk.add("instagram")
    return open_look(desk)


def test_the_header_says_a_look_and_no_number(page: LookPage) -> None:
    assert page.status == "Instagram · a look"
    assert page.heading_label.text() == "Is anyone following you who shouldn't?"


def test_keep_before_you_tidy_stands_above_everything(desk: Desk, page: LookPage) -> None:
    first = page.main.itemAt(0).widget()
    assert isinstance(first, Notice)
    assert first.label.text().startswith(desk.services.content.policy.keep_before_you_tidy)


def test_how_to_tell_them_leads_to_what_fits(desk: Desk, page: LookPage) -> None:
    press(page, "How to tell them")
    assert desk.steps == [Step(kind=StepKind.WHO_TO_TELL, item="pupil-contact")]


def test_in_a_pack_without_that_case_how_to_tell_them_leads_to_the_list(desk: Desk) -> None:
    content = desk.services.content
    bare = structs.replace(content, policy=structs.replace(content.policy, situations=()))
    desk.services = replace(desk.services, content=bare)
    desk.session = open_session(desk.services, computer=Computer.MINE)
    desk.add("instagram")
    page = open_look(desk)
    press(page, "How to tell them")
    assert desk.steps == [Step(kind=StepKind.WHO_TO_TELL)]
    assert FAMILY not in named(page)


def test_the_prompts_stand_there_and_family_opens_a_short_text(desk: Desk, page: LookPage) -> None:
    shown = words(page)
    assert "People you don't know" in shown
    assert "You need not end a friendship" not in shown
    press(page, FAMILY)
    assert "You need not end a friendship" in words(page)
    assert "safeguarding lead (DSL) or the headteacher" in words(page)
    press(page, "What to say to them")
    assert desk.steps == [Step(kind=StepKind.WHO_TO_TELL, item="family-tie")]


def test_each_answer_is_stored_as_it_is_given(desk: Desk, page: LookPage) -> None:
    assert given(desk) is None
    for name, answer in (
        (THROUGH, LookAnswer.THROUGH),
        (STARTED, LookAnswer.STARTED),
        (NOT_SURE, LookAnswer.NOT_SURE),
    ):
        find(page, name).click()
        assert given(desk) is answer
    assert desk.counts["saved"] == 3


def test_the_keyboard_alone_answers_and_takes_back(desk: Desk, page: LookPage) -> None:
    press(page, THROUGH)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert given(desk) is LookAnswer.STARTED
    settle()
    press(page, "Clear how far you got")
    assert given(desk) is None
    assert QApplication.focusWidget() in page.answers.chips


def test_what_comes_of_an_answer_is_said(desk: Desk, page: LookPage) -> None:
    click(page, STARTED)
    assert AFTERWARDS[LookAnswer.STARTED] in words(page)
    click(page, NOT_SURE)
    not_sure = AFTERWARDS[LookAnswer.NOT_SURE].format(lead="the safeguarding lead (DSL)")
    assert not_sure in words(page)
    assert desk.said == [AFTERWARDS[LookAnswer.STARTED], not_sure]


def test_a_look_opened_again_shows_its_answer(desk: Desk, page: LookPage) -> None:
    click(page, STARTED)
    assert open_look(desk).answers.value is LookAnswer.STARTED


def test_last_years_answer_stands_beside_it_and_does_not_count(desk: Desk) -> None:
    desk.add("instagram")
    look = planned(desk)
    desk.session.answer_look(look.section, look.look.id, LookAnswer.STARTED)
    assert "Last time" not in words(open_look(desk))
    desk.session.finish(CertificateNumber("7F3A-91C2-04DE"))
    desk.session.begin_again()
    page = open_look(desk)
    assert "Last time: I've started, the rest later" in words(page)
    assert page.answers.value is None
    assert given(desk) is None


def test_the_policys_verb_stands_in_bold_at_the_side(page: LookPage) -> None:
    line = next(
        each for each in page.findChildren(TextLabel) if each.text().startswith("On personal accounts")
    )
    assert [line.text()[span.start : span.end] for span in line._marked.spans] == ["advised not"]


def test_old_posts_have_their_own_time(desk: Desk) -> None:
    desk.add("instagram")
    assert "Look for five minutes" in words(open_look(desk, "instagram.old-posts"))


@pytest.mark.parametrize("computer", [Computer.SCHOOLS, Computer.SHARED])
def test_on_a_computer_that_is_not_ones_own_no_button_opens_the_account(
    desk: Desk, computer: Computer
) -> None:
    desk.on(computer).add("instagram")
    assert not [name for name in named(open_look(desk)) if name.startswith("Open ")]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_every_look_names_its_controls_and_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    for platform in desk.services.content.platforms:
        desk.add(platform)
    desk.wear(text_size=text_size)
    for each in (*desk.plan.looks, *desk.plan.more_looks):
        page = desk.open(LookPage, look_step(each), width=width, height=430)
        click(page, STARTED)
        for name in {SHOW_CODE, FAMILY, "Read it in the policy"} & set(named(page)):
            click(page, name)
        assert without_a_name_of_their_own(page) == [], each.look.id
        assert cut_off(page) == [], each.look.id
        desk.close()
