"""All that comes with the program, for the tests that hold each of it against the same rules."""

from pathlib import Path

import pytest

from nickaudit.content.library import load_content
from nickaudit.domain.platforms import Kind

CONTENT = load_content(Path(__file__).parents[2] / "resources")
ACCOUNTS = tuple(CONTENT.platforms.values())
LISTINGS = tuple(CONTENT.listings.values())
EVERY = (*ACCOUNTS, *LISTINGS, *CONTENT.shared.values(), CONTENT.together, CONTENT.general)
STOPS = tuple((platform, stop) for platform in EVERY for stop in platform.stops)
LOOKS = tuple((platform, look) for platform in EVERY for look in platform.looks)
TOOLS = tuple((platform, tool) for platform in EVERY for tool in platform.tools)
CLOSED = tuple(platform for platform in EVERY if platform.close)
SEEN_BY_STRANGERS = (Kind.SOCIAL, Kind.VIDEO, Kind.PHOTO, Kind.PROFESSIONAL)
WITH_PEOPLE = (*SEEN_BY_STRANGERS, Kind.MESSAGING)

each_platform = pytest.mark.parametrize("platform", EVERY, ids=lambda platform: platform.id)
each_account = pytest.mark.parametrize("platform", [*ACCOUNTS, CONTENT.general], ids=lambda found: found.id)
each_stop = pytest.mark.parametrize(("platform", "stop"), STOPS, ids=lambda found: found.id)
each_place = pytest.mark.parametrize("platform", [*ACCOUNTS, *LISTINGS], ids=lambda found: found.id)
each_tool = pytest.mark.parametrize(("platform", "tool"), TOOLS, ids=lambda found: found.id)
each_closed = pytest.mark.parametrize("platform", CLOSED, ids=lambda found: found.id)
each_look = pytest.mark.parametrize(("platform", "look"), LOOKS, ids=lambda found: found.id)
