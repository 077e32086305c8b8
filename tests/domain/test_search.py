"""How an account is found by what a person types."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.platforms import Platform
from nickaudit.domain.search import folded, ranked, slips
from tests.domain.small_world import platform

PLATFORMS = (
    platform("reddit", "Reddit"),
    platform("x", "X (Twitter)", aka=("X", "Twitter"), common=4),
    platform("xbox", "Xbox", aka=("Xbox Live",)),
    platform("facebook", "Facebook", aka=("FB",), common=1),
    platform("messenger", "Messenger", aka=("Facebook Messenger", "FB Messenger")),
    platform("instagram", "Instagram", aka=("IG", "Insta"), common=3),
    platform("tiktok", "TikTok", aka=("Tik Tok",), common=5),
    platform("snapchat", "Snapchat", aka=("Snap",), common=6),
    platform("threads", "Threads", aka=("Threads by Instagram",)),
    platform("garmin", "Garmin Connect"),
    platform("ebay", "eBay"),
    platform("pokemon", "Pokémon Go"),
)


def _first(typed: str) -> str:
    found = ranked(PLATFORMS, typed)
    return found[0].name if found else ""


def test_with_nothing_typed_the_common_ones_come_first_then_the_rest_by_name() -> None:
    names = [each.name for each in ranked(PLATFORMS, "  ")]
    assert names[:5] == ["Facebook", "Instagram", "X (Twitter)", "TikTok", "Snapchat"]
    assert names[5:] == ["eBay", "Garmin Connect", "Messenger", "Pokémon Go", "Reddit", "Threads", "Xbox"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("insta", "Instagram"),
        ("INSTA", "Instagram"),
        ("ig", "Instagram"),
        ("fb", "Facebook"),
        ("face book", "Facebook"),
        ("twitter", "X (Twitter)"),
        ("x", "X (Twitter)"),
        ("xb", "Xbox"),
        ("tik-tok", "TikTok"),
        ("connect", "Garmin Connect"),
        ("pokemon", "Pokémon Go"),
        ("facebok", "Facebook"),
        ("snpachat", "Snapchat"),
        ("istagram", "Instagram"),
        ("redit", "Reddit"),
        ("instagrm", "Instagram"),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, name: str) -> None:
    assert _first(typed) == name


def test_the_name_itself_stands_above_names_that_only_hold_it() -> None:
    assert [each.name for each in ranked(PLATFORMS, "instagram")] == ["Instagram", "Threads"]


def test_nonsense_finds_nothing_and_short_words_are_not_stretched() -> None:
    assert ranked(PLATFORMS, "qqqq") == ()
    assert ranked(PLATFORMS, "zy") == ()


def test_every_platform_that_ships_is_found_by_its_name_and_each_other_name() -> None:
    every = tuple(load_content(paths.resource(".")).platforms.values())
    for each in every:
        for name in (each.name, *each.aka):
            assert each in ranked(every, name)[:2], (each.name, name)


def test_sixty_three_platforms_are_searched_between_two_frames() -> None:
    many: list[Platform] = [platform(f"p{n}", f"Platform number {n}", aka=(f"pn {n}",)) for n in range(63)]
    began = time.process_time()
    for _ in range(10):
        ranked(many, "platfrom numbr")
    assert (time.process_time() - began) / 10 < 0.05


@pytest.mark.parametrize(
    ("a", "b", "number"),
    [("", "", 0), ("ab", "ab", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("abc", "axc", 1), ("abcd", "badc", 2)],
)
def test_slips_are_letters_put_in_left_out_changed_or_swapped(a: str, b: str, number: int) -> None:
    assert slips(a, b, most=3) == number


@given(st.text(max_size=8), st.text(max_size=8))
def test_slips_are_the_same_both_ways_and_nought_only_for_the_same(a: str, b: str) -> None:
    assert slips(a, b, most=9) == slips(b, a, most=9)
    assert (slips(a, b, most=9) == 0) == (a == b)
    assert slips(a, b, most=1) <= 2


@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    assert {each.id for each in ranked(PLATFORMS, text)} <= {each.id for each in PLATFORMS}
    assert folded(folded(text)) == folded(text)
