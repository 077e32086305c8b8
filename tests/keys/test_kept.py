"""Keys stay where they were put, move with a read-back, and are missed where they are gone."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys import names, record
from nickaudit.keys.base import KeyLostError, KeysAbsentError, KeysNotKeptError
from nickaudit.keys.kept import KeptKeys
from nickaudit.keys.key_file import KeyFile
from nickaudit.keys.system_keyring import SystemKeyring
from tests.requires import require
from tests.servers.secret_service import is_installed, secret_service


class WithoutKeyring(KeptKeys):
    _backend = None


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    with secret_service(tmp_path_factory.mktemp("keyring")) as running:
        yield running.address


@pytest.fixture
def backend(bus: str, monkeypatch: pytest.MonkeyPatch) -> KeyringBackend:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    return SecretService.Keyring()


@pytest.fixture
def kept(home: Path, backend: KeyringBackend) -> KeptKeys:
    """With a real key store, whatever the tests set for keyring itself."""
    made = KeptKeys(home)
    made.__dict__["_backend"] = backend
    return made


def test_a_key_goes_to_the_key_store_and_is_known_to_be_there(kept: KeptKeys, home: Path) -> None:
    assert kept.read(names.CERTIFICATE) is None
    assert kept.place_of(names.CERTIFICATE) is None
    kept.write(names.CERTIFICATE, "secret")
    assert kept.place is KeyPlace.KEYRING
    assert kept.read(names.CERTIFICATE) == "secret"
    assert record.place_of(home, names.CERTIFICATE) is KeyPlace.KEYRING
    assert not (home / "keys").exists()


def test_a_key_from_before_there_was_a_record_is_found_and_recorded(kept: KeptKeys, home: Path) -> None:
    kept.write(names.CERTIFICATE, "secret")
    shutil.rmtree(home / record.FOLDER)
    assert kept.read(names.CERTIFICATE) == "secret"
    assert record.place_of(home, names.CERTIFICATE) is KeyPlace.KEYRING


@pytest.mark.parametrize("name", names.KEYS)
def test_a_key_wiped_from_the_key_store_is_missed_not_passed_over(kept: KeptKeys, name: str) -> None:
    kept.write(name, "secret")
    kept.at(KeyPlace.KEYRING).delete(name)
    with pytest.raises(KeyLostError) as told:
        kept.read(name)
    assert told.value.name == name
    assert "no longer in its place" in told.value.sentence


def test_a_wiped_password_is_only_asked_for_again(kept: KeptKeys) -> None:
    kept.write(names.PASSWORD, "secret")
    kept.at(KeyPlace.KEYRING).delete(names.PASSWORD)
    assert kept.read(names.PASSWORD) is None


def test_after_the_person_agreed_a_new_key_may_be_made(kept: KeptKeys) -> None:
    kept.write(names.CERTIFICATE, "secret")
    kept.at(KeyPlace.KEYRING).delete(names.CERTIFICATE)
    kept.forget_lost(names.CERTIFICATE)
    assert kept.read(names.CERTIFICATE) is None


def test_where_the_key_store_is_away_no_new_key_is_made_in_a_file(kept: KeptKeys, home: Path) -> None:
    kept.write(names.CERTIFICATE, "secret")
    away = WithoutKeyring(home)
    assert away.place is KeyPlace.KEYRING
    for use in (lambda: away.read(names.CERTIFICATE), lambda: away.write(names.CERTIFICATE, "new")):
        with pytest.raises(KeysAbsentError):
            use()
    assert not (home / "keys").exists()
    assert kept.read(names.CERTIFICATE) == "secret", "and when it is back, all is as before"


def test_a_key_file_that_was_deleted_is_missed(home: Path) -> None:
    kept = WithoutKeyring(home)
    kept.write(names.SIGNING, "secret")
    (home / "keys" / f"{names.SIGNING}.secret").unlink()
    with pytest.raises(KeyLostError, match="recovery key"):
        kept.read(names.SIGNING)


def test_keys_move_both_ways_and_leave_nothing_behind(kept: KeptKeys, home: Path) -> None:
    kept.write(names.CERTIFICATE, "secret")
    kept.move(names.CERTIFICATE, to=KeyPlace.FILE)
    assert kept.place_of(names.CERTIFICATE) is KeyPlace.FILE
    assert KeyFile(home).read(names.CERTIFICATE) == "secret"
    assert kept.at(KeyPlace.KEYRING).read(names.CERTIFICATE) is None
    kept.move(names.CERTIFICATE, to=KeyPlace.KEYRING)
    assert kept.read(names.CERTIFICATE) == "secret"
    assert list((home / "keys").iterdir()) == []


def test_a_move_that_fails_leaves_the_key_where_it_was(kept: KeptKeys, home: Path) -> None:
    kept.write(names.CERTIFICATE, "secret")
    (home / "keys").write_text("a file where the folder should be")
    with pytest.raises(KeysNotKeptError):
        kept.move(names.CERTIFICATE, to=KeyPlace.FILE)
    assert kept.read(names.CERTIFICATE) == "secret"
    assert kept.place_of(names.CERTIFICATE) is KeyPlace.KEYRING


def test_a_move_cut_short_after_the_copy_loses_nothing(kept: KeptKeys, home: Path) -> None:
    kept.write(names.CERTIFICATE, "secret")
    KeyFile(home).write(names.CERTIFICATE, "secret")  # copied, and then the power went
    assert KeptKeys(home).place_of(names.CERTIFICATE) is KeyPlace.KEYRING
    kept.move(names.CERTIFICATE, to=KeyPlace.FILE)
    assert kept.read(names.CERTIFICATE) == "secret"


def test_a_move_cut_short_before_the_old_copy_was_deleted_ends_when_it_is_done_again(
    kept: KeptKeys, home: Path
) -> None:
    kept.write(names.CERTIFICATE, "secret")
    KeyFile(home).write(names.CERTIFICATE, "secret")  # still there, and the power went
    kept.move(names.CERTIFICATE, to=KeyPlace.KEYRING)
    assert KeyFile(home).read(names.CERTIFICATE) is None
    assert kept.read(names.CERTIFICATE) == "secret"
    KeyFile(home).write(names.CERTIFICATE, "another")
    kept.move(names.CERTIFICATE, to=KeyPlace.KEYRING)
    assert KeyFile(home).read(names.CERTIFICATE) == "another", "whatever that is, it is not thrown away"


def test_where_new_keys_go_can_be_chosen(kept: KeptKeys, home: Path) -> None:
    kept.put_new_ones(KeyPlace.FILE)
    kept.write(names.RECEIPT, "secret")
    assert KeyFile(home).read(names.RECEIPT) == "secret"


WIPED = """
import pathlib, sys
from nickaudit.domain.errors import NickAuditError
from nickaudit.services.certificate_issue import issue
from tests.factories import make_claims
try:
    issue(pathlib.Path(sys.argv[1]), claims=make_claims(number=sys.argv[2]))
    print("issued")
except NickAuditError as problem:
    print(type(problem).__name__)
"""


def issued(home: Path, number: str, address: str) -> str:
    """What becomes of a certificate made in a process of its own: keyring decides once for each."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHON_KEYRING_BACKEND"}
    done = subprocess.run(
        [sys.executable, "-c", WIPED, str(home), number],
        env={**environment, "DBUS_SESSION_BUS_ADDRESS": address}, capture_output=True, text=True, check=True,
        timeout=60,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.slow
def test_certificates_through_a_real_key_store_wiped_missing_and_back(tmp_path: Path, home: Path) -> None:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    with secret_service(tmp_path / "first") as running:
        assert issued(home, "0000-0000-0001", running.address) == "issued"
        assert issued(home, "0000-0000-0002", f"unix:path={tmp_path}/nowhere") == "KeysAbsentError"
        os.kill(running.pid, signal.SIGCONT)
        assert issued(home, "0000-0000-0002", running.address) == "issued"
    with secret_service(tmp_path / "second") as wiped:
        assert issued(home, "0000-0000-0003", wiped.address) == "KeyLostError"
        assert not (home / "keys").exists()
        record.forget(home, names.CERTIFICATE)  # "Make a new key" was pressed
        assert issued(home, "0000-0000-0003", wiped.address) == "issued"


def test_two_homes_do_not_share_a_place(kept: KeptKeys, tmp_path: Path, backend: KeyringBackend) -> None:
    other = KeptKeys(tmp_path / "other")
    other.__dict__["_backend"] = backend
    kept.write(names.CERTIFICATE, "mine")
    assert other.read(names.CERTIFICATE) is None
    assert isinstance(other.at(KeyPlace.KEYRING), SystemKeyring)
