"""The recovery key on paper, and everything that people do to it while they type it back."""

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from nickaudit.credentials import recovery, recovery_print, sealed
from nickaudit.credentials.recovery_print import GROUP, GROUPS, RecoveryPrintError, from_print, printed
from nickaudit.credentials.signing_key import DamagedKeyError
from tests.credentials.forging import PRIVATE_JWK, b64
from tests.credentials.sealing import RECOVERY

PAPER = printed(RECOVERY)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def said_of(typed: str) -> str:
    with pytest.raises(RecoveryPrintError) as wrong:
        from_print(typed)
    return wrong.value.sentence


def test_it_is_thirteen_groups_of_four_and_a_check_group() -> None:
    assert re.fullmatch(r"(?:[A-Z2-7]{4} ){13}[A-Z2-7]{4}", PAPER)


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32))
@example(bytes(32))
@example(b"\xff" * 32)
def test_every_key_comes_back_from_paper(raw: bytes) -> None:
    key = from_raw(raw)
    assert from_print(printed(key)) == key


def from_raw(raw: bytes) -> str:
    private = OKPKey.import_key(OKPKey.binding.from_private_bytes("X25519", raw))
    return json.dumps(private.as_dict(private=True), sort_keys=True)


def test_the_key_itself_is_what_is_printed() -> None:
    raw = bytes(range(32))
    assert json.loads(from_print(printed(from_raw(raw))))["d"] == b64(raw)


@pytest.mark.parametrize(
    "typed",
    [
        PAPER.lower(),
        PAPER.replace(" ", ""),
        PAPER.replace(" ", "-"),
        PAPER.replace(" ", " – "),
        PAPER.replace(" ", "\n"),
        PAPER.replace(" ", "\u00a0"),
        f"  {PAPER}\r\n",
        " ".join(PAPER.replace(" ", "")),
        PAPER.replace("O", "0").replace("I", "1").replace("B", "8"),
        PAPER.lower().replace("o", "0").replace("i", "1"),
    ],
)
def test_it_may_be_typed_in_many_ways(typed: str) -> None:
    assert from_print(typed) == RECOVERY


def test_each_single_letter_typed_wrong_is_found_and_its_group_told() -> None:
    letters = PAPER.replace(" ", "")
    tried = 0
    for place, right in enumerate(letters):
        for other in LETTERS.replace(right, ""):
            said = said_of(letters[:place] + other + letters[place + 1 :])
            assert f"in group {place // GROUP + 1}. " in said
            tried += 1
    assert tried == GROUPS * GROUP * 31


def test_any_two_wrong_letters_are_found_because_no_two_single_ones_leave_the_same_rest() -> None:
    rests = {
        sign * change * 32**place % recovery_print._PRIME
        for place in range(GROUPS * GROUP)
        for change in range(1, 32)
        for sign in (1, -1)
    }
    assert len(rests) == GROUPS * GROUP * 62
    assert 0 not in rests


@settings(max_examples=300)
@given(st.data())
def test_two_letters_typed_wrong_are_found(data: st.DataObject) -> None:
    typed = list(PAPER.replace(" ", ""))
    places = st.lists(st.integers(0, len(typed) - 1), min_size=2, max_size=2, unique=True)
    for place in data.draw(places):
        typed[place] = data.draw(st.sampled_from(LETTERS.replace(typed[place], "")))
    said_of("".join(typed))


def test_each_two_neighbours_that_changed_places_are_found() -> None:
    letters = PAPER.replace(" ", "")
    for place in range(len(letters) - 1):
        one, two = letters[place : place + 2]
        if one != two:
            said_of(letters[:place] + two + one + letters[place + 2 :])


def test_groups_in_another_order_are_found() -> None:
    groups = PAPER.split()
    for place in range(len(groups) - 1):
        turned = [*groups[:place], groups[place + 1], groups[place], *groups[place + 2 :]]
        if turned != groups:
            said_of(" ".join(turned))


def test_a_missing_or_doubled_letter_is_told_by_the_count() -> None:
    assert "You have typed 55." in said_of(PAPER[:-1])
    assert "You have typed 57." in said_of(PAPER + "A")
    assert "You have typed 52." in said_of(PAPER[:-5])
    assert "You have typed 0." in said_of("")


def test_a_letter_that_is_never_printed_is_named() -> None:
    assert "“9”" in said_of("9" + PAPER[1:])
    assert "“É”" in said_of("é" + PAPER[1:])


@settings(max_examples=1000)
@given(st.text(max_size=70) | st.text(LETTERS, min_size=56, max_size=56))
def test_anything_else_gets_a_sentence_and_never_a_traceback(typed: str) -> None:
    assert said_of(typed).endswith(".")


def test_bits_beyond_the_key_are_found() -> None:
    key = "A" * 51 + "B"
    said_of(key + recovery_print._check_group(key))


@pytest.mark.parametrize("text", ["", PRIVATE_JWK, sealed.new_encryption_key().replace('"d"', '"e"')])
def test_only_a_private_key_of_the_right_kind_is_printed(text: str) -> None:
    with pytest.raises(DamagedKeyError):
        printed(text)


def test_recovery_offers_it_too() -> None:
    assert recovery.from_print(recovery.printed(RECOVERY)) == RECOVERY
