"""`nickaudit tour DIR`: where it may go, and that nothing of the user's own is touched."""

import json
import os
from pathlib import Path

import pytest

from nickaudit.cli import main
from tests.tour.command import run


def ended_with(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["tour", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_a_folder_with_something_else_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    (tmp_path / "letter.txt").write_text("Dear headteacher")
    assert ended_with(str(tmp_path)) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Choose another folder" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_place_of_the_folder_is_bad_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert ended_with(str(tmp_path / "file")) == 2
    assert capsys.readouterr().err.startswith("nickaudit: ")


def test_a_folder_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert ended_with(str(tmp_path / "file" / "out")) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.slow
def test_it_needs_no_display_and_touches_neither_home_nor_keys_of_the_user(
    tmp_path: Path, home: Path
) -> None:
    out = tmp_path / "out"
    ended = run(
        "tour",
        str(out),
        NICKAUDIT_HOME=str(home),
        XDG_DATA_HOME=str(tmp_path / "data"),
        DISPLAY="",
        WAYLAND_DISPLAY="",
        QT_QPA_PLATFORM="",
        # Would be called, and end the tour with an import error, if the tour asked for the user's own.
        PYTHON_KEYRING_BACKEND="no.such.Keyring",
    )
    assert ended.code == 0, ended.err
    assert not home.exists()
    assert not (tmp_path / "data").exists()
    assert list((out / "home" / "keys").glob("*.secret"))
    first = json.loads((out / "tour.json").read_text(encoding="utf-8"))

    again = run("tour", os.path.relpath(out), NICKAUDIT_HOME=str(home))
    assert again.code == 0, again.err
    second = json.loads((out / "tour.json").read_text(encoding="utf-8"))
    assert [page["name"] for page in second["pages"]] == [page["name"] for page in first["pages"]]
    assert len(list((out / "home" / "certificates").iterdir())) == 1
