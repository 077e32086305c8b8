"""Sixty things a person may type for an account, each with the place that is meant."""

import pytest

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.platforms import Platform
from nickaudit.domain.search import ranked

LEAST_FIRST = 58
QUERIES = (
    ("fb", "facebook"),
    ("facebok", "facebook"),
    ("face book", "facebook"),
    ("facebook page", "facebook"),
    ("insta", "instagram"),
    ("instergram", "instagram"),
    ("instagrm", "instagram"),
    ("ig", "instagram"),
    ("twitter", "x"),
    ("twiter", "x"),
    ("x", "x"),
    ("x.com", "x"),
    ("tik tok", "tiktok"),
    ("ticktock", "tiktok"),
    ("musical.ly", "tiktok"),
    ("whats app", "whatsapp"),
    ("watsapp", "whatsapp"),
    ("whatapp", "whatsapp"),
    ("whatsapp groups", "whatsapp"),
    ("you tube", "youtube"),
    ("utube", "youtube"),
    ("youtube channel", "youtube"),
    ("snap", "snapchat"),
    ("snapchat app", "snapchat"),
    ("linked in", "linkedin"),
    ("linkdin", "linkedin"),
    ("messanger", "messenger"),
    ("facebook messenger", "messenger"),
    ("skype", "skype-teams"),
    ("teams", "skype-teams"),
    ("blue sky", "bluesky"),
    ("mastadon", "mastodon"),
    ("redit", "reddit"),
    ("tumbler", "tumblr"),
    ("pintrest", "pinterest"),
    ("be real", "bereal"),
    ("flicker", "flickr"),
    ("stava", "strava"),
    ("garmin watch", "garmin-connect"),
    ("fitbit", "fitbit"),
    ("park run", "parkrun"),
    ("duo lingo", "duolingo"),
    ("x box", "xbox"),
    ("playstation 5", "playstation"),
    ("ps4", "playstation"),
    ("next door", "nextdoor"),
    ("roblocks", "roblox"),
    ("discord server", "discord"),
    ("telegram", "telegram"),
    ("vinted", "vinted"),
    ("e bay", "ebay"),
    ("amazon wishlist", "amazon-profile"),
    ("pay pal", "paypal"),
    ("tinder", "tinder"),
    ("trip advisor", "tripadvisor"),
    ("just giving", "justgiving"),
    ("good reads", "goodreads"),
    ("google reviews", "google-maps-reviews"),
    ("life 360", "life360"),
    ("samsung phone", "android-phone"),
)


@pytest.fixture(scope="module")
def platforms() -> tuple[Platform, ...]:
    return tuple(load_content(paths.resource(".")).platforms.values())


def test_what_people_type_puts_the_right_place_first(platforms: tuple[Platform, ...]) -> None:
    assert len({typed for typed, _ in QUERIES}) == 60
    missed = [
        (typed, meant, [each.id for each in ranked(platforms, typed)[:3]])
        for typed, meant in QUERIES
        if [each.id for each in ranked(platforms, typed)[:1]] != [meant]
    ]
    assert len(QUERIES) - len(missed) >= LEAST_FIRST, missed
