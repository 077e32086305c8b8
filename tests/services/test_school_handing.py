"""Hand-over to the next head, and recovery on a new computer from the school file and the recovery key."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import certificate_jwt, recovery, sealed
from nickaudit.domain.ids import RoleId
from nickaudit.domain.school import SchoolFileRefused, SchoolRefusal, VerifiedSchool
from nickaudit.services import Services, own_school, recovery_key, school_handing, school_keys, school_setup
from nickaudit.services.school_handing import HandOverError
from nickaudit.services.school_signing import NotTheSignerError
from tests.factories import make_claims
from tests.setting_up import set_up

TEACHER = RoleId("teacher")


@pytest.fixture
def next_head(services: Services, tmp_path: Path) -> Services:
    return structs.replace(services, home=tmp_path / "next")


@pytest.fixture
def staff(services: Services, tmp_path: Path) -> Services:
    return structs.replace(services, home=tmp_path / "staff")


def sealed_for(used: VerifiedSchool, role: RoleId = TEACHER) -> bytes:
    signed = certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())
    return sealed.seal(signed, to=used.school.keys_for(role))


def named(services: Services, next_head: Services, tmp_path: Path) -> Path:
    """The hand-over to the next head, who has the school file already."""
    reader = school_setup.make_reader_file(next_head, title="the headteacher", name="Di", to=tmp_path / "di")
    return school_handing.hand_over(services, school_setup.reader_in(reader), to=tmp_path / "hand-over")


def test_the_next_head_takes_over_and_staff_accept_their_file(
    services: Services, next_head: Services, staff: Services, tmp_path: Path
) -> None:
    first, _ = set_up(services)
    own_school.accept(next_head, first.raw)
    own_school.accept(staff, first.raw)
    statement = named(services, next_head, tmp_path)
    taken = school_handing.take_over(next_head, statement)
    assert (taken.school.sequence, taken.key != first.key) == (2, True)
    assert own_school.accept(staff, taken.raw) == taken
    third = school_setup.change(next_head, school_setup.begin(next_head))
    assert own_school.accept(staff, third.raw) == third
    assert own_school.accept(services, third.raw) == third
    assert not school_setup.can_change(services)


def test_somebody_who_missed_the_hand_over_accepts_what_came_after(
    services: Services, next_head: Services, staff: Services, tmp_path: Path
) -> None:
    first, _ = set_up(services)
    own_school.accept(staff, first.raw)
    own_school.accept(next_head, first.raw)
    school_handing.take_over(next_head, named(services, next_head, tmp_path))
    for _ in range(3):
        last = school_setup.change(next_head, school_setup.begin(next_head))
    assert own_school.accept(staff, last.raw).school.sequence == 5


def test_the_former_head_signs_no_longer(
    services: Services, next_head: Services, staff: Services, tmp_path: Path
) -> None:
    first, _ = set_up(services)
    own_school.accept(next_head, first.raw)
    taken = school_handing.take_over(next_head, named(services, next_head, tmp_path))
    own_school.accept(staff, taken.raw)
    behind = school_setup.change(services, school_setup.begin(services))
    further = school_setup.change(services, school_setup.begin(services))
    for file in (behind, further):
        with pytest.raises(SchoolFileRefused) as told:
            own_school.accept(staff, file.raw)
        assert told.value.reason in {SchoolRefusal.FOREIGN_SIGNER, SchoolRefusal.OLDER}


def test_a_hand_over_to_somebody_else_is_none_for_this_computer(
    services: Services, next_head: Services, staff: Services, tmp_path: Path
) -> None:
    first, _ = set_up(services)
    own_school.accept(staff, first.raw)
    statement = named(services, next_head, tmp_path)
    with pytest.raises(HandOverError):
        school_handing.take_over(staff, statement)
    school_keys.own_reader(staff.home, title="the deputy")
    with pytest.raises(HandOverError):
        school_handing.take_over(staff, statement)
    assert own_school.in_use(staff.home) == first
    assert school_keys.signing_key(staff.home) is None


def test_only_the_signer_hands_over(services: Services, next_head: Services, tmp_path: Path) -> None:
    first, _ = set_up(services)
    own_school.accept(next_head, first.raw)
    with pytest.raises(NotTheSignerError):
        named(next_head, next_head, tmp_path)


def test_what_is_no_hand_over_is_said_so(services: Services, next_head: Services, tmp_path: Path) -> None:
    own_school.accept(next_head, set_up(services)[0].raw)
    school_keys.own_reader(next_head.home, title="the head")
    (tmp_path / "letter").write_text("Dear all")
    for name in ("letter", "gone"):
        with pytest.raises(HandOverError):
            school_handing.take_over(next_head, tmp_path / name)


def test_recovery_on_a_new_computer_gives_back_signing(services: Services, staff: Services) -> None:
    first, made = set_up(services)
    own_school.accept(staff, first.raw)
    new = structs.replace(services, home=services.home.with_name("new"))
    typed = recovery_key.from_typed(made.printed)
    assert school_handing.recover(new.home, first.raw, recovery_jwk=typed) == first
    second = school_setup.rotate(new, title="the headteacher")
    assert (second.key, second.school.sequence) == (first.key, 2)
    assert own_school.accept(staff, second.raw) == second


def test_certificates_of_all_years_still_open_after_recovery(
    services: Services, next_head: Services, tmp_path: Path
) -> None:
    """Older reader keys, older school files, another head, the head's own: the recovery key opens each."""
    first, made = set_up(services)
    years = [sealed_for(first), sealed_for(first, RoleId("headteacher"))]
    for year in range(3):
        later = services.now() + dt.timedelta(days=366 * (year + 1))
        services = structs.replace(services, now=lambda later=later: later)
        years.append(sealed_for(school_setup.rotate(services)))
    current = own_school.in_use(services.home)
    assert current is not None
    own_school.accept(next_head, current.raw)
    taken = school_handing.take_over(next_head, named(services, next_head, tmp_path))
    reader = school_setup.reader_in(tmp_path / "di")
    draft = structs.replace(school_setup.begin(next_head), readers=(reader,), reads_here=False)
    del taken
    last = school_setup.change(next_head, draft)
    years.append(sealed_for(last))

    new = tmp_path / "new computer"
    school_handing.recover(new, last.raw, recovery_jwk=recovery_key.from_typed(made.printed))
    opening = sealed.Unsealer(school_keys.reader_keys(new), may_be_for=None)
    for each in years:
        assert certificate_jwt.verify(opening.open(each)).claims == make_claims()
    signing = school_keys.signing_key(new)
    assert signing is not None
    assert school_setup.can_change(structs.replace(services, home=new))


def test_older_reader_keys_open_older_files(services: Services) -> None:
    first, _ = set_up(services)
    before = sealed_for(first)
    after = sealed_for(school_setup.rotate(services))
    opening = sealed.Unsealer(school_keys.reader_keys(services.home), may_be_for=None)
    for each in (before, after):
        assert opening.open(each)


def test_another_schools_recovery_key_gives_nothing_back(services: Services, tmp_path: Path) -> None:
    first, _ = set_up(services)
    other = recovery_key.new_school()
    new = tmp_path / "new"
    with pytest.raises(recovery.OtherSchoolKeyError):
        school_handing.recover(new, first.raw, recovery_jwk=other.recovery_jwk)
    assert own_school.in_use(new) is None
    assert school_keys.where_keys_are(new) == school_keys.where_keys_are(tmp_path / "empty")


def test_an_older_file_of_the_school_is_not_recovered_over_a_newer(services: Services) -> None:
    first, made = set_up(services)
    school_setup.change(services, school_setup.begin(services))
    with pytest.raises(SchoolFileRefused):
        school_handing.recover(services.home, first.raw, recovery_jwk=made.recovery_jwk)


def test_whoever_recovered_reads_with_a_key_of_their_own_and_not_with_the_recovery_key(
    services: Services, tmp_path: Path
) -> None:
    first, made = set_up(services)
    new = structs.replace(services, home=tmp_path / "new")
    school_handing.recover(new.home, first.raw, recovery_jwk=made.recovery_jwk)
    draft = school_setup.begin(new)
    assert not draft.reads_here
    after = school_setup.change(new, structs.replace(draft, readers=(), reads_here=True))
    (reader,) = after.school.readers
    assert reader.key not in (first.school.recovery, first.school.readers[0].key)
    file = school_setup.make_reader_file(new, title="the head", name="", to=tmp_path / "reader")
    assert school_setup.reader_in(file).key == reader.key
    opening = sealed.Unsealer(school_keys.reader_keys(new.home), may_be_for=None)
    for used in (first, after):
        assert opening.open(sealed_for(used))


def test_taking_over_that_is_cut_off_can_be_done_again(
    services: Services, next_head: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = set_up(services)
    own_school.accept(next_head, first.raw)
    statement = named(services, next_head, tmp_path)

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    for module, name in ((school_keys, "keep_signing_key"), (own_school, "take")):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, cut_off)
            with pytest.raises(KeyboardInterrupt):
                school_handing.take_over(next_head, statement)
        assert own_school.in_use(next_head.home) == first
    taken = school_handing.take_over(next_head, statement)
    assert taken.school.sequence == 2
    assert school_setup.can_change(next_head)
