import datetime as dt

from nickaudit.store.database import Database
from nickaudit.store.school import confirmed

FIRST = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
SECOND = FIRST + dt.timedelta(minutes=5)


def test_a_key_is_confirmed_under_one_name_only(school: Database) -> None:
    confirmed.confirm(school, [("key", "rosalind ash")], at=FIRST)
    school.close()
    assert confirmed.all_confirmed(school) == {("key", "rosalind ash")}


def test_the_last_time_can_be_taken_back_and_then_the_one_before(school: Database) -> None:
    confirmed.confirm(school, [("a", "rosalind ash"), ("b", "owen birch")], at=FIRST)
    confirmed.confirm(school, [("c", "priya cedar")], at=SECOND)
    assert confirmed.last(school) == (SECOND, ("priya cedar",))
    confirmed.take_back(school, at=SECOND)
    assert confirmed.last(school) == (FIRST, ("owen birch", "rosalind ash"))
    confirmed.take_back(school, at=FIRST)
    assert confirmed.last(school) is None
    assert confirmed.all_confirmed(school) == frozenset()


def test_who_was_confirmed_before_stays_so_when_the_second_time_is_taken_back(school: Database) -> None:
    confirmed.confirm(school, [("a", "rosalind ash")], at=FIRST)
    confirmed.confirm(school, [("a", "rosalind ash"), ("b", "owen birch")], at=SECOND)
    confirmed.take_back(school, at=SECOND)
    assert confirmed.all_confirmed(school) == {("a", "rosalind ash")}
