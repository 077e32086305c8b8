"""The letter box on a server, tried on a real Samba with the configuration that schools are given."""

import re
import time
from collections.abc import Callable, Iterator

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share.smb import SmbBox
from nickaudit.share.smb_wire import How, Share, host_and_port
from tests.servers.samba import UNENCRYPTED, Samba, samba, why_not
from tests.share.letterbox_contract import CONTENT, NAME, LetterboxContract, Place, state_after

Require = Callable[[object, str], None]


@pytest.fixture
def box(server: Samba) -> Iterator[Callable[[str], SmbBox]]:
    """A person's own way to the letter box."""
    boxes: dict[str, SmbBox] = {}

    def of(user: str) -> SmbBox:
        return boxes.setdefault(user, SmbBox(server.address(user), password=server.password(user)))

    yield of
    for each in boxes.values():
        each.close()


class TestSmbBox(LetterboxContract):
    @pytest.fixture
    def place(self, server: Samba, box: Callable[[str], SmbBox]) -> Iterator[Place]:
        share = f"{server.folder}/share"

        def lay(name: str, content: bytes) -> None:
            if name.endswith("/"):
                server.run_inside(f"mkdir '{share}/{name}'")
                return
            (server.folder / "laid").write_bytes(content)
            server.run_inside(f"cp {server.folder}/laid '{share}/{name}' && chown head '{share}/{name}'")

        elsewhere = SmbBox(server.address("head", path="gone/deep"), password=server.password("head"))
        yield Place(
            box=box("head"),
            elsewhere=elsewhere,
            lay=lay,
            names=lambda: sorted(server.run_inside(f"ls -A {share}").decode().splitlines()),
            content=lambda name: server.run_inside(f"cat '{share}/{name}'"),
            is_for_all=lambda name: "getting file" in server.said_to("staff3", f"get {name} got"),
        )
        elsewhere.close()


def test_a_log_in_that_is_wrong_says_so(server: Samba) -> None:
    for user, password in (("staff1", "wrong"), ("staff1", ""), ("nobody-known", "x"), ("", "")):
        box = SmbBox(server.address(user), password=password)
        assert state_after(lambda box=box: box.deliver(NAME, CONTENT)) is Delivery.WAITING_REFUSED  # type: ignore[misc]
    assert server.files() == {}


def test_a_share_that_is_not_there_is_a_folder_gone(server: Samba) -> None:
    box = SmbBox(server.address("staff1", share="no-such-share"), password=server.password("staff1"))
    assert state_after(lambda: box.deliver(NAME, CONTENT)) is Delivery.WAITING_GONE
    box.close()


@pytest.mark.parametrize("where", ["127.0.0.1:1", "no-such-server.invalid"])
def test_a_server_that_is_not_there_is_a_folder_gone(where: str) -> None:
    box = SmbBox(ShareAddress(server=where, share="s", user="u"), password="p")
    assert state_after(lambda: box.deliver(NAME, CONTENT)) is Delivery.WAITING_GONE


def test_staff_may_put_files_in_and_neither_list_nor_read_what_is_not_theirs(
    server: Samba, box: Callable[[str], SmbBox]
) -> None:
    box("staff1").deliver(NAME, CONTENT)
    assert state_after(box("staff2").listing) is Delivery.WAITING_READ_ONLY
    assert state_after(lambda: box("staff2").read(NAME, limit=9)) is Delivery.WAITING_READ_ONLY
    assert state_after(lambda: box("staff2").deliver(NAME, CONTENT)) is Delivery.WAITING_DIFFERS
    assert state_after(lambda: box("staff2").publish(NAME, b"mine")) is Delivery.WAITING_READ_ONLY
    assert not box("staff2").put_beside(NAME, b"mine")
    assert server.files() == {NAME: CONTENT}
    assert box("deputy").read(NAME, limit=9999) == CONTENT


def test_a_receipt_is_readable_for_the_sender_and_found_by_its_name(
    server: Samba, box: Callable[[str], SmbBox]
) -> None:
    box("staff1").deliver(NAME, CONTENT)
    assert box("head").put_beside(f"{NAME}.nickaudit-receipt", b"signed")
    assert box("staff1").read(f"{NAME}.nickaudit-receipt", limit=99) == b"signed"
    assert box("staff1").read(f"{NAME}.another", limit=99) is None


def test_a_server_that_lets_nobody_read_a_second_time_still_gets_it(require: Require) -> None:
    require(not why_not(), why_not())
    with samba(changed={"0640": "0240"}) as server:
        box = SmbBox(server.address("staff1"), password=server.password("staff1"))
        box.deliver(NAME, CONTENT)
        assert state_after(lambda: box.read(NAME, limit=9)) is Delivery.WAITING_READ_ONLY
        assert server.files() == {NAME: CONTENT}
        box.close()


def test_to_a_server_that_does_not_encrypt_nothing_is_said(require: Require) -> None:
    require(not why_not(), why_not())
    with samba(changed=UNENCRYPTED) as server:
        box = SmbBox(server.address("staff1"), password="wrong")
        assert state_after(lambda: box.deliver(NAME, CONTENT)) is Delivery.WAITING_UNENCRYPTED
        assert server.files() == {}


def test_a_file_that_was_half_written_when_the_sender_was_lost_is_taken_away_by_the_server(
    server: Samba,
) -> None:
    from nickaudit.share.folder import temporary_name
    from nickaudit.share.smb_wire import How, Share

    share = Share(
        server.address("staff1").server, "certificates",
        user="staff1", password=server.password("staff1"), timeout=10,
    )  # fmt: skip
    with share.opened(temporary_name(NAME), How.MAKE) as file:
        file.vanish_unless_kept(True)
        file.write(CONTENT)
        assert [re.sub("[0-9a-f]{16}", "…", name) for name in server.files()] == [
            f".{NAME}.….part".replace("0f" * 16, "……")
        ]
        share.close()
    for _ in range(100):
        if not server.files():
            break
    assert server.files() == {}


@pytest.mark.parametrize(
    ("server", "host", "port"),
    [
        ("files.school.example", "files.school.example", 445),
        ("files.school.example:1445", "files.school.example", 1445),
        ("192.0.2.7", "192.0.2.7", 445),
        ("2001:db8::7", "2001:db8::7", 445),
        ("[2001:db8::7]:1445", "2001:db8::7", 1445),
        ("[2001:db8::7]", "2001:db8::7", 445),
        ("files:", "files:", 445),
    ],
)
def test_a_server_may_have_a_port(server: str, host: str, port: int) -> None:
    assert host_and_port(server) == (host, port)


def test_a_sender_that_is_lost_the_moment_a_file_was_made_leaves_nothing_of_it(server: Samba) -> None:
    address = server.address("staff1")
    share = Share(
        address.server, address.share, user=address.user, password=server.password("staff1"), timeout=20
    )
    making = share.opened("new.part", How.MAKE)
    making.__enter__()
    assert list(server.files()) == ["new.part"]
    share._connection.transport.close()  # as when its process is killed: no good-bye
    until = time.monotonic() + 10
    while server.files() and time.monotonic() < until:
        time.sleep(0.05)
    assert server.files() == {}
