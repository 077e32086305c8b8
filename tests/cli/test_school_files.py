"""A school file on the command line opens the window at it; commands keep their own files."""

import subprocess
import sys
from pathlib import Path

import pytest

from nickaudit.cli import main, school_files
from nickaudit.cli.school_files import with_school_option
from nickaudit.domain.school import SCHOOL_SUFFIX

FILE = "My school.nickaudit-school"


def test_the_ending_is_the_one_of_the_domain() -> None:
    assert school_files.SCHOOL_ENDING == SCHOOL_SUFFIX


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([FILE], ["--school", FILE]),
        (["Reader Bo.nickaudit-reader"], ["--school", "Reader Bo.nickaudit-reader"]),
        (["--home", "here", FILE], ["--home", "here", "--school", FILE]),
        (["--home=here", FILE], ["--home=here", "--school", FILE]),
        (["verify", FILE], ["verify", FILE]),
        (["school", "show", FILE], ["school", "show", FILE]),
        (["--home", FILE], ["--home", FILE]),
        (["--school", FILE], ["--school", FILE]),
        (["--version"], ["--version"]),
        ([], []),
    ],
    ids=str,
)
def test_a_file_by_itself_stands_for_the_option(given: list[str], meant: list[str]) -> None:
    assert with_school_option(given) == meant


@pytest.mark.parametrize("given", [(FILE,), ("--school", FILE), ("--home", "h", FILE)], ids=str)
def test_the_window_is_opened_at_that_file(
    given: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path | None] = []

    def run(_services: object, *, locking: object, school: Path | None) -> int:
        locking.lock.unlock() if locking.is_taken() else None  # type: ignore[attr-defined]
        seen.append(school)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nickaudit.ui.application.run", run)
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 0
    assert seen == [tmp_path / FILE]


def test_no_command_goes_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(("--school", FILE, "verify", FILE))
    assert ended.value.code == 2
    assert capsys.readouterr().err == "nickaudit: --school opens the window, so no command goes with it.\n"


def test_an_ending_costs_no_library() -> None:
    code = "import sys; import nickaudit.cli.school_files; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "msgspec" not in loaded.split()
