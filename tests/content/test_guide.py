"""The guide for content: its examples are right as they stand, and its mistakes are told in its own words."""

import re
from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.content.report import check_content
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy import Strength
from tests.content import guide

MISTAKES = guide.mistakes()
_LINE_OF_OURS = re.compile(r"(policy\.toml):\d+:")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return guide.write_into(tmp_path / "our-content")


def test_the_examples_of_the_guide_have_no_fault(folder: Path) -> None:
    report = check_content(paths.resource("."), folder)
    assert report.faults == ()
    assert report.without_clause == ()


def test_the_examples_are_what_the_program_runs_on(folder: Path) -> None:
    built_in, content = load_content(paths.resource(".")), load_content(paths.resource("."), folder)
    added = content.platforms[PlatformId("penguin-post")]
    assert [stop.id for stop in added.stops] == ["penguin-post.privacy", "penguin-post.stranger"]
    assert content.platforms.keys() - built_in.platforms.keys() == {"penguin-post"}
    line = content.policy.line(LineId("privacy-levels"))
    assert line is not None
    assert (line.strength, line.clause) == (Strength.SHOULD, "3.1")
    assert {each.id for each in content.policy.lines} == {each.id for each in built_in.policy.lines}
    assert content.policy_hash != built_in.policy_hash


def test_the_guide_shows_ten_mistakes() -> None:
    assert [mistake.title.split(".")[0] for mistake in MISTAKES] == [str(n) for n in range(1, 11)]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_a_usual_mistake_is_told_as_the_guide_says(folder: Path, mistake: guide.Mistake) -> None:
    guide.make(mistake, folder)
    told = "\n".join(str(fault) for fault in check_content(paths.resource("."), folder).faults)
    # Where a line stands in the policy that comes with the program may change.
    assert _LINE_OF_OURS.sub(r"\1:", told) == _LINE_OF_OURS.sub(r"\1:", mistake.says)
    for line in told.splitlines():
        assert line.startswith("our-content/p")
        assert line.count(". ") >= 1
        assert line.endswith((".", "?"))


def test_the_guide_names_every_command_there_is() -> None:
    from nickaudit.cli.content import command

    text = guide.GUIDE.read_text(encoding="utf-8")
    assert [name for name in command.commands if f"nickaudit content {name}" not in text] == []


def test_the_skeleton_holds_every_key_of_the_guides_own_platform() -> None:
    skeleton = paths.resource("templates/platform.toml").read_text(encoding="utf-8")
    keys = set(re.findall(r"^(?:# )?(\w+) =", guide.platform_file(), re.MULTILINE))
    assert {key for key in keys if not re.search(rf"^(?:# )?{key} =", skeleton, re.MULTILINE)} == set()
