"""The folder of a tour: taken only where it is new, empty, or holds an earlier one."""

import json
from pathlib import Path

import pytest

from nickaudit.domain.steps import StepKind
from nickaudit.tour import record
from nickaudit.tour.record import FolderInUseError, PageRecord, TourRecord


def a_record(**changes: object) -> TourRecord:
    page = PageRecord(
        name="001-first", kind=StepKind.FIRST, title="Look after your name", seconds=0.4,
        pictures=("pictures/001-first.light.png",), faults=(),
    )  # fmt: skip
    values = {
        "program": "NickAudit 0.1.0",
        "date": "2026-11-24",
        "seconds": 31.5,
        "pages": (page,),
        **changes,
    }
    return TourRecord(**values)  # type: ignore[arg-type]


def test_a_new_folder_is_made_with_all_that_is_above_it(tmp_path: Path) -> None:
    record.prepare(tmp_path / "build" / "tour")
    assert (tmp_path / "build" / "tour" / "home").is_dir()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    record.prepare(tmp_path)
    assert (tmp_path / "pictures").is_dir()


def test_something_else_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "private.db").write_text("somebody's answers")
    with pytest.raises(FolderInUseError, match="Choose another folder"):
        record.prepare(tmp_path)
    assert (tmp_path / "home" / "private.db").read_text() == "somebody's answers"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": 1}', '"tour"', "\xff"])
def test_a_tour_json_of_something_else_is_no_tour(tmp_path: Path, content: str) -> None:
    (tmp_path / "tour.json").write_text(content, encoding="latin-1")
    with pytest.raises(FolderInUseError):
        record.prepare(tmp_path)


@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "stopped half way"])
def test_an_earlier_tour_is_made_anew(tmp_path: Path, is_whole: bool) -> None:
    record.prepare(tmp_path)
    if is_whole:
        record.write(tmp_path, a_record())
    (tmp_path / "home" / "private.db").write_text("old")
    (tmp_path / "certificate.pdf").write_text("old")
    (tmp_path / "mine.txt").write_text("somebody's own")
    record.prepare(tmp_path)
    assert list((tmp_path / "home").iterdir()) == []
    assert not (tmp_path / "certificate.pdf").exists()
    assert (tmp_path / "mine.txt").read_text() == "somebody's own"


def test_the_record_lists_pages_files_and_faults(tmp_path: Path) -> None:
    record.prepare(tmp_path)
    (tmp_path / "certificate.pdf").write_bytes(b"%PDF")
    faulty = PageRecord(
        name="002-help", kind=StepKind.HELP, title="Help", seconds=0.1, pictures=(),
        faults=("light: text cut off",),
    )  # fmt: skip
    record.write(tmp_path, a_record(pages=(*a_record().pages, faulty)))
    left = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert left["version"] == record.VERSION
    assert left["files"] == ["certificate.pdf", "tour.json"]
    assert left["faults"] == ["002-help: light: text cut off"]
    assert left["pages"][0]["seconds"] == 0.4
    assert left["pages"][0]["kind"] == "first"
