"""`nickaudit content new-platform`, `copy`, `stale`, `links`, and the check of one's own content."""

import json
import re
import socket
from pathlib import Path

import pytest

from nickaudit import bootstrap, paths
from nickaudit.cli import main
from tests.content import guide


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["content", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "our-content"


def test_a_new_platform_says_what_to_fill_in_and_is_right_once_filled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("new-platform", "hill-forum", "-o", str(folder)) == 0
    told = capsys.readouterr().out
    file = folder / "platforms" / "hill-forum.toml"
    assert f"Made {file}" in told
    lines = file.read_text(encoding="utf-8").splitlines()
    named = [int(number) for number in re.findall(r"line (\d+):", told)]
    assert len(named) >= 20
    assert _run("check", str(folder)) == 1
    for number in named:
        at = next(n for n in range(number - 1, len(lines)) if '""' in lines[n])
        word = {"kind": "social", "hosts": "hill.example"}.get(lines[at].split()[0], "Something plain")
        lines[at] = lines[at].replace('""', f'"{word}"')
    file.write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert _run("check", str(folder)) == 0
    assert capsys.readouterr().out == "No faults.\n"


@pytest.mark.parametrize(
    ("own_id", "says"),
    [
        ("facebook", "came with the program. To change it, type: nickaudit content copy facebook"),
        ("Hill Forum", "cannot be an id"),
        ("../../forum", "cannot be an id"),
        ("a" * 41, "cannot be an id"),
    ],
)
def test_a_platform_that_cannot_be_made_is_one_line(
    folder: Path, own_id: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("new-platform", own_id, "-o", str(folder)) == 1
    told = capsys.readouterr()
    assert says in told.err
    assert len(told.err.splitlines()) == 1
    assert not folder.exists()


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("copy", "st-nicholas", "-o", str(folder)) == 0
    copied = folder / guide.PACK
    copied.write_text("mine", encoding="utf-8")
    assert _run("copy", "st-nicholas", "-o", str(folder)) == 1
    assert "is there already. It was left as it is." in capsys.readouterr().err
    assert copied.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("own_id", ["facebook", "apple-account", "together", "st-nicholas"])
def test_a_copy_is_right_as_it_is(folder: Path, own_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("copy", own_id, "-o", str(folder)) == 0
    assert _run("check", str(folder)) == 0
    assert capsys.readouterr().out.endswith("No faults.\n")


def test_the_homes_own_content_is_checked_where_no_folder_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide.write_into(home / "content")
    assert _run("check") == 0
    (home / "content" / "note.toml").write_text("", encoding="utf-8")
    assert _run("check") == 1
    assert "content/note.toml: This file is not in a place" in capsys.readouterr().out


def test_what_is_stale_is_counted_from_today(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    today = bootstrap.local_now().date()
    month = today.year * 12 + today.month - 1 - 7
    guide.write_into(home / "content")
    old = guide.platform_file().replace("2026-11", f"{month // 12}-{month % 12 + 1:02}")
    (home / "content" / guide.PLATFORM).write_text(old, encoding="utf-8")
    assert _run("stale", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    mine = [(each["id"], each["months"]) for each in told["stale"] if "penguin" in each["file"]]
    assert (told["months"], mine) == (6, [("penguin-post", 7)])
    assert _run("stale", "--months", "7") == 0
    assert "penguin-post" not in capsys.readouterr().out
    assert _run("stale", "--months", "-1") == 2


def test_every_link_is_listed_with_its_host_and_none_is_opened(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("nothing is opened")

    monkeypatch.setattr(socket, "socket", refuse)
    guide.write_into(home / "content")
    assert _run("links", "--json") == 0
    told = json.loads(capsys.readouterr().out)["links"]
    assert all(each["link"].startswith(f"https://{each['host']}") for each in told)
    (mine,) = [each for each in told if each["host"] == "www.penguin-post.example"]
    assert mine["used"] == ["content/platforms/penguin-post.toml: penguin-post.privacy"]
    written = set()
    for file in paths.resource("platforms").rglob("*.toml"):
        written |= set(
            re.findall(r'^(?:home|settings_root|link) = "(https://[^"]+)"', file.read_text("utf-8"), re.M)
        )
    assert written <= {each["link"] for each in told}
    assert _run("links") == 0
    assert capsys.readouterr().out.endswith("hosts. Nothing was opened.\n")
