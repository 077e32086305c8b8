"""Packed platforms read as those that were packed."""

import pytest

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.packed_platforms import PackedPlatforms, packed

PLATFORMS = load_content(paths.resource(".")).platforms


def test_what_comes_out_is_what_went_in_and_in_the_same_order() -> None:
    made = PackedPlatforms(packed(PLATFORMS))
    assert list(made.items()) == list(PLATFORMS.items())
    assert made == PLATFORMS
    assert len(made) == len(PLATFORMS)


def test_a_platform_is_one_object_however_often_it_is_asked_for() -> None:
    made = PackedPlatforms(packed(PLATFORMS))
    whatsapp = PlatformId("whatsapp")
    assert made[whatsapp] is made[whatsapp] is made.get(whatsapp)


def test_to_ask_whether_there_is_one_unpacks_nothing() -> None:
    made = PackedPlatforms({PlatformId("whatsapp"): memoryview(b"not a platform")})
    assert PlatformId("whatsapp") in made
    assert PlatformId("instagram") not in made
    assert made.get(PlatformId("instagram")) is None
    with pytest.raises(KeyError):
        made[PlatformId("instagram")]
