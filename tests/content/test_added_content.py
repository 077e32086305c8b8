"""What a school and a person add: which file counts, the school's own matters and cases, and lines off."""

from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.content import ContentFaults, load_content
from nickaudit.content.own import read_with_own
from nickaudit.content.report import check_content
from nickaudit.content.roots import COMPLICATED
from nickaudit.domain.complicated import unpacked
from nickaudit.domain.ids import LineId, PlatformId
from tests.content import guide

BUILT_IN = paths.resource(".")
PACK = Path("policies/st-nicholas/policy.toml")
WORDS = "You are advised to set the privacy of your accounts as strictly as you can."


def write(folder: Path, file: str | Path, text: str) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def policy(**changes: str) -> str:
    text = (BUILT_IN / PACK).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old.replace("_", " ") in text
        text = text.replace(old.replace("_", " "), new)
    return text


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return tmp_path / "school"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "content"


def test_a_persons_own_policy_counts_before_the_schools_and_that_before_the_built_in(
    school: Path, own: Path
) -> None:
    write(school, PACK, policy(as_strictly="as strictly, then,"))
    read = read_with_own(BUILT_IN, own, school=(school,))
    assert read.content.policy.line(LineId("privacy-levels")).words.endswith("strictly, then, as you can.")  # type: ignore[union-attr]
    write(own, PACK, policy(as_strictly="as strictly, please,"))
    read = read_with_own(BUILT_IN, own, school=(school,))
    assert read.content.policy.line(LineId("privacy-levels")).words.endswith("strictly, please, as you can.")  # type: ignore[union-attr]
    assert (read.own.files, read.own.faults) == (1, ())


def test_a_mistake_of_ones_own_leaves_the_schools_content_in_use(school: Path, own: Path) -> None:
    write(school, guide.PLATFORM, guide.platform_file())
    write(own, "platforms/mine.toml", 'id = "mine"')
    read = read_with_own(BUILT_IN, own, school=(school,))
    assert PlatformId("penguin-post") in read.content.platforms
    assert read.own.faults
    assert read.own.files == 0


def test_a_mistake_of_the_schools_leaves_its_older_content_and_ones_own_in_use(
    school: Path, own: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    write(school, PACK, "id = 1")
    write(older, PACK, policy(as_strictly="as strictly, then,"))
    write(own, guide.PLATFORM, guide.platform_file())
    read = read_with_own(BUILT_IN, own, school=(school, older))
    assert read.content.policy.line(LineId("privacy-levels")).words != WORDS  # type: ignore[union-attr]
    assert PlatformId("penguin-post") in read.content.platforms
    assert read.own.faults


MATTER = """
[[matter]]
id = "cousin"
title = "A cousin is a parent"
lead = "Family stays family."
policy = ["people-friends"]

[[matter.question]]
id = "cousin.close"
question = "Are you close?"

[[matter.question.choice]]
answer = "Yes"
leads_to = "cousin.keep"

[[matter.question.choice]]
answer = "No"
leads_to = "cousin.keep"

[[matter.end]]
id = "cousin.keep"
ending = "keep and tell"
title = "Keep them"
do = ["Say it once."]
why = "It is known then."

[[matter.end.words]]
to = "the head"
say = "My cousin is a parent here."
"""


def test_the_schools_own_matters_take_the_place_of_ours(own: Path) -> None:
    write(own, COMPLICATED, MATTER)
    read = read_with_own(BUILT_IN, own)
    assert (read.own.files, read.own.faults) == (1, ())
    assert [matter.id for matter in unpacked(read.content.complicated).matters] == ["cousin"]
    assert check_content(BUILT_IN, own).faults == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("people-friends", "people-freinds", "The policy has no line “people-freinds”."),
        ("It is known then.", "You must do this.", "“must” is stronger than the lines beside it (advised)."),
        ('leads_to = "cousin.keep"', 'leads_to = "cousin.kept"', "There is no question or end “cousin.kept”"),
        ("Say it once.", "Say it to the DSL.", "DSL is not spelled out here."),
    ],
)
def test_the_schools_own_matters_keep_every_rule(own: Path, old: str, new: str, says: str) -> None:
    write(own, COMPLICATED, MATTER.replace(old, new))
    faults = [str(fault) for fault in check_content(BUILT_IN, own).faults]
    assert any(says in fault for fault in faults), faults
    assert all(fault.startswith("content/wording/en/complicated.toml:") for fault in faults)
    with pytest.raises(ContentFaults):
        load_content(BUILT_IN, own)


def test_a_line_that_is_switched_off_is_listed_as_not_covered(own: Path, tmp_path: Path) -> None:
    text = policy()
    write(own, PACK, text.replace('id = "location-aware"', 'id = "location-aware"\noff = true'))
    report = check_content(BUILT_IN, own)
    assert report.faults == ()
    assert [each.text.split(":")[0] for each in report.uncovered] == ["location-aware"]
    document = tmp_path / "policy.txt"
    document.write_text("2.5 Reputation\n\n• Being aware of location sharing services.\n", encoding="utf-8")
    texts = [each.text for each in check_content(BUILT_IN, own, policy_document=document).uncovered]
    assert "Being aware of location sharing services." in texts
    assert load_content(BUILT_IN, own).policy.line(LineId("location-aware")) is None
