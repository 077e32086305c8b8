"""The platforms that come with the program: whole, within their room, and honest about time."""

from itertools import chain
from urllib.parse import urlsplit

from nickaudit.domain.accounts import Account
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import AccountId, LineId, PlatformId
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import (
    CHECKS_PER_STOP,
    ESSENTIAL_STOPS,
    Kind,
    Level,
    Look,
    MenuPaths,
    Platform,
    Stop,
)
from nickaudit.domain.policy import Topic
from tests.content.built_in import (
    ACCOUNTS,
    CONTENT,
    EVERY,
    SEEN_BY_STRANGERS,
    STOPS,
    WITH_PEOPLE,
    each_account,
    each_look,
    each_place,
    each_platform,
    each_stop,
)

HELPLINE = "The National Domestic Abuse Helpline, run by Refuge, is free, day and night: 0808 2000 247."
TIES = "Family or friends among them? Keep them, and talk to the DSL or headteacher"


def _essential(platform: Platform) -> list[Stop]:
    return [stop for stop in platform.stops if stop.level is Level.ESSENTIAL]


def _plan(*platforms: str) -> AuditPlan:
    accounts = (Account(id=AccountId(name), platform=PlatformId(name)) for name in platforms)
    return make_plan(CONTENT, accounts, online_in_job=False)


def test_the_common_places_are_there_in_their_order() -> None:
    common = sorted((each for each in ACCOUNTS if each.common), key=lambda platform: platform.common)
    assert [platform.id for platform in common] == [
        *("facebook", "whatsapp", "instagram", "youtube", "tiktok", "snapchat", "x", "linkedin")
    ]
    assert [platform.common for platform in common] == list(range(1, 9))


@each_place
def test_every_topic_has_a_check_or_a_reason_why_not(platform: Platform) -> None:
    asked = (platform, *(CONTENT.shared[use] for use in platform.uses))
    looked_at = (CONTENT.policy.lines_of(look.policy) for found in asked for look in found.looks)
    topics = {check.topic for found in asked for check in found.checks}
    topics |= {line.topic for line in chain.from_iterable(looked_at) if line.topic}
    for topic in Topic:
        assert topic in topics or platform.not_covered[topic]


@each_platform
def test_nothing_on_a_platform_outgrows_its_kind(platform: Platform) -> None:
    assert len(_essential(platform)) <= ESSENTIAL_STOPS[platform.kind]
    for stop in platform.stops:
        assert 1 <= len(platform.checks_of(stop.id)) <= CHECKS_PER_STOP


def test_kinds_are_what_the_caps_were_set_for() -> None:
    kinds = {str(platform.id): platform.kind for platform in ACCOUNTS}
    assert kinds["snapchat"] is Kind.SOCIAL
    assert kinds["whatsapp"] is Kind.MESSAGING
    assert kinds["linkedin"] is Kind.PROFESSIONAL
    assert len(_essential(CONTENT.together)) == 4


@each_platform
def test_links_are_https_and_stay_with_the_platform(platform: Platform) -> None:
    parts = (*platform.stops, *platform.looks, *platform.tools, *filter(None, [platform.close]))
    for link in filter(None, (platform.home, platform.settings_root, *(part.link for part in parts))):
        host = urlsplit(link).hostname or ""
        assert urlsplit(link).scheme == "https"
        assert any(host == own or host.endswith(f".{own}") for own in platform.hosts)


@each_stop
def test_a_stop_says_how_to_get_there_and_why_the_school_asks(platform: Platform, stop: Stop) -> None:
    assert stop.paths != MenuPaths() or stop.link or stop.steps
    assert stop.heading.endswith("?")
    assert stop.why
    assert all(check.help for check in platform.checks_of(stop.id))


@each_account
def test_an_account_ends_with_what_a_stranger_sees(platform: Platform) -> None:
    assert platform.closing or platform.kind not in SEEN_BY_STRANGERS
    if not platform.closing:
        return
    closing = _essential(platform)[-1]
    assert closing.id == platform.closing
    assert "stranger" in closing.heading or "with your number" in closing.heading
    asked = {line for check in platform.checks_of(closing.id) for line in check.policy}
    assert LineId("content-review") in asked


@each_account
def test_an_account_has_one_essential_look_and_it_is_for_people(platform: Platform) -> None:
    looks = [look for look in platform.looks if look.level is Level.ESSENTIAL]
    assert len(looks) == 1 or (not looks and platform.kind not in WITH_PEOPLE)
    for look in looks:
        assert look.policy == ("people-friends",)
        assert TIES in look.prompts
        assert "advised" in look.prompts[0]


@each_look
def test_a_look_at_old_posts_waits_and_asks_about_conduct_only(platform: Platform, look: Look) -> None:
    assert look.heading.endswith("?")
    if look.level is Level.MORE:
        assert set(look.policy) == {"content-review", "content-fit"}
        about = ("pupils, families or colleagues", "confidence", "contact details", "insult")
        assert all(word in prompt for word, prompt in zip(about, look.prompts, strict=True))


@each_platform
def test_what_nobody_could_check_says_so(platform: Platform) -> None:
    for item in (*platform.checks, *platform.tools, *filter(None, [platform.close])):
        assert not (item.confidence == "K" and item.verified_on), item


def test_turning_location_off_names_the_helpline_in_one_wording() -> None:
    told = {stop.id for _, stop in STOPS if stop.good_to_know.endswith(HELPLINE)}
    assert {stop.id for _, stop in STOPS if "Helpline" in stop.good_to_know} == told
    location = {
        check.stop for platform in EVERY for check in platform.checks if check.topic is Topic.LOCATION
    }
    speak_of_danger = {"iphone.sharing", "open-electoral-register.danger"}
    assert told <= location | speak_of_danger
    live = {
        *("instagram.map-location", "whatsapp.live-location", "snapchat.ghost-mode"),
        *("messenger.stop-live-location", "skype-teams.live-location", "life360.location-sharing"),
        *("life360.places", "garmin-connect.livetrack", "alltrails.lifeline"),
        *("tiktok.location-services", "facebook.check-ins", "x.post-location"),
        *("google-account.location-sharing", "together.app-location", "general.location"),
    }
    assert {check.stop for platform in EVERY for check in platform.checks if check.id in live} <= told


def test_a_private_account_settles_only_what_it_surely_covers() -> None:
    settling = {check.id: set(check.settles) for found in EVERY for check in found.checks if check.settles}
    assert settling == {
        "instagram.private-account": {"instagram.search-engines"},
        "whatsapp.strict-account-settings": {
            *("whatsapp.profile-photo", "whatsapp.groups", "whatsapp.unknown-callers", "whatsapp.two-step")
        },
        "google-maps-reviews.stranger-view": {"google-account.maps-reviews"},
        "skype-teams.profile": {"microsoft-account.profile"},
    }


def test_five_accounts_take_about_25_minutes_and_five_looks() -> None:
    plan = _plan("facebook", "instagram", "whatsapp", "tiktok", "linkedin")
    assert 20 <= len(plan.stops) <= 22
    assert len(plan.looks) == 5
    assert 22 <= plan.seconds / 60 <= 28


def test_three_accounts_take_about_20_minutes_and_three_looks() -> None:
    plan = _plan("facebook", "instagram", "whatsapp")
    assert len(plan.looks) == 3
    assert 18 <= plan.seconds / 60 <= 22.5


def test_a_line_is_given_honest_time() -> None:
    plan = _plan(*CONTENT.platforms)
    for planned in plan.stops:
        assert 15 <= planned.stop.seconds / len(planned.checks) <= 60, planned.stop.id
    lines = sum(len(planned.checks) for planned in plan.stops)
    assert sum(planned.stop.seconds for planned in plan.stops) / lines >= 20
