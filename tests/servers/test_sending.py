"""From the outbox to a real Samba, and to servers that are worse: nothing lost, and nothing twice."""

import datetime as dt
import multiprocessing
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Delivery, Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery
from nickaudit.services.sealing import Sealing
from nickaudit.store.database import Database
from nickaudit.store.private import issued, outbox
from nickaudit.store.private.migrations import SCHEMA
from tests.factories import TODAY, make_claims
from tests.reading_school import ReadingSchool
from tests.servers.samba import STAFF, UNENCRYPTED, Samba, samba, why_not

Require = Callable[[object, str], None]
NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture(scope="module")
def sealing(school: ReadingSchool) -> Sealing:
    return Sealing(school=school.file().school, roles={})


@pytest.fixture(scope="module")
def _running() -> Iterator[Samba | None]:
    if why_not():
        yield None
    else:
        with samba() as server:
            yield server


@pytest.fixture
def server(_running: Samba | None, require: Require) -> Samba:
    """One server for all of them, empty for each."""
    require(_running is not None, why_not())
    assert _running is not None
    _running.run_inside(f"rm -rf {_running.folder}/share/* {_running.folder}/share/.[!.]*")
    return _running


def certify(path: Path, count: int, *, prefix: str = "0000") -> dict[CertificateNumber, bytes]:
    """A store with so many certificates, and what they say."""
    database, key = Database(path, SCHEMA), certificate_jwt.new_key()
    made = {}
    for place in range(count):
        number = CertificateNumber(f"{prefix}-0000-{place:04}")
        made[number] = certificate_jwt.sign(make_claims(number=number), private_jwk=key)
        day = next_due(TODAY)
        issued.add(database, Issued(number=number, finished_on=TODAY, next_due=day, folder=""), made[number])
    database.close()
    return made


def send_all(path: Path, address: ShareAddress, password: str, sealing: Sealing, patience: float) -> None:
    """One person's program, in a process of its own: queue everything, and try until it is there."""
    database = Database(path, SCHEMA)
    for number in [row[0] for row in database.rows("SELECT number FROM issued")]:
        delivery.queue(database, number=number, address=address, now=NOW, sealing=sealing)
    until = time.monotonic() + patience
    while delivery.waiting(database) and time.monotonic() < until:
        delivery.try_all_waiting(database, now=NOW, sealing=sealing, password_for=lambda _address: password)
    database.close()


def on_the_share(server: Samba) -> dict[str, bytes]:
    """What readers see: not what is temporary."""
    return {name: content for name, content in server.files().items() if not name.startswith(".")}


def four_senders(
    server: Samba, folder: Path, sealing: Sealing, *, each: int, patience: float
) -> tuple[dict[CertificateNumber, bytes], list[Path], list[multiprocessing.Process]]:
    spawn = multiprocessing.get_context("spawn")
    signed: dict[CertificateNumber, bytes] = {}
    paths, senders = [], []
    for place, user in enumerate(STAFF):
        path = folder / f"{user}.db"
        signed |= certify(path, each, prefix=f"000{place}")
        sender = spawn.Process(
            target=send_all, args=(path, server.address(user), server.password(user), sealing, patience)
        )
        sender.start()
        paths.append(path)
        senders.append(sender)
    return signed, paths, senders  # type: ignore[return-value]


def assert_once_each(
    server: Samba, school: ReadingSchool, signed: dict[CertificateNumber, bytes], paths: list[Path]
) -> None:
    found = on_the_share(server)
    names = set()
    for path in paths:
        database = Database(path, SCHEMA)
        assert delivery.waiting(database) == ()
        items = outbox.sent(database, since=NOW)
        for item in items:
            assert item.sealed is not None
            assert found[item.file_name] == item.sealed.content
            names.add(item.file_name)
        database.close()
    assert names == found.keys()
    assert sorted(school.opened(content) for content in found.values()) == sorted(signed.values())


def test_two_hundred_certificates_of_four_people_at_once_arrive_once_each(
    server: Samba, tmp_path: Path, school: ReadingSchool, sealing: Sealing
) -> None:
    signed, paths, senders = four_senders(server, tmp_path, sealing, each=50, patience=400)
    for sender in senders:
        sender.join(450)
        assert sender.exitcode == 0
    assert len(signed) == 200
    assert_once_each(server, school, signed, paths)
    for content in on_the_share(server).values():
        for word in (b"rosalind", b"nicholas", b"assistant", b"school", b"social", b"instagram"):
            assert word not in content.lower()


def test_a_server_that_is_killed_and_started_again_meanwhile_gets_each_once(
    server: Samba, tmp_path: Path, school: ReadingSchool, sealing: Sealing
) -> None:
    signed, paths, senders = four_senders(server, tmp_path, sealing, each=10, patience=300)
    for _ in range(3):
        time.sleep(2.5)
        server.kill()
        time.sleep(1.0)
        server.start()
    for sender in senders:
        sender.join(350)
        assert sender.exitcode == 0
    assert_once_each(server, school, signed, paths)


@pytest.fixture
def private(tmp_path: Path) -> Iterator[Database]:
    certify(tmp_path / "private.db", 1)
    database = Database(tmp_path / "private.db", SCHEMA)
    yield database
    database.close()


NUMBER = CertificateNumber("0000-0000-0000")


def queue(private: Database, address: ShareAddress, sealing: Sealing) -> None:
    delivery.queue(private, number=NUMBER, address=address, now=NOW, sealing=sealing)


def test_a_wrong_password_is_tried_once_and_the_right_one_sends_it(
    server: Samba, private: Database, sealing: Sealing
) -> None:
    queue(private, server.address("staff1"), sealing)
    item = delivery.try_now(private, NUMBER, now=NOW, sealing=sealing, password="wrong")
    assert (item.state, item.tries) == (Delivery.WAITING_REFUSED, 1)
    assert delivery.try_all_waiting(private, now=LATER, password_for=lambda _address: "wrong") == ()
    item = delivery.try_now(private, NUMBER, now=LATER, sealing=sealing, password=server.password("staff1"))
    assert item.state is Delivery.SENT
    assert list(on_the_share(server)) == [item.file_name]


def test_a_server_that_cannot_encrypt_gets_nothing(
    require: Require, private: Database, sealing: Sealing
) -> None:
    require(not why_not(), why_not())
    with samba(changed=UNENCRYPTED) as server:
        queue(private, server.address("staff1"), sealing)
        item = delivery.try_now(private, NUMBER, now=NOW, sealing=sealing, password=server.password("staff1"))
        assert item.state is Delivery.WAITING_UNENCRYPTED
        assert server.files() == {}


def test_a_full_disk_keeps_it_waiting_until_there_is_room(
    require: Require, private: Database, sealing: Sealing
) -> None:
    require(not why_not(), why_not())
    with samba(size="256k") as server:
        filling = f"{server.folder}/share/filling"
        server.run_inside(f"dd if=/dev/zero of={filling} bs=1k 2>/dev/null || true")
        queue(private, server.address("staff1"), sealing)
        password = server.password("staff1")
        full = delivery.try_now(private, NUMBER, now=NOW, sealing=sealing, password=password)
        assert full.state is Delivery.WAITING_FULL
        server.run_inside(f"truncate -s 8k {filling}")
        (sent,) = delivery.try_all_waiting(
            private, now=LATER, sealing=sealing, password_for=lambda _address: password
        )
        assert sent.state is Delivery.SENT
        assert set(on_the_share(server)) == {"filling", sent.file_name}


def test_a_server_that_never_answers_keeps_it_waiting(private: Database, sealing: Sealing) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(5)
        port = listening.getsockname()[1]
        queue(private, ShareAddress(server=f"127.0.0.1:{port}", share="s", user="u"), sealing)
        item = delivery.try_now(private, NUMBER, now=NOW, sealing=sealing, password="p", deadline=1.5)
    assert item.state is Delivery.WAITING_SILENT
    assert delivery.waiting(private) == (item,)


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
    signed = certify(path, 50)
    private = Database(path, SCHEMA)
    address, password = server.address("staff1"), server.password("staff1")
    killed = 0
    for number in signed:
        delivery.queue(private, number=number, address=address, now=NOW, sealing=sealing)
        over = threading.Event()

        def kill(over: threading.Event = over, after: float = chance.uniform(0, 0.9)) -> None:
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
from tests.servers.test_sending import send_all
school = msgspec.json.decode(sys.stdin.buffer.readline(), type=SchoolFile)
password = sys.stdin.readline().rstrip()
send_all(pathlib.Path(sys.argv[1]), address_in(sys.argv[2]), password, Sealing(school=school, roles={}), 200)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kills a whole session")
def test_a_program_killed_again_and_again_loses_nothing_and_sends_nothing_twice(
    server: Samba, tmp_path: Path, school: ReadingSchool, sealing: Sealing
) -> None:
    import msgspec

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
