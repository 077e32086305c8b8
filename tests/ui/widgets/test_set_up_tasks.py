"""The rows of set-up: what is left, what has been filled in, and when the end is open."""

from msgspec import structs

from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact
from nickaudit.domain.route import StepKind
from nickaudit.domain.school_draft import Draft, DraftFault, Wrong
from nickaudit.domain.share_address import ShareAddress
from nickaudit.ui.widgets.set_up_tasks import FIELDS, TITLES, last_row, left_to_do, note_of, page_of, rows

DRAFT = Draft(name="Hill School", next_review="2018-09", share=ShareAddress(folder="/srv/box"))
EMPTY_NAME = DraftFault(field="name", wrong=Wrong.EMPTY)


def test_every_part_of_the_draft_that_may_be_wrong_has_its_page() -> None:
    assert set(FIELDS) == set(TITLES)
    assert page_of("contacts.dsl.email") is StepKind.SET_UP_CONTACTS
    assert page_of("head_reader") is StepKind.SET_UP_READERS
    asked = {part for parts in FIELDS.values() for part in parts}
    assert set(Draft.__struct_fields__) - asked == {"reads_here", "head_roles"}


def test_what_was_not_gone_through_or_is_wrong_is_left() -> None:
    assert left_to_do((), ()) == set(TITLES)
    assert left_to_do(TITLES, ()) == frozenset()
    assert left_to_do(TITLES, (EMPTY_NAME,)) == {StepKind.SET_UP_SCHOOL}


def test_the_rows_say_so_and_the_end_opens_with_the_last_of_them() -> None:
    left = left_to_do(TITLES, (EMPTY_NAME,))
    assert [row.status for row in rows(DRAFT, left)] == ["Not started", *["Finished"] * 5]
    assert (last_row(left, is_change=False).is_open, last_row(left, is_change=False).note) == (
        False,
        "1 task to go",
    )
    assert last_row(frozenset(), is_change=True).is_open


def test_a_row_says_what_was_filled_in() -> None:
    said = {kind: note_of(kind, DRAFT) for kind in TITLES}
    assert said == {
        StepKind.SET_UP_SCHOOL: "Hill School",
        StepKind.SET_UP_CONTACTS: "",
        StepKind.SET_UP_POLICY: "next review September 2018",
        StepKind.SET_UP_SHARE: "/srv/box",
        StepKind.SET_UP_ROUND: "once a year",
        StepKind.SET_UP_READERS: "the headteacher",
    }


def test_contacts_that_somebody_began_are_started() -> None:
    head = Contact(id=ContactId("headteacher"), title="the headteacher", name="Ada Elm")
    begun = structs.replace(DRAFT, contacts=(head,))
    assert [row.status for row in rows(begun, set(TITLES))][:3] == ["Not started", "Started", "Not started"]
