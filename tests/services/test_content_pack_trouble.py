"""Content from the school in trouble: no share, another school, mistakes, a full disk, a kill."""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit import paths
from nickaudit.domain.answers import Computer
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import SchoolFileRefused, SchoolRefusal
from nickaudit.services import content_pack, giving_content, kept_content
from nickaudit.services.audit_session import open_session
from nickaudit.share.errors import FolderError
from tests.services.content_hands import LINE, WHY, answered, change_line, of_line
from tests.services.school_world import SchoolWorld


@pytest.fixture
def world(tmp_path: Path) -> Iterator[SchoolWorld]:
    made = SchoolWorld(tmp_path / "world")
    yield made
    made.close()


def test_without_the_share_the_check_goes_on_with_what_there_is(world: SchoolWorld) -> None:
    staff = world.staff()
    gone = structs.replace(staff, school_file=world.school(share=structs.replace(
        world.school().school.share, folder=str(world.root / "not there")
    )))  # fmt: skip
    with pytest.raises(FolderError):
        content_pack.look_for(gone)
    assert world.started_again(gone).content == staff.content


def test_a_pack_of_another_school_or_key_is_refused(world: SchoolWorld, tmp_path: Path) -> None:
    head, staff = world.head(), world.staff()
    change_line(head)
    giving_content.give(head, what_changed=WHY)
    raw = (world.share / content_pack.FILE_NAME).read_bytes()
    stranger = SchoolWorld(tmp_path / "stranger")
    with pytest.raises(SchoolFileRefused) as refused:
        content_pack.look_at(structs.replace(staff, school_file=stranger.school()), raw)
    assert refused.value.reason is SchoolRefusal.FOREIGN_SIGNER
    with pytest.raises(SchoolFileRefused) as refused:
        content_pack.look_at(structs.replace(staff, school_file=stranger.school(school_id="ab" * 16)), raw)
    assert refused.value.reason is SchoolRefusal.FOREIGN_SCHOOL
    with pytest.raises(SchoolFileRefused):
        content_pack.look_at(staff, raw[:-9])
    with pytest.raises(content_pack.NoSchoolFileError):
        content_pack.look_at(structs.replace(staff, school_file=None), raw)


def test_a_pack_that_breaks_a_rule_of_content_changes_nothing(world: SchoolWorld) -> None:
    from nickaudit.credentials.content_pack import sign_pack
    from nickaudit.domain.school import ContentPack

    staff = world.staff()
    pack = ContentPack(
        school_id="5d" * 16,
        sequence=1,
        made_on=dt.date(2026, 11, 25),
        files={"platforms/penguin-post.toml": 'id = "penguin-post"\n'},
    )
    (world.share / content_pack.FILE_NAME).write_bytes(sign_pack(pack, private_jwk=world.signing_jwk))
    with pytest.raises(content_pack.ContentFaultyError) as faulty:
        content_pack.look_for(staff)
    assert faulty.value.faults
    assert not content_pack.is_offered(staff)
    assert paths.school_content(staff.home) == ()


def test_a_pack_comes_whole_or_not_at_all(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    change_line(head)
    giving_content.give(head, what_changed=WHY)
    offer = content_pack.look_for(staff)
    assert offer is not None
    folder = staff.home / "school-content"
    (folder / "pack-1.nickaudit-content").mkdir()  # something is in the way
    with pytest.raises(kept_content.ContentNotKeptError):
        content_pack.accept(staff, offer)
    assert paths.school_content(staff.home) == ()
    assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []
    (folder / "pack-1.nickaudit-content").rmdir()
    content_pack.accept(staff, offer)
    assert content_pack.in_use(staff) == offer.pack


@pytest.mark.parametrize("what", ["no school", "no key", "nothing of its own", "no place"])
def test_giving_says_what_is_missing(world: SchoolWorld, what: str) -> None:
    head = world.head()
    if what != "nothing of its own":
        change_line(head)
    expected: type[NickAuditError] = giving_content.NothingToGiveError
    if what == "no school":
        head, expected = structs.replace(head, school_file=None), giving_content.NotSetUpError
    elif what == "no key":
        head, expected = world.staff("another"), giving_content.NotTheSignerError
        change_line(head)
    elif what == "no place":
        school = world.school(share=type(world.school().school.share)())
        head, expected = structs.replace(head, school_file=school), giving_content.NoPlaceError
    with pytest.raises(expected):
        giving_content.give(head, what_changed=WHY)
    assert list(world.share.iterdir()) == []


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_in_use_that_was_not_asked_again(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    before = answered(staff)
    change_line(head)
    giving_content.give(head, what_changed=WHY, asks_again=(LINE,))
    assert content_pack.look_for(staff) is not None
    staff.private.close()
    assert staff.school_file is not None
    school = world.root / "school.nickaudit-school"
    school.write_bytes(staff.school_file.raw)
    command = [sys.executable, "-m", "tests.services.accepting_child", str(staff.home), str(school)]
    for number in range(14):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
            assert child.stdout is not None
            if child.stdout.readline() != "now\n":
                break  # it was taken the time before
            time.sleep(number * 0.004)
            child.kill()
        session = open_session(world.started_again(staff), computer=Computer.MINE)
        is_in_use = kept_content.number_in_use(staff.home) == 1
        assert not is_in_use or set(of_line(session).values()) == {None}
        assert is_in_use or content_pack.is_offered(staff)
        said = {**(session.last_year.answers if session.last_year else {}), **session.progress.answers}
        assert said == before.progress.answers
        staff.private.close()
