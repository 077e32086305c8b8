import os
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.share import reading
from nickaudit.share.errors import FolderError

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes of a POSIX system")


def test_only_files_that_may_hold_a_certificate_are_listed(tmp_path: Path) -> None:
    wanted = ["a.PDF", "b.nickaudit-certificate"]
    others = [".b.nickaudit-certificate.0f.part", "._a.pdf", ".c.pdf", "~$a.pdf", "notes.txt", "a.pdf.part"]
    for name in wanted + others:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "folder.pdf" / "deep.pdf").write_bytes(b"x")
    assert [entry.name for entry in reading.listing(tmp_path)] == wanted


def test_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FolderError) as caught:
        reading.listing(tmp_path / "gone")
    assert caught.value.state is Delivery.WAITING_GONE


def test_no_more_is_read_than_tells_that_a_file_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x" * 1000)
    (entry,) = reading.listing(tmp_path)
    assert entry.size == 1000
    assert len(reading.read(entry, limit=10)) == 11


@posix
@pytest.mark.parametrize(("seconds", "taken_as"), [(15 * 10**9, 2**63 - 1), (-2 * 10**9, 0), (10**9, 10**18)])
def test_a_date_that_no_database_takes_is_brought_within_reach(
    tmp_path: Path, seconds: int, taken_as: int
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"")
    os.utime(path, (seconds, seconds))
    assert [entry.modified_ns for entry in (*reading.listing(tmp_path), reading.entry_of(path))] == [
        taken_as
    ] * 2


@posix
def test_a_link_is_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "secret")
    (entry,) = reading.listing(tmp_path)
    with pytest.raises(OSError, match=r"a\.pdf"):
        reading.read(entry, limit=100)


@posix
def test_a_pipe_is_listed_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    (entry,) = reading.listing(tmp_path)
    with pytest.raises(reading.NotPlainFileError):
        reading.read(entry, limit=100)


def test_what_is_not_there_fails_when_it_is_read(tmp_path: Path) -> None:
    entry = reading.entry_of(tmp_path / "a.pdf")
    assert (entry.size, entry.modified_ns) == (0, 0)
    with pytest.raises(FileNotFoundError):
        reading.read(entry, limit=100)
