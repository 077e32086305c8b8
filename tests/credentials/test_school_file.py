"""The school file: what it carries, which one takes the place of another, and which is never accepted."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nickaudit.credentials import school_file
from nickaudit.credentials.signing_key import DamagedKeyError
from nickaudit.domain.school import SchoolFileRefused, SchoolRefusal, VerifiedSchool
from tests.credentials.forging import header as certificate_header
from tests.credentials.forging import honest
from tests.credentials.mutations import mutations_of
from tests.credentials.school_files import (
    FIRST,
    HAND_OVER_TYPE,
    SCHOOL_ID,
    SECOND,
    THIEF,
    THIRD,
    forged,
    in_use,
    make_school,
    plain,
    signed,
    step,
    x_of,
)

OTHER_SCHOOL = "cd" * 16


def reason_of(untrusted: bytes, used: VerifiedSchool | None = None) -> SchoolRefusal:
    with pytest.raises(SchoolFileRefused) as refused:
        school_file.accept(untrusted, in_use=used)
    return refused.value.reason


def test_a_school_file_says_what_was_signed_and_by_whom() -> None:
    found = school_file.verify_school(signed())
    assert found.school == make_school()
    assert found.key == school_file.signer_of(FIRST)
    assert found.raw == signed()


def test_the_first_one_is_accepted_whatever_its_number() -> None:
    assert school_file.accept(signed(sequence=7), in_use=None).school.sequence == 7


def test_the_same_file_again_changes_nothing() -> None:
    used = in_use()
    assert school_file.accept(used.raw, in_use=used) is used


def test_a_newer_one_by_the_same_signer_is_accepted_even_after_some_were_missed() -> None:
    newer = school_file.accept(signed(sequence=9, name="St Nicholas Academy"), in_use=in_use())
    assert newer.school.name == "St Nicholas Academy"


def test_an_older_one_is_refused() -> None:
    assert reason_of(signed(sequence=3), in_use(sequence=4)) is SchoolRefusal.OLDER


def test_the_same_number_with_another_content_is_refused() -> None:
    assert reason_of(signed(name="Another name"), in_use()) is SchoolRefusal.OLDER


def test_another_school_is_refused_though_it_has_the_same_name_and_signer() -> None:
    assert reason_of(signed(sequence=2, school_id=OTHER_SCHOOL), in_use()) is SchoolRefusal.FOREIGN_SCHOOL


def test_a_newer_one_by_somebody_else_is_refused() -> None:
    assert reason_of(signed(THIEF, sequence=2), in_use()) is SchoolRefusal.FOREIGN_SIGNER
    assert reason_of(signed(THIEF, sequence=1), in_use(sequence=2)) is SchoolRefusal.FOREIGN_SIGNER


def test_the_next_signer_is_accepted_after_a_hand_over() -> None:
    newer = signed(SECOND, sequence=2, hand_overs=(step(FIRST, SECOND, 2),))
    assert school_file.accept(newer, in_use=in_use()).key == school_file.signer_of(SECOND)


TWO = (step(FIRST, SECOND, 2), step(SECOND, THIRD, 3))


def test_two_hand_overs_are_followed_by_somebody_who_is_two_files_behind() -> None:
    newest = signed(THIRD, sequence=5, hand_overs=TWO)
    assert school_file.accept(newest, in_use=in_use()).key == school_file.signer_of(THIRD)


def test_they_are_followed_from_the_middle_too() -> None:
    middle = in_use(SECOND, sequence=2, hand_overs=TWO[:1])
    newest = signed(THIRD, sequence=3, hand_overs=TWO)
    assert school_file.accept(newest, in_use=middle).key == school_file.signer_of(THIRD)
    shortened = signed(THIRD, sequence=3, hand_overs=TWO[1:])
    assert school_file.accept(shortened, in_use=middle).key == school_file.signer_of(THIRD)


def test_hand_overs_that_no_longer_reach_back_to_the_file_in_use_are_refused() -> None:
    assert reason_of(signed(THIRD, sequence=3, hand_overs=TWO[1:]), in_use()) is SchoolRefusal.FOREIGN_SIGNER


def test_a_key_may_come_back() -> None:
    back = (step(FIRST, SECOND, 2), step(SECOND, FIRST, 4))
    newest = signed(FIRST, sequence=4, hand_overs=back)
    assert school_file.accept(newest, in_use=in_use()).key == school_file.signer_of(FIRST)
    middle = in_use(SECOND, sequence=3, hand_overs=back[:1])
    assert school_file.accept(newest, in_use=middle).key == school_file.signer_of(FIRST)


def test_whoever_handed_over_signs_nothing_newer() -> None:
    used = in_use(SECOND, sequence=2, hand_overs=TWO[:1])
    assert reason_of(signed(FIRST, sequence=3), used) is SchoolRefusal.FOREIGN_SIGNER


def test_an_old_file_by_whoever_handed_over_is_just_old() -> None:
    used = in_use(SECOND, sequence=2, hand_overs=TWO[:1])
    assert reason_of(signed(FIRST, sequence=1), used) is SchoolRefusal.OLDER


def test_a_hand_over_counts_no_more_once_the_old_key_has_signed_a_later_file() -> None:
    taken_back = in_use(sequence=4)
    newer = signed(SECOND, sequence=5, hand_overs=(step(FIRST, SECOND, 3),))
    assert reason_of(newer, taken_back) is SchoolRefusal.FOREIGN_SIGNER


HAND_OVERS = {
    "signed by the one it names": (step(SECOND, SECOND, 2),),
    "signed by a thief": (step(THIEF, SECOND, 2),),
    "to somebody else": (step(FIRST, THIRD, 2),),
    "of another school": (step(FIRST, SECOND, 2, school_id=OTHER_SCHOOL),),
    "for a later file": (step(FIRST, SECOND, 3),),
    "one missing in the middle": (step(FIRST, THIRD, 1), step(THIEF, SECOND, 2)),
    "in the wrong order": (step(THIRD, SECOND, 2), step(FIRST, THIRD, 1)),
    "numbers that fall": (step(FIRST, THIRD, 2), step(THIRD, SECOND, 1)),
    "the same number twice": (step(FIRST, THIRD, 2), step(THIRD, SECOND, 2)),
    "changed": (step(FIRST, SECOND, 2)[:-4] + "AAAA",),
    "cut short": (step(FIRST, SECOND, 2)[:-9],),
    "no hand-over": ("eyJ.eyJ.AA",),
    "letters beyond ASCII": ("é.é.é",),
    "half a letter": ("\ud800",),
    "another type": (
        forged({"school_id": SCHOOL_ID, "next": x_of(SECOND), "sequence": 2}, typ="JWT").decode(),
    ),
    "one member more": (
        forged(
            {"school_id": SCHOOL_ID, "next": x_of(SECOND), "sequence": 2, "more": 1}, typ=HAND_OVER_TYPE
        ).decode(),
    ),
    "to a key of low order": (
        forged({"school_id": SCHOOL_ID, "next": "A" * 43, "sequence": 2}, typ=HAND_OVER_TYPE).decode(),
    ),
    "to no key": (
        forged({"school_id": SCHOOL_ID, "next": "the head", "sequence": 2}, typ=HAND_OVER_TYPE).decode(),
    ),
}


@pytest.mark.parametrize("which", HAND_OVERS)
def test_a_forged_hand_over_is_refused(which: str) -> None:
    values = plain(make_school(sequence=2))
    untrusted = forged({**values, "hand_overs": HAND_OVERS[which]}, private_jwk=SECOND)
    assert reason_of(untrusted, in_use()) is SchoolRefusal.FOREIGN_SIGNER


@pytest.mark.parametrize("to", ["", "the head", "A" * 43, "é"])
def test_nobody_hands_over_to_what_is_no_key(to: str) -> None:
    with pytest.raises(SchoolFileRefused):
        school_file.hand_over(SCHOOL_ID, sequence=2, to=to, private_jwk=FIRST)


@pytest.mark.parametrize("text", ["", "{}", "[" * 5000])
def test_a_damaged_key_is_told(text: str) -> None:
    for act in (
        lambda: school_file.sign_school(make_school(), private_jwk=text),
        lambda: school_file.hand_over(SCHOOL_ID, sequence=2, to=x_of(SECOND), private_jwk=text),
        lambda: school_file.signer_of(text),
    ):
        with pytest.raises(DamagedKeyError):
            act()


def test_a_file_is_not_signed_by_whom_its_hand_overs_do_not_name() -> None:
    with pytest.raises(SchoolFileRefused) as refused:
        signed(THIRD, sequence=2, hand_overs=(step(FIRST, SECOND, 2),))
    assert refused.value.reason is SchoolRefusal.FOREIGN_SIGNER


@pytest.mark.parametrize(
    ("untrusted", "reason"),
    [
        (b"", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"Dear all", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"\xff\xfe\x00", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (honest(), SchoolRefusal.NOT_A_SCHOOL_FILE),
        (forged(plain(), typ="nickaudit-content+jwt"), SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"x" * (school_file.LARGEST + 1), SchoolRefusal.TOO_LARGE),
        (signed()[:-20], SchoolRefusal.CHANGED),
        (signed()[:900], SchoolRefusal.CHANGED),
        (signed() + b"=", SchoolRefusal.CHANGED),
        (signed()[:900] + b"A" + signed()[901:], SchoolRefusal.CHANGED),
        (forged(b'{"school_id":1,"school_id":2}'), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(b'{"every_months":NaN}'), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(b"[" * 9000), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(b"{}"), SchoolRefusal.UNEXPECTED_CONTENT),
        (forged(plain(certificate=certificate_header())), SchoolRefusal.UNEXPECTED_CONTENT),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else str(value),
)
def test_what_is_no_school_file_is_refused(untrusted: bytes, reason: SchoolRefusal) -> None:
    assert reason_of(untrusted) is reason
    assert reason_of(untrusted, in_use()) is reason


def test_a_value_that_no_school_file_carries_is_refused_though_it_is_signed() -> None:
    changes: tuple[dict[str, Any], ...] = ({"name": ""}, {"nation": "Narnia"}, {"every_months": "12"})
    for change in changes:
        assert reason_of(forged(plain(**change))) is SchoolRefusal.UNEXPECTED_CONTENT


NEWER = signed(SECOND, sequence=2, hand_overs=(step(FIRST, SECOND, 2),))


@settings(max_examples=1000)
@given(mutations_of(NEWER))
def test_a_thousand_mutations_are_refused(untrusted: bytes) -> None:
    if untrusted == NEWER:
        assert school_file.accept(untrusted, in_use=in_use()).raw == NEWER
    else:
        reason_of(untrusted, in_use())


@settings(max_examples=200)
@given(st.recursive(st.none() | st.integers() | st.text(max_size=9), st.lists), st.data())
def test_any_other_value_under_any_name_is_never_a_traceback(value: object, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(plain())))
    untrusted = forged(plain(**{name: value}))
    try:
        school_file.accept(untrusted, in_use=None)
    except SchoolFileRefused:
        return
    assert plain(school_file.verify_school(untrusted).school)[name] == value
