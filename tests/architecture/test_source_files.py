"""The shape of the source: small files that say what they are for, in the rooms that were agreed."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 300
# File → why it may be longer. Empty is the aim.
LONGER: dict[str, str] = {}

TOP_LEVEL = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "build.spec",
    "docs", "nickaudit", "packaging", "pyproject.toml", "requirements-dev.in", "requirements-dev.lock",
    "requirements.in", "requirements.lock", "resources", "tests",
}  # fmt: skip
# Names that say nothing: a module called so has not been thought about.
EMPTY_NAMES = {"base_utils", "common", "data", "helper", "helpers", "manager", "misc", "util", "utils"}
PACKAGES = {
    "cli", "content", "credentials", "documents", "domain", "keys",
    "services", "share", "store", "tour", "ui",
}  # fmt: skip


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(each for each in (ROOT / folder).rglob("*.py") if "__pycache__" not in each.parts)


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    "path", [str(each.relative_to(ROOT)) for each in modules("nickaudit", "tests", "packaging")]
)
def test_no_file_is_over_300_lines(path: str) -> None:
    assert length(ROOT / path) <= LIMIT or path in LONGER


def test_every_exception_to_the_length_is_still_needed() -> None:
    assert [path for path in LONGER if length(ROOT / path) <= LIMIT] == []


def test_half_of_the_files_are_under_120_lines() -> None:
    lengths = [length(each) for each in modules("nickaudit") if length(each) > 1]
    assert statistics.median(lengths) < 120


@pytest.mark.parametrize("path", [str(each.relative_to(ROOT)) for each in modules("nickaudit", "packaging")])
def test_every_module_says_what_it_is_for(path: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(each) for each in modules("nickaudit", "tests") if each.stem in EMPTY_NAMES] == []


def test_every_package_has_its_tests() -> None:
    assert {each.name for each in (ROOT / "tests").iterdir() if any(each.glob("test_*.py"))} >= PACKAGES


def test_the_version_file_holds_the_version_and_nothing_else() -> None:
    tree = ast.parse((ROOT / "nickaudit" / "__init__.py").read_text(encoding="utf-8"))
    assert len(tree.body) == 2
    assert ast.unparse(tree.body[1]).startswith("__version__ = ")


def test_the_top_level_is_as_agreed(tracked: list[str]) -> None:
    assert {path.split("/")[0] for path in tracked} <= TOP_LEVEL
