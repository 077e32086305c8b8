import os
import stat
from pathlib import Path

import pytest

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys import names, record
from nickaudit.keys.base import KeysNotKeptError


def test_nothing_is_known_at_first(home: Path) -> None:
    assert record.place_of(home, names.CERTIFICATE) is None
    assert not home.exists()


def test_a_place_is_remembered_and_forgotten(home: Path) -> None:
    record.remember(home, names.CERTIFICATE, KeyPlace.KEYRING)
    record.remember(home, names.RECEIPT, KeyPlace.FILE)
    assert record.place_of(home, names.CERTIFICATE) is KeyPlace.KEYRING
    record.remember(home, names.CERTIFICATE, KeyPlace.FILE)
    assert record.place_of(home, names.CERTIFICATE) is KeyPlace.FILE
    record.forget(home, names.CERTIFICATE)
    record.forget(home, names.CERTIFICATE)
    assert record.place_of(home, names.CERTIFICATE) is None
    assert record.place_of(home, names.RECEIPT) is KeyPlace.FILE


@pytest.mark.parametrize("damaged", [b"", b"\xff\xfe", b"dropped\n", b"keyring file\n"])
def test_a_damaged_record_is_none(home: Path, damaged: bytes) -> None:
    record.remember(home, names.CERTIFICATE, KeyPlace.FILE)
    (home / record.FOLDER / names.CERTIFICATE).write_bytes(damaged)
    assert record.place_of(home, names.CERTIFICATE) is None


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_only_the_owner_can_read_it(home: Path) -> None:
    record.remember(home, names.CERTIFICATE, KeyPlace.FILE)
    assert stat.S_IMODE((home / record.FOLDER).stat().st_mode) == 0o700
    assert stat.S_IMODE((home / record.FOLDER / names.CERTIFICATE).stat().st_mode) == 0o600


def test_a_record_that_cannot_be_written_is_said_so(home: Path) -> None:
    home.mkdir()
    (home / record.FOLDER).write_text("a file where the folder should be")
    with pytest.raises(KeysNotKeptError):
        record.remember(home, names.CERTIFICATE, KeyPlace.FILE)
