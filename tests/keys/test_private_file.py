"""What lies in the place of a file and is none is refused, and nothing is waited for."""

import os
from pathlib import Path

import pytest

from nickaudit.keys import private_file
from nickaudit.keys.home_id import home_id
from nickaudit.keys.key_file import KeyFile, KeyFileUnreadableError

on_posix = pytest.mark.skipif(os.name != "posix", reason="named pipes are of POSIX")


@on_posix
@pytest.mark.timeout(10)
def test_a_named_pipe_in_place_of_a_key_is_not_waited_for(home: Path) -> None:
    (home / "keys").mkdir(parents=True)
    os.mkfifo(home / "keys" / "certificate-key.secret")
    with pytest.raises(KeyFileUnreadableError):
        KeyFile(home).read("certificate-key")


@on_posix
@pytest.mark.timeout(10)
def test_a_named_pipe_in_place_of_the_homes_name_is_not_waited_for(home: Path) -> None:
    home.mkdir()
    os.mkfifo(home / "home-id")
    with pytest.raises(Exception, match="key"):
        home_id(home)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"directory|no file"):
        private_file.read(tmp_path)


def test_a_file_larger_than_any_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 200_000)
    with pytest.raises(OSError, match="no file that this program made"):
        private_file.read(tmp_path / "large")


def test_what_is_written_is_read_and_nothing_is_nothing(tmp_path: Path) -> None:
    private_file.write(tmp_path / "one", "Żółć\n")
    assert private_file.read(tmp_path / "one") == "Żółć\n"
    assert private_file.read(tmp_path / "two") is None
