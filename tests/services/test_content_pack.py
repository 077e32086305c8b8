"""Content from the school: a changed line travels from the head's computer to that of a colleague."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.policy import Strength
from nickaudit.services import content_pack, giving_content
from nickaudit.services.audit_session import open_session
from tests.content import guide
from tests.services.content_hands import LINE, WHY, WORDS, answered, change_line, of_line
from tests.services.school_world import SchoolWorld


@pytest.fixture
def world(tmp_path: Path) -> Iterator[SchoolWorld]:
    made = SchoolWorld(tmp_path / "world")
    yield made
    made.close()


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
