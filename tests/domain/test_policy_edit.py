"""Changing a policy pack: lines, ids, versions, and what differs afterwards."""

import datetime as dt

import pytest
from msgspec import structs

from nickaudit.domain.ids import ContactId, LineId, PageId
from nickaudit.domain.policy import Audience, LineGroup, PolicyPack, Strength
from nickaudit.domain.policy_changes import changes_between
from nickaudit.domain.policy_edit import (
    free_id,
    with_contact,
    with_line,
    with_new_line,
    with_next_version,
    without_line,
)
from tests.factories import make_line, make_policy

NEW = make_line(id=LineId("own-ask-first"), strength=Strength.SHOULD, words="You should ask first.")


@pytest.fixture
def pack() -> PolicyPack:
    page = make_policy().pages[0]
    groups = (LineGroup(heading="Privacy", lines=(LineId("strict-privacy"),)),)
    return make_policy(pages=(structs.replace(page, groups=groups, applies_to=Audience.ONLINE_IN_JOB),))


def test_a_changed_line_takes_the_place_of_the_one_with_its_id(pack: PolicyPack) -> None:
    changed = structs.replace(pack.lines[0], words="You are advised to look again.")
    now = with_line(pack, changed)
    assert now.lines == (changed,)
    (change,) = changes_between(pack, now).lines
    assert (change.before, change.after) == (pack.lines[0], changed)


def test_a_new_line_stands_on_its_page_in_the_last_group_for_the_pages_people(pack: PolicyPack) -> None:
    now = with_new_line(pack, NEW, page=PageId("pupils"))
    assert now.pages[0].lines == ("strict-privacy", "own-ask-first")
    assert now.pages[0].groups[-1].lines == ("strict-privacy", "own-ask-first")
    added = now.line(NEW.id)
    assert added is not None
    assert added.applies_to is Audience.ONLINE_IN_JOB
    assert NEW.id in now.pages[0].lines
    (change,) = changes_between(pack, now).lines
    assert change.before is None


def test_a_line_of_the_schools_own_can_be_taken_out_again_and_no_other(pack: PolicyPack) -> None:
    now = with_new_line(pack, NEW, page=PageId("pupils"))
    assert without_line(now, NEW.id) == pack
    with pytest.raises(LookupError):
        without_line(now, LineId("strict-privacy"))


def test_a_line_that_is_switched_off_counts_as_gone(pack: PolicyPack) -> None:
    now = with_line(pack, structs.replace(pack.lines[0], off=True))
    (change,) = changes_between(pack, now).lines
    assert change.after is None
    assert change.line == pack.lines[0]


def test_an_unknown_page_takes_no_line(pack: PolicyPack) -> None:
    with pytest.raises(LookupError):
        with_new_line(pack, NEW, page=PageId("nowhere"))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Staff should ask before they post", "own-staff-should-ask-before"),
        ("Élan “vital” — and more", "own-elan-vital-and-more"),
        ("…", "own-line"),
    ],
)
def test_an_id_is_made_of_the_first_words(pack: PolicyPack, opening: str, expected: str) -> None:
    assert free_id(pack, opening) == expected


def test_no_id_is_given_twice(pack: PolicyPack) -> None:
    first = free_id(pack, "Ask first of all")
    now = with_new_line(pack, structs.replace(NEW, id=first), page=PageId("pupils"))
    assert free_id(now, "Ask first of all") == f"{first}-2"


def test_the_version_is_the_month_and_a_number_within_it(pack: PolicyPack) -> None:
    day = dt.date(2026, 11, 25)
    versions = [pack.version]
    for _ in range(3):
        pack = with_next_version(pack, today=day)
        versions.append(pack.version)
    assert versions == ["2018-05", "2026-11", "2026-11.2", "2026-11.3"]
    assert with_next_version(pack, today=dt.date(2026, 12, 1)).version == "2026-12"


def test_contacts_and_dates_are_among_the_changes(pack: PolicyPack) -> None:
    head = pack.contact(ContactId("head"))
    assert head is not None
    now = structs.replace(with_contact(pack, structs.replace(head, name="Ann Hill")), next_review="2027-09")
    changes = changes_between(pack, now)
    assert changes.count == 2
    assert [(each.before, each.after) for each in changes.contacts] == [(head, now.contacts[0])]
    assert changes.details == (("next_review", "2018-09", "2027-09"),)
    assert not changes_between(now, now)
