"""`nickaudit content check`: one line a fault, and an exit status to build on."""

import json
import shutil
from pathlib import Path

import pytest

from nickaudit.cli import main

INVENTED = Path(__file__).parents[1] / "content" / "invented"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["content", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    shutil.copytree(INVENTED / "resources", tmp_path / "content")
    file = tmp_path / "content" / "platforms" / "chirper.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("https://www.chirper.example/settings/privacy", "http://chirper.example/x"), "utf-8"
    )
    return tmp_path / "content"


def test_the_programs_own_content_is_checked_where_no_folder_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("check") == 0
    assert capsys.readouterr().out.endswith("No faults.\n")


def test_a_fault_is_one_line_and_the_command_says_no(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("check", str(faulty)) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == (
        "platforms/chirper.toml:17: stop[chirper.privacy].link: "
        "The link “http://chirper.example/x” does not begin with https://. Use the https address."
    )
    assert last == "1 fault."


def test_with_a_document_the_places_are_counted_and_what_is_uncovered_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("check", str(INVENTED / "resources"), "--policy", str(INVENTED / "policy.txt")) == 0
    out = capsys.readouterr().out
    assert "Sentences found in the policy: 18." in out
    assert "  line 33, Your own pages: Turning off location." in out


def test_json_carries_its_version_and_every_fault(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("check", str(faulty), "--policy", str(INVENTED / "policy.txt"), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["ok"]) == (1, False)
    assert [(fault["file"], fault["line"], fault["key"]) for fault in told["faults"]] == [
        ("platforms/chirper.toml", 17, "stop[chirper.privacy].link")
    ]
    assert told["places"]["class-list"] == 14
    assert told["uncovered"][-1]["line"] == 38
    assert told["without_clause"][0]["id"] == "chirper.place"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no-such-folder"),
        ("check", "--policy", "no-such-file.txt"),
        ("check", "--colour"),
        (),
        ("chek",),
        ("check", str(Path(__file__).parent)),
    ],
)
def test_bad_usage_is_one_line_and_ends_with_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "Usage:" not in told.err


def test_a_document_without_text_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "policy.txt"
    empty.write_text("", encoding="utf-8")
    assert _run("check", "--policy", str(empty)) == 1
    assert "There is no text in this policy document" in capsys.readouterr().err
