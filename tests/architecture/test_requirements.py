"""What is asked for, what is pinned, and that the two agree; none of it needs the network."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+?)(?: ; (.+?))? \\$")
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def asked(name: str) -> dict[str, Requirement]:
    lines = (line.strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    wanted = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]
    return {canonicalize_name(each.name): each for each in wanted}


def pinned(name: str) -> dict[str, str]:
    matches = (PIN.match(line) for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return {match[1]: match[2] for match in matches if match}


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_its_hashes_and_nothing_else_is_there(name: str) -> None:
    entry = None
    hashes: dict[str, int] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            entry = match[1]
            hashes[entry] = 0
        elif re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line):
            assert entry is not None
            hashes[entry] += 1
        else:
            assert re.fullmatch(r"    #(?: via)?(?: {1,3}(?:-[rc] )?[\w.-]+)?", line), line
    assert [each for each, count in hashes.items() if count == 0] == []


@pytest.mark.parametrize(
    ("wanted", "lock"), [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])]
)
def test_what_is_asked_for_is_pinned_within_its_bounds(wanted: str, lock: str) -> None:
    pins = pinned(lock)
    for name, requirement in asked(wanted).items():
        assert requirement.specifier.contains(pins[name]), requirement


@pytest.mark.parametrize(
    ("wanted", "lock"), [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])]
)
def test_the_lock_names_no_wish_that_has_gone(wanted: str, lock: str) -> None:
    direct = set()
    entry = ""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            entry = match[1]
        elif line.endswith(f"-r {wanted}"):
            direct.add(entry)
    assert direct == set(asked(wanted))


def test_tests_run_on_what_is_shipped() -> None:
    run, dev = (pinned(name) for name in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_the_package_asks_for_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        canonicalize_name(Requirement(line).name): Requirement(line) for line in project["dependencies"]
    }
    assert declared == asked("requirements.in")


def test_qt_stays_below_the_version_that_ends_the_program() -> None:
    assert not asked("requirements.in")["pyside6-essentials"].specifier.contains("6.12.0")
