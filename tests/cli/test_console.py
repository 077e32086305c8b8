"""What is printed: one line stays one line, nothing steers the terminal, JSON survives every encoding."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nickaudit.cli import console, main


def output(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")


@pytest.mark.parametrize("text", ["\x1b[31mred", "two\nlines", "left\u202eright", "bad\udcffname"])
def test_what_could_steer_a_terminal_becomes_a_question_mark(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    console.line(text)
    console.error(text)
    told = capsys.readouterr()
    for said in (told.out, told.err):
        assert said.rstrip("\n").isprintable()
        assert said.count("\n") == 1
    assert "?" in told.out


def test_letters_that_the_terminal_lacks_become_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = output("ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    console.line("Siân · 3")
    assert stream.buffer.getvalue() == b"Si?n ? 3\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("name", ["Siân", "李", "\udcff"])
def test_json_is_utf_8_and_loses_nothing(monkeypatch: pytest.MonkeyPatch, encoding: str, name: str) -> None:
    stream = output(encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    console.as_json({"name": name})
    written = stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    assert json.loads(written) == {"version": 1, "name": name}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--home", ""),
        ("--home", "", "report", "."),
        ("verify", ""),
        ("report", ""),
        ("tour", ""),
        ("content", "check", ""),
        ("--courier",),
        ("--courier", "folder"),
        ("--open",),
    ],
)
def test_an_empty_name_or_an_option_for_the_program_itself_is_bad_usage(
    arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed so on POSIX")
def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    files = [str(tmp_path / str(number)) for number in range(2000)]
    child = subprocess.Popen(
        [sys.executable, "-m", "nickaudit", "verify", *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    told = child.stderr.read()
    child.stderr.close()
    assert (child.wait(30), told) == (1, b"")
