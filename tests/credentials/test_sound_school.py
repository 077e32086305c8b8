import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from nickaudit.credentials.sound_school import is_reader, is_sound
from nickaudit.domain.ids import ContactId, GroupId, RoleId
from nickaudit.domain.policy import Contact
from nickaudit.domain.share_address import ShareAddress
from tests.credentials.school_files import CHAIR_X, FIRST, SECOND, THIRD, make_reader, make_school, x_of
from tests.credentials.sealing import FOREIGN_X, HEAD_X, RECOVERY_X

DSL = Contact(id=ContactId("dsl"), title="the safeguarding lead")
THREE = tuple(make_reader(key=key) for key in (HEAD_X, CHAIR_X, FOREIGN_X))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"other_names": ("Old St Nicholas", "St Nick’s")},
        {"contacts": ()},
        {"contacts": (structs.replace(DSL, name="A", phone="01234", email="a@b.example", note="In term"),)},
        {"share": ShareAddress(folder="\\\\server\\Staff  share\\Drop box")},
        {"share": ShareAddress(folder="/home/a/Nextcloud/Drop")},
        {"share": ShareAddress(server="fs.school.example", share="drop$", path="2026/checks")},
        {"share": ShareAddress(server="10.0.0.4", share="drop")},
        {"every_months": 24, "induction_days": 0},
        {"groups": (GroupId("staff"), GroupId("governors"))},
        {"readers": THREE},
        {"head_reader": None},
        {"head_reader": make_reader()},
        {"head_roles": ()},
        {"signed_on": dt.date(2031, 1, 31), "sequence": 999},
    ],
    ids=str,
)
def test_what_a_school_file_may_carry(changes: dict[str, Any]) -> None:
    assert is_sound(make_school(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"school_id": "AB" * 16},
        {"school_id": "ab" * 15},
        {"sequence": 0},
        {"sequence": 10**9},
        {"signed_on": dt.date(2017, 12, 31)},
        {"name": ""},
        {"name": "St\nNicholas"},
        {"name": "x" * 301},
        {"short_name": " St"},
        {"other_names": ("",)},
        {"other_names": tuple(f"Name {n}" for n in range(41))},
        {"contacts": (DSL, DSL)},
        {"contacts": (structs.replace(DSL, title=""),)},
        {"contacts": (structs.replace(DSL, note="x" * 301),)},
        {"contacts": (structs.replace(DSL, email="a\u202eb"),)},
        {"contacts": (structs.replace(DSL, id=ContactId("../dsl")),)},
        {"policy_id": "../st-nicholas"},
        {"policy_id": ""},
        {"policy_hash": "5D" * 32},
        {"policy_title": ""},
        {"adopted": "May 2018"},
        {"next_review": "2018-13"},
        {"share": ShareAddress(folder="a\nb")},
        {"share": ShareAddress(folder="x" * 301)},
        {"share": ShareAddress(server="server")},
        {"share": ShareAddress(server="server", share="drop", folder="/x")},
        {"share": ShareAddress(server="ser ver", share="drop")},
        {"share": ShareAddress(server="server", share="drop/box")},
        {"share": ShareAddress(server="server", share="drop", path="../other")},
        {"share": ShareAddress(server="server", share="drop", path="a//b")},
        {"share": ShareAddress(server="server", share="drop", path="a\\b")},
        {"every_months": 0},
        {"every_months": 25},
        {"induction_days": -1},
        {"groups": (GroupId("the staff"),)},
        {"head_roles": tuple(RoleId(f"role{n}") for n in range(41))},
        {"readers": ()},
        {"readers": (*THREE, make_reader(key=x_of(FIRST)))},
        {"readers": (make_reader(), make_reader())},
        {"readers": (make_reader(key=RECOVERY_X),)},
        {"head_reader": make_reader(key=RECOVERY_X)},
        {"head_reader": make_reader(title="")},
        {"recovery": ""},
        {"recovery": "A" * 43},
        {"sealed_signing_key": ""},
        {"sealed_signing_key": "x" * 2049},
        {"sealed_signing_key": "é"},
        {"hand_overs": ("x",) * 21},
    ],
    ids=str,
)
def test_what_no_school_file_may_carry(changes: dict[str, Any]) -> None:
    assert not is_sound(make_school(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"title": "x" * 101},
        {"name": "A  B"},
        {"key": "A" * 43},
        {"key": HEAD_X[:-1]},
        {"receipt_key": "A" * 43},
        {"receipt_key": ""},
        {"receipt_key": x_of(SECOND)[:-1] + "é"},
    ],
    ids=str,
)
def test_what_is_no_reader(changes: dict[str, Any]) -> None:
    assert not is_reader(make_reader(**changes))


def test_a_reader_may_be_known_by_title_alone() -> None:
    assert is_reader(make_reader(name=""))
    assert is_reader(make_reader(receipt_key=x_of(THIRD)))
