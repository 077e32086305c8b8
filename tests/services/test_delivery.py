import datetime as dt
import multiprocessing
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery, Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, outgoing
from nickaudit.store.database import Database
from nickaudit.store.private import issued, outbox
from nickaudit.store.private.migrations import SCHEMA
from tests.factories import TODAY

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
NUMBER = CertificateNumber("7F3A-91C2-04DE")
SIGNED = b"eyJ.signed.file" * 90


def at(folder: Path) -> ShareAddress:
    return ShareAddress(folder=str(folder))


def keep(database: Database, number: str = NUMBER, signed: bytes = SIGNED) -> CertificateNumber:
    made = CertificateNumber(number)
    certificate = Issued(number=made, finished_on=TODAY, next_due=next_due(TODAY), folder="")
    issued.add(database, certificate, signed)
    return made


@pytest.fixture
def private(home: Path) -> Iterator[Database]:
    database = Database(home / "private.db", SCHEMA)
    keep(database)
    yield database
    database.close()


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir()]


def test_the_file_name_is_stored_before_the_first_try(private: Database, box: Path) -> None:
    item = delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    private.close()
    assert outbox.of(private, NUMBER) == item
    assert item.state is Delivery.WAITING_NOT_TRIED
    assert contents(box) == []


def test_it_is_sent_when_it_was_read_back(private: Database, box: Path) -> None:
    queued = delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    item = delivery.try_now(private, NUMBER, now=NOW)
    assert (item.state, item.tries, item.sent_at) == (Delivery.SENT, 1, NOW)
    assert (box / queued.file_name).read_bytes() == SIGNED
    assert delivery.waiting(private) == ()
    assert delivery.item_of(private, NUMBER) == item


def test_what_was_sent_is_not_sent_twice(private: Database, box: Path) -> None:
    for _ in range(3):
        delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
        delivery.try_now(private, NUMBER, now=NOW)
        delivery.try_all_waiting(private, now=LATER)
    assert contents(box) == [SIGNED]


def test_a_lost_reply_does_not_send_it_twice(private: Database, box: Path) -> None:
    item = delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    (box / item.file_name).write_bytes(SIGNED)  # it arrived, and the program ended before it was noted
    assert delivery.try_now(private, NUMBER, now=LATER).state is Delivery.SENT
    assert contents(box) == [SIGNED]


def test_a_folder_that_was_gone_and_is_back_gets_it(private: Database, box: Path) -> None:
    shutil.rmtree(box)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    item = delivery.try_now(private, NUMBER, now=NOW)
    assert (item.state, item.tries, item.sent_at) == (Delivery.WAITING_GONE, 1, None)
    box.mkdir()
    (item,) = delivery.try_all_waiting(private, now=LATER)
    assert (item.state, item.tries, item.sent_at) == (Delivery.SENT, 2, LATER)
    assert contents(box) == [SIGNED]
    assert delivery.waiting(private) == ()


def test_while_the_window_is_open_a_try_waits_its_time(private: Database, box: Path) -> None:
    shutil.rmtree(box)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    delivery.try_now(private, NUMBER, now=NOW)
    soon, in_time = NOW + dt.timedelta(seconds=59), NOW + dt.timedelta(seconds=60)
    assert delivery.try_all_waiting(private, now=soon, only_due=True) == ()
    assert len(delivery.try_all_waiting(private, now=in_time, only_due=True)) == 1


def test_a_file_that_was_exchanged_stays_and_ours_gets_a_new_name(private: Database, box: Path) -> None:
    item = delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    (box / item.file_name).write_bytes(b"exchanged")
    assert delivery.try_now(private, NUMBER, now=NOW).state is Delivery.WAITING_DIFFERS
    assert delivery.try_now(private, NUMBER, now=LATER).state is Delivery.SENT
    assert sorted(contents(box)) == sorted([b"exchanged", SIGNED])


def test_another_folder_takes_the_place_of_the_first(private: Database, box: Path, tmp_path: Path) -> None:
    delivery.queue(private, number=NUMBER, address=at(tmp_path / "gone"), now=NOW)
    delivery.try_now(private, NUMBER, now=NOW)
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    assert delivery.try_now(private, NUMBER, now=NOW).state is Delivery.SENT
    assert delivery.waiting(private) == ()


def test_what_is_cancelled_is_not_tried_and_keeps_its_name(private: Database, box: Path) -> None:
    first = delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    delivery.cancel_waiting(private, NUMBER)
    assert delivery.try_all_waiting(private, now=LATER) == ()
    assert delivery.try_now(private, NUMBER, now=LATER).state is Delivery.NOT_SENT
    assert contents(box) == []
    again = delivery.queue(private, number=NUMBER, address=at(box), now=LATER)
    assert again.file_name == first.file_name
    assert again.state is Delivery.WAITING_NOT_TRIED


def test_what_was_sent_cannot_be_cancelled(private: Database, box: Path) -> None:
    delivery.queue(private, number=NUMBER, address=at(box), now=NOW)
    delivery.try_now(private, NUMBER, now=NOW)
    delivery.cancel_waiting(private, NUMBER)
    item = delivery.item_of(private, NUMBER)
    assert item is not None
    assert item.state is Delivery.SENT


def test_what_does_not_exist_cannot_be_sent(private: Database, box: Path) -> None:
    unknown = CertificateNumber("0000-0000-0000")
    with pytest.raises(delivery.NotQueuedError):
        delivery.queue(private, number=unknown, address=at(box), now=NOW)
    with pytest.raises(delivery.NotQueuedError):
        delivery.try_now(private, unknown, now=NOW)
    assert delivery.item_of(private, unknown) is None


def test_a_folder_whose_name_is_no_text_cannot_be_remembered(private: Database, tmp_path: Path) -> None:
    with pytest.raises(outgoing.FolderNameError):
        delivery.queue(private, number=NUMBER, address=at(tmp_path / "\udcff"), now=NOW)


def test_progress_is_told_and_cancelling_leaves_the_rest_waiting(private: Database, box: Path) -> None:
    for each in range(3):
        number = keep(private, f"0000-0000-000{each}", signed=b"%d" % each)
        delivery.queue(private, number=number, address=at(box), now=NOW + dt.timedelta(seconds=each))
    told: list[tuple[int, int]] = []
    tried = delivery.try_all_waiting(
        private,
        now=NOW,
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: any(box.iterdir()),
    )
    assert told == [(0, 3)]
    assert len(tried) == 1
    assert [item.number for item in delivery.waiting(private)][-2:] == ["0000-0000-0001", "0000-0000-0002"]
    delivery.try_all_waiting(private, now=LATER)
    assert delivery.waiting(private) == ()
    assert sorted(contents(box)) == [b"0", b"1", b"2"]


def test_a_folder_that_is_gone_is_asked_once_and_the_others_still_get_theirs(
    private: Database, box: Path, tmp_path: Path
) -> None:
    for each in range(4):
        number = keep(private, f"0000-0000-000{each}", signed=b"%d" % each)
        folder = tmp_path / "gone" if each < 3 else box
        delivery.queue(private, number=number, address=at(folder), now=NOW + dt.timedelta(seconds=each))
    tried = delivery.try_all_waiting(private, now=LATER)
    assert [item.state for item in tried] == [Delivery.WAITING_GONE, Delivery.SENT]
    assert len(delivery.waiting(private)) == 3


def test_on_a_shared_computer_it_is_sent_from_memory(box: Path, home: Path) -> None:
    database = Database(None, SCHEMA)
    keep(database)
    delivery.queue(database, number=NUMBER, address=at(box), now=NOW)
    assert delivery.try_now(database, NUMBER, now=NOW).state is Delivery.SENT
    database.close()
    assert not home.exists()


def send_all(path: Path, folder: Path, numbers: list[str], start: "object") -> None:
    """Runs in a process of its own."""
    database = Database(path, SCHEMA)
    start.wait()  # type: ignore[attr-defined]
    for number in numbers:
        delivery.queue(database, number=CertificateNumber(number), address=at(folder), now=NOW)
    delivery.try_all_waiting(database, now=LATER)
    database.close()


def test_two_people_and_two_programs_sending_at_once_lose_nothing_and_send_nothing_twice(
    tmp_path: Path, box: Path
) -> None:
    """Two programs of one person (one outbox) and one of another, all into one folder."""
    homes = {"hers": tmp_path / "hers.db", "his": tmp_path / "his.db"}
    numbers = {who: [f"{who.upper():>04}-0000-{n:04}" for n in range(8)] for who in homes}
    for who, path in homes.items():
        database = Database(path, SCHEMA)
        for number in numbers[who]:
            keep(database, number, signed=number.encode() * 50)
        database.close()
    context = multiprocessing.get_context("spawn")
    start = context.Event()
    senders = [
        context.Process(target=send_all, args=(homes[who], box, numbers[who], start))
        for who in ("hers", "hers", "his")
    ]
    for sender in senders:
        sender.start()
    start.set()
    for sender in senders:
        sender.join(60)
        assert sender.exitcode == 0

    wanted = sorted(number.encode() * 50 for all_of_them in numbers.values() for number in all_of_them)
    assert sorted(contents(box)) == wanted
    for path in homes.values():
        database = Database(path, SCHEMA)
        assert delivery.waiting(database) == ()
        database.close()
