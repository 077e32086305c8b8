"""Opening many files with several processes: the same as with one, whatever becomes of the others."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit.domain.certificate import Refusal
from nickaudit.services import opening_child, opening_crew
from nickaudit.services.opening import NO_KEYS, Checked
from nickaudit.services.opening_child import Child

FILES = 700


def contents() -> Iterator[tuple[int, bytes | OSError]]:
    for number in range(FILES):
        yield number, OSError(5, "no") if number % 100 == 50 else b"rubbish %d" % number


def opened(*, processes: int) -> list[tuple[int, Checked | OSError]]:
    return list(opening_crew.over(contents(), keys=NO_KEYS, how_many=FILES, processes=processes))


def in_plain(found: list[tuple[int, Checked | OSError]]) -> list[tuple[int, object]]:
    return [(number, str(came) if isinstance(came, OSError) else came) for number, came in found]


@pytest.mark.parametrize("processes", [2, 3])
def test_every_file_comes_back_once_and_in_its_order(processes: int) -> None:
    found = opened(processes=processes)
    assert in_plain(found) == in_plain(opened(processes=1))
    assert [number for number, _ in found] == list(range(FILES))
    assert {came.reason for _, came in found if isinstance(came, Checked)} == {Refusal.NOT_A_CERTIFICATE}
    assert sum(isinstance(came, OSError) for _, came in found) == 7


def test_what_a_killed_child_leaves_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Child.ask

    def killed_at_the_second(self: Child, given: list[bytes]) -> list[Checked] | None:
        found = asked(self, given)
        self.kill()
        return found

    monkeypatch.setattr(Child, "ask", killed_at_the_second)
    assert in_plain(opened(processes=2)) == in_plain(opened(processes=1))


def test_a_child_that_cannot_be_started_costs_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(opening_child, "_program", lambda: [str(tmp_path / "no such program")])
    assert in_plain(opened(processes=2)) == in_plain(opened(processes=1))


def test_leaving_off_in_the_middle_ends_the_children() -> None:
    going = opening_crew.over(contents(), keys=NO_KEYS, how_many=FILES, processes=2)
    next(going)
    going.close()


def test_the_child_ends_with_whoever_started_it() -> None:
    script = (
        "import os\n"
        "from nickaudit.services.opening import NO_KEYS\n"
        "from nickaudit.services.opening_child import Child\n"
        "child = Child(NO_KEYS)\n"
        "assert child.ask([b'rubbish'])\n"
        "print(child._process.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    pid = int(done.stdout)
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split()[2]:
            return
        subprocess.run([sys.executable, "-c", "import time; time.sleep(.05)"], check=True)
    pytest.fail("the child lives on")


def test_the_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert opening_child._program() == [sys.executable, "--open"]


def test_the_child_is_there_by_the_programs_own_option() -> None:
    script = "from nickaudit.cli import main; main(['--open'])"
    import msgspec

    from nickaudit.services.opening_child import _LENGTH

    packed = [msgspec.msgpack.encode(each) for each in (NO_KEYS, [b"rubbish"])]
    asked = b"".join(_LENGTH.pack(len(each)) + each for each in packed)
    done = subprocess.run([sys.executable, "-c", script], input=asked, capture_output=True, check=True)
    (found,) = msgspec.msgpack.decode(done.stdout[_LENGTH.size :], type=list[Checked])
    assert found.reason is Refusal.NOT_A_CERTIFICATE
