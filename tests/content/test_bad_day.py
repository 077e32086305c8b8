"""A bad day: the first ten minutes, what to keep, whom to tell, and who helps the person themselves."""

from pathlib import Path

import pytest

from nickaudit.content.library import load_content
from nickaudit.content.report import check_content
from nickaudit.domain.policy import PolicyPack
from tests.content.conftest import PACK, Workbench

BAD_DAY = {"pupil-contact", "bullied", "parent-abuse", "impersonated", "hacked", "pupil-photo"}


@pytest.fixture(scope="module")
def pack(built_in: Path) -> PolicyPack:
    return load_content(built_in).policy


def test_each_bad_day_has_first_steps_things_to_keep_people_words_and_help(pack: PolicyPack) -> None:
    found = {situation.id: situation for situation in pack.situations if situation.evidence}
    assert found.keys() == BAD_DAY
    for situation in found.values():
        assert len(situation.first) >= 4
        assert situation.helplines
        assert situation.tell
        assert situation.say


def test_time_date_and_address_are_among_what_is_kept(pack: PolicyPack) -> None:
    for situation in pack.situations:
        if situation.evidence:
            kept = " ".join(situation.evidence).lower()
            assert "time" in kept, situation.id
            assert "date" in kept, situation.id
            assert "address" in kept or situation.id == "hacked", situation.id


def test_nobody_is_told_to_copy_a_picture_of_a_child(pack: PolicyPack) -> None:
    for own_id in ("pupil-photo", "indecent-image"):
        (situation,) = [each for each in pack.situations if each.id == own_id]
        said = " ".join([*situation.first, *situation.evidence])
        assert "picture of the screen" not in said.lower()
        assert "Don't copy" in said


def test_a_helpline_has_a_number_and_is_not_told_in_the_schools_place(pack: PolicyPack) -> None:
    for situation in pack.situations:
        for own_id in situation.helplines:
            contact = pack.contact(own_id)
            assert contact is not None
            assert contact.phone
            assert own_id not in situation.tell


def test_a_helpline_the_pack_does_not_have_is_told(bench: Workbench) -> None:
    bench.change(PACK, 'tell = ["office"]\n', 'tell = ["office"]\nhelplines = ["listeners"]\n')
    (fault,) = check_content(bench.resources).faults
    assert fault.key == "situation[parent-writes].helplines"
    assert "no contact “listeners”" in fault.message


def test_a_helpline_nobody_can_reach_is_told(bench: Workbench) -> None:
    bench.change(PACK, 'tell = ["office"]\n', 'tell = ["office"]\nhelplines = ["office"]\n')
    (fault,) = check_content(bench.resources).faults
    assert fault.message == "Nothing says how to reach “office”."
    assert fault.remedy == "Add its phone number."


def test_what_to_keep_is_held_against_the_same_rules_as_all_words(bench: Workbench) -> None:
    bench.change(PACK, 'tell = ["office"]\n', 'tell = ["office"]\nevidence = ["Keep the email!"]\n')
    (fault,) = check_content(bench.resources).faults
    assert fault.key == "situation[parent-writes].evidence"
