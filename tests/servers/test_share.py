"""The school's share on a real Samba: many at once, other people's hands, and whatever may go wrong."""

import io
import multiprocessing
import random
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share import courier, errand
from nickaudit.share.errand import Do, Errand
from nickaudit.share.errors import FolderError
from nickaudit.share.folder import file_name
from tests.servers.samba import READERS, STAFF, Samba, samba, why_not

Require = Callable[[object, str], None]
ROOT = Path(__file__).parents[2]
CONTENT = b"eyJ.sealed.file" * 160
pytestmark = pytest.mark.slow


def send(server: Samba, name: str, content: bytes = CONTENT, *, user: str = "staff1") -> Delivery:
    return courier.send(server.address(user), name, content, password=server.password(user))


def send_many(address: ShareAddress, password: str, files: dict[str, bytes]) -> int:
    """One sender's files, each with a log-in of its own; how often it did not go at once."""
    from nickaudit.share.opening import box_at

    failed = 0
    for name, content in files.items():
        while True:
            box = box_at(address, password=password)
            try:
                box.deliver(name, content)
                break
            except FolderError:
                failed += 1
            finally:
                box.close()
    return failed


def four_senders(server: Samba, each: int) -> tuple[dict[str, bytes], list[multiprocessing.Process]]:
    own = {user: {file_name(sealed=True): secrets.token_bytes(2500) for _ in range(each)} for user in STAFF}
    spawn = multiprocessing.get_context("spawn")
    senders = [
        spawn.Process(target=send_many, args=(server.address(user), server.password(user), files))
        for user, files in own.items()
    ]
    for sender in senders:
        sender.start()
    return {name: content for files in own.values() for name, content in files.items()}, senders  # type: ignore[return-value]


def test_two_hundred_files_of_four_senders_at_once_arrive_once_each(server: Samba) -> None:
    sent, senders = four_senders(server, each=50)
    for sender in senders:
        sender.join(120)
        assert sender.exitcode == 0
    assert server.files() == sent
    came = list(courier.read_new(server.address("head"), {}, password=server.password("head"), limit=65_536))
    assert {each.file.name: each.content for each in came} == sent


def test_a_server_that_is_killed_and_started_again_while_they_send_gets_each_once(server: Samba) -> None:
    sent, senders = four_senders(server, each=25)
    for _ in range(3):
        time.sleep(0.6)
        server.kill()
        time.sleep(0.2)
        server.start()
    for sender in senders:
        sender.join(120)
        assert sender.exitcode == 0
    found = server.files()
    # What was being written when the server died may lie there under its temporary name: no reader looks.
    assert {name: content for name, content in found.items() if not name.endswith(".part")} == sent


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        ("ls", "NT_STATUS_ACCESS_DENIED listing"),
        ("ls {name}", "NT_STATUS_ACCESS_DENIED listing"),
        ("get {name} got", "NT_STATUS_ACCESS_DENIED opening remote file"),
        ("more {name}", "NT_STATUS_ACCESS_DENIED opening remote file"),
        ("put smb.conf {name}", "NT_STATUS_ACCESS_DENIED opening remote file"),
        ("reput smb.conf {name}", "NT_STATUS_ACCESS_DENIED opening remote file"),
        ("del {name}", "NT_STATUS_ACCESS_DENIED listing"),
        ("rm {name}", "NT_STATUS_ACCESS_DENIED listing"),
        ("rename {name} mine", "NT_STATUS_ACCESS_DENIED renaming"),
        ("hardlink {name} mine", "NT_STATUS_ACCESS_DENIED"),
        ("setmode {name} +r", "NT_STATUS_ACCESS_DENIED"),
        ("utimes {name} -1 -1 26:01:01-00:00:00 -1", "NT_STATUS_ACCESS_DENIED"),
        ("deltree *", "NT_STATUS_ACCESS_DENIED"),
    ],
)  # fmt: skip
def test_staff_can_not_list_read_change_or_take_away_anybodys_file(
    server: Samba, deed: str, refusal: str
) -> None:
    name = file_name(sealed=True)
    assert send(server, name) is Delivery.SENT
    before = server.run_inside(f"stat -c '%a %u %g %s %Y %h' {server.folder}/share/{name}")
    for other in STAFF[1:]:
        assert refusal in server.said_to(other, deed.format(name=name)), other
    assert server.files() == {name: CONTENT}
    assert server.run_inside(f"stat -c '%a %u %g %s %Y %h' {server.folder}/share/{name}") == before


def test_readers_list_and_read_and_take_nothing_away(server: Samba) -> None:
    name = file_name(sealed=True)
    assert send(server, name) is Delivery.SENT
    for reader in READERS:
        assert name in server.said_to(reader, "ls")
        assert "getting file" in server.said_to(reader, f"get {name} got")
        assert "NT_STATUS_ACCESS_DENIED" in server.said_to(reader, f"del {name}")
        assert "NT_STATUS_ACCESS_DENIED" in server.said_to(reader, f"put smb.conf {name}")
    assert server.files() == {name: CONTENT}


def test_nobody_gets_in_with_a_wrong_password_without_one_or_in_the_open(server: Samba) -> None:
    address = server.address("staff1")
    assert courier.send(address, "a", b"a", password="wrong") is Delivery.WAITING_REFUSED
    assert "NT_STATUS_LOGON_FAILURE" in server.said_to("staff1", "ls", password="wrong")
    assert "NT_STATUS_LOGON_FAILURE" in server.said_to("nobody-known", "ls")
    assert "NT_STATUS_ACCESS_DENIED" in server.said_to("head", "ls", options=("--no-pass", "--user=%"))
    older = server.said_to("head", "ls", options=("--max-protocol=SMB2", "--client-protection=sign"))
    assert "NT_STATUS_" in older
    assert "blocks available" in server.said_to("head", "ls")
    assert server.files() == {}


def test_a_full_disk_keeps_it_waiting_and_gets_it_when_there_is_room(require: Require) -> None:
    require(not why_not(), why_not())
    name = file_name(sealed=True)
    with samba(size="256k") as server:
        fill = f"dd if=/dev/zero of={server.folder}/share/filling bs=1k 2>/dev/null || true"
        server.run_inside(fill)
        assert send(server, name) is Delivery.WAITING_FULL
        assert server.run_inside(f"ls -A {server.folder}/share") == b"filling\n"
        server.run_inside(f"truncate -s 8k {server.folder}/share/filling")
        assert send(server, name) is Delivery.SENT
        assert server.run_inside(f"cat {server.folder}/share/{name}") == CONTENT


@pytest.fixture
def silent() -> Iterator[ShareAddress]:
    """A server that takes every call and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield ShareAddress(
            server=f"127.0.0.1:{listening.getsockname()[1]}", share="certificates", user="staff1"
        )


def test_a_server_that_never_answers_is_given_up_at_the_deadline(silent: ShareAddress) -> None:
    began = time.monotonic()
    assert courier.send(silent, "a", b"a", password="p", deadline=1.5) is Delivery.WAITING_SILENT
    assert 1.4 < time.monotonic() - began < 5
    for ask in (
        lambda: courier.fetch(silent, ("a",), password="p", limit=9, deadline=0.5),
        lambda: list(courier.read_new(silent, {}, password="p", limit=9, deadline=0.5)),
    ):
        with pytest.raises(FolderError) as caught:
            ask()
        assert caught.value.state is Delivery.WAITING_SILENT


def test_a_server_that_falls_silent_while_it_sends_is_given_up_too(server: Samba) -> None:
    """Stopped, not ended: its sockets stay open, and nothing comes any more."""
    name = file_name(sealed=True)
    server.run_inside(f"pkill -STOP -g {server.pid}")
    try:
        state = courier.send(
            server.address("staff1"), name, CONTENT, password=server.password("staff1"), deadline=1.5
        )
        assert state is Delivery.WAITING_SILENT
    finally:
        server.run_inside(f"pkill -CONT -g {server.pid}")
    assert send(server, name) is Delivery.SENT
    assert server.files() == {name: CONTENT}


def test_a_child_killed_at_fifty_random_moments_loses_nothing_and_leaves_nothing_twice(
    server: Samba, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    assert send(server, "first") is Delivery.SENT
    usual = time.monotonic() - began
    chance = random.Random(20261125)
    popen = subprocess.Popen
    states: list[Delivery] = []
    sent = {"first": CONTENT}

    def short_lived(*args: object, **kwargs: object) -> "subprocess.Popen[bytes]":
        child = popen(*args, **kwargs)  # type: ignore[call-overload]
        threading.Timer(chance.uniform(0.3, 1.05) * usual, child.kill).start()
        return child  # type: ignore[no-any-return]

    for _ in range(50):
        name, content = file_name(sealed=True), secrets.token_bytes(2500)
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "Popen", short_lived)
            states.append(send(server, name, content))
        found = {each: there for each, there in server.files().items() if not each.endswith(".part")}
        assert found in (sent, {**sent, name: content})
        assert states[-1] is not Delivery.SENT or name in found
        assert send(server, name, content) is Delivery.SENT
        sent[name] = content
    assert Delivery.WAITING_OTHER in states
    # A sender that died as it renamed may leave its temporary file, which no reader looks at.
    assert {each: there for each, there in server.files().items() if not each.endswith(".part")} == sent


@pytest.mark.parametrize("do", [Do.DELIVER, Do.FETCH, Do.READ_NEW])
def test_the_courier_speaks_to_the_share_and_to_nobody_else(
    server: Samba, tmp_path: Path, require: Require, do: Do
) -> None:
    require(shutil.which("strace"), "strace")
    asked = Errand(
        do=do, address=server.address("head"), password=server.password("head"), deadline=20,
        name=file_name(sealed=True), content=CONTENT, names=("school.nickaudit-school",), limit=9,
    )  # fmt: skip
    given = io.BytesIO()
    errand.write(given, asked)
    trace = tmp_path / "trace"
    done = subprocess.run(
        [
            "strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg,bind", "-o", str(trace),
            sys.executable, "-m", "nickaudit.share.carrier",
        ],
        input=given.getvalue(), stdout=subprocess.PIPE, cwd=ROOT, check=True,
    )  # fmt: skip
    answers = io.BytesIO(done.stdout)
    last = None
    while (answer := errand.read_answer(answers)) is not None:
        last = answer
    assert last == errand.Ended(Delivery.SENT)
    connected = re.findall(r"connect\(\d+, (\{.*?\}), ", trace.read_text())
    assert connected == [
        f'{{sa_family=AF_INET, sin_port=htons({server.port}), sin_addr=inet_addr("127.0.0.1")}}'
    ]
    assert "sin_" not in trace.read_text().replace(connected[0], "")
