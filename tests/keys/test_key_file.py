import os
import stat
from pathlib import Path

import pytest

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys.base import KeyStore
from nickaudit.keys.key_file import KeyFile, KeyFileNotKeptError, KeyFileUnreadableError
from tests.keys.key_store_contract import KeyStoreContract

on_posix = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class TestKeyFile(KeyStoreContract):
    place = KeyPlace.FILE

    @pytest.fixture
    def store(self, home: Path) -> KeyStore:
        return KeyFile(home)

    @pytest.fixture
    def other(self, tmp_path: Path) -> KeyStore:
        return KeyFile(tmp_path / "another home")


@on_posix
def test_only_the_owner_can_read_it_whatever_the_umask(home: Path) -> None:
    before = os.umask(0)
    try:
        KeyFile(home).write("certificate-key", "secret")
    finally:
        os.umask(before)
    assert mode(home / "keys") == 0o700
    assert mode(home / "keys" / "certificate-key.secret") == 0o600


@on_posix
def test_a_file_that_was_opened_to_others_is_closed_again(home: Path) -> None:
    KeyFile(home).write("certificate-key", "secret")
    path = home / "keys" / "certificate-key.secret"
    path.chmod(0o644)
    assert KeyFile(home).read("certificate-key") == "secret"
    assert mode(path) == 0o600


@on_posix
def test_a_link_to_somewhere_else_is_not_followed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("not a key")
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "certificate-key.secret").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeyFileUnreadableError):
        KeyFile(home).read("certificate-key")


def test_nothing_but_the_secret_is_left_in_the_folder(home: Path) -> None:
    store = KeyFile(home)
    for secret in ("first", "second"):
        store.write("certificate-key", secret)
    assert [each.name for each in (home / "keys").iterdir()] == ["certificate-key.secret"]


def test_a_place_that_cannot_be_written_is_said_so(home: Path) -> None:
    home.mkdir()
    (home / "keys").write_text("a file where the folder should be")
    with pytest.raises(KeyFileNotKeptError):
        KeyFile(home).write("certificate-key", "secret")


def test_a_file_that_is_no_text_is_said_so(home: Path) -> None:
    KeyFile(home).write("certificate-key", "secret")
    (home / "keys" / "certificate-key.secret").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyFileUnreadableError):
        KeyFile(home).read("certificate-key")


@pytest.mark.parametrize("name", ["", "../../etc", "A", "key.secret", "-"])
def test_a_name_that_could_lead_elsewhere_is_no_name(home: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        KeyFile(home).read(name)
