import datetime as dt
from typing import Any

import pytest
from msgspec import structs

from nickaudit.domain.delivery import Delivery, OutboxItem, Sealed
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.school import Reader
from nickaudit.domain.share_address import ShareAddress
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.private import outbox

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
NUMBER = CertificateNumber("7F3A-91C2-04DE")
HEAD = Reader(title="the headteacher", name="Ann Hill", key="k" * 43, receipt_key="r" * 43)
SEALED = Sealed(content=b'{"protected":"\x00\xff', readers=(HEAD,), recovery="y" * 43)
SERVER = ShareAddress(server="nas:4450", share="checks", path="2026/autumn", user="SCHOOL\\r.ash")


def make_item(number: str = NUMBER, **changes: Any) -> OutboxItem:
    values: dict[str, Any] = {
        "address": ShareAddress(folder="/school/checks"),
        "file_name": f"{number}.nickaudit-certificate",
        "state": Delivery.WAITING_NOT_TRIED,
        "queued_at": NOW,
    }
    return OutboxItem(number=CertificateNumber(number), **{**values, **changes})


@pytest.mark.parametrize("state", Delivery)
def test_a_row_comes_back_as_it_was_stored(private: Database, state: Delivery) -> None:
    item = make_item(state=state, tries=3, tried_at=NOW, sent_at=NOW)
    outbox.queue(private, item)
    private.close()
    assert outbox.of(private, NUMBER) == item


def test_sealed_bytes_their_readers_and_a_servers_address_come_back_as_they_were(private: Database) -> None:
    item = make_item(sealed=SEALED, address=SERVER, state=Delivery.WAITING_REFUSED)
    outbox.queue(private, item)
    private.close()
    assert outbox.of(private, NUMBER) == item


def test_readers_that_cannot_be_read_are_damage(private: Database) -> None:
    outbox.queue(private, make_item(sealed=SEALED))
    private.write("UPDATE outbox SET sealed_for = 'nobody'")
    with pytest.raises(DamagedStoreError):
        outbox.of(private, NUMBER)


def test_what_was_sent_from_a_day_on_is_found(private: Database) -> None:
    day = dt.timedelta(days=1)
    for number, moment in (("0000-0000-0001", NOW - day), (NUMBER, NOW)):
        outbox.queue(private, make_item(number, state=Delivery.SENT, sent_at=moment))
    outbox.queue(private, make_item("0000-0000-0002"))
    assert [item.number for item in outbox.sent(private, since=NOW)] == [NUMBER]


def test_what_was_sent_does_not_wait_again_because_of_a_slower_try(private: Database) -> None:
    item = make_item(tries=1, tried_at=NOW)
    outbox.queue(private, item)
    sent = structs.replace(item, state=Delivery.SENT, sent_at=NOW)
    outbox.update(private, sent)
    outbox.update(private, structs.replace(item, state=Delivery.WAITING_SILENT))
    assert outbox.of(private, NUMBER) == sent


def test_only_what_waits_is_waiting_oldest_first(private: Database) -> None:
    later = make_item("0000-0000-0001", queued_at=NOW + dt.timedelta(hours=1))
    gone = make_item("0000-0000-0002", state=Delivery.WAITING_GONE)
    for item in (later, gone, make_item("0000-0000-0003", state=Delivery.SENT)):
        outbox.queue(private, item)
    assert outbox.waiting(private) == (gone, later)


def test_what_was_cancelled_while_it_was_tried_stays_cancelled(private: Database) -> None:
    item = make_item()
    outbox.queue(private, item)
    outbox.update(private, structs.replace(item, state=Delivery.NOT_SENT))
    outbox.update(private, structs.replace(item, state=Delivery.WAITING_FULL, tries=1))
    found = outbox.of(private, NUMBER)
    assert found is not None
    assert found.state is Delivery.NOT_SENT


def test_what_was_sent_after_all_says_so(private: Database) -> None:
    item = make_item()
    outbox.queue(private, structs.replace(item, state=Delivery.NOT_SENT))
    sent = structs.replace(item, state=Delivery.SENT, tries=1, tried_at=NOW, sent_at=NOW)
    outbox.update(private, sent)
    assert outbox.of(private, NUMBER) == sent


def test_a_try_of_an_earlier_row_says_nothing_about_the_new_one(private: Database) -> None:
    earlier, new = (
        make_item(file_name="a"),
        make_item(file_name="b", address=ShareAddress(folder="/elsewhere")),
    )
    outbox.queue(private, earlier)
    outbox.queue(private, new)
    outbox.update(private, structs.replace(earlier, state=Delivery.SENT))
    assert outbox.of(private, NUMBER) == new


def test_a_state_of_no_kind_we_know_is_damage(private: Database) -> None:
    outbox.queue(private, make_item())
    private.write("UPDATE outbox SET state = 'flying'")
    with pytest.raises(DamagedStoreError):
        outbox.waiting(private)
