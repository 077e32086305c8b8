"""The built-in pack: each thing with the policy's verb, and all of it readable by a tired person."""

from collections import Counter
from pathlib import Path

import pytest

from nickaudit.content import load_content
from nickaudit.domain.policy import Audience, PolicyPack, StatementPage, Strength, Topic
from tests.content.reading_grade import grade

S = Strength
ON_EACH_ACCOUNT = {
    "privacy-levels": (Topic.PRIVACY, S.ADVISED, "2.5"),
    "privacy-understand": (Topic.PRIVACY, S.SHOULD, "2.4"),
    "location-aware": (Topic.LOCATION, S.ADVISED, "2.5"),
    "listings-opt-out": (Topic.LISTINGS, S.ADVISED, "2.5"),
    "identity-profession": (Topic.IDENTITY, S.SHOULD_NOT, "2.4"),
    "identity-employee": (Topic.IDENTITY, S.ENCOURAGED, "2.5"),
    "contact-details-aware": (Topic.CONTACT_DETAILS, S.NEED_TO, "2.4"),
    "phone-private": (Topic.CONTACT_DETAILS, S.SHOULD, "2.4"),
    "people-friends": (Topic.PEOPLE, S.ADVISED, ""),
    "content-review": (Topic.CONTENT, S.SHOULD, "2.4"),
    "content-fit": (Topic.CONTENT, S.ENCOURAGED, "2.5"),
    "signin-log-out": (Topic.SIGN_IN, S.ADVISED, "2.5"),
    "signin-passwords": (Topic.SIGN_IN, S.ADVISED, "2.5"),
}
# A reader in no hurry takes in 220 words a minute.
WORDS_A_SECOND = 220 / 60


@pytest.fixture(scope="module")
def pack(built_in: Path) -> PolicyPack:
    return load_content(built_in).policy


def _read_aloud(pack: PolicyPack, page: StatementPage) -> str:
    lines = " ".join(line.words for line in pack.lines_of(page.lines))
    return f"{lines} {page.where_to_turn} {page.note}"


def test_every_thing_to_look_at_on_an_account_is_there_with_its_verb(pack: PolicyPack) -> None:
    there = {line.id: (line.topic, line.strength, line.clause) for line in pack.lines if line.topic}
    assert there == ON_EACH_ACCOUNT
    assert {topic for topic, _, _ in ON_EACH_ACCOUNT.values()} == set(Topic)


def test_every_line_says_why_and_helps_on(pack: PolicyPack) -> None:
    assert [line.id for line in pack.lines if not line.why or not line.help] == []


def test_three_pages_are_for_all_and_the_fourth_for_those_online_in_their_job(pack: PolicyPack) -> None:
    assert [page.applies_to for page in pack.pages] == [Audience.EVERYONE] * 3 + [Audience.ONLINE_IN_JOB]
    assert all(page.groups and page.where_to_turn for page in pack.pages)
    assert all(len(group.lines) <= 10 for page in pack.pages for group in page.groups)


def test_a_page_takes_no_longer_to_read_than_it_says(pack: PolicyPack) -> None:
    for page in pack.pages:
        headings = " ".join(group.heading for group in page.groups)
        needed = len(f"{headings} {_read_aloud(pack, page)}".split()) / WORDS_A_SECOND
        assert needed <= page.seconds + 10, page.id


def test_a_page_reads_at_grade_eight_at_most_and_the_pack_at_six(pack: PolicyPack) -> None:
    pages = {page.id: grade(_read_aloud(pack, page)) for page in pack.pages}
    assert {name: level for name, level in pages.items() if level > 8} == {}
    beside = " ".join(text for line in pack.lines for text in (line.why, line.help))
    situations = " ".join(" ".join([*situation.first, situation.say]) for situation in pack.situations)
    levels = [*pages.values(), grade(beside), grade(situations), grade(pack.keep_before_you_tidy)]
    assert sum(levels) / len(levels) <= 6


def test_every_role_belongs_to_one_of_the_six_groups_of_the_policy(pack: PolicyPack) -> None:
    assert [group.title for group in pack.groups] == [
        "Teachers",
        "Support staff",
        "Supply staff",
        "Governors",
        "Contractors",
        "Volunteers",
    ]
    assert {role.group for role in pack.roles} == {group.id for group in pack.groups}


def test_a_worry_about_the_head_goes_to_the_chair_and_never_to_the_head(pack: PolicyPack) -> None:
    tell = {situation.id: situation.tell for situation in pack.situations}
    assert tell["colleague-conduct"] == ("headteacher",)
    assert tell["head-conduct"] == ("chair",)


def test_nothing_is_to_be_deleted_first(pack: PolicyPack) -> None:
    for situation in pack.situations:
        orders = [text for text in situation.first if text.startswith(("Delete", "Remove"))]
        assert set(orders) <= {"Delete nothing yet. Ask first."}, situation.id
    assert "Don't delete it" in pack.keep_before_you_tidy


def test_nobody_is_asked_to_consent(pack: PolicyPack) -> None:
    duty = pack.responsibility
    notice = " ".join([duty.controller, duty.basis, duty.kept_for, *duty.rights, duty.complain])
    assert "public task" in notice
    assert "consent" not in notice.lower()
    assert "I understand" in notice


def test_the_yearly_round_is_not_put_into_the_policys_mouth(pack: PolicyPack) -> None:
    assert "the school's own plan" in pack.yearly_note


def test_what_is_said_of_newer_guidance_carries_its_month(pack: PolicyPack) -> None:
    assert pack.guidance
    assert all(guidance.checked_on for guidance in pack.guidance if guidance.replaced_by)


def test_every_kind_of_question_is_asked_for_the_next_review(pack: PolicyPack) -> None:
    kinds = Counter(question.kind for question in pack.questions)
    assert set(kinds) == {"contradiction", "absolute", "incomplete", "gap"}
