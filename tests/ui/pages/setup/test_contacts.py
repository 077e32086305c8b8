"""Whom staff turn to: a list by role, and a page for each."""

from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import route
from nickaudit.domain.route import StepKind
from nickaudit.ui.pages.setup.contact import ContactPage
from nickaudit.ui.pages.setup.contacts import ContactsPage
from tests.ui.pages.desk import Desk, find, named, press, words
from tests.ui.pages.setup.hands import go_on, kept, open_page, type_into


def test_every_contact_of_the_policy_is_there_the_needed_ones_first(desk: Desk) -> None:
    page = open_page(desk, ContactsPage, StepKind.SET_UP_CONTACTS)
    rows = [name for name in named(page) if ": " in name]
    assert rows[:2] == ["The headteacher: Not started", "The safeguarding lead (DSL): Not started"]
    assert len(rows) == len(desk.services.content.policy.contacts)
    press(page, "The headteacher: Not started")
    assert desk.steps == [route.contact_step("headteacher")]


def test_a_contact_is_kept_and_shown_in_the_list(desk: Desk) -> None:
    page = open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item="headteacher")
    type_into(page, "Name", "Ada Elm")
    type_into(page, "Phone (optional)", "01632 960 001")
    assert go_on(page) == []
    found = kept(desk.services).contact("headteacher")
    assert found is not None
    assert (found.name, found.phone) == ("Ada Elm", "01632 960 001")
    find(open_page(desk, ContactsPage, StepKind.SET_UP_CONTACTS), "The headteacher: Finished")


def test_head_and_lead_need_a_name_and_nobody_else(desk: Desk) -> None:
    for contact, wrong in (
        ("headteacher", ["Enter a name for the headteacher"]),
        ("dsl", ["Enter a name for the safeguarding lead (DSL)"]),
        ("office", []),
    ):
        assert go_on(open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item=contact)) == wrong


def test_the_chair_is_the_way_when_the_concern_is_about_the_head(desk: Desk) -> None:
    head = open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item="headteacher")
    type_into(head, "Name", "Ada Elm")
    type_into(head, "Phone (optional)", "01632 960 001")
    page = open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item="chair")
    assert "when the concern is about the headteacher" in words(page)
    type_into(page, "Note (optional)", "")
    assert go_on(page) == ["Enter a phone number, an e-mail address or a note for the chair of governors"]
    type_into(page, "Phone (optional)", "01632 960 001")
    (wrong,) = go_on(page)
    assert wrong == "Enter another phone number for the chair of governors than the headteacher's"
    type_into(page, "Phone (optional)", "01632 960 002")
    assert go_on(page) == []


def test_half_an_address_is_told_and_kept_to_be_put_right(desk: Desk) -> None:
    page = open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item="office")
    type_into(page, "E-mail (optional)", "office@")
    assert go_on(page) == ["Enter an e-mail address like name@school.org.uk, or leave it empty"]
    again = open_page(desk, ContactPage, StepKind.SET_UP_CONTACT, item="office")
    assert find(again, "E-mail (optional)", QLineEdit).text() == "office@"
