"""The school file in use: looked at, accepted, kept with the earlier ones, and never swapped for another."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.domain.school import SchoolFileRefused, SchoolRefusal
from nickaudit.domain.school_offer import OfferKind
from nickaudit.services import Services, beside_program, own_school, school_setup
from nickaudit.services.own_school import SchoolFileDamagedError, SchoolFileNotKeptError
from tests.setting_up import set_up


@pytest.fixture
def staff(services: Services, tmp_path: Path) -> Services:
    return structs.replace(services, home=tmp_path / "staff")


def refused(use: Callable[[], object]) -> SchoolRefusal:
    with pytest.raises(SchoolFileRefused) as told:
        use()
    return told.value.reason


def test_at_first_there_is_none(services: Services) -> None:
    assert own_school.in_use(services.home) is None
    assert own_school.known(services.home) == ()


def test_a_first_one_is_offered_and_nothing_is_done_by_looking(services: Services, staff: Services) -> None:
    used, _ = set_up(services)
    offer = own_school.look_at(staff, used.raw)
    assert (offer.kind, offer.changes, offer.school.name) == (OfferKind.FIRST, (), "Hill School")
    assert own_school.in_use(staff.home) is None


def test_an_accepted_one_is_in_use_and_its_owners_alone(services: Services, staff: Services) -> None:
    used, _ = set_up(services)
    assert own_school.accept(staff, used.raw) == used == own_school.in_use(staff.home)
    assert own_school.look_at(staff, used.raw).kind is OfferKind.SAME
    if os.name == "posix":
        assert stat.S_IMODE((staff.home / own_school.FILE_NAME).stat().st_mode) == 0o600


def test_a_newer_one_says_what_it_changes_and_the_older_stays_known(
    services: Services, staff: Services
) -> None:
    first, _ = set_up(services)
    own_school.accept(staff, first.raw)
    draft = structs.replace(school_setup.begin(services), every_months=6)
    second = school_setup.change(services, draft)
    offer = own_school.look_at(staff, second.raw)
    assert offer.kind is OfferKind.NEWER
    assert [(each.field, each.before, each.after) for each in offer.changes] == [("every_months", "12", "6")]
    own_school.accept(staff, second.raw)
    assert [each.raw for each in own_school.known(staff.home)] == [second.raw, first.raw]
    assert refused(lambda: own_school.accept(staff, first.raw)) is SchoolRefusal.OLDER
    assert own_school.in_use(staff.home) == second


def test_another_schools_file_is_refused(services: Services, staff: Services, tmp_path: Path) -> None:
    own_school.accept(staff, set_up(services)[0].raw)
    foreign, _ = set_up(structs.replace(services, home=tmp_path / "other"))
    assert refused(lambda: own_school.accept(staff, foreign.raw)) is SchoolRefusal.FOREIGN_SCHOOL


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"Dear all", SchoolRefusal.NOT_A_SCHOOL_FILE),
        (b"x" * 70_000, SchoolRefusal.TOO_LARGE),
    ],
)
def test_what_is_none_is_refused(staff: Services, raw: bytes, reason: SchoolRefusal) -> None:
    assert refused(lambda: own_school.accept(staff, raw)) is reason


def test_a_changed_one_is_refused(services: Services, staff: Services) -> None:
    raw = set_up(services)[0].raw
    head, payload, signature = raw.split(b".")
    changed = b".".join((head, payload, signature[:-2] + (b"AA" if signature[-2:] != b"AA" else b"QQ")))
    assert refused(lambda: own_school.accept(staff, changed)) is SchoolRefusal.CHANGED


def test_one_in_use_that_was_damaged_is_told_and_never_taken_for_none(services: Services) -> None:
    set_up(services)
    path = services.home / own_school.FILE_NAME
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(SchoolFileDamagedError, match=r"damaged.*school\.nickaudit-school"):
        own_school.in_use(services.home)


def test_a_damaged_earlier_one_is_let_pass(services: Services) -> None:
    set_up(services)
    second = school_setup.change(services, school_setup.begin(services))
    for path in (services.home / own_school.EARLIER).iterdir():
        path.write_text("damaged")
    assert [each.raw for each in own_school.known(services.home)] == [second.raw]


def test_a_home_that_cannot_be_written_is_said_so(services: Services, staff: Services) -> None:
    staff.home.write_text("a file where the folder should be")
    with pytest.raises((SchoolFileNotKeptError, SchoolFileDamagedError)):
        own_school.accept(staff, set_up(services)[0].raw)


def test_files_are_read_within_a_limit_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    assert refused(lambda: own_school.read_file(tmp_path / "gone")) is SchoolRefusal.UNREADABLE
    assert refused(lambda: own_school.read_file(tmp_path)) is SchoolRefusal.UNREADABLE
    (tmp_path / "large").write_bytes(b"x" * 70_000)
    assert refused(lambda: own_school.read_file(tmp_path / "large")) is SchoolRefusal.TOO_LARGE
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        assert refused(lambda: own_school.read_file(tmp_path / "pipe")) is SchoolRefusal.UNREADABLE


def test_one_beside_the_program_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "NickAudit.app" / "Contents" / "MacOS" / "nickaudit"
    program.parent.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert beside_program.found() is None
    beside = tmp_path / "hill.nickaudit-school"
    beside.write_text("x")
    assert beside_program.found() == beside
    inside = program.parent / "own.nickaudit-school"
    inside.write_text("x")
    assert beside_program.found() == inside
