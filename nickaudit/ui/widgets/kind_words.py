"""The kinds of sites and apps as headings of a list, in its order."""

from __future__ import annotations

from collections.abc import Iterable

from nickaudit.domain.platforms import Kind, Platform

_HEADINGS = (
    ("Social media", (Kind.SOCIAL,)),
    ("Pictures and video", (Kind.PHOTO, Kind.VIDEO)),
    ("Messages", (Kind.MESSAGING,)),
    ("Work", (Kind.PROFESSIONAL,)),
    ("Sport and health", (Kind.FITNESS,)),
    ("Games", (Kind.GAMING,)),
    ("Dating", (Kind.DATING,)),
    ("Buying, selling and paying", (Kind.MARKET,)),
    ("Your phone", (Kind.DEVICE,)),
)
REST = "Other sites and apps"


def by_kind(platforms: Iterable[Platform]) -> dict[str, tuple[Platform, ...]]:
    """The platforms under their headings, each list as it came; a heading without any is left out."""
    listed = tuple(platforms)
    known = {kind for _, kinds in _HEADINGS for kind in kinds}
    found = {
        heading: tuple(each for each in listed if each.kind in kinds) for heading, kinds in _HEADINGS
    } | {REST: tuple(each for each in listed if each.kind not in known)}
    return {heading: those for heading, those in found.items() if those}
