"""Our policy in the page: lines found and changed, faults beside their field, saved, added, switched off."""

import time
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, policy_editor
from nickaudit.services.intake import take_in
from nickaudit.ui.pages.setup.our_details import KEEP as KEEP_DETAILS
from nickaudit.ui.pages.setup.our_details import NAME, NO_MONTH, OurDetailsPage
from nickaudit.ui.pages.setup.our_line import (
    OurLinePage,
)
from nickaudit.ui.pages.setup.our_policy import SAVE, THROW_AWAY, OurPolicyPage
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.policy_lines import FIND
from tests.ui.pages.desk import (
    Desk,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)
from tests.ui.pages.head.certificates import put
from tests.ui.pages.setup.policy_hands import (
    LINE,
    NEW_WORDS,
    OURS,
    change,
    line_of,
    open_policy,
    wait,
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Content that can be read anew after saving."""
    renew = make_services(desk.services.home, now=desk.services.now).renew
    desk.services = structs.replace(desk.services, renew=renew)
    return desk


def test_each_heading_opens_its_lines_and_a_line_leads_to_its_page(desk: Desk, qtbot: QtBot) -> None:
    page = open_policy(desk, qtbot)
    headings = {line.heading for line in desk.services.content.policy.lines}
    assert len(page.lines.groups) == len(headings)
    assert line_of(desk.services).words not in named(page)
    press(page, "Reputation (11 lines)")
    press(page, line_of(desk.services).words)
    assert desk.steps == [route.our_line_step(LINE)]


def test_a_line_is_found_by_any_word_of_it(desk: Desk, qtbot: QtBot) -> None:
    page = open_policy(desk, qtbot)
    field = find(page, FIND, type(page.lines.field.edit))
    qtbot.keyClicks(field, "opt out listings")
    settle()
    assert "1 line found." in words(page)
    assert [name for name in named(page) if name.startswith("You are advised to opt out")]
    field.clear()
    settle()
    assert "1 line found." not in words(page)
    qtbot.keyClicks(field, "zebra")
    settle()
    assert "No line found." in words(page)


def test_turning_to_it_and_opening_a_line_is_quick(desk: Desk, qtbot: QtBot) -> None:
    for page_class, step in ((OurPolicyPage, OURS), (OurLinePage, route.our_line_step(LINE))):
        began = time.perf_counter()
        desk.open(page_class, step)  # type: ignore[type-var]
        assert time.perf_counter() - began < 0.5


def test_changes_are_shown_before_and_now_and_can_be_put_back(desk: Desk, qtbot: QtBot) -> None:
    before = line_of(desk.services)
    change(desk.services, words=NEW_WORDS)
    page = open_policy(desk, qtbot)
    said = words(page)
    assert "What you have changed (1 change)" in said
    assert f"{before.words} (Advised)" in said
    assert f"{NEW_WORDS} (Advised)" in said
    assert "No certificate has come in yet" in said
    press(page, f"Put it back: {NEW_WORDS}")
    assert line_of(desk.services) == before
    assert desk.steps == [route.OUR_POLICY]


@pytest.mark.parametrize(("count", "told"), [(1, "1 person"), (42, "42 people")])
def test_it_says_how_many_have_finished(
    desk: Desk, qtbot: QtBot, tmp_path: Path, count: int, told: str
) -> None:
    for number in range(count):
        put(tmp_path, number, name=f"Person {number}")
    take_in(desk.services.school, tmp_path, now=desk.services.now(), processes=1)
    change(desk.services, words=NEW_WORDS)
    assert f"This changes what is asked of {told}." in words(open_policy(desk, qtbot))


def test_saving_makes_it_the_schools_own_and_the_window_goes_on_with_it(desk: Desk, qtbot: QtBot) -> None:
    change(desk.services, words=NEW_WORDS)
    page = open_policy(desk, qtbot)
    came: list[Services] = []
    page.renewed.connect(came.append)
    press(page, SAVE)
    wait(page, qtbot)
    (now,) = came
    assert now.content.policy.line(LINE).words == NEW_WORDS  # type: ignore[union-attr]
    assert desk.steps == [route.OUR_POLICY]
    desk.services = now
    again = open_policy(desk, qtbot)
    assert "This policy is the school's own, version 2026-11.2." in words(again)
    assert SAVE not in named(again)


def test_what_is_wrong_is_told_when_saving_and_nothing_is_lost(desk: Desk, qtbot: QtBot) -> None:
    change(desk.services, words="You must do this.")
    page = open_policy(desk, qtbot)
    press(page, SAVE)
    wait(page, qtbot)
    assert "The policy has mistakes, so it is not used." in words(page)
    assert "“must” is stronger" in words(page)
    assert line_of(desk.services).words == "You must do this."


def test_all_changes_can_be_thrown_away(desk: Desk, qtbot: QtBot) -> None:
    change(desk.services, words=NEW_WORDS)
    press(open_policy(desk, qtbot), THROW_AWAY)
    assert not policy_editor.open_draft(desk.services).changes


def test_dates_and_contacts_are_changed_in_the_policy(desk: Desk, qtbot: QtBot) -> None:
    page = desk.open(OurDetailsPage, Step(kind=StepKind.OUR_DETAILS))
    year = find(page, "When is its next review?: Year", type(page.findChild(Field).edit))  # type: ignore[union-attr]
    year.setText("soon")
    assert [fault.message for fault in page.valid()] == [NO_MONTH]
    year.setText("2027")
    assert page.valid() == ()
    page.apply()
    contact = desk.open(OurDetailsPage, Step(kind=StepKind.OUR_DETAILS, item="dsl"))
    find(contact, NAME, type(year)).setText("Ann Hill")
    assert contact.valid() == ()
    contact.apply()
    assert contact.footer is not None
    assert contact.footer.continue_text == KEEP_DETAILS
    said = words(open_policy(desk, qtbot))
    assert "What you have changed (2 changes)" in said
    assert "Ann Hill" in said
    assert "September 2027" in said


@pytest.mark.parametrize("text_size", TEXT_SIZES[::2])
def test_nothing_is_cut_off_and_every_control_has_a_name(desk: Desk, qtbot: QtBot, text_size: int) -> None:
    desk.wear(text_size=text_size)
    change(desk.services, words=NEW_WORDS)
    policy = desk.open(OurPolicyPage, OURS, width=900)
    wait(policy, qtbot)
    press(policy, "Reputation (11 lines, 1 marked)")
    line = desk.open(OurLinePage, route.our_line_step(LINE), width=900)
    wait(line, qtbot)
    press(line, "Where it stands in the document")
    press(line, "Why it matters, and help")
    details = desk.open(OurDetailsPage, Step(kind=StepKind.OUR_DETAILS), width=900)
    for page in (policy, line, details):
        assert cut_off(page) == []
        assert without_a_name_of_their_own(page) == []
