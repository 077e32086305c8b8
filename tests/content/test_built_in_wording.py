"""How the platforms that come with the program read: easy, in our own words, no stronger than the policy."""

import re
from itertools import chain

from nickaudit.domain.platforms import Look, Platform, Stop, Tool
from nickaudit.domain.policy import Strength
from tests.content.built_in import (
    CONTENT,
    EVERY,
    LOOKS,
    STOPS,
    TOOLS,
    each_closed,
    each_look,
    each_stop,
    each_tool,
)
from tests.content.reading_grade import grade, sentences, without_names, words

NAMES = (
    *(platform.name for platform in EVERY),
    *("Google", "Google Maps", "Maps", "Facebook", "Instagram", "Threads", "TikTok", "Bitmoji", "Firefox"),
    *("National Domestic Abuse Helpline", "iPhone", "Android", "YouTube", "Spotlight", "{name}"),
    *("Apple", "Microsoft", "Windows", "Samsung", "AirDrop", "NameDrop", "Bluetooth", "Quick Share", "Xbox"),
    *("iCloud", "FaceTime", "iMessage", "Game Center", "Find My", "Safety Check", "Teams", "Messenger"),
    *("Companies House", "Internet Archive", "Northern Ireland", "Bing", "Experian", "Equifax", "TransUnion"),
    *("Telephone Preference Service", "Friends Reunited", "Google Takeout", "Accounts Centre"),
)
LONGEST_SENTENCE = 25
NOT_OUR_WORDS = re.compile(
    r"\b(must|never|have to|has to|required?|ensure|compl(y|iance)|audit|offence|genuine|passed|fail(ed|s)?"
    r"|sign (in|out)|signed (in|out)|toggle|metadata|privacy policy|politic\w*|belief\w*|union|religio\w*"
    r"|under 18|email)\b|!",
    re.IGNORECASE,
)


def _spoken(platform: Platform, stop: Stop) -> tuple[str, ...]:
    """What a person reads on that page, but for the names of settings."""
    helps = (check.help for check in platform.checks_of(stop.id))
    return tuple(text for text in (stop.heading, stop.why, stop.good_to_know, *stop.steps, *helps) if text)


def _shown(platform: Platform, stop: Stop) -> tuple[str, ...]:
    lines = ((check.setting, check.strictest) for check in platform.checks_of(stop.id))
    return (*_spoken(platform, stop), *chain.from_iterable(lines))


def _said(look: Look) -> tuple[str, ...]:
    return tuple(text for text in (look.heading, look.title, *look.prompts, look.good_to_know) if text)


def _told(tool: Tool) -> tuple[str, ...]:
    return tuple(text for text in (tool.title, tool.why, tool.good_to_know, *tool.steps) if text)


def _ending(platform: Platform) -> tuple[str, ...]:
    """What a person reads before they close the account, and of what has changed about the place."""
    close = (platform.close.lost, *platform.close.steps) if platform.close else ()
    return tuple(text for text in (platform.note, *close) if text)


def _grade(texts: tuple[str, ...]) -> float:
    return grade(without_names(" ".join(text if text[-1] in ".?" else f"{text}." for text in texts), NAMES))


@each_stop
def test_a_page_sounds_no_stronger_than_its_sentences(platform: Platform, stop: Stop) -> None:
    ids = tuple(line for check in platform.checks_of(stop.id) for line in check.policy)
    verbs = {line.strength for line in CONTENT.policy.lines_of(ids)}
    said = " ".join((stop.why, stop.good_to_know, *stop.steps))
    if re.search(r"\bshould not\b", said):
        assert Strength.SHOULD_NOT in verbs
    if re.search(r"\bshould (?!not\b)", said):
        assert Strength.SHOULD in verbs
    if "need to be aware" in said:
        assert Strength.NEED_TO in verbs
    assert "need to" not in said.replace("need to be aware", "")
    helps = " ".join(check.help for check in platform.checks_of(stop.id))
    assert not re.search(r"\b(should|need to|must)\b", helps)


def test_words_the_program_does_not_use_are_nowhere() -> None:
    texts = [
        *(text for platform, stop in STOPS for text in _shown(platform, stop)),
        *(text for _, look in LOOKS for text in _said(look)),
        *(text for _, tool in TOOLS for text in _told(tool)),
        *(text for platform in EVERY for text in _ending(platform)),
        *(reason for platform in EVERY for reason in platform.not_covered.values()),
    ]
    plain = [without_names(text, ()) for text in texts]
    assert [text for text in plain if NOT_OUR_WORDS.search(text)] == []


def test_only_the_general_stops_have_a_gap_for_a_name() -> None:
    for platform, stop in STOPS:
        assert platform is CONTENT.general or "{" not in " ".join(_shown(platform, stop))
    assert all("{name}" in stop.heading for stop in CONTENT.general.stops)


def test_no_sentence_is_longer_than_a_breath() -> None:
    texts = [
        *(text for platform, stop in STOPS for text in _spoken(platform, stop)),
        *(text for _, look in LOOKS for text in _said(look)),
        *(text for _, tool in TOOLS for text in _told(tool)),
        *(text for platform in EVERY for text in _ending(platform)),
        *(reason for platform in EVERY for reason in platform.not_covered.values()),
    ]
    long = [part for text in texts for part in sentences(text) if len(words(part)) > LONGEST_SENTENCE]
    assert long == []


@each_stop
def test_a_stop_reads_at_grade_8_at_most(platform: Platform, stop: Stop) -> None:
    assert _grade(_spoken(platform, stop)) <= 8


@each_look
def test_a_look_reads_at_grade_8_at_most(platform: Platform, look: Look) -> None:
    assert _grade(_said(look)) <= 8


@each_tool
def test_a_tool_reads_at_grade_8_at_most(platform: Platform, tool: Tool) -> None:
    assert _grade(_told(tool)) <= 8


@each_closed
def test_closing_an_account_says_what_is_lost_at_grade_8_at_most(platform: Platform) -> None:
    assert platform.close
    assert len(sentences(platform.close.lost)) == 1
    assert _grade(_ending(platform)) <= 8


def test_all_of_it_reads_at_grade_6_on_average() -> None:
    grades = [
        *(_grade(_spoken(platform, stop)) for platform, stop in STOPS),
        *(_grade(_said(look)) for _, look in LOOKS),
        *(_grade(_told(tool)) for _, tool in TOOLS),
    ]
    assert sum(grades) / len(grades) <= 6
