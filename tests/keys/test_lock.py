import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from nickaudit.keys import lock
from nickaudit.keys.base import KeysLockedError, KeysNotKeptError

HOLD = """
import pathlib, sys
from nickaudit.keys import lock
with lock.held(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_threads_come_one_after_the_other(home: Path) -> None:
    inside, most = 0, 0

    def enter() -> None:
        nonlocal inside, most
        for _ in range(20):
            with lock.held(home):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == 1


def test_another_process_is_waited_for_and_its_end_lets_go(home: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(KeysLockedError), lock.held(home, patience=0.2):
            pass
        holder.kill()
        holder.wait()
        with lock.held(home, patience=5):
            pass


def test_a_fault_inside_lets_go(home: Path) -> None:
    with pytest.raises(ValueError, match="inside"), lock.held(home):
        raise ValueError("inside")
    with lock.held(home, patience=0.1):
        pass


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_it_is_its_owners_alone(home: Path) -> None:
    with lock.held(home):
        assert stat.S_IMODE((home / lock.FILE_NAME).stat().st_mode) == 0o600


def test_a_home_that_cannot_be_written_is_said_so(home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(KeysNotKeptError), lock.held(home):
        pass
