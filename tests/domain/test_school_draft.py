"""What is wrong with a draft is said field by field, and a whole one has nothing wrong with it."""

from collections.abc import Callable

import pytest
from msgspec import structs

from nickaudit.domain.ids import ContactId, GroupId
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Nation, Reader
from nickaudit.domain.school_draft import Draft, DraftFault, Wrong, faults
from nickaudit.domain.share_address import ShareAddress
from tests.factories import make_policy

POLICY = make_policy()


def contact(own_id: str, **told: str) -> Contact:
    return Contact(id=ContactId(own_id), title=f"the {own_id}", **told)


WHOLE = Draft(
    name="Hill School",
    short_name="Hill",
    nation=Nation.SCOTLAND,
    contacts=(
        contact("headteacher", name="Ada Elm", phone="1", email="head@hill.example"),
        contact("dsl", name="Bo Fir"),
        contact("chair", name="Cy Oak", phone="2"),
    ),
    adopted="2024-09",
    next_review="2026-09",
    share=ShareAddress(folder="/srv/checks"),
)


def reader(key: str, title: str = "the deputy") -> Reader:
    return Reader(title=title, key=key, receipt_key=key)


def told(draft: Draft) -> set[tuple[str, Wrong]]:
    return {(each.field, each.wrong) for each in faults(draft, policy=POLICY)}


def with_contact(own_id: str, **changes: str) -> Draft:
    return structs.replace(
        WHOLE,
        contacts=tuple(
            structs.replace(each, **changes) if each.id == own_id else each for each in WHOLE.contacts
        ),
    )


def test_a_whole_draft_has_no_fault() -> None:
    assert told(WHOLE) == set()


def test_an_empty_draft_lacks_everything_a_school_file_needs() -> None:
    assert {field for field, _ in told(Draft())} == {
        "name", "short_name", "nation", "contacts.chair.phone", "adopted", "next_review", "share",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field", "wrong"),
    [
        (lambda: structs.replace(WHOLE, name=" \n"), "name", Wrong.EMPTY),
        (lambda: structs.replace(WHOLE, name="x" * 201), "name", Wrong.TOO_LONG),
        (lambda: structs.replace(WHOLE, other_names=("a",) * 9), "other_names", Wrong.TOO_MANY),
        (lambda: structs.replace(WHOLE, other_names=("a" * 201,)), "other_names", Wrong.TOO_LONG),
        (lambda: structs.replace(WHOLE, nation=None), "nation", Wrong.NO_NATION),
        (lambda: with_contact("dsl", name=""), "contacts.dsl.name", Wrong.EMPTY),
        (lambda: with_contact("dsl", email="bo@hill"), "contacts.dsl.email", Wrong.BAD_EMAIL),
        (lambda: with_contact("chair", phone=""), "contacts.chair.phone", Wrong.NO_WAY_TO_REACH),
        (lambda: with_contact("chair", name="ada  elm"), "contacts.chair.name", Wrong.SAME_AS_HEAD),
        (lambda: with_contact("chair", phone="1"), "contacts.chair.phone", Wrong.SAME_AS_HEAD),
        (
            lambda: with_contact("chair", email="HEAD@hill.example"),
            "contacts.chair.email",
            Wrong.SAME_AS_HEAD,
        ),
        (lambda: structs.replace(WHOLE, adopted="2024"), "adopted", Wrong.BAD_MONTH),
        (lambda: structs.replace(WHOLE, adopted="2024-13"), "adopted", Wrong.BAD_MONTH),
        (lambda: structs.replace(WHOLE, next_review="2024-08"), "next_review", Wrong.BEFORE_ADOPTED),
        (lambda: structs.replace(WHOLE, share=ShareAddress()), "share", Wrong.NO_SHARE),
        (lambda: structs.replace(WHOLE, share=ShareAddress(server="s")), "share", Wrong.BAD_SHARE),
        (lambda: structs.replace(WHOLE, share=ShareAddress(folder="smb://s")), "share", Wrong.BAD_SHARE),
        (
            lambda: structs.replace(WHOLE, share=ShareAddress(server="s", share="a", path="x/../y")),
            "share",
            Wrong.BAD_SHARE,
        ),
        (
            lambda: structs.replace(WHOLE, share=ShareAddress(server="a b", share="a")),
            "share",
            Wrong.BAD_SHARE,
        ),
        (
            lambda: structs.replace(WHOLE, share=ShareAddress(server="nas:smb", share="a")),
            "share",
            Wrong.BAD_SHARE,
        ),
        (lambda: structs.replace(WHOLE, every_months=0), "every_months", Wrong.OUT_OF_BOUNDS),
        (lambda: structs.replace(WHOLE, every_months=25), "every_months", Wrong.OUT_OF_BOUNDS),
        (lambda: structs.replace(WHOLE, induction_days=0), "induction_days", Wrong.OUT_OF_BOUNDS),
        (lambda: structs.replace(WHOLE, groups=(GroupId("gone"),)), "groups", Wrong.UNKNOWN_GROUP),
        (lambda: structs.replace(WHOLE, own_title=" "), "own_title", Wrong.EMPTY),
        (lambda: structs.replace(WHOLE, own_title="x" * 101), "own_title", Wrong.TOO_LONG),
        (lambda: structs.replace(WHOLE, reads_here=False), "readers", Wrong.NO_READER),
        (
            lambda: structs.replace(WHOLE, readers=(reader("a"), reader("b"), reader("c"))),
            "readers",
            Wrong.TOO_MANY,
        ),
        (lambda: structs.replace(WHOLE, readers=(reader("a"), reader("a"))), "readers", Wrong.SAME_READER),
        (
            lambda: structs.replace(WHOLE, readers=(reader("a"),), head_reader=reader("a")),
            "head_reader",
            Wrong.HEAD_READS_OWN,
        ),
    ],
)
def test_each_thing_that_is_wrong_is_said_of_its_field_alone(
    change: Callable[[], Draft], field: str, wrong: Wrong
) -> None:
    assert told(change()) == {(field, wrong)}


@pytest.mark.parametrize(
    "server", ["nas", "FILE_SRV", "10.0.0.4:1445", "nas.school.local:1445", "[fd00::4]:1445", "fd00::4"]
)
def test_a_server_may_be_a_name_or_an_address_with_its_own_port(server: str) -> None:
    assert told(structs.replace(WHOLE, share=ShareAddress(server=server, share="a"))) == set()


def test_three_readers_are_the_most_and_the_one_here_counts() -> None:
    others = (reader("a"), reader("b"))
    assert told(structs.replace(WHOLE, readers=others)) == set()
    assert told(structs.replace(WHOLE, readers=(*others, reader("c")), reads_here=False)) == set()


def test_somebody_else_may_set_the_school_up_and_read_nothing() -> None:
    assert told(structs.replace(WHOLE, reads_here=False, own_title="", readers=(reader("a"),))) == set()


def test_a_note_is_a_way_to_reach_the_chair() -> None:
    assert told(with_contact("chair", phone="", note="Ask at the office")) == set()


def test_faults_come_in_the_order_of_the_pages() -> None:
    found = faults(structs.replace(Draft(), own_title=""), policy=POLICY)
    assert found[0] == DraftFault(field="name", wrong=Wrong.EMPTY)
    assert found[-1].field == "own_title"
