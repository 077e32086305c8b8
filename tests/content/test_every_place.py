"""Every place a member of staff may be found: each is one account, one shared block or one public listing."""

from collections import Counter
from pathlib import Path

from tests.content.built_in import CONTENT

PLACES = frozenset((Path(__file__).parent / "every_place.txt").read_text(encoding="utf-8").split())


def test_each_place_is_one_account_or_one_shared_block_or_one_public_listing() -> None:
    found = Counter([*CONTENT.platforms, *CONTENT.shared, *CONTENT.listings])
    assert len(PLACES) == 63
    assert set(found) == PLACES
    assert set(found.values()) == {1}


def test_every_shared_block_is_asked_for_by_some_account() -> None:
    assert set(CONTENT.shared) == {use for platform in CONTENT.platforms.values() for use in platform.uses}


def test_the_public_listings_are_these() -> None:
    assert set(CONTENT.listings) == {
        *("192-com", "bt-phone-book", "companies-house", "data-broker-erasure"),
        *("old-school-websites", "open-electoral-register", "search-engine-results"),
    }
