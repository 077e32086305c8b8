"""A head's school with a real key store, unlocked, locked, away and wiped: right words, nothing lost."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.requires import require
from tests.servers.secret_service import is_installed, secret_service

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DRAFT = """
name = "Hill School"
short_name = "Hill"
nation = "England"
share = "/srv/checks"
[contacts.headteacher]
name = "Ada Elm"
[contacts.dsl]
name = "Bo Fir"
[contacts.chair]
name = "Cy Oak"
phone = "01632 960 001"
"""


class Head:
    def __init__(self, folder: Path) -> None:
        self._home, self._folder = folder / "home", folder
        self.address = ""
        (folder / "draft.toml").write_text(DRAFT)
        (folder / "passphrase").write_text("three short words")
        (folder / "out").mkdir()
        self.file = folder / "out" / "school.nickaudit-school"
        key = folder / "key.nickaudit-recovery"
        self.secrets = ("--recovery-file", str(key), "--passphrase-file", str(folder / "passphrase"))

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """A command in a process of its own: keyring decides once for each."""
        environment = {key: value for key, value in os.environ.items() if key != "PYTHON_KEYRING_BACKEND"}
        environment |= {"DBUS_SESSION_BUS_ADDRESS": self.address, "XDG_RUNTIME_DIR": str(self._folder)}
        done = subprocess.run(
            [sys.executable, "-m", "nickaudit", "--home", str(self._home), *arguments],
            env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    def set_up(self) -> None:
        draft = str(self._folder / "draft.toml")
        code, _, err = self.run("school", "init", str(self.file.parent), "--from", draft, *self.secrets)
        assert code == 0, err

    def changes(self) -> tuple[int, str]:
        code, _, err = self.run("school", "change", "--set", "every_months=6")
        return code, err

    def places(self) -> dict[str, str]:
        _, out, _ = self.run("keys", "--json")
        return {each["name"]: each["place"] for each in json.loads(out)["keys"]}

    def has_key_files(self) -> bool:
        return any((self._home / "keys").glob("*.secret"))


@pytest.fixture
def head(tmp_path: Path) -> Head:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    return Head(tmp_path)


def test_an_unlocked_key_store_keeps_every_key_and_no_file_has_one(head: Head, tmp_path: Path) -> None:
    with secret_service(tmp_path / "store") as running:
        head.address = running.address
        head.set_up()
        places = head.places()
        assert {places[name] for name in ("school-signing-key", "reader-keys", "receipt-key")} == {"keyring"}
        assert not head.has_key_files()
        assert head.changes() == (0, "")


def test_a_locked_key_store_is_told_at_once_and_opens_later(head: Head, tmp_path: Path) -> None:
    with secret_service(tmp_path / "locked", unlocked=False) as running:
        head.address = running.address
        began = time.monotonic()
        draft = str(tmp_path / "draft.toml")
        code, _, err = head.run("school", "init", str(tmp_path / "out"), "--from", draft, *head.secrets)
        assert time.monotonic() - began < 30
        assert code == 1
        assert "key store is locked" in err
        assert len(err.splitlines()) == 1
        assert not head.file.exists()
        assert not list(tmp_path.glob("*.nickaudit-recovery")), "no recovery key is kept in vain"
        assert not head.has_key_files()


def test_a_key_store_that_is_away_is_waited_for_and_loses_nothing(head: Head, tmp_path: Path) -> None:
    with secret_service(tmp_path / "store") as running:
        head.address = running.address
        head.set_up()
        head.address = f"unix:path={tmp_path}/nowhere"
        code, err = head.changes()
        assert code == 1
        assert "which is not there now" in err
        assert not head.has_key_files()
        head.address = running.address
        assert head.changes() == (0, "")


def test_a_wiped_key_store_points_to_recovery_which_brings_all_back(head: Head, tmp_path: Path) -> None:
    with secret_service(tmp_path / "first") as running:
        head.address = running.address
        head.set_up()
    with secret_service(tmp_path / "second") as wiped:
        head.address = wiped.address
        code, err = head.changes()
        assert code == 1
        assert "Get it back with the school file and the recovery key" in err
        code, out, _ = head.run("keys")
        assert code == 1
        assert "school-signing-key: The school's signing key is no longer in its place" in out
        code, _, err = head.run("school", "recover", str(head.file), *head.secrets)
        assert code == 0, err
        code, _, err = head.run("school", "rotate", "--as", "the headteacher")
        assert code == 0, err
        assert head.changes() == (0, "")
        assert head.run("keys")[0] == 0
        assert not head.has_key_files()
