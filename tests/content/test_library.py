"""The whole content in one go: what the program runs on, and ids that outlive every rewording."""

import hashlib
import re
from pathlib import Path

import pytest

from nickaudit.content import ContentFaults, load_content
from nickaudit.content.faults import Fault
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy import Strength
from tests.content.conftest import PACK, PLATFORM, Workbench


def test_the_built_in_content_loads(built_in: Path) -> None:
    content = load_content(built_in)
    file = built_in / "policies" / "st-nicholas" / "policy.toml"
    assert content.policy_hash == hashlib.sha256(file.read_bytes()).hexdigest()
    assert re.fullmatch(r"20\d\d-\d\d", content.pack)
    assert content.platforms


def test_what_is_in_the_files_is_what_the_program_gets(bench: Workbench) -> None:
    content = load_content(bench.resources, policy="marsh-lane")
    chirper = content.platforms[PlatformId("chirper")]
    assert [stop.id for stop in chirper.stops][-1] == "chirper.extras"
    assert chirper.closing == "chirper.stranger"
    assert content.shared.keys() == {"nest"}
    assert (content.together.id, content.general.id) == ("together", "general")
    assert [tool.id for tool in chirper.tools] == ["chirper.copy"]
    assert chirper.close is not None
    assert chirper.close.lost == "All chirps are deleted."
    assert chirper.note == "Chirper was called Tweeter."
    line = content.policy.line(LineId("class-list"))
    assert line is not None
    assert line.strength is Strength.SHOULD_NEVER


def test_a_public_listing_is_kept_apart_from_the_accounts(bench: Workbench) -> None:
    content = load_content(bench.resources, policy="marsh-lane")
    assert content.listings.keys() == {"crier"}
    assert content.platforms.keys() == {"chirper"}


def test_a_host_that_is_for_one_thing_alone_counts_as_the_page_itself(bench: Workbench) -> None:
    way = 'paths = { web = ["Settings", "Your copy"] }'
    bench.change(PLATFORM, way, 'link = "https://copy.chirper.example/"\nlink_kind = "deep"')
    load_content(bench.resources, policy="marsh-lane")


def test_a_public_listing_may_send_to_the_first_page_of_each_of_its_sites(bench: Workbench) -> None:
    crier = "platforms/crier.toml"
    bench.change(crier, '["crier.example"]', '["crier.example", "shouter.example"]')
    bench.change(crier, "https://crier.example/find", "https://www.shouter.example/")
    bench.change(crier, '"deep"', '"root"')
    load_content(bench.resources, policy="marsh-lane")


def test_the_pack_is_named_after_its_newest_month(bench: Workbench) -> None:
    bench.change("platforms/chirper.toml", 'last_checked = "2026-10"', 'last_checked = "2027-01"')
    assert load_content(bench.resources, policy="marsh-lane").pack == "2027-01"


def test_faults_of_all_files_come_in_one_go(bench: Workbench) -> None:
    bench.change(PACK, 'adopted = "2024-03"', 'adopted = "March"')
    bench.change(PLATFORM, 'topic = "location"', 'topic = "data"')
    bench.change(PLATFORM, 'strictest = "people you follow"', "strictest = 3")
    bench.change(PLATFORM, 'setting = "Address"', 'settting = "Address"')
    bench.change("wording/en/general.toml", "seconds = 60", "seconds = -1")
    with pytest.raises(ContentFaults) as raised:
        load_content(bench.resources, policy="marsh-lane")
    assert [fault.key for fault in raised.value.faults] == [
        "check[chirper.replies].strictest",
        "check[chirper.address].setting",
        "check[chirper.address].settting",
        "check[chirper.place].topic",
        "adopted",
        "stop[general.privacy].seconds",
    ]
    assert raised.value.sentence.startswith("The content has 6 faults; the first: platforms/chirper.toml:")


def test_a_file_saved_by_an_old_editor_is_read_all_the_same(bench: Workbench) -> None:
    path = bench.resources / PLATFORM
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert PlatformId("chirper") in load_content(bench.resources, policy="marsh-lane").platforms


def test_a_missing_file_is_a_fault_like_any_other(bench: Workbench) -> None:
    (bench.resources / "wording/en/together.toml").unlink()
    (bench.resources / PACK).unlink()
    with pytest.raises(ContentFaults) as raised:
        load_content(bench.resources, policy="marsh-lane")
    assert [(fault.file, fault.line) for fault in raised.value.faults] == [
        (PACK, None),
        ("wording/en/together.toml", None),
    ]


def test_rewording_keeps_every_id(bench: Workbench) -> None:
    before = load_content(bench.resources, policy="marsh-lane")
    bench.change(PACK, "You should keep your home address off", "You should leave your home address off")
    bench.change(PLATFORM, 'setting = "Private nest"', 'setting = "Closed nest"')
    bench.change(PLATFORM, "Who can see your chirps?", "Who sees what you chirp?")
    after = load_content(bench.resources, policy="marsh-lane")
    for attribute in ("stops", "checks", "looks"):
        ids = [
            [item.id for item in getattr(content.platforms[PlatformId("chirper")], attribute)]
            for content in (before, after)
        ]
        assert ids[0] == ids[1]
    assert [line.id for line in before.policy.lines] == [line.id for line in after.policy.lines]


def test_no_id_that_people_have_answered_under_is_lost(built_in: Path) -> None:
    released = (Path(__file__).parent / "released_ids.txt").read_text(encoding="utf-8").split()
    pack = load_content(built_in).policy
    now = (
        {line.id for line in pack.lines} | {page.id for page in pack.pages} | {role.id for role in pack.roles}
    )
    assert set(released) - now == set()
    assert len(released) > 100


def test_a_fault_says_where_what_and_what_to_do() -> None:
    fault = Fault(file="a.toml", line=3, key="id", message="It is wrong.", remedy="Put it right.")
    whole_file = Fault(file="a.toml", line=None, key="", message="It is missing.", remedy="Put it there.")
    assert str(fault) == "a.toml:3: id: It is wrong. Put it right."
    assert str(whole_file) == "a.toml: It is missing. Put it there."
