"""Setting a school up, and changing it: signed, numbered, and not before the recovery key was read back."""

from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import recovery, school_file
from nickaudit.domain.ids import ContactId, RoleId
from nickaudit.domain.school import Nation
from nickaudit.domain.school_draft import Wrong
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import Services, own_school, recovery_key, school_keys, school_setup
from nickaudit.services.saving import AlreadyThereError, NotSavedError
from nickaudit.services.school_setup import (
    AlreadySetUpError,
    NotAReaderError,
    NotReadBackError,
    NotReadyError,
    NotSetUpError,
)
from nickaudit.services.school_signing import NotTheSignerError
from tests.setting_up import set_up, whole_draft


@pytest.fixture
def other(services: Services, tmp_path: Path) -> Services:
    """Another person's computer."""
    return structs.replace(services, home=tmp_path / "other")


def test_a_draft_begins_with_what_the_policy_pack_knows(services: Services) -> None:
    draft, policy = school_setup.begin(services), services.content.policy
    assert (draft.name, draft.contacts, draft.adopted) == (policy.school.name, policy.contacts, "2018-05")
    assert draft.nation is None, "nobody guesses where a school is"


def test_what_was_drafted_is_in_the_signed_file(services: Services) -> None:
    used, made = set_up(services, nation=Nation.WALES, every_months=6, name="  Hill\tSchool ")
    file = used.school
    assert (file.name, file.sequence, file.signed_on) == ("Hill School", 1, services.today())
    assert (file.nation, file.every_months, file.policy_hash) == (
        Nation.WALES,
        6,
        services.content.policy_hash,
    )
    assert [(each.title, each.name) for each in file.readers] == [("the headteacher", "Ada Elm")]
    assert file.contacts[1].title == "the designated safeguarding person (DSP)"
    assert (file.recovery, used.key) == (made.recovery_public, school_file.signer_of(made.signing_jwk))
    assert recovery.unseal_key(file.sealed_signing_key, recovery_jwk=made.recovery_jwk) == made.signing_jwk
    assert school_setup.can_change(services)


def test_nothing_is_set_up_before_the_recovery_key_was_read_back(services: Services) -> None:
    made, another = recovery_key.new_school(), recovery_key.new_school()
    wrong = recovery_key.read_back_typed(another, another.printed)
    with pytest.raises(NotReadBackError):
        school_setup.finish(services, whole_draft(services), made=made, read_back=wrong)
    assert own_school.in_use(services.home) is None
    assert KeptKeys(services.home).read(names.SIGNING) is None


def test_a_draft_with_faults_is_not_finished_and_says_which(services: Services) -> None:
    made = recovery_key.new_school()
    seen = recovery_key.read_back_typed(made, made.printed)
    draft = structs.replace(whole_draft(services), nation=None)
    with pytest.raises(NotReadyError) as told:
        school_setup.finish(services, draft, made=made, read_back=seen)
    assert [each.wrong for each in told.value.faults] == [Wrong.NO_NATION]


def test_a_second_school_is_not_set_up_over_the_first(services: Services) -> None:
    first, _ = set_up(services)
    with pytest.raises(AlreadySetUpError):
        set_up(services)
    assert own_school.in_use(services.home) == first


def test_a_change_has_the_next_number_and_the_same_key(services: Services) -> None:
    first, _ = set_up(services)
    draft = structs.replace(school_setup.begin(services), induction_days=14)
    second = school_setup.change(services, draft)
    assert (second.school.sequence, second.key) == (2, first.key)
    assert second.school.induction_days == 14
    assert second.school.school_id == first.school.school_id
    assert own_school.in_use(services.home) == second


def test_a_change_without_a_change_says_the_same(services: Services) -> None:
    first, _ = set_up(services)
    again = school_setup.change(services, school_setup.begin(services))
    assert structs.replace(again.school, sequence=1) == first.school


def test_a_nation_that_was_wrong_is_put_right_with_its_words(services: Services) -> None:
    set_up(services, nation=Nation.WALES)
    draft = structs.replace(school_setup.begin(services), nation=Nation.SCOTLAND)
    lead = school_setup.change(services, draft).school.contact("dsl")
    assert lead is not None
    assert lead.title == "the child protection coordinator"


def test_only_the_computer_with_the_key_may_change_it(services: Services, other: Services) -> None:
    used, _ = set_up(services)
    with pytest.raises(NotSetUpError):
        school_setup.change(other, whole_draft(other))
    own_school.accept(other, used.raw)
    assert not school_setup.can_change(other)
    draft = school_setup.begin(other)
    assert not draft.reads_here
    for use in (lambda: school_setup.change(other, draft), lambda: school_setup.rotate(other)):
        with pytest.raises(NotTheSignerError):
            use()
    assert own_school.in_use(other.home) == used


def test_a_reader_from_another_computer_is_added_and_taken_out(
    services: Services, other: Services, tmp_path: Path
) -> None:
    set_up(services)
    path = school_setup.make_reader_file(other, title="the deputy", name="Di Yew", to=tmp_path / "di")
    deputy = school_setup.reader_in(path)
    draft = school_setup.add_reader(school_setup.begin(services), deputy)
    assert school_setup.add_reader(draft, deputy) == draft
    file = school_setup.change(services, draft).school
    assert [each.title for each in file.readers] == ["the headteacher", "the deputy"]
    assert school_keys.own_place(other.home, own_school.known(services.home)[0]) == deputy
    draft = structs.replace(school_setup.begin(services), readers=())
    assert [each.title for each in school_setup.change(services, draft).school.readers] == ["the headteacher"]


def test_the_heads_own_certificate_goes_to_the_chair(
    services: Services, other: Services, tmp_path: Path
) -> None:
    path = school_setup.make_reader_file(other, title="the chair of governors", name="", to=tmp_path / "cy")
    chair = school_setup.reader_in(path)
    used, made = set_up(services, head_reader=chair)
    assert used.school.keys_for(RoleId("headteacher")) == (chair.key, made.recovery_public)
    assert chair.key not in used.school.keys_for(RoleId("teacher"))


def test_whoever_reads_here_cannot_be_the_one_for_the_heads_own(services: Services, tmp_path: Path) -> None:
    path = school_setup.make_reader_file(
        services, title="the chair of governors", name="", to=tmp_path / "me"
    )
    with pytest.raises(NotReadyError) as raised:
        set_up(services, head_reader=school_setup.reader_in(path))
    assert [fault.wrong for fault in raised.value.faults] == [Wrong.HEAD_READS_OWN]
    assert own_school.in_use(services.home) is None


def test_whoever_sets_up_need_not_read(services: Services, other: Services, tmp_path: Path) -> None:
    path = school_setup.make_reader_file(other, title="the headteacher", name="", to=tmp_path / "head")
    head = school_setup.reader_in(path)
    used, _ = set_up(services, reads_here=False, readers=(head,))
    assert used.school.readers == (head,)
    assert school_keys.reader_keys(services.home) == ()
    assert not school_setup.begin(services).reads_here


def test_what_is_no_reader_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all")
    for name in ("letter", "gone"):
        with pytest.raises(Exception, match="not a reader's file"):
            school_setup.reader_in(tmp_path / name)


def test_rotating_seals_to_a_new_key_and_keeps_the_old_for_reading(services: Services) -> None:
    first, _ = set_up(services)
    second = school_setup.rotate(services)
    assert second.school.sequence == 2
    assert second.school.readers[0].key != first.school.readers[0].key
    assert second.school.readers[0].receipt_key == first.school.readers[0].receipt_key
    assert len(school_keys.reader_keys(services.home)) == 2
    assert school_keys.own_place(services.home, first) == first.school.readers[0]
    assert school_setup.begin(services).reads_here


def test_rotating_where_nobody_reads_asks_in_whose_place(
    services: Services, other: Services, tmp_path: Path
) -> None:
    path = school_setup.make_reader_file(other, title="the headteacher", name="Ada", to=tmp_path / "head")
    set_up(services, reads_here=False, readers=(school_setup.reader_in(path),))
    with pytest.raises(NotAReaderError):
        school_setup.rotate(services)
    assert school_keys.reader_keys(services.home) == ()
    after = school_setup.rotate(services, title="The Headteacher").school
    assert [(each.title, each.name) for each in after.readers] == [("the headteacher", "Ada")]


def test_the_file_is_exported_for_staff(services: Services, tmp_path: Path) -> None:
    with pytest.raises(NotSetUpError):
        school_setup.export(services, tmp_path)
    used, _ = set_up(services)
    path = school_setup.export(services, tmp_path)
    assert (path.name, path.read_bytes()) == ("school.nickaudit-school", used.raw)
    assert school_setup.export(services, tmp_path) == path, "the same file again is no other file"
    path.write_text("another")
    with pytest.raises(AlreadyThereError):
        school_setup.check_room(tmp_path)
    with pytest.raises(AlreadyThereError):
        school_setup.export(services, tmp_path)
    assert school_setup.export(services, tmp_path, replace=True).read_bytes() == used.raw
    with pytest.raises(NotSavedError):
        school_setup.export(services, tmp_path / "gone")


def test_a_lost_signing_key_points_to_recovery(services: Services) -> None:
    set_up(services)
    (services.home / "keys" / f"{names.SIGNING}.secret").unlink()
    with pytest.raises(Exception, match="recovery key"):
        school_setup.change(services, school_setup.begin(services))


def test_contacts_of_a_newer_pack_are_asked_for_too(services: Services) -> None:
    set_up(services)
    policy = services.content.policy
    more = (*policy.contacts, structs.replace(policy.contacts[0], id=ContactId("nurse"), title="the nurse"))
    newer = structs.replace(services.content, policy=structs.replace(policy, contacts=more))
    draft = school_setup.begin(structs.replace(services, content=newer))
    assert [each.id for each in draft.contacts][-1] == "nurse"
    assert draft.contacts[0].name == "Ada Elm"
