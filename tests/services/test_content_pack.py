"""Content from the school: a changed line travels from the head's computer to that of a colleague."""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit import paths
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy import Strength
from nickaudit.domain.policy_edit import with_line
from nickaudit.domain.school import SchoolFileRefused, SchoolRefusal
from nickaudit.services import Services, content_pack, giving_content, kept_content, policy_editor
from nickaudit.services.audit_session import AuditSession, open_session
from nickaudit.share.errors import FolderError
from tests.content import guide
from tests.finishing import answer_everything, person
from tests.services.school_world import SchoolWorld

LINE = LineId("privacy-levels")
WORDS = "You should set the privacy of your accounts as strictly as you can."
WHY = "The governors have decided that this is more than advice."


@pytest.fixture
def world(tmp_path: Path) -> Iterator[SchoolWorld]:
    made = SchoolWorld(tmp_path / "world")
    yield made
    made.close()


def change_line(head: Services, words: str = WORDS, line: LineId = LINE) -> None:
    draft = policy_editor.open_draft(head)
    before = draft.now.line(line)
    assert before is not None
    policy_editor.keep(
        head, with_line(draft.now, structs.replace(before, strength=Strength.SHOULD, words=words))
    )
    policy_editor.save(head)


def answered(staff: Services) -> AuditSession:
    """Somebody on Instagram who has answered everything."""
    session = open_session(staff, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"))
    answer_everything(session)
    assert session.is_finished
    return session


def of_line(session: AuditSession, line: LineId = LINE) -> dict[str, Answer | None]:
    """The answers of the checks that serve that line."""
    return {
        str(planned.check.id): session.progress.answers.get((planned.account, planned.check.id))
        for stop in session.plan.stops
        for planned in stop.checks
        if line in planned.check.policy
    }


def test_a_changed_line_travels_and_is_asked_again(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    before = answered(staff)
    assert set(of_line(before).values()) == {Answer.DONE}
    assert content_pack.look_for(staff) is None
    change_line(head)
    given = giving_content.give(head, what_changed=WHY, asks_again=(LINE,))
    assert (given.pack.sequence, given.where) == (1, str(world.share))

    offer = content_pack.look_for(staff)
    assert offer is not None
    assert content_pack.is_offered(staff)
    assert offer.pack.what_changed == WHY
    (change,) = offer.changes.lines
    assert change.before is not None
    assert change.after is not None
    assert (change.before.strength, change.after.strength) == (Strength.ADVISED, Strength.SHOULD)
    assert offer.places == ()
    assert [line.id for line in offer.asks_again] == [LINE]

    assert content_pack.accept(staff, offer)
    assert not content_pack.is_offered(staff)
    now = world.started_again(staff)
    session = open_session(now, computer=Computer.MINE)
    assert now.content.policy.line(LINE) == change.after
    assert set(of_line(session).values()) == {None}
    assert not session.is_finished
    assert session.last_year is not None
    assert set(of_line(before).keys()) == {str(check) for _, check in session.last_year.answers}
    untouched = {
        key: value for key, value in before.progress.answers.items() if key not in session.last_year.answers
    }
    assert session.progress.answers == untouched
    read_before = set(before.progress.read)
    assert (
        read_before - set(session.progress.read)
        == {page.id for page in now.content.policy.pages if LINE in page.lines} & read_before
    )
    assert content_pack.look_for(now) is None


def test_a_finished_check_keeps_its_certificate_and_a_new_one_begins_with_the_rest(
    world: SchoolWorld,
) -> None:
    head, staff = world.head(), world.staff()
    before = answered(staff)
    before.finish("7F3A-91C2-04DE")  # type: ignore[arg-type]
    change_line(head)
    giving_content.give(head, what_changed=WHY, asks_again=(LINE,))
    offer = content_pack.look_for(staff)
    assert offer is not None
    assert content_pack.accept(staff, offer)
    session = open_session(world.started_again(staff), computer=Computer.MINE)
    assert session.audit != before.audit
    assert session.finished_on is None
    assert session.progress.person == before.progress.person
    assert session.progress.accounts == before.progress.accounts
    assert set(of_line(session).values()) == {None}
    assert session.last_year is not None
    assert session.last_year.answers == before.progress.answers


def test_nothing_is_asked_again_where_nothing_material_changed(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    before = answered(staff)
    change_line(head)
    giving_content.give(head, what_changed="A word is better now.")
    offer = content_pack.look_for(staff)
    assert offer is not None
    assert not content_pack.accept(staff, offer)
    session = open_session(world.started_again(staff), computer=Computer.MINE)
    assert session.progress.answers == before.progress.answers
    assert session.last_year is None


def test_whoever_passed_a_pack_over_is_asked_for_what_it_asked(world: SchoolWorld) -> None:
    head, staff, other = world.head(), world.staff(), world.staff("other")
    answered(staff)
    change_line(head)
    giving_content.give(head, what_changed=WHY, asks_again=(LINE,))
    first = content_pack.look_for(other)
    assert first is not None
    content_pack.accept(other, first)
    head = world.started_again(head)
    change_line(head, WORDS.replace("as strictly as you can", "as strict as you can"))
    assert giving_content.give(head, what_changed="Shorter.").pack.sequence == 2
    late = content_pack.look_for(staff)
    assert late is not None
    assert [line.id for line in late.asks_again] == [LINE]
    again = content_pack.look_for(other)
    assert again is not None
    assert again.asks_again == ()


def test_a_platform_of_the_schools_own_travels_too(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    guide.write_into(paths.own_content(head.home))
    giving_content.give(head, what_changed="The village forum is in the check now.")
    offer = content_pack.look_for(staff)
    assert offer is not None
    assert "Penguin Post" in offer.places
    content_pack.accept(staff, offer)
    assert PlatformId("penguin-post") in world.started_again(staff).content.platforms


def test_an_older_pack_is_kept_to_fall_back_on_and_no_more(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    for number in range(1, 4):
        change_line(head, WORDS if number % 2 else WORDS.replace("set", "keep"))
        giving_content.give(head, what_changed=f"Change {number}.")
        offer = content_pack.look_for(staff)
        assert offer is not None
        content_pack.accept(staff, offer)
        head = world.started_again(head)
    assert [folder.name for folder in paths.school_content(staff.home)] == ["pack-3", "pack-2"]
    (paths.school_content(staff.home)[0] / "policies/st-nicholas/policy.toml").write_text("id = 1")
    now = world.started_again(staff)
    assert now.own_content.faults
    line = now.content.policy.line(LINE)
    assert line is not None
    assert line.words == WORDS.replace("set", "keep")


def test_what_was_found_waits_in_the_home_until_it_is_taken(world: SchoolWorld) -> None:
    head, staff = world.head(), world.staff()
    change_line(head)
    giving_content.give(head, what_changed=WHY)
    assert content_pack.look_for(staff) is not None
    (world.share / content_pack.FILE_NAME).unlink()
    offer = content_pack.look_for(staff)
    assert offer is not None
    assert offer.pack.what_changed == WHY


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
