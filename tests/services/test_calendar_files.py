"""Dates as files for a person's own calendar: whole, and for their eyes only."""

import datetime as dt
from pathlib import Path

import pytest

from nickaudit.documents.calendar_entry import next_check
from nickaudit.domain.delivery import Issued
from nickaudit.domain.ids import CertificateNumber
from nickaudit.services import Services
from nickaudit.services.calendar_files import (
    CalendarNotRemovedError,
    CalendarNotSavedError,
    later_file,
    next_check_file,
    remove_all,
)
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from tests.factories import TODAY, make_claims, make_content

DAY = dt.date(2026, 12, 8)


@pytest.fixture(name="own_services")
def _own_services(home: Path, now: dt.datetime) -> Services:
    return Services(
        home=home,
        content=make_content(),
        private=Database(home / "private.db", PRIVATE),
        school=Database(home / "school.db", SCHOOL),
        now=lambda: now,
    )


def test_the_file_holds_the_day_and_nothing_of_the_person(own_services: Services) -> None:
    content = later_file(own_services, DAY).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20261208" in content
    assert content.startswith("BEGIN:VCALENDAR")


def test_only_its_owner_can_read_it(own_services: Services) -> None:
    path = later_file(own_services, DAY)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_another_day_replaces_the_file(own_services: Services) -> None:
    later_file(own_services, DAY)
    path = later_file(own_services, dt.date(2027, 1, 15))
    assert [each.name for each in path.parent.iterdir()] == ["left-for-later.ics"]
    assert "20270115" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(own_services: Services) -> None:
    own_services.home.mkdir(parents=True)
    (own_services.home / "calendar").write_text("in the way", encoding="utf-8")
    with pytest.raises(CalendarNotSavedError) as caught:
        later_file(own_services, DAY)
    assert caught.value.sentence.startswith("The calendar file could not be saved.")


def test_the_file_kept_with_the_certificate_is_used(own_services: Services, tmp_path: Path) -> None:
    kept = tmp_path / "next-check.ics"
    kept.write_bytes(b"BEGIN:VCALENDAR")
    issued = Issued(
        number=CertificateNumber("7F3A-91C2-04DE"), finished_on=TODAY, next_due=DAY, folder=str(tmp_path)
    )
    assert next_check_file(own_services, issued) == kept


def test_where_the_file_kept_with_the_certificate_has_gone_the_same_is_made_again(
    own_services: Services, tmp_path: Path
) -> None:
    claims = make_claims()
    issued = Issued(
        number=claims.number,
        finished_on=claims.finished_on,
        next_due=claims.next_due,
        folder=str(tmp_path / "gone"),
    )
    path = next_check_file(own_services, issued)
    assert path.is_relative_to(own_services.home)
    assert path.read_bytes() == next_check(claims)


def test_removing_leaves_none_and_may_be_asked_twice(own_services: Services) -> None:
    later_file(own_services, DAY)
    remove_all(own_services.home)
    assert list(own_services.home.iterdir()) == []
    remove_all(own_services.home)


def test_what_cannot_be_removed_is_said_in_a_sentence(own_services: Services) -> None:
    own_services.home.mkdir(parents=True)
    (own_services.home / "calendar").write_text("in the way", encoding="utf-8")
    with pytest.raises(CalendarNotRemovedError, match="could not be removed"):
        remove_all(own_services.home)
