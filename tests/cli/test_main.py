"""How the command is used: what it prints, what it says on stderr, and with what it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import nickaudit
from nickaudit.cli import main
from nickaudit.cli.window import has_display

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"NickAudit {nickaudit.__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    out = capsys.readouterr().out
    for name in ("content", "report", "tour", "verify", "--home", "--version"):
        assert name in out


@pytest.mark.parametrize("command", ["content", "report", "tour", "verify"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert f"nickaudit {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nothing",),
        ("dance",),
        ("--home",),
        ("--home", ""),
        ("--home", "--version", "--nothing"),
        ("verify",),
        ("report",),
        ("tour",),
        ("tour", "one", "two"),
        ("content", "dance"),
        ("verify", "--nothing"),
        ("--home", str(ROOT / "README.md")),
    ],
    ids=" ".join,
)
def test_bad_usage_is_one_line_on_stderr_and_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], no_display: None
) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("nickaudit: ")
    assert said.err.count("\n") == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
@pytest.mark.parametrize("arguments", [(), ("--home", "somewhere")], ids=" ".join)
def test_without_a_display_one_sentence_says_what_to_do(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], no_display: None, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 1
    assert "nickaudit tour DIR" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_display_is_one_of_either_kind(no_display: None, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in {"win32", "darwin"}:
        assert has_display()
        return
    assert not has_display()
    for name, value in (
        ("DISPLAY", ":0"),
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("QT_QPA_PLATFORM", "offscreen"),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert has_display()


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = subprocess.run(
        [sys.executable, "-m", "nickaudit", "--home", str(tmp_path / "file" / "home")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "--home" in done.stderr


def test_output_that_nobody_reads_is_no_trouble() -> None:
    done = subprocess.run(
        f"{sys.executable} -m nickaudit --help | true",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr


def test_a_plain_start_of_the_window_does_not_load_click() -> None:
    code = (
        "import sys\nfrom nickaudit.cli import main\n"
        "try:\n    main([])\nexcept SystemExit:\n    pass\nprint('click' in sys.modules)"
    )
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in names},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "False"
