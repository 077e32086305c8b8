from datetime import date, timedelta

from icalendar import Calendar

from nickaudit.documents import calendar_entry
from tests.factories import TODAY, make_claims


def event_of(entry: bytes) -> object:
    (event,) = Calendar.from_ical(entry).walk("VEVENT")
    return event


def test_the_next_check_is_a_whole_day_a_year_later() -> None:
    event = event_of(calendar_entry.next_check(make_claims()))
    assert event["DTSTART"].dt == date(2027, 11, 24)
    assert event["DTEND"].dt == date(2027, 11, 25)
    assert event["SUMMARY"] == "Social media check is due"


def test_a_reminder_comes_a_week_before_at_nine() -> None:
    (alarm,) = event_of(calendar_entry.next_check(make_claims())).walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-7, hours=9)


def test_what_was_left_has_its_own_day_and_names_nothing() -> None:
    entry = calendar_entry.left_for_later(date(2026, 12, 8), today=TODAY)
    event = event_of(entry)
    assert event["DTSTART"].dt == date(2026, 12, 8)
    assert event["SUMMARY"] == "Things I left for later in my social media check"


def test_an_entry_is_made_the_same_every_time_and_says_nothing_of_person_or_computer() -> None:
    first, second = (calendar_entry.next_check(make_claims()) for _ in range(2))
    assert first == second
    for secret in (b"Rosalind", b"St Nicholas", b"@", b"7F3A"):
        assert secret not in first


def test_two_certificates_are_two_entries() -> None:
    one = event_of(calendar_entry.next_check(make_claims()))
    two = event_of(calendar_entry.next_check(make_claims(number="0000-1111-2222")))
    assert one["UID"] != two["UID"]


def test_lines_end_and_fold_as_calendars_want() -> None:
    entry = calendar_entry.left_for_later(date(2026, 12, 8), today=TODAY)
    assert all(len(line) <= 75 for line in entry.split(b"\r\n"))
    assert b"\n" not in entry.replace(b"\r\n", b"")
