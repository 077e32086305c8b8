"""The school's names, contacts and dates, and its nation's words, stand in the content."""

import msgspec
import pytest
from msgspec import structs

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.content.nations import read_nations
from nickaudit.domain import complicated
from nickaudit.domain.ids import ContactId
from nickaudit.domain.nation_words import ENGLISH
from nickaudit.domain.platforms import Content
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Nation
from nickaudit.domain.with_school import with_school
from tests.factories import make_school_file

NATIONS = read_nations(paths.resource("."))


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(paths.resource("."))


def all_text(content: Content) -> str:
    whole = structs.replace(content, complicated=msgspec.Raw(b"null"))
    cases = msgspec.json.encode(complicated.unpacked(content.complicated))
    return (msgspec.json.encode(structs.replace(whole, platforms={**whole.platforms})) + cases).decode()


def test_every_nation_has_its_words() -> None:
    assert set(NATIONS) == set(Nation)
    assert NATIONS[Nation.ENGLAND] == ENGLISH


def test_the_schools_names_and_dates_take_the_place_of_the_packs(content: Content) -> None:
    school = make_school_file(name="Hill School", short_name="Hill", other_names=("The Hill",))
    policy = with_school(content, school).policy
    assert (policy.school.name, policy.school.short_name) == ("Hill School", "Hill")
    assert policy.school.other_names == ("The Hill",)
    assert (policy.adopted, policy.next_review) == (school.adopted, school.next_review)
    assert policy.responsibility.controller.startswith("Hill School is responsible")


def test_contacts_are_filled_in_by_their_ids_and_nothing_known_is_emptied(content: Content) -> None:
    given = Contact(id=ContactId("dsl"), title="old title", name="Bo Fir", phone="01632 960 001")
    own = Contact(id=ContactId("nurse"), title="the school nurse", name="Di Yew")
    policy = with_school(content, make_school_file(contacts=(given, own))).policy
    lead = policy.contact(ContactId("dsl"))
    assert lead is not None
    assert (lead.title, lead.name, lead.phone) == ("the safeguarding lead (DSL)", "Bo Fir", "01632 960 001")
    helpline = policy.contact(ContactId("helpline"))
    assert helpline is not None
    assert helpline.phone
    assert policy.contacts[-1] == own


@pytest.mark.parametrize("nation", [Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND])
def test_a_nations_own_words_stand_in_every_text(content: Content, nation: Nation) -> None:
    school = make_school_file(nation=nation)
    after = with_school(content, school, words=NATIONS[nation])
    text = all_text(after)
    assert "DSL" not in text
    assert ENGLISH.lead_alone not in text
    lead = after.policy.contact(ContactId("dsl"))
    assert lead is not None
    assert lead.title == f"the {NATIONS[nation].lead}"
    assert NATIONS[nation].lead in after.policy.keep_before_you_tidy


@pytest.mark.parametrize("nation", list(Nation))
def test_guidance_of_england_is_told_to_count_elsewhere_only(content: Content, nation: Nation) -> None:
    after = with_school(content, make_school_file(nation=nation), words=NATIONS[nation])
    for before, now in zip(content.policy.guidance, after.policy.guidance, strict=True):
        if before.title in NATIONS[nation].instead_of:
            assert now.replaced_by == NATIONS[nation].guidance
            assert "check" in now.replaced_by
        else:
            assert now == before


def test_where_a_sentence_stands_in_the_document_is_never_reworded(content: Content) -> None:
    school = make_school_file(name="Hill School", short_name="Hill", nation=Nation.WALES)
    after = with_school(content, school, words=NATIONS[Nation.WALES])

    def places(pack: Content) -> list[tuple[object, ...]]:
        lines = [(e.id, e.heading, e.opening, e.also, e.hangs_from, e.strength) for e in pack.policy.lines]
        return lines + [(each.heading, each.openings) for each in pack.policy.asides]

    assert places(after) == places(content)
    assert after.policy.headings == content.policy.headings
    assert after.policy_hash == content.policy_hash


def test_every_id_stays(content: Content) -> None:
    after = with_school(content, make_school_file(nation=Nation.WALES), words=NATIONS[Nation.WALES])
    assert set(after.platforms) == set(content.platforms)
    for own_id, platform in content.platforms.items():
        now = after.platforms[own_id]
        assert [check.id for check in now.checks] == [check.id for check in platform.checks]
        assert [stop.id for stop in now.stops] == [stop.id for stop in platform.stops]
    assert [each.id for each in after.policy.lines] == [each.id for each in content.policy.lines]


def test_a_name_that_was_put_in_is_not_looked_at_again(content: Content) -> None:
    school = make_school_file(name="St Nicholas CE Primary School Academy", short_name="St Nicholas North")
    text = with_school(content, school).policy.responsibility.controller
    assert text.startswith("St Nicholas CE Primary School Academy is responsible")


def test_in_england_with_the_packs_own_names_only_details_change(content: Content) -> None:
    policy = content.policy
    school = make_school_file(name=policy.school.name, short_name=policy.school.short_name)
    after = with_school(content, school, words=NATIONS[Nation.ENGLAND])
    assert after.platforms is content.platforms
    assert after.policy.lines == policy.lines
