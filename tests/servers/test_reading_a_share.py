"""The head reads straight from a real Samba: what is new, with receipts, and whatever may go wrong."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.credentials.receipt import verify_receipt
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import RoleId
from nickaudit.domain.school import RECEIPT_SUFFIX, SEALED_SUFFIX
from nickaudit.services import Services, reading_round, receipts_left, sources
from nickaudit.services.receipts_left import ReceiptsLeft
from nickaudit.services.share_intake import ShareNotReadError
from nickaudit.services.sources import Source
from nickaudit.share import courier
from tests.factories import make_claims
from tests.heads_computer import heads_computer
from tests.reading_school import ReadingSchool
from tests.servers.samba import Samba, samba, why_not

Require = Callable[[object, str], None]
NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
SCHOOL = ReadingSchool()
FILE = SCHOOL.file()
pytestmark = pytest.mark.slow


@pytest.fixture
def server(require: Require) -> Iterator[Samba]:
    require(not why_not(), why_not())
    with samba() as running:
        yield running


@pytest.fixture
def head(home: Path) -> Iterator[Services]:
    with heads_computer(home, SCHOOL, FILE, now=NOW) as made:
        yield made


def send(server: Samba, number: int) -> bytes:
    claims = make_claims(number=f"0000-0000-{number:04X}", name=f"Rosalind {number}")
    to = FILE.school.keys_for(RoleId("teacher"))
    content = sealed.seal(sign(claims, private_jwk=new_key()), to=to)
    state = courier.send(
        server.address("staff1"), name_of(number), content, password=server.password("staff1")
    )
    assert state is Delivery.SENT
    return content


def name_of(number: int) -> str:
    return f"{number:032x}{SEALED_SUFFIX}"


def look(head: Services, server: Samba, *, password: str = "") -> reading_round.Round:
    return reading_round.look(
        head, (Source(address=server.address("head"), is_first=True),), now=NOW, password=password
    )


def test_the_head_reads_what_is_new_with_a_password_that_is_remembered(head: Services, server: Samba) -> None:
    contents = [send(server, number) for number in range(3)]
    with pytest.raises(ShareNotReadError) as refused:
        look(head, server)
    assert refused.value.is_log_in
    assert look(head, server, password=server.password("head")).result.taken_in == 3
    send(server, 3)
    found = look(head, server).result
    assert (found.taken_in, found.unchanged, found.total) == (1, 3, 4)
    source = Source(address=server.address("head"), is_first=True)
    assert receipts_left.leave(head, (source,)) == ReceiptsLeft(left=4)
    lying = server.files()
    for number, content in enumerate(contents):
        assert lying[name_of(number)] == content
        receipt = lying[name_of(number) + RECEIPT_SUFFIX]
        file_hash = hashlib.sha256(content).hexdigest()
        assert verify_receipt(receipt, school=FILE.school, file_hash=file_hash) is not None
    fetched = courier.fetch(
        server.address("staff2"),
        [name_of(0) + RECEIPT_SUFFIX],
        password=server.password("staff2"),
        limit=4096,
    )
    assert len(fetched) == 1, "staff read a receipt by its name"


def test_a_wrong_password_is_told_and_is_not_remembered(head: Services, server: Samba) -> None:
    send(server, 1)
    with pytest.raises(ShareNotReadError) as refused:
        look(head, server, password="wrong")
    assert refused.value.is_log_in
    with pytest.raises(ShareNotReadError):
        look(head, server)
    assert look(head, server, password=server.password("head")).result.taken_in == 1


def test_a_server_that_is_gone_is_told_and_everybody_stays(head: Services, server: Samba) -> None:
    send(server, 1)
    look(head, server, password=server.password("head"))
    server.kill()
    with pytest.raises(ShareNotReadError):
        look(head, server)
    found = reading_round.current_report(head, today=NOW.date())
    assert (len(found.rows), found.set_aside) == (1, ())
    server.start()
    assert look(head, server).result.unchanged == 1


def test_whom_the_server_shows_nothing_sees_nothing_taken_in(head: Services, server: Samba) -> None:
    send(server, 1)
    source = Source(address=server.address("staff2"), is_first=True)
    try:
        found = reading_round.look(head, (source,), now=NOW, password=server.password("staff2"))
    except ShareNotReadError:
        return
    assert found.result.taken_in == 0


def test_a_file_that_changed_on_the_server_is_told(head: Services, server: Samba) -> None:
    send(server, 1)
    look(head, server, password=server.password("head"))
    server.run_inside(f"echo rubbish > {server.folder}/share/{name_of(1)}")
    look(head, server)
    found = reading_round.current_report(head, today=NOW.date())
    assert [file.reason for file in found.set_aside] == [Refusal.CHANGED_SINCE]
    assert len(found.rows) == 1
    assert [source.place for source in sources.sources(head)] == []
