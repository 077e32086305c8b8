import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.share import folder as letter_box
from nickaudit.share.errors import FolderError

CONTENT = b"eyJ.signed.file" * 100
NAME = "0f" * 16 + ".nickaudit-certificate"


@pytest.fixture(params=["links", "no links"])
def box(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder: on a file system that knows hard links, and on one that refuses them (FAT, some shares)."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param == "no links":
        monkeypatch.setattr(os, "link", refuse)
    folder = tmp_path / "school"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def state_after(action: Callable[[], None]) -> Delivery:
    with pytest.raises(FolderError) as caught:
        action()
    return caught.value.state


def test_a_name_is_random_and_says_what_the_file_is() -> None:
    made = {letter_box.file_name() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(r"[0-9a-f]{32}\.nickaudit-certificate", name) for name in made)


def test_the_file_is_there_whole_and_nothing_else(box: Path) -> None:
    letter_box.deliver(box, NAME, CONTENT)
    assert names(box) == [NAME]
    assert (box / NAME).read_bytes() == CONTENT


def test_doing_it_again_after_a_lost_reply_changes_nothing(box: Path) -> None:
    letter_box.deliver(box, NAME, CONTENT)
    before = (box / NAME).stat()
    letter_box.deliver(box, NAME, CONTENT)
    after = (box / NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names(box) == [NAME]


def test_another_file_of_that_name_is_never_replaced(box: Path) -> None:
    (box / NAME).write_bytes(b"somebody else's")
    assert state_after(lambda: letter_box.deliver(box, NAME, CONTENT)) is Delivery.WAITING_DIFFERS
    assert (box / NAME).read_bytes() == b"somebody else's"


def test_a_longer_file_that_begins_the_same_is_another(box: Path) -> None:
    (box / NAME).write_bytes(CONTENT + b"more")
    assert state_after(lambda: letter_box.deliver(box, NAME, CONTENT)) is Delivery.WAITING_DIFFERS


@pytest.mark.parametrize("length", [0, 1, 700])
def test_a_try_of_ours_that_was_cut_off_is_completed(box: Path, length: int) -> None:
    (box / NAME).write_bytes(CONTENT[:length])
    letter_box.deliver(box, NAME, CONTENT)
    assert (box / NAME).read_bytes() == CONTENT


def test_our_own_temporary_files_are_cleared_and_nobody_elses(box: Path) -> None:
    own, other = f".{NAME}.00.part", ".another.00.part"
    for name in (own, other):
        (box / name).write_bytes(b"")
    letter_box.deliver(box, NAME, CONTENT)
    assert names(box) == [other, NAME]


def test_a_folder_that_is_gone_is_not_made(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert state_after(lambda: letter_box.deliver(gone, NAME, CONTENT)) is Delivery.WAITING_GONE
    assert not gone.exists()


def test_a_file_where_the_folder_should_be_is_a_folder_gone(tmp_path: Path) -> None:
    (tmp_path / "school").write_bytes(b"")
    state = state_after(lambda: letter_box.deliver(tmp_path / "school", NAME, CONTENT))
    assert state is Delivery.WAITING_GONE


def test_what_the_disk_returns_is_compared_with_what_was_sent(
    box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = letter_box._flush_folder

    def damage(folder: Path) -> None:
        flush(folder)
        (folder / NAME).write_bytes(b"X" + CONTENT[1:])

    monkeypatch.setattr(letter_box, "_flush_folder", damage)
    assert state_after(lambda: letter_box.deliver(box, NAME, CONTENT)) is Delivery.WAITING_DIFFERS


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (errno.ENOSPC, Delivery.WAITING_FULL),
        (errno.EDQUOT, Delivery.WAITING_FULL),
        (errno.EROFS, Delivery.WAITING_READ_ONLY),
        (errno.EACCES, Delivery.WAITING_READ_ONLY),
        (errno.ESTALE, Delivery.WAITING_GONE),
        (errno.ETIMEDOUT, Delivery.WAITING_SILENT),
        (errno.EIO, Delivery.WAITING_OTHER),
    ],
)
def test_each_error_of_the_disk_is_a_state_and_leaves_nothing(
    box: Path, monkeypatch: pytest.MonkeyPatch, number: int, state: Delivery
) -> None:
    def fail(descriptor: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert state_after(lambda: letter_box.deliver(box, NAME, CONTENT)) is state
    assert names(box) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_file_has_the_folders_own_default_rights(box: Path) -> None:
    before = os.umask(0o022)
    try:
        letter_box.deliver(box, NAME, CONTENT)
    finally:
        os.umask(before)
    assert (box / NAME).stat().st_mode & 0o777 == 0o644
