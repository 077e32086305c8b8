"""The guide for content, read as somebody reads it who does just what it says."""

import re
import shutil
from pathlib import Path

from msgspec import Struct

from nickaudit import paths

GUIDE = Path(__file__).parents[2] / "docs" / "CONTENT.md"
PLATFORM = "platforms/penguin-post.toml"
PACK = "policies/st-nicholas/policy.toml"

_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


class Mistake(Struct, frozen=True):
    """One of the usual mistakes, as the guide shows it."""

    title: str
    wrong: str
    right: str
    says: str


def section(heading: str) -> str:
    """What stands under a heading of the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    _, found, rest = text.partition(f"\n## {heading}\n")
    assert found, heading
    return rest.split("\n## ")[0]


def blocks(text: str, kind: str) -> list[str]:
    """The examples of that kind, in order."""
    return [body for found, body in _BLOCK.findall(text) if found == kind]


def platform_file() -> str:
    """The made-up platform, put together step by step."""
    return "\n".join(blocks(section("Add a platform, step by step"), "toml"))


def policy_file() -> str:
    """The policy with the clause changed as the guide says."""
    before, after = blocks(section("Change a line of the policy"), "toml")
    text = (paths.resource("policies") / "st-nicholas" / "policy.toml").read_text(encoding="utf-8")
    assert text.count(before) == 1
    return text.replace(before, after)


def write_into(folder: Path) -> Path:
    """Lay out a folder of content with both examples of the guide."""
    for file, text in ((PLATFORM, platform_file()), (PACK, policy_file())):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def mistakes() -> list[Mistake]:
    """The ten usual mistakes."""
    parts = section("Ten usual mistakes").split("\n### ")[1:]
    found = []
    for part in parts:
        (_, wrong), (_, right), (_, says) = _BLOCK.findall(part)
        found.append(Mistake(part.splitlines()[0], wrong.rstrip("\n"), right.rstrip("\n"), says.strip()))
    return found


def make(mistake: Mistake, folder: Path) -> None:
    """Make that mistake in a folder with both examples."""
    if mistake.wrong.endswith(".txt"):
        shutil.move(folder.parent / mistake.right, folder.parent / mistake.wrong)
        return
    for file in (PLATFORM, PACK):
        text = (folder / file).read_text(encoding="utf-8")
        if text.count(f"{mistake.right}\n") == 1:
            (folder / file).write_text(text.replace(mistake.right, mistake.wrong), encoding="utf-8")
            return
    raise AssertionError(f"{mistake.right!r} is not in the examples once")
