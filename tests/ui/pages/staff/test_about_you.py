"""About you: what is given is stored at once, what is wrong is said, and nothing is chosen beforehand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import RoleId
from nickaudit.domain.outcome import person_is_known
from nickaudit.domain.person import AuditKind, Person
from nickaudit.ui.messages import PERSON_FAULTS
from nickaudit.ui.pages.staff.about_you import AboutYouPage
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

NAME, EMAIL, NUMBER = "Name you use at work", "Work e-mail (optional)", "Staff number (optional)"
ROLE, WHY, ONLINE = (
    "Your role",
    "Why are you making this check now?",
    "Are you active online as part of your job?",
)


def _type(page: AboutYouPage, name: str, text: str) -> QLineEdit:
    field = find(page, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    return field


def _fill(page: AboutYouPage) -> None:
    _type(page, NAME, "Rosalind Ash")
    click(page, f"{ROLE}: Teaching assistant")
    press(page, f"{WHY}: It is time for my yearly check")
    press(page, f"{ONLINE}: No")


def test_nothing_is_chosen_beforehand(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    assert not any(row.isChecked() for row in page.findChildren(QRadioButton))
    assert all(not field.text() for field in page.findChildren(QLineEdit))


def test_every_role_of_the_pack_can_be_chosen(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    for role in desk.services.content.policy.roles:
        find(page, f"{ROLE}: {role.title}", QRadioButton)


def test_what_is_given_becomes_a_person_with_the_last_thing_that_was_missing(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _type(page, NAME, "Rosalind Ash")
    click(page, f"{ROLE}: Teaching assistant")
    press(page, f"{WHY}: It is time for my yearly check")
    assert desk.stored().progress.person is None, "too little for a person"
    press(page, f"{ONLINE}: No")
    stored = desk.stored().progress
    assert stored.person == Person(
        name="Rosalind Ash", role=RoleId("teaching-assistant"), kind=AuditKind.YEARLY
    )
    assert stored.about_you is None


def test_what_is_typed_so_far_is_there_again_after_a_crash(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _type(page, NAME, "Rosa")
    _type(page, EMAIL, "r.ash@")
    press(page, f"{ONLINE}: Yes")
    assert desk.counts["saved"] == len("Rosa") + len("r.ash@") + 1
    desk.session = desk.stored()
    again = desk.open(AboutYouPage, route.ABOUT_YOU)
    assert (again.name.text(), again.email.text()) == ("Rosa", "r.ash@")
    assert (again.online.value, again.kind.value) == (True, None)


def test_each_letter_is_stored_as_it_is_typed(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _fill(page)
    QTest.keyClicks(find(page, NAME, QLineEdit), "x")
    stored = desk.stored().progress.person
    assert stored is not None
    assert stored.name == "Rosalind Ashx"


def test_both_ways_to_be_told_apart_are_stored_tidied(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _fill(page)
    _type(page, EMAIL, " r.ash@school.example ")
    _type(page, NUMBER, "  00  17 ")
    stored = desk.stored().progress.person
    assert stored is not None
    assert (stored.email, stored.staff_number) == ("r.ash@school.example", "00 17")


def test_an_address_that_is_none_stops_continue_and_is_kept_to_be_put_right(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _fill(page)
    _type(page, EMAIL, "r.ash@school.example")
    _type(page, EMAIL, "r.ash@")
    _type(page, NAME, "Rosa Ash")
    (fault,) = page.valid()
    assert fault.message == "Enter an e-mail address like name@school.org.uk, or leave it empty"
    stored = desk.stored().progress
    assert stored.person is not None
    assert not stored.person.email, "never half an address"
    assert stored.about_you is not None
    assert (stored.about_you.name, stored.about_you.email) == ("Rosa Ash", "r.ash@")
    assert not person_is_known(stored), "there is still something to put right"


def test_every_fault_is_said_in_the_order_of_the_page_and_leads_to_its_question(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _type(page, EMAIL, "rosalind")
    _type(page, NUMBER, "9" * 101)
    faults = page.valid()
    assert [fault.control for fault in faults] == [
        page.name,
        page.role,
        page.email,
        page.staff_number,
        page.kind,
        page.online,
    ]
    page.show_faults(faults)
    for fault in faults:
        assert words(page).count(fault.message) >= 1
        press(page, fault.message)
        focus = page.focusWidget()
        assert focus is not None
        assert fault.control.isAncestorOf(focus)
    assert page.title == "Error: About you"
    assert {fault.message for fault in faults} <= set(PERSON_FAULTS.values())


def test_a_complaint_goes_away_as_soon_as_it_is_met(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    page.valid()
    assert "Choose the role that fits you best" in words(page)
    click(page, f"{ROLE}: Governor")
    assert "Choose the role that fits you best" not in words(page)
    _type(page, NAME, "R")
    assert "Enter the name you use at work" not in words(page)
    assert "Choose whether you have just joined" in words(page), "the others stay"


def test_what_is_put_right_goes_from_the_list_of_faults_and_leaves_the_focus(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    page.show_faults(page.valid())
    told = [link.words for link in page.error_summary.links()]
    assert len(told) == 4
    edit = page.name.edit
    edit.setFocus()
    QTest.keyClicks(edit, "R")
    settle()
    assert [link.words for link in page.error_summary.links()] == told[1:]
    assert QApplication.focusWidget() is edit
    assert page.title == "Error: About you"
    role, kind, online = page.role.rows[0], page.kind.rows[0], page.online.rows[1]
    for choice in (role, kind, online):
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
        settle()
    assert page.error_summary.isHidden()
    assert page.title == "About you"
    assert QApplication.focusWidget() is online
    assert desk.counts["changed"] == 4, "the frame reads the title again"


def test_what_is_stored_is_shown_again(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _fill(page)
    press(page, f"{ONLINE}: Yes")
    page.apply()
    again = desk.open(AboutYouPage, route.ABOUT_YOU)
    assert find(again, NAME, QLineEdit).text() == "Rosalind Ash"
    chosen = [name for name, row in named(again, QRadioButton).items() if row.isChecked()]
    assert chosen == [
        f"{ROLE}: Teaching assistant",
        f"{WHY}: It is time for my yearly check",
        f"{ONLINE}: Yes",
    ]
    assert again.valid() == ()


def test_whoever_is_online_in_their_job_gets_one_more_page_to_read(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    _fill(page)
    before = len(desk.plan.statements)
    press(page, f"{ONLINE}: Yes")
    assert len(desk.plan.statements) == before + 1


def test_a_role_that_the_pack_no_longer_has_is_asked_for_again(desk: Desk) -> None:
    desk.session.set_person(Person(name="Rosalind Ash", role=RoleId("gone"), kind=AuditKind.YEARLY))
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    assert [fault.message for fault in page.valid()] == ["Choose the role that fits you best"]


def test_no_password_and_no_name_on_a_site_is_asked_for(desk: Desk) -> None:
    page = desk.open(AboutYouPage, route.ABOUT_YOU)
    assert "not asked for a password, or for your name on any site" in words(page)
    assert [field.accessibleName() for field in page.findChildren(QLineEdit)] == [NAME, EMAIL, NUMBER]
    assert "two people of one name" in find(page, EMAIL, QLineEdit).accessibleDescription()


def test_on_a_shared_computer_nothing_reaches_the_disk(desk: Desk) -> None:
    kept = desk.stored()
    desk.on(Computer.SHARED)
    _fill(desk.open(AboutYouPage, route.ABOUT_YOU))
    assert desk.session.progress.person is not None
    assert kept.progress.person is None
    assert b"Rosalind" not in b"".join(
        each.read_bytes() for each in desk.services.home.rglob("*") if each.is_file()
    )


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(AboutYouPage, route.ABOUT_YOU, width=width, height=430)
    page.show_faults(page.valid())
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
