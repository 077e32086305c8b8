import stat
from pathlib import Path

import pytest

from nickaudit.keys.base import KeysNotKeptError
from nickaudit.keys.home_id import home_id


def test_a_folder_keeps_its_name(home: Path) -> None:
    assert home_id(home) == home_id(home)


def test_two_folders_have_two_names(home: Path, tmp_path: Path) -> None:
    assert home_id(home) != home_id(tmp_path / "another")


def test_the_name_says_nothing_of_the_folder(home: Path) -> None:
    assert len(home_id(home)) == 16
    assert stat.S_IMODE((home / "home-id").stat().st_mode) == 0o600


@pytest.mark.parametrize("damaged", [b"", b"../../x", b"\xff\xfe", b"0123456789ABCDEF"])
def test_a_damaged_name_is_made_anew(home: Path, damaged: bytes) -> None:
    first = home_id(home)
    (home / "home-id").write_bytes(damaged)
    second = home_id(home)
    assert second != first
    assert second == home_id(home)


def test_a_folder_that_cannot_be_written_is_said_so(home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(KeysNotKeptError):
        home_id(home)
