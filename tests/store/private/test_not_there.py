import datetime as dt
from pathlib import Path

from nickaudit.domain.ids import StopId
from nickaudit.store.database import Database
from nickaudit.store.private import audits, not_there
from tests.factories import TODAY

STOP = StopId("quillbook.audience")


def test_a_note_is_there_at_the_next_start_with_its_last_day(private: Database) -> None:
    assert not_there.noted_on(private, STOP) is None
    not_there.note(private, STOP, device="iphone", on=TODAY)
    not_there.note(private, STOP, device="", on=TODAY + dt.timedelta(days=2))
    private.close()
    assert not_there.noted_on(private, STOP) == TODAY + dt.timedelta(days=2)
    assert not_there.noted_on(private, StopId("quillbook.other")) is None


def test_it_can_be_taken_back(private: Database) -> None:
    not_there.note(private, STOP, device="iphone", on=TODAY)
    not_there.take_back(private, STOP)
    assert not_there.noted_on(private, STOP) is None


def test_after_forgetting_no_file_of_the_home_tells_of_it(private: Database, home: Path) -> None:
    audits.begin(private, began_on=TODAY)
    not_there.note(private, STOP, device="iphone", on=TODAY)
    audits.forget(private)
    assert not_there.noted_on(private, STOP) is None
    private.close()
    assert not any(STOP.encode() in file.read_bytes() for file in home.rglob("*") if file.is_file())
