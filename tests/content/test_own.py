"""Content of one's own: it overrides and extends the built-in one, and never stops the program."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.bootstrap import content_for
from nickaudit.content import ContentFaults, load_content
from nickaudit.content.own import read_with_own
from nickaudit.content.report import check_content
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.own_content import OwnContent, ReadContent
from tests.content import guide
from tests.content.conftest import PACK, PLATFORM, Workbench

BUILT_IN = paths.resource(".")
FACEBOOK = Path("platforms/facebook.toml")


@pytest.fixture
def own(home: Path) -> Path:
    """An empty folder of one's own in the home."""
    (home / "content" / "platforms").mkdir(parents=True)
    return home / "content"


def _read(home: Path) -> ReadContent:
    return content_for(home, resources=BUILT_IN)


def _change(own: Path, file: Path, old: str, new: str) -> None:
    text = (BUILT_IN / file).read_text(encoding="utf-8")
    assert old in text
    (own / file).parent.mkdir(parents=True, exist_ok=True)
    (own / file).write_text(text.replace(old, new), encoding="utf-8")


def test_without_such_a_folder_there_is_nothing_to_say(home: Path) -> None:
    home.mkdir()
    assert _read(home).own == OwnContent()


def test_an_empty_folder_changes_nothing(home: Path, own: Path) -> None:
    assert _read(home).own == OwnContent()


def test_a_file_of_the_same_name_takes_the_others_place(home: Path, own: Path) -> None:
    _change(own, FACEBOOK, 'name = "Facebook"', 'name = "Facebook and its groups"')
    read = _read(home)
    assert read.own == OwnContent(files=1)
    assert read.content.platforms[PlatformId("facebook")].name == "Facebook and its groups"


def test_a_changed_file_counts_at_the_next_start_although_content_is_kept(home: Path, own: Path) -> None:
    assert PlatformId("penguin-post") not in _read(home).content.platforms
    guide.write_into(own)
    assert PlatformId("penguin-post") in _read(home).content.platforms
    shutil.rmtree(own)
    assert PlatformId("penguin-post") not in _read(home).content.platforms


def test_a_fault_is_told_at_every_start_and_the_built_in_content_is_used(home: Path, own: Path) -> None:
    guide.write_into(own)
    _change(own, FACEBOOK, 'name = "Facebook"', 'nam = "Facebook"')
    for _ in range(2):  # read, then as kept
        read = _read(home)
        assert read.own.files == 0
        assert [fault.split(":")[0] for fault in read.own.faults] == ["content/platforms/facebook.toml"] * 2
        assert PlatformId("penguin-post") not in read.content.platforms


def test_words_too_strong_are_a_fault_at_the_start_too(home: Path, own: Path) -> None:
    old = 'help = "This is one switch, at the end of the page."'
    guide.write_into(own)
    text = guide.platform_file().replace(old, 'help = "You must turn it off."')
    (own / guide.PLATFORM).write_text(text, encoding="utf-8")
    (fault,) = _read(home).own.faults
    assert "“must” is stronger" in fault


def test_ids_that_answers_are_kept_under_stay(home: Path, own: Path) -> None:
    strava = Path("platforms/strava.toml")
    _change(own, strava, 'id = "strava.flyby"', 'id = "strava.flybys"')
    (fault,) = _read(home).own.faults
    assert "There is no [[check]] with the id “strava.flyby”" in fault
    assert fault.endswith("Answers are kept under it.")


def test_a_weaker_clause_is_told_where_the_built_in_words_are_now_too_strong(
    bench: Workbench, tmp_path: Path
) -> None:
    named = 'policy = ["home-address"]'
    bench.change(PLATFORM, named, f'{named}\nhelp = "You should take the street out."')
    text = (bench.resources / PACK).read_text(encoding="utf-8")
    old = "You should keep your home address"
    head, _, tail = text.partition('id = "home-address"')
    tail = tail.replace('"should"', '"advised"', 1).replace(old, "You are advised to keep your home address")
    own = tmp_path / "ours" / PACK
    own.parent.mkdir(parents=True)
    load_content(bench.resources, tmp_path / "ours", policy="marsh-lane")
    own.write_text(f'{head}id = "home-address"{tail}', encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_content(bench.resources, tmp_path / "ours", policy="marsh-lane")
    (fault,) = raised.value.faults
    assert (fault.file, fault.key) == (PLATFORM, "check[chirper.address].help")
    assert "since your policy was changed. Copy this file" in fault.remedy


def test_two_policies_are_one_too_many(home: Path, own: Path) -> None:
    guide.write_into(own)
    text = guide.policy_file().replace('id = "st-nicholas"', 'id = "other"')
    (own / "policies" / "other").mkdir()
    (own / "policies" / "other" / "policy.toml").write_text(text, encoding="utf-8")
    assert (
        "content/policies/st-nicholas/policy.toml: This is a second policy. Keep one folder under policies."
        in (_read(home).own.faults)
    )


def test_a_policy_of_another_name_takes_the_built_in_ones_place(home: Path, own: Path) -> None:
    text = guide.policy_file().replace('id = "st-nicholas"', 'id = "hill-road"')
    (own / "policies" / "hill-road").mkdir(parents=True)
    (own / "policies" / "hill-road" / "policy.toml").write_text(text, encoding="utf-8")
    read = _read(home)
    assert (read.own.faults, read.content.policy.id) == ((), "hill-road")


def _not_a_folder(own: Path) -> None:
    shutil.rmtree(own)
    own.write_text("x", encoding="utf-8")


def _noise(own: Path) -> None:
    (own / "platforms" / "noise.toml").write_bytes(bytes(range(256)) * 40)


def _folder_for_a_file(own: Path) -> None:
    (own / "platforms" / "odd.toml").mkdir()


def _nested(own: Path) -> None:
    (own / "platforms" / "deep.toml").write_text("a = " + "[" * 9_000 + "]" * 9_000, encoding="utf-8")


def _in_the_wrong_place(own: Path) -> None:
    (own / "penguin-post.toml").write_text(guide.platform_file(), encoding="utf-8")


def _of_another_kind(own: Path) -> None:
    (own / "platforms" / "penguin-post.docx").write_bytes(b"PK")


def _link_to_nowhere(own: Path) -> None:
    (own / "platforms" / "gone.toml").symlink_to(own / "no-such-file")


def _links_that_lead_back(own: Path) -> None:
    for name in ("up", "again", "more"):
        (own / "platforms" / name).symlink_to(own, target_is_directory=True)
    (own / "platforms" / "a.toml").write_text("id = 5", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        _not_a_folder,
        _noise,
        _folder_for_a_file,
        _nested,
        _in_the_wrong_place,
        _of_another_kind,
        _link_to_nowhere,
        _links_that_lead_back,
    ],
)
def test_whatever_lies_there_the_program_starts_and_says_so(
    home: Path, own: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(own)
    read = _read(home)
    assert read.own.faults
    assert read.content == read_with_own(BUILT_IN, home / "none").content


def test_what_the_start_says_is_what_the_check_says(home: Path, own: Path) -> None:
    guide.write_into(own)
    for mistake in guide.mistakes()[1:3]:
        file = own / guide.PLATFORM
        file.write_text(file.read_text("utf-8").replace(mistake.right, mistake.wrong), "utf-8")
    told = tuple(str(fault) for fault in check_content(BUILT_IN, own).faults)
    assert len(told) == 3
    assert _read(home).own.faults == told


def test_notes_and_what_a_system_leaves_are_no_mistakes(home: Path, own: Path) -> None:
    for name in (".DS_Store", "desktop.ini", "Thumbs.db", "README.txt", "~$note.toml"):
        (own / name).write_text("x", encoding="utf-8")
    assert _read(home).own == OwnContent()
