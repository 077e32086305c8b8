"""What is read is a plain file and no longer than allowed; nothing waits for what never ends."""

import os
import time
from pathlib import Path

import pytest

from nickaudit.content.library import read_library
from nickaudit.content.plain_file import NotPlainFileError, read_at_most
from nickaudit.content.policy_document import UnreadableDocument, read_policy_document
from tests.factories import make_policy


def test_at_most_one_byte_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_at_most(path, 5) == b"12345"
    assert read_at_most(path, 3) == b"1234"


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are POSIX")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_might_never_end_is_refused_everywhere(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "platforms"
    folder.mkdir()
    path = folder / "odd.toml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    with pytest.raises((NotPlainFileError, IsADirectoryError)):
        read_at_most(path, 10)
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_policy_document(path, pack=make_policy())
    faults = [fault for fault in read_library(tmp_path).faults if fault.file == "platforms/odd.toml"]
    assert [fault.message for fault in faults] == ["This file is missing or cannot be opened."]


@pytest.mark.skipif(os.name != "posix", reason="such names are POSIX")
def test_the_name_of_a_file_cannot_make_two_lines_of_a_fault(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "a\n\x1b[31m.toml").write_text("x", encoding="utf-8")
    assert all(str(fault).isprintable() for fault in read_library(tmp_path).faults)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (".".join("a" * 60_000) + " = 1", 1),
        ("[" * 100_000, 1),
        ("[[stop]]\n" * 10_000, 50_000),
    ],
    ids=["a key of many parts", "a list of many lists", "many tables with nothing in them"],
)
def test_no_file_keeps_the_check_busy_for_long(tmp_path: Path, text: str, faults: int) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "odd.toml").write_text(text, encoding="utf-8")
    began = time.monotonic()
    found = [fault for fault in read_library(tmp_path).faults if fault.file == "platforms/odd.toml"]
    assert len(found) >= faults
    assert time.monotonic() - began < 15  # a hundredth of a second to a few, where it took minutes
