"""The mistakes people make in content files: each is told with its file, line, key and what to do."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from nickaudit.content.report import check_content
from tests.content.conftest import PACK, PLATFORM, Workbench


class Mistake(Struct, forbid_unknown_fields=True):
    """One change to a file, and the fault it brings."""

    name: str
    file: str
    old: str
    new: str
    key: str
    says: str
    lines_below: int = 0


_TABLE = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8"))
MISTAKES = msgspec.convert(_TABLE["mistake"], list[Mistake])
NEST = "platforms/shared/nest.toml"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_with_its_place_and_its_remedy(bench: Workbench, mistake: Mistake) -> None:
    changed = bench.change(mistake.file, mistake.old, mistake.new)
    faults = check_content(bench.resources).faults
    told = [fault for fault in faults if fault.key == mistake.key and fault.file == mistake.file]
    assert [mistake.says in f"{fault.message} {fault.remedy}" for fault in told] == [True], faults
    assert told[0].line == changed + mistake.lines_below
    assert len(faults) <= 3
    for fault in faults:
        assert fault.message.endswith(".")
        assert fault.remedy


def _too_large(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"#" * 256 * 1024)


def _not_utf8(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b'aka = ["\xff"]')


def _nested(path: Path) -> None:
    path.write_text("aka = " + "[\n" * 20_000 + "]" * 1_000, encoding="utf-8")


def _long_number(path: Path) -> None:
    path.write_text("common = " + "9" * 5000, encoding="utf-8")


def _unreadable(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_too_large, "larger than 256 KB"),
        (_not_utf8, "not UTF-8"),
        (_nested, "nested too deeply"),
        (_long_number, "not valid TOML"),
        (_unreadable, "cannot be opened"),
    ],
)
@pytest.mark.parametrize("file", [PLATFORM, PACK])
def test_a_file_that_cannot_be_read_is_told(
    bench: Workbench, spoil: Callable[[Path], None], says: str, file: str
) -> None:
    spoil(bench.resources / file)
    (told,) = [fault for fault in check_content(bench.resources).faults if fault.file == file]
    assert says in told.message


def test_one_id_in_two_files_is_told_in_the_second(bench: Workbench) -> None:
    block = (bench.resources / NEST).read_text(encoding="utf-8")
    (bench.resources / "platforms" / "nest.toml").write_text(
        block.replace('kind = "shared"', 'kind = "other"'), encoding="utf-8"
    )
    told = [str(fault) for fault in check_content(bench.resources).faults if "is also in" in fault.message]
    assert len(told) == 2
    assert all(each.startswith("platforms/shared/nest.toml:") for each in told)


def test_a_block_named_like_another_platforms_tool_is_told(bench: Workbench) -> None:
    block = (bench.resources / NEST).read_text(encoding="utf-8")
    (bench.resources / "platforms" / "shared" / "chirper.copy.toml").write_text(
        block.replace('"nest', '"chirper.copy'), encoding="utf-8"
    )
    told = [fault.message for fault in check_content(bench.resources).faults]
    assert "The id “chirper.copy” is also in platforms/chirper.toml." in told


def test_a_fault_in_one_place_does_not_raise_others_elsewhere(bench: Workbench) -> None:
    bench.change(PLATFORM, 'topic = "location"', 'topic = "place"')
    bench.change(PLATFORM, 'stop = "chirper.stranger"', "stop = 5")
    assert [fault.key for fault in check_content(bench.resources).faults] == [
        "check[chirper.seen].stop",
        "check[chirper.place].topic",
    ]
