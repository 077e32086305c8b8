"""Accounts: in which order they stand and how each is called."""

import pytest

from nickaudit.domain.accounts import in_order, may_be_a_handle, platform_of, title_of, titles
from tests.domain.small_world import WORLD, account, other


def test_common_platforms_come_first_then_the_rest_by_name_and_other_kinds_last() -> None:
    given = [other("o", "a club"), account("silent"), account("runner"), account("photo"), account("chat")]
    assert [each.id for each in in_order(given, WORLD)] == ["chat", "photo", "runner", "silent", "o"]


def test_small_and_capital_letters_do_not_change_the_order() -> None:
    given = [account("s", "silent"), account("r", "runner")]
    assert [each.id for each in in_order(given, WORLD)] == ["r", "s"], "eRunner before Silent"


def test_an_account_with_a_nickname_shows_it_in_brackets() -> None:
    assert title_of(account("photo"), WORLD) == "Photobox"
    assert title_of(account("photo", label="football"), WORLD) == "Photobox (football)"


def test_an_account_of_another_kind_is_called_by_its_name() -> None:
    assert title_of(other("o", "a running club"), WORLD) == "A running club"
    assert title_of(other("o", ""), WORLD) == "Another account"


def test_an_account_whose_platform_has_vanished_keeps_a_title() -> None:
    gone = account("g", "gone")
    assert platform_of(gone, WORLD) is None
    assert title_of(gone, WORLD) == "gone"


def test_no_two_accounts_have_the_same_title() -> None:
    given = [
        account("a", "photo"),
        account("b", "photo"),
        account("c", "photo", "Two"),
        account("d", "photo", "two"),
    ]
    found = titles(given, WORLD)
    assert sorted(found.values()) == ["Photobox", "Photobox (2)", "Photobox (Two)", "Photobox (two) (2)"]
    assert len({title.casefold() for title in found.values()}) == 4


def test_a_number_given_to_tell_two_apart_never_meets_a_nickname() -> None:
    given = [account("a", "photo"), account("b", "photo"), account("c", "photo", "2")]
    found = titles(given, WORLD)
    assert len(set(found.values())) == 3
    assert found[given[0].id] == "Photobox"


@pytest.mark.parametrize(
    "words",
    [
        "@rosa",
        "rosalind_ash",
        "r.ash",
        "rosalind84",
        "rosa@mail.example",
        "www.x.y",
        "x.example/rosa",
        "https://x",
    ],
)
def test_what_could_find_a_person_is_known_as_a_handle(words: str) -> None:
    assert may_be_a_handle(words)


@pytest.mark.parametrize("words", ["", "family", "Zebra-Quill", "2nd", "old 2", "the choir's", "St. Mary"])
def test_an_ordinary_word_is_no_handle(words: str) -> None:
    assert not may_be_a_handle(words)


@pytest.mark.parametrize("words", ["a running club forum", "parkrun.org.uk", "Forum24", "F1 Fans 2026"])
def test_the_name_of_a_place_may_look_like_a_site(words: str) -> None:
    assert not may_be_a_handle(words, names_a_place=True)


@pytest.mark.parametrize("words", ["@club", "forum.example/rosa", "rosa@club.example", "rosa_ash"])
def test_the_name_of_a_place_may_not_name_a_person(words: str) -> None:
    assert may_be_a_handle(words, names_a_place=True)
