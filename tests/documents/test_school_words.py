"""A school file in plain words, the same for the window and the command."""

import pytest

from nickaudit.documents.school_words import (
    address_in_words,
    contacts_in_words,
    fingerprint_in_words,
    how_often,
    rows_of,
    rows_of_changes,
    school_in_words,
)
from nickaudit.domain.ids import ContactId, GroupId
from nickaudit.domain.policy import Contact, Group
from nickaudit.domain.school import Reader
from nickaudit.domain.school_offer import Change
from nickaudit.domain.share_address import ShareAddress
from tests.factories import make_school_file

LEAD = Contact(id=ContactId("dsl"), title="the safeguarding lead (DSL)", name="Bo Fir", phone="1")
GROUPS = (Group(id=GroupId("teachers"), title="Teachers"), Group(id=GroupId("governors"), title="Governors"))


def test_everything_that_staff_want_to_know_has_a_row() -> None:
    chair = Reader(title="the chair of governors", key="c" * 43, receipt_key="d" * 43)
    school = make_school_file(
        contacts=(LEAD,), head_reader=chair, share=ShareAddress(folder="/srv/checks"),
        groups=(GroupId("governors"),), every_months=6, induction_days=1,
    )  # fmt: skip
    rows = dict(rows_of(school, GROUPS))
    assert rows["School"] == "St Nicholas CE Primary School, England"
    assert rows["Policy"] == "Social media, May 2018. Next review: January 2027."
    assert rows["Whom to turn to"] == "The safeguarding lead (DSL): Bo Fir, 1"
    assert rows["Certificates go to"] == "/srv/checks. Only if you send yours."
    assert rows["Can be read by"].startswith("The headteacher. The school's recovery key")
    assert rows["The head's own"] == "The chair of governors"
    assert rows["How often"] == "Twice a year. Somebody new has 1 day."
    assert rows["Who is asked"] == "Governors"


def test_what_is_not_given_is_said_so() -> None:
    rows = dict(rows_of(make_school_file(), GROUPS))
    assert rows["Whom to turn to"] == "Not given"
    assert rows["The head's own"] == "Nobody but the recovery key, for now"
    assert rows["Who is asked"] == "Everybody the policy is for"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (ShareAddress(), "Not given"),
        (ShareAddress(folder="S:/Checks"), "S:/Checks"),
        (ShareAddress(server="files", share="a", path="b/c"), "a/b/c on the server files"),
    ],
)
def test_an_address_is_said_without_a_user(share: ShareAddress, said: str) -> None:
    assert address_in_words(share) == said


@pytest.mark.parametrize(
    ("months", "said"),
    [(12, "Once a year"), (24, "Every two years"), (1, "Every month"), (7, "Every 7 months")],
)
def test_how_often_is_said_as_people_do(months: int, said: str) -> None:
    assert how_often(months, 28) == f"{said}. Somebody new has 28 days."


def test_changes_are_said_before_and_after() -> None:
    changes = (
        Change(field="next_review", before="2026-09", after="2027-09"),
        Change(field="share", before="/srv/box", after="smb://files.example/checks/2026"),
        Change(field="contacts.dsl", before="", after="Bo Fir"),
        Change(field="contacts.gone", before="Di", after=""),
        Change(field="keys", before="", after=""),
    )
    assert [tuple(row) for row in rows_of_changes(changes, (LEAD,))] == [
        ("Next review", "Was: September 2026\nNow: September 2027"),
        ("Certificates go to", "Was: /srv/box\nNow: checks/2026 on the server files.example"),
        ("The safeguarding lead (DSL)", "Was: Not given\nNow: Bo Fir"),
        ("A contact", "Was: Di\nNow: Not given"),
        ("Readers' keys", "A new key. What you send from now on is sealed for it."),
    ]


def test_a_fingerprint_can_be_read_out() -> None:
    assert fingerprint_in_words("abcdefghij") == "abcdef ghij"


def test_how_the_chair_is_reached_is_said_where_a_note_is_all_there_is() -> None:
    chair = Contact(id=ContactId("chair"), title="the chair of governors", note="Ask the school office.")
    assert contacts_in_words((LEAD, chair)).endswith("The chair of governors: Ask the school office.")


def test_other_names_stand_under_the_schools_own() -> None:
    assert school_in_words("Hill School", ("The Hill",), "Wales") == "Hill School, Wales\nAlso: The Hill"
