import stat
import threading
from concurrent.futures import ThreadPoolExecutor
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


def test_two_who_ask_at_once_for_the_first_time_get_one_name(tmp_path: Path) -> None:
    """Or a key would stand under the name that the other one has overwritten, and be missed for ever."""
    for turn in range(40):
        home, together = tmp_path / str(turn), threading.Barrier(4)

        def ask(home: Path = home, together: threading.Barrier = together) -> str:
            together.wait()
            return home_id(home)

        with ThreadPoolExecutor(4) as several:
            asked = [several.submit(ask) for _ in range(4)]
            assert len({each.result() for each in asked} | {home_id(home)}) == 1
        assert [path.name for path in home.iterdir()] == ["home-id"]
