"""Where things are, in each of the ways the program can be run."""

import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from nickaudit import paths

ROOT = Path(__file__).parents[1]
ASK = "from nickaudit import paths; print(paths.resource('policies'))"


def test_the_option_wins_over_the_environment(tmp_path: Path, home: Path) -> None:
    assert paths.data_home(tmp_path / "chosen") == tmp_path / "chosen"
    assert not home.exists()


def test_the_environment_wins_over_the_systems_place(home: Path) -> None:
    assert paths.data_home(None) == home


def test_without_either_the_systems_own_place_is_taken_and_it_does_not_roam(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: dict[str, object] = {}

    def place(name: str, **options: object) -> Path:
        asked.update(options)
        return tmp_path / name

    monkeypatch.delenv("NICKAUDIT_HOME")
    monkeypatch.setattr("platformdirs.user_data_path", place)
    assert paths.data_home(None) == tmp_path / "NickAudit"
    assert asked["roaming"] is False


def test_an_empty_environment_variable_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NICKAUDIT_HOME", "")
    assert str(paths.data_home(None)).startswith(str(tmp_path / "xdg"))


def test_a_relative_home_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_home(Path("here")) == tmp_path / "here"


def test_a_new_home_is_closed_to_others(home: Path) -> None:
    assert stat.S_IMODE(paths.data_home(None).stat().st_mode) == 0o700


def test_a_home_that_stood_open_is_closed(home: Path) -> None:
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    assert stat.S_IMODE(paths.data_home(None).stat().st_mode) == 0o700


def test_a_folder_that_everybody_shares_is_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    paths.data_home(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777


def test_a_file_in_the_place_of_the_home_is_one_clear_sentence(home: Path) -> None:
    home.write_text("not a folder")
    with pytest.raises(paths.HomeUnusableError, match="cannot hold your answers: it is a file"):
        paths.data_home(None)


def test_a_home_below_a_file_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(paths.HomeUnusableError, match="not a directory"):
        paths.data_home(tmp_path / "file" / "home")


def test_a_home_that_may_not_be_written_is_one_clear_sentence(
    tmp_path: Path, require: Callable[[object, str], None]
) -> None:
    require(os.name == "posix", "rights of a POSIX system")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    script = (
        "import os, pathlib\n"
        "from nickaudit import paths\n"
        "if os.geteuid() == 0:\n"
        "    os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try:\n"
        f"    paths.data_home(pathlib.Path({str(closed)!r}))\n"
        "except paths.HomeUnusableError as error:\n"
        "    print(error)\n"
    )
    tmp_path.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"The folder {closed} cannot hold your answers: ")


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "fonts/../../pyproject.toml"])
def test_nothing_outside_the_resources_is_found(name: str) -> None:
    with pytest.raises(ValueError, match="resources"):
        paths.resource(name)


def test_resources_in_the_source_tree() -> None:
    assert paths.resource("policies") == ROOT / "resources" / "policies"
    assert paths.resource("policies").is_dir()


def test_resources_in_an_installed_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    found = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r}); {ASK}"],
        check=True, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    place = Path(found.stdout.strip())
    assert place == site / "nickaudit" / "_resources" / "policies"
    shipped = {
        each.relative_to(site / "nickaudit/_resources") for each in place.parent.rglob("*") if each.is_file()
    }
    assert shipped == {
        each.relative_to(ROOT / "resources") for each in (ROOT / "resources").rglob("*") if each.is_file()
    }


def test_resources_in_the_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("policies") == tmp_path / "resources" / "policies"
