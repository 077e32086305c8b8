import datetime as dt

import pytest
from msgspec import structs

from nickaudit.domain.status import (
    Expected,
    Note,
    PolicyVersion,
    Row,
    Status,
    rows_on,
    status_on,
    surname_first,
)
from nickaudit.domain.taken_in import TakenIn
from tests.domain.test_taken_in import arrived
from tests.factories import TODAY

A_DAY = dt.timedelta(days=1)


def row_of(*items: TakenIn, today: dt.date = TODAY) -> Row:
    (row,) = rows_on(items, today=today)
    return row


@pytest.mark.parametrize(
    ("next_due", "status"),
    [
        (TODAY - A_DAY, Status.OVERDUE),
        (TODAY, Status.DUE),
        (TODAY + 30 * A_DAY, Status.DUE),
        (TODAY + 31 * A_DAY, Status.FINISHED),
    ],
)
def test_a_check_is_due_for_a_month_and_overdue_from_the_day_after(next_due: dt.date, status: Status) -> None:
    assert status_on(next_due=next_due, today=TODAY) is status


def test_the_newest_certificate_of_a_person_counts() -> None:
    last_year = TODAY.replace(year=2025)
    row = row_of(arrived(1, on=last_year, finished_on=last_year), arrived(2))
    assert (row.finished_on, row.number, row.status) == (TODAY, "0000-0000-0002", Status.FINISHED)


def test_with_nothing_to_ask_there_is_no_note() -> None:
    assert row_of(arrived(1)).notes == ()


def test_two_people_of_one_name_have_a_row_each_and_both_say_so() -> None:
    rows = rows_on((arrived(1, key="hers"), arrived(2, key="his")), today=TODAY)
    assert [row.notes for row in rows] == [(Note.SAME_NAME,), (Note.SAME_NAME,)]


def test_another_key_than_the_first_is_something_to_ask_about() -> None:
    first = arrived(1, key="old", staff_number="17", on=TODAY - A_DAY, finished_on=TODAY - A_DAY)
    assert row_of(first, arrived(2, key="new", staff_number="17")).notes == (Note.NEW_KEY,)


def test_another_key_stays_something_to_ask_about_when_it_comes_again() -> None:
    next_year = TODAY.replace(year=2027)
    row = row_of(
        arrived(1, key="old", staff_number="17"),
        arrived(2, key="new", staff_number="17", on=TODAY + A_DAY, finished_on=TODAY + A_DAY),
        arrived(3, key="new", staff_number="17", on=next_year, finished_on=next_year),
        today=next_year,
    )
    assert row.notes == (Note.NEW_KEY,)


def test_back_to_the_first_key_there_is_nothing_to_ask() -> None:
    row = row_of(
        arrived(1, key="old", staff_number="17", on=TODAY - 2 * A_DAY, finished_on=TODAY - 2 * A_DAY),
        arrived(2, key="new", staff_number="17", on=TODAY - A_DAY, finished_on=TODAY - A_DAY),
        arrived(3, key="old", staff_number="17"),
    )
    assert row.notes == ()


def test_a_date_ahead_of_the_arrival_is_noted_also_after_that_day_has_come() -> None:
    ahead = arrived(1, finished_on=TODAY + 10 * A_DAY)
    assert row_of(ahead).notes == (Note.DATED_AHEAD,)
    assert row_of(ahead, today=TODAY + 20 * A_DAY).notes == (Note.DATED_AHEAD,)


def test_a_certificate_dated_ahead_does_not_hide_a_real_one() -> None:
    row = row_of(arrived(1, finished_on=TODAY + 3000 * A_DAY), arrived(2))
    assert (row.number, row.notes) == ("0000-0000-0002", ())


def test_a_clock_set_back_is_noted_when_it_is_more_than_a_day() -> None:
    assert row_of(arrived(1, finished_on=TODAY - A_DAY)).notes == ()
    assert row_of(arrived(1, finished_on=TODAY - 2 * A_DAY)).notes == (Note.DATED_BACK,)


def test_nobody_gives_themselves_more_than_a_year() -> None:
    row = row_of(arrived(1, next_due=TODAY + 730 * A_DAY))
    assert row.next_due == TODAY.replace(year=2027)


def test_another_school_and_another_policy_are_noted_where_they_are_known() -> None:
    items = (arrived(1, school="St Elsewhere", policy_id="st-elsewhere"),)
    expected = Expected(school_names=("St Nicholas",), policy_id="st-nicholas")
    (row,) = rows_on(items, today=TODAY, expected=expected)
    assert row.notes == (Note.OTHER_SCHOOL, Note.OTHER_POLICY)
    assert row_of(*items).notes == ()


def test_any_name_of_the_school_will_do() -> None:
    names = ("St Nicholas CE Primary School", "St Nicholas")
    (row,) = rows_on((arrived(1, school="ST NICHOLAS"),), today=TODAY, expected=Expected(school_names=names))
    assert row.notes == ()


def test_rows_are_in_order_of_surname() -> None:
    rows = rows_on(
        (arrived(1, name="Ada Moss"), arrived(2, name="Zoe Ash"), arrived(3, name="Moss")), today=TODAY
    )
    assert [surname_first(row.name) for row in rows] == ["Ash, Zoe", "Moss", "Moss, Ada"]


def test_a_first_key_waits_for_a_yes_and_a_later_one_is_asked_about() -> None:
    first = arrived(1, key="old", staff_number="17", on=TODAY - A_DAY, finished_on=TODAY - A_DAY)
    second = arrived(2, key="new", staff_number="17")
    confirmed = {("old", "rosalind ash")}

    def notes(*items: TakenIn, yes: set[tuple[str, str]]) -> tuple[Note, ...]:
        (row,) = rows_on(items, today=TODAY, confirmed=yes)
        assert row.status is Status.FINISHED
        return row.notes

    assert notes(first, yes=set()) == (Note.NOT_CONFIRMED,)
    assert notes(first, yes=confirmed) == ()
    assert notes(first, second, yes=set()) == (Note.NEW_KEY,)
    assert notes(first, second, yes=confirmed) == (Note.NEW_KEY,)
    assert notes(first, second, yes=confirmed | {("new", "rosalind ash")}) == ()


def test_the_version_of_the_policy_on_that_day_counts_and_the_same_day_takes_either() -> None:
    expected = Expected(
        policy_id="st-nicholas",
        versions=(PolicyVersion(TODAY - 9 * A_DAY, "aa" * 32), PolicyVersion(TODAY, "bb" * 32)),
    )

    def notes(days: int, policy_hash: str) -> tuple[Note, ...]:
        day = TODAY + days * A_DAY
        item = arrived(1, policy_hash=policy_hash * 32, finished_on=day, on=day)
        (row,) = rows_on((item,), today=TODAY + 30 * A_DAY, expected=expected)
        return row.notes

    assert notes(-20, "cc") == (), "before the school had a file nobody knows"
    assert notes(-5, "aa") == ()
    assert notes(-5, "cc") == (Note.OTHER_VERSION,)
    assert notes(0, "aa") == notes(0, "bb") == ()
    assert notes(5, "aa") == (Note.OTHER_VERSION,)
    assert notes(5, "bb") == ()


def test_how_often_the_school_asks_decides_when_it_is_due() -> None:
    (row,) = rows_on((arrived(1),), today=TODAY, expected=Expected(every_months=24))
    assert row.next_due == TODAY.replace(year=2028)


def test_each_school_is_held_against_its_own_names_and_namesakes_in_two_schools_are_no_doubt() -> None:
    here = arrived(1, key="hers", school="St Nicholas")
    there = structs.replace(arrived(2, key="his", school="St Mary's"), place="/mary")
    rows = rows_on(
        (here, there),
        today=TODAY,
        expected=Expected(school_names=("St Nicholas",)),
        elsewhere={"/mary": Expected(school_names=("St Mary's",))},
    )
    assert [(row.school, row.notes) for row in rows] == [("St Nicholas", ()), ("St Mary's", ())]
