"""A thousand broken copies of a policy pack and of a platform file: a clear fault, or still valid."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nickaudit.content.library import load_content
from nickaudit.content.report import check_content
from tests.content.conftest import INVENTED, PACK, PLATFORM

TIMES = 1000
VALUES = [
    '""',
    "0",
    "-1",
    "true",
    "1e400",
    "2026-11-24",
    "07:32:00",
    "[]",
    "[[]]",
    "{}",
    "{ a = 1 }",
    '["", " "]',
    '"http://[::1"',
    '"https://chirper.example:99999/"',
    '"https://xn--/"',
    '"\\u0000\\u200b\\U0001F600"',
    '"' + "x" * 3000 + '"',
    "'''\n'''",
    "nan",
    '["should"]',
    '"a.b.c"',
    '"must"',
    '"data"',
]


def _bytewise(raw: bytes) -> st.SearchStrategy[bytes]:
    def spliced(edits: list[tuple[int, int, bytes]]) -> bytes:
        changed = bytearray(raw)
        for at, length, put in edits:
            changed[at : at + length] = put
        return bytes(changed)

    edit = st.tuples(st.integers(0, len(raw)), st.integers(0, 40), st.binary(max_size=12))
    return st.lists(edit, min_size=1, max_size=4).map(spliced)


def _linewise(raw: bytes) -> st.SearchStrategy[bytes]:
    lines = raw.decode().split("\n")
    keyed = [number for number, line in enumerate(lines) if " = " in line]

    def edited(edits: list[tuple[str, int, int, str]]) -> bytes:
        changed = list(lines)
        for what, one, other, value in edits:
            here, there = one % len(changed), other % len(changed)
            if what == "drop":
                changed[here] = ""
            elif what == "double":
                changed.insert(here, changed[here])
            elif what == "swap":
                changed[here], changed[there] = changed[there], changed[here]
            elif what == "move":
                changed.insert(there, changed.pop(here))
            else:
                number = keyed[one % len(keyed)]
                changed[number] = lines[number].split(" = ")[0] + " = " + value
        return "\n".join(changed).encode()

    many = st.integers(0, 10_000)
    whats = st.sampled_from(["drop", "double", "swap", "move", "set"])
    return st.lists(st.tuples(whats, many, many, st.sampled_from(VALUES)), min_size=1, max_size=4).map(edited)


def _mutated(file: str) -> st.SearchStrategy[bytes]:
    raw = (INVENTED / "resources" / file).read_bytes()
    return _bytewise(raw) | _linewise(raw)


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("mutations") / "resources"
    shutil.copytree(INVENTED / "resources", folder)
    yield folder
    shutil.rmtree(folder)


def _holds(resources: Path, file: str, changed: bytes) -> None:
    whole = (INVENTED / "resources" / file).read_bytes()
    (resources / file).write_bytes(changed)
    try:
        report = check_content(resources, policy_document=INVENTED / "policy.txt")
        for fault in report.faults:
            text = str(fault)
            assert fault.file
            assert fault.message
            assert fault.remedy
            assert text.isprintable()
            assert fault.line is None or 1 <= fault.line <= changed.count(b"\n") + 1 or fault.file != file
        if not report.faults:
            assert load_content(resources, policy="marsh-lane").policy.id == "marsh-lane"
    finally:
        (resources / file).write_bytes(whole)


_often = settings(
    max_examples=TIMES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@_often
@given(changed=_mutated(PACK))
def test_a_changed_policy_pack_gives_a_clear_fault_or_is_still_valid(resources: Path, changed: bytes) -> None:
    _holds(resources, PACK, changed)


@_often
@given(changed=_mutated(PLATFORM))
def test_a_changed_platform_file_gives_a_clear_fault_or_is_still_valid(
    resources: Path, changed: bytes
) -> None:
    _holds(resources, PLATFORM, changed)
