"""From the outbox to a real Samba, and to servers that are worse: nothing lost, and nothing twice."""

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery
from nickaudit.services.sealing import Sealing
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA
from tests.reading_school import ReadingSchool
from tests.servers.readable import readable
from tests.servers.samba import UNENCRYPTED, Samba, samba, why_not
from tests.servers.senders import LATER, NOW, assert_once_each, certify, four_senders, on_the_share

Require = Callable[[object, str], None]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


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
        assert readable(content) == set()


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
