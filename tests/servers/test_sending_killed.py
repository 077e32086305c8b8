"""Sending that is killed at any moment, the child or the whole program: nothing lost, and nothing twice."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.services import delivery
from nickaudit.services.sealing import Sealing
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA
from tests.reading_school import ReadingSchool
from tests.servers.samba import Samba
from tests.servers.senders import LATER, NOW, assert_once_each, certify

Require = Callable[[object, str], None]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def couriers_of(parent: int) -> list[int]:
    """The processes that this one has started and not yet ended."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{parent}/task").iterdir():
            with suppress(OSError):
                found += map(int, (task / "children").read_text().split())
    return [pid for pid in found if b"nickaudit.share" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@pytest.mark.skipif(sys.platform != "linux", reason="finds its children in /proc")
def test_a_child_killed_at_fifty_random_moments_loses_nothing_and_sends_nothing_twice(
    server: Samba, tmp_path: Path, school: ReadingSchool, sealing: Sealing
) -> None:
    path, chance = tmp_path / "private.db", random.Random(5)
    signed = certify(path, 51)
    private = Database(path, SCHEMA)
    address, password = server.address("staff1"), server.password("staff1")
    killed, (undisturbed, *others) = 0, signed
    delivery.queue(private, number=undisturbed, address=address, now=NOW, sealing=sealing)
    began = time.monotonic()
    delivery.try_now(private, undisturbed, now=NOW, sealing=sealing, password=password)
    takes = time.monotonic() - began
    for number in others:
        delivery.queue(private, number=number, address=address, now=NOW, sealing=sealing)
        over = threading.Event()

        def kill(over: threading.Event = over, after: float = chance.uniform(0, takes)) -> None:
            over.wait(after)
            for pid in couriers_of(os.getpid()):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        item = delivery.try_now(private, number, now=NOW, sealing=sealing, password=password)
        over.set()
        killer.join()
        killed += item.state is Delivery.WAITING_OTHER
        assert item.state in (Delivery.SENT, Delivery.WAITING_OTHER)
    assert killed > 10, "else nothing was tried here"
    delivery.try_all_waiting(private, now=LATER, sealing=sealing, password_for=lambda _address: password)
    private.close()
    assert_once_each(server, school, signed, [path])


PROGRAM = """
import sys, pathlib, datetime as dt, msgspec
from nickaudit.domain.school import SchoolFile
from nickaudit.domain.share_address import address_in
from nickaudit.services.sealing import Sealing
from tests.servers.senders import send_all
school = msgspec.json.decode(sys.stdin.buffer.readline(), type=SchoolFile)
password = sys.stdin.readline().rstrip()
send_all(pathlib.Path(sys.argv[1]), address_in(sys.argv[2]), password, Sealing(school=school, roles={}), 200)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kills a whole session")
def test_a_program_killed_again_and_again_loses_nothing_and_sends_nothing_twice(
    server: Samba, tmp_path: Path, school: ReadingSchool, sealing: Sealing
) -> None:
    path, chance = tmp_path / "private.db", random.Random(6)
    signed = certify(path, 20)
    address = server.address("staff1")
    given = msgspec.json.encode(sealing.school) + b"\n" + server.password("staff1").encode() + b"\n"
    for turn in range(13):
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), address.text],
            stdin=subprocess.PIPE,
            start_new_session=True,
            cwd=Path(__file__).parents[2],
        )
        assert program.stdin is not None
        with program.stdin:
            program.stdin.write(given)
        with suppress(subprocess.TimeoutExpired):
            program.wait(chance.uniform(1.0, 4.0) if turn < 12 else 200)
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait(10)
    assert_once_each(server, school, signed, [path])
