"""What `make` says on a machine where NickAudit cannot run, or where something is missing.

Such machines are simulated by the few commands the script asks them with.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ["cat", "cksum", "dirname", "grep", "ldconfig", "mkdir", "rm", "sed", "sh"]
OLD_PYTHON = '[ "$1" = --version ] && echo Python 3.10.12; [ "$1" = --version ]'
LIBRARIES = "libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0"


class Machine:
    """A copy of the script with a machine of its own around it."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.project / "packaging").mkdir(parents=True)
        for name in ("packaging/prepare.sh", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.project / name)
        for tool in TOOLS:
            found = shutil.which(tool, path="/usr/bin:/bin:/usr/sbin:/sbin")
            assert found, tool
            (self.bin / tool).symlink_to(found)
        self.command("uname", '[ "$1" = -s ] && echo Linux || echo x86_64')
        self.command("getconf", "echo glibc 2.36")
        self.command("id", "echo 1000")
        self.command("python3", OLD_PYTHON)

    def command(self, name: str, script: str) -> None:
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def without_libraries(self) -> None:
        self.command("ldconfig", "echo nothing here")

    def prepare(self, **variables: str) -> subprocess.CompletedProcess[str]:
        script = str(self.project / "packaging" / "prepare.sh")
        return subprocess.run(
            [str(self.bin / "sh"), script, "run"],
            env={"PATH": str(self.bin), **variables}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def refusal(self, **variables: str) -> str:
        result = self.prepare(**variables)
        assert result.returncode == 1, result
        assert result.stdout == ""
        return result.stderr.rstrip("\n")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def assert_one_sentence(text: str) -> None:
    assert "\n" not in text
    assert text.endswith(".")


@pytest.mark.parametrize(
    ("command", "script", "words"),
    [
        ("getconf", "echo glibc 2.31", "glibc 2.34 or newer"),
        ("getconf", "exit 1", "has another C library"),
        ("uname", '[ "$1" = -s ] && echo Linux || echo i686', "this is Linux on i686"),
        ("uname", '[ "$1" = -s ] && echo Linux || echo aarch64', "glibc 2.39 or newer"),
        ("uname", '[ "$1" = -s ] && echo FreeBSD || echo amd64', "this is FreeBSD on amd64"),
    ],
)
def test_a_system_qt_does_not_run_on_is_refused(
    machine: Machine, command: str, script: str, words: str
) -> None:
    machine.command(command, script)
    refusal = machine.refusal()
    assert words in refusal
    assert_one_sentence(refusal)


def test_an_old_macos_is_refused(machine: Machine) -> None:
    machine.command("uname", '[ "$1" = -s ] && echo Darwin || echo arm64')
    machine.command("sw_vers", "echo 12.7.6")
    assert machine.refusal() == "NickAudit needs macOS 13 or newer; this is macOS 12.7.6."


def test_a_mac_with_an_intel_processor_is_refused(machine: Machine) -> None:
    machine.command("uname", '[ "$1" = -s ] && echo Darwin || echo x86_64')
    refusal = machine.refusal()
    assert "Apple's own processor" in refusal
    assert_one_sentence(refusal)


def test_another_python_is_refused_and_named(machine: Machine) -> None:
    refusal = machine.refusal()
    assert refusal.startswith(
        "NickAudit needs Python 3.11, 3.12, 3.13 or 3.14; this machine has Python 3.10.12."
    )


def test_a_machine_without_python_or_apt_is_told_what_to_install(machine: Machine) -> None:
    (machine.bin / "python3").unlink()
    assert "this machine has none" in machine.refusal()


def test_what_debian_lacks_is_one_line_to_copy(machine: Machine) -> None:
    machine.without_libraries()
    machine.command("apt-get", "exit 1")
    (machine.bin / "python3").unlink()
    assert machine.refusal().splitlines()[1:] == [f"sudo apt-get install {LIBRARIES} python3 python3-venv"]


def test_newer_systems_call_one_library_by_its_newer_name(machine: Machine) -> None:
    machine.without_libraries()
    machine.command("apt-get", "exit 1")
    machine.command("getconf", "echo glibc 2.39")
    (machine.bin / "python3").unlink()
    assert "libglib2.0-0t64 libgl1" in machine.refusal()


def test_with_a_screen_the_libraries_for_it_are_named_too(machine: Machine) -> None:
    machine.without_libraries()
    machine.command("apt-get", "exit 1")
    (machine.bin / "python3").unlink()
    assert "libxcb-cursor0" not in machine.refusal()
    assert "libxcb-cursor0" in machine.refusal(DISPLAY=":0")
    assert "libxcb-cursor0" in machine.refusal(WAYLAND_DISPLAY="wayland-0")


def test_root_installs_and_hears_why_it_failed(machine: Machine) -> None:
    machine.without_libraries()
    machine.command("id", "echo 0")
    machine.command("python3", "exit 0")
    machine.command("apt-get", '[ "$1" = update ] || { echo "no space left"; exit 100; }')
    result = machine.prepare()
    assert result.returncode == 1
    assert result.stdout.startswith(f"Installing {LIBRARIES} libxcb-cursor0")
    assert result.stderr.startswith("no space left\napt-get could not install libglib2.0-0")


def test_another_distribution_is_told_the_names(machine: Machine) -> None:
    machine.without_libraries()
    machine.command("python3", "exit 0")
    assert machine.refusal().endswith(f"install its own equivalents: {LIBRARIES}")


def test_a_folder_that_make_did_not_make_is_left_alone(machine: Machine) -> None:
    machine.command("python3", "exit 0")
    (machine.project / ".venv").mkdir()
    (machine.project / ".venv" / "thesis.txt").write_text("mine")
    machine.command("ldconfig", "exit 1")
    assert "move it away" in machine.refusal()
    assert (machine.project / ".venv" / "thesis.txt").exists()
