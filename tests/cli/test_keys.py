"""`nickaudit keys`: where each key is, moved with a real key store, and made anew only where one is gone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nickaudit.cli import main
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import certificate_issue, school_keys
from tests.factories import make_claims
from tests.requires import require
from tests.servers.secret_service import is_installed, secret_service

pytestmark = pytest.mark.usefixtures("qapp")  # certificates are painted


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["keys", *arguments])
    said = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, said.out, said.err


def test_an_empty_home_has_no_keys(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--json")
    shape = json.loads(out)
    assert (code, err, shape["version"]) == (0, "", 1)
    assert {each["place"] for each in shape["keys"]} == {"none"}
    assert len(shape["keys"]) == 6


def test_each_key_has_its_place_and_what_it_does(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school_keys.own_reader(home, title="the head")
    code, out, _ = run(capsys)
    rows = {line.split()[0]: line.split()[1] for line in out.splitlines()}
    assert code == 0
    assert (rows["reader-keys"], rows["receipt-key"], rows["certificate-key"]) == ("file", "file", "none")


def test_a_key_that_is_gone_is_exit_1_and_may_be_made_anew(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate_issue.issue(home, claims=make_claims())
    assert "still in its place" in run(capsys, "new", "certificate-key")[1]
    (home / "keys" / "certificate-key.secret").unlink()
    code, out, _ = run(capsys)
    assert code == 1
    assert "certificate-key: The key that signed your certificates is no longer" in out
    assert "From a new computer" in run(capsys, "new", "certificate-key")[1]
    assert run(capsys)[0] == 0


def test_without_a_key_store_there_is_nowhere_to_move_to(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    school_keys.own_reader(home, title="the head")
    code, out, err = run(capsys, "move", "--to", "keyring")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert run(capsys)[0] == 0


@pytest.mark.parametrize("arguments", [("move",), ("move", "--to", "cloud"), ("new", "school-signing-key")])
def test_bad_usage_is_exit_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, *arguments)[0] == 2


@pytest.mark.slow
def test_every_key_moves_into_a_real_key_store_and_back(home: Path, tmp_path: Path) -> None:
    require(is_installed(), "gnome-keyring and dbus-daemon")
    school_keys.own_reader(home, title="the head")
    certificate_issue.issue(home, claims=make_claims())
    before = [KeptKeys(home).read(name) for name in ("reader-keys", "receipt-key", "certificate-key")]
    with secret_service(tmp_path / "keyring") as running:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHON_KEYRING_BACKEND"}
        environment["DBUS_SESSION_BUS_ADDRESS"] = running.address

        def keys(*arguments: str) -> dict[str, str]:
            done = subprocess.run(
                [sys.executable, "-m", "nickaudit", "--home", str(home), "keys", *arguments, "--json"],
                env=environment, capture_output=True, text=True, check=True, timeout=60,
            )  # fmt: skip
            return {each["name"]: each["place"] for each in json.loads(done.stdout)["keys"]}

        inside = keys("move", "--to", "keyring")
        assert [inside[name] for name in ("reader-keys", "receipt-key", "certificate-key")] == ["keyring"] * 3
        assert list((home / "keys").iterdir()) == []
        outside = keys("move", "--to", "file")
        assert set(outside.values()) == {"file", "none"}
    after = [KeptKeys(home).read(name) for name in ("reader-keys", "receipt-key", "certificate-key")]
    assert after == before
