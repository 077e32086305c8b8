import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys.base import KeysNotKeptError, KeyStore, KeysUnavailableError
from nickaudit.keys.system_keyring import SystemKeyring
from tests.keys.key_store_contract import KeyStoreContract
from tests.requires import require
from tests.servers.secret_service import is_installed, secret_service


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    with secret_service(tmp_path_factory.mktemp("keyring")) as running:
        yield running.address


@pytest.fixture
def backend(bus: str, monkeypatch: pytest.MonkeyPatch) -> KeyringBackend:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    found = SecretService.Keyring()
    for name in ("certificate-key", "share-password"):
        for home_id in ("1111", "2222"):
            SystemKeyring(home_id, backend=found).delete(name)
    return found


class TestSystemKeyring(KeyStoreContract):
    place = KeyPlace.KEYRING

    @pytest.fixture
    def store(self, backend: KeyringBackend) -> KeyStore:
        return SystemKeyring("1111", backend=backend)

    @pytest.fixture
    def other(self, backend: KeyringBackend) -> KeyStore:
        return SystemKeyring("2222", backend=backend)


def test_a_key_store_that_loses_without_a_word_is_found_out() -> None:
    with pytest.raises(KeysNotKeptError):
        SystemKeyring("1111", backend=null.Keyring()).write("certificate-key", "secret")


def test_a_key_store_that_is_none_is_said_so() -> None:
    with pytest.raises(KeysUnavailableError):
        SystemKeyring("1111", backend=fail.Keyring()).read("certificate-key")


def in_new_process(code: str, home: Path, environment: dict[str, str]) -> list[str]:
    """What the code prints; keyring decides once a process, and keeps its connection where it fails."""
    inherited = {
        name: value for name, value in os.environ.items()
        if name not in {"PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS"}
    }  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-c", code, str(home)],
        env={**inherited, "XDG_RUNTIME_DIR": str(home), **environment},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return result.stdout.split()


READ = """
from keyring.backends import SecretService
from nickaudit.keys.base import KeysError
from nickaudit.keys.system_keyring import SystemKeyring
try:
    SystemKeyring("1111", backend=SecretService.Keyring(), patience=2).read("certificate-key")
except KeysError as error:
    print(type(error).__name__)
"""
CHOOSE = """
import pathlib, sys
from nickaudit.keys.choose import choose
store = choose(pathlib.Path(sys.argv[1]))
store.write("certificate-key", "secret")
print(store.place, store.read("certificate-key"))
"""


def test_a_locked_key_store_is_said_to_be_locked(tmp_path: Path, home: Path) -> None:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    with secret_service(tmp_path, unlocked=False) as running:
        said = in_new_process(READ, home, {"DBUS_SESSION_BUS_ADDRESS": running.address})
    assert said == ["KeysLockedError"]


def test_a_key_store_that_never_answers_is_not_waited_for_for_ever(tmp_path: Path, home: Path) -> None:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    with secret_service(tmp_path) as running:
        os.kill(running.pid, signal.SIGSTOP)
        began = time.monotonic()
        said = in_new_process(READ, home, {"DBUS_SESSION_BUS_ADDRESS": running.address})
        took = time.monotonic() - began
        os.kill(running.pid, signal.SIGCONT)
    assert said == ["KeysLockedError"]
    assert took < 10


def test_a_computer_with_a_key_store_uses_it(bus: str, home: Path) -> None:
    assert in_new_process(CHOOSE, home, {"DBUS_SESSION_BUS_ADDRESS": bus}) == [
        "keyring",
        "secret",
    ]
    assert sorted(each.name for each in home.iterdir()) == ["home-id", "known-keys"]


def test_a_computer_without_a_key_store_uses_a_file_and_stays_with_it(bus: str, home: Path) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/nowhere"}
    assert in_new_process(CHOOSE, home, nowhere) == ["file", "secret"]
    assert in_new_process(CHOOSE, home, {"DBUS_SESSION_BUS_ADDRESS": bus}) == [
        "file",
        "secret",
    ]


@pytest.mark.parametrize("setting", ["keyring.backends.null.Keyring", "no.such.Keyring"])
def test_a_setting_for_keyring_that_would_lose_the_key_is_not_followed(home: Path, setting: str) -> None:
    assert in_new_process(CHOOSE, home, {"PYTHON_KEYRING_BACKEND": setting}) == [
        "file",
        "secret",
    ]
