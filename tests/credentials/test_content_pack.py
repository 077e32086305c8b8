from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nickaudit.credentials.content_pack import LARGEST, open_pack, sign_pack
from nickaudit.credentials.signing_key import DamagedKeyError
from nickaudit.domain.school import ContentPack, SchoolFileRefused, SchoolRefusal
from tests.credentials.forging import honest
from tests.credentials.mutations import mutations_of
from tests.credentials.school_files import (
    FIRST,
    SCHOOL_ID,
    SECOND,
    THIEF,
    TODAY,
    forged,
    in_use,
    signed,
    step,
)

TYPE = "nickaudit-content+jwt"
FILES = {
    "policies/st-nicholas/policy.toml": 'id = "st-nicholas"\n',
    "platforms/own-place.toml": "# Zoë’s\n",
    "platforms/shared/google.toml": "",
    "wording/en/checks.toml": "a = 1\n",
}
VALUES = {"school_id": SCHOOL_ID, "sequence": 2, "made_on": "2026-11-25", "files": FILES}


def make_pack(**changes: Any) -> ContentPack:
    values = {"school_id": SCHOOL_ID, "sequence": 2, "made_on": TODAY, "files": FILES}
    return ContentPack(**{**values, **changes})


def reason_of(untrusted: bytes) -> SchoolRefusal:
    with pytest.raises(SchoolFileRefused) as refused:
        open_pack(untrusted, school=in_use())
    return refused.value.reason


PACK = sign_pack(make_pack(), private_jwk=FIRST)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"what_changed": "New contacts for the autumn term.", "asks_again": ("photos", "2.5-friends")},
        {"asked_before": {"photos": 1, "friends": 1}},
        {"files": {f"platforms/p{n}.toml": "x" for n in range(200)}},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_a_pack_of_the_school_is_opened(changes: dict[str, Any]) -> None:
    pack = make_pack(**changes)
    assert open_pack(sign_pack(pack, private_jwk=FIRST), school=in_use()) == pack


def test_a_pack_of_one_and_a_half_megabytes_is_opened_and_a_larger_one_is_not_made() -> None:
    large = make_pack(files={"platforms/large.toml": "{[ " * 500_000})
    made = sign_pack(large, private_jwk=FIRST)
    assert len(made) <= LARGEST
    assert open_pack(made, school=in_use()) == large
    with pytest.raises(SchoolFileRefused) as refused:
        sign_pack(make_pack(files={"platforms/large.toml": "é" * 800_000}), private_jwk=FIRST)
    assert refused.value.reason is SchoolRefusal.TOO_LARGE


def test_a_pack_by_somebody_else_is_refused() -> None:
    assert reason_of(sign_pack(make_pack(), private_jwk=THIEF)) is SchoolRefusal.FOREIGN_SIGNER


def test_a_pack_of_another_school_is_refused_though_the_signer_is_the_same() -> None:
    other = make_pack(school_id="cd" * 16)
    assert reason_of(sign_pack(other, private_jwk=FIRST)) is SchoolRefusal.FOREIGN_SCHOOL


def test_after_a_hand_over_the_new_signers_pack_counts_and_the_old_ones_no_more() -> None:
    school = in_use(SECOND, sequence=2, hand_overs=(step(FIRST, SECOND, 2),))
    assert open_pack(sign_pack(make_pack(), private_jwk=SECOND), school=school) == make_pack()
    with pytest.raises(SchoolFileRefused) as refused:
        open_pack(PACK, school=school)
    assert refused.value.reason is SchoolRefusal.FOREIGN_SIGNER


@pytest.mark.parametrize(
    "path",
    [
        "",
        "policy.toml",
        "policies/policy.toml",
        "policies/st-nicholas/other.toml",
        "policies/st-nicholas/policy.toml/x",
        "policies/../policy.toml",
        "policies/a/b/policy.toml",
        "../platforms/x.toml",
        "/platforms/x.toml",
        "platforms/../x.toml",
        "platforms/.toml",
        "platforms/x.TOML",
        "platforms/X.toml",
        "platforms/x.py",
        "platforms/x.toml.exe",
        "platforms/x.toml\n",
        "platforms/x\x00.toml",
        "platforms//x.toml",
        "platforms\\x.toml",
        "platforms/other/x.toml",
        "platforms/con.toml",
        "platforms/shared/nul.toml",
        "platforms/com1.toml",
        "policies/aux/policy.toml",
        "platforms/x:y.toml",
        "platforms/é.toml",
        "platforms/-x.toml",
        "C:/platforms/x.toml",
        "wording/fr/x.toml",
        "wording/x.toml",
        "samples/people.toml",
        "platforms/" + "x" * 120 + ".toml",
    ],
)
def test_a_path_that_is_not_one_of_content_is_refused(path: str) -> None:
    untrusted = forged({**VALUES, "files": {path: "x"}}, typ=TYPE)
    assert reason_of(untrusted) is SchoolRefusal.UNEXPECTED_CONTENT
    with pytest.raises(SchoolFileRefused):
        sign_pack(make_pack(files={path: "x"}), private_jwk=FIRST)


@pytest.mark.parametrize(
    "changes",
    [
        {"files": {}},
        {"files": {f"platforms/p{n}.toml": "x" for n in range(201)}},
        {"files": {"platforms/x.toml": 7}},
        {"files": []},
        {"sequence": 0},
        {"sequence": True},
        {"made_on": "2026-11-31"},
        {"what_changed": "x" * 301},
        {"what_changed": "two\nlines"},
        {"asks_again": ["two words"]},
        {"asks_again": [f"line{n}" for n in range(501)]},
        {"asked_before": {"photos": 2}},
        {"asked_before": {"photos": 0}},
        {"asked_before": {"two words": 1}},
        {"more": 1},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_a_value_that_no_pack_carries_is_refused_though_it_is_signed(changes: dict[str, Any]) -> None:
    assert reason_of(forged({**VALUES, **changes}, typ=TYPE)) is SchoolRefusal.UNEXPECTED_CONTENT


@pytest.mark.parametrize(
    ("untrusted", "reason"),
    [
        (b"", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"Dear all", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (honest(), SchoolRefusal.NOT_A_SCHOOL_FILE),
        (signed(), SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"x" * (LARGEST + 1), SchoolRefusal.TOO_LARGE),
        (PACK[:-9], SchoolRefusal.CHANGED),
        (PACK[:500] + b"A" + PACK[501:], SchoolRefusal.CHANGED),
        (forged(b'{"files":{"a":1,"a":1}}', typ=TYPE), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(b"{" * 9, typ=TYPE), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(b'{"a":NaN}', typ=TYPE), SchoolRefusal.UNEXPECTED_CONTENT),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else str(value),
)
def test_what_is_no_content_pack_is_refused(untrusted: bytes, reason: SchoolRefusal) -> None:
    assert reason_of(untrusted) is reason


def test_a_damaged_key_is_told() -> None:
    with pytest.raises(DamagedKeyError):
        sign_pack(make_pack(), private_jwk="{}")


@settings(max_examples=1000)
@given(mutations_of(PACK))
def test_a_thousand_mutations_are_refused(untrusted: bytes) -> None:
    if untrusted == PACK:
        assert open_pack(untrusted, school=in_use()) == make_pack()
    else:
        reason_of(untrusted)


@settings(max_examples=200)
@given(st.text(st.characters(), max_size=40), st.sampled_from(["policies/", "platforms/", "wording/en/", ""]))
def test_no_path_leads_out_of_the_folder(name: str, folder: str) -> None:
    try:
        pack = open_pack(forged({**VALUES, "files": {folder + name: "x"}}, typ=TYPE), school=in_use())
    except SchoolFileRefused:
        return
    assert ".." not in next(iter(pack.files))
