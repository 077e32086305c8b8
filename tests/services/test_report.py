import datetime as dt
import os
from pathlib import Path

import pytest

from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.policy import School
from nickaudit.domain.status import Note, Status
from nickaudit.services.intake import take_in
from nickaudit.services.look import FolderNotReadError
from nickaudit.services.report import report, report_of_folder
from nickaudit.store.database import Database
from tests.factories import TODAY, make_claims, make_content, make_policy

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
CONTENT = make_content()


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Three people, one copy, one damaged file; each file as old as its certificate."""
    folder = tmp_path / "school"
    folder.mkdir()
    people = [("Rosalind Ash", 0), ("Owen Birch", 350), ("Priya Cedar", 400)]
    for number, (name, days_ago) in enumerate(people):
        day = TODAY - dt.timedelta(days=days_ago)
        claims = make_claims(number=f"0000-0000-000{number}", name=name, finished_on=day)
        path = folder / f"{number}.nickaudit-certificate"
        path.write_bytes(sign(claims, private_jwk=new_key()))
        noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC).timestamp()
        os.utime(path, (noon, noon))
    (folder / "copy.nickaudit-certificate").write_bytes((folder / "0.nickaudit-certificate").read_bytes())
    (folder / "damaged.nickaudit-certificate").write_bytes(b"eyJ")
    return folder


def test_each_person_has_a_row_and_is_counted_once(school: Database, box: Path) -> None:
    take_in(school, box, now=NOW)
    found = report(school, today=TODAY, content=CONTENT)
    assert [(row.name, row.status) for row in found.rows] == [
        ("Rosalind Ash", Status.FINISHED),
        ("Owen Birch", Status.DUE),
        ("Priya Cedar", Status.OVERDUE),
    ]
    assert (found.finished, found.due, found.overdue) == (1, 1, 1)
    assert all(row.notes == (Note.NOT_CONFIRMED,) for row in found.rows)
    assert [file.file_name.split(".")[0] for file in found.set_aside] == ["copy", "damaged"]
    assert (found.as_of, found.school, found.read_at) == (TODAY, "St Nicholas CE Primary School", NOW)


def test_before_the_first_look_there_is_nobody(school: Database) -> None:
    found = report(school, today=TODAY, content=CONTENT)
    assert (found.rows, found.set_aside, found.read_at) == ((), (), None)


def test_a_year_later_the_same_certificates_are_overdue(school: Database, box: Path) -> None:
    take_in(school, box, now=NOW)
    found = report(school, today=TODAY.replace(year=2028), content=CONTENT)
    assert (found.finished, found.due, found.overdue) == (0, 0, 3)


def test_two_people_of_one_name_are_counted_twice(school: Database, box: Path) -> None:
    other = sign(make_claims(number="FFFF-0000-0000"), private_jwk=new_key())
    (box / "other.nickaudit-certificate").write_bytes(other)
    take_in(school, box, now=NOW)
    found = report(school, today=TODAY, content=CONTENT)
    both = [row for row in found.rows if row.name == "Rosalind Ash"]
    assert len(both) == 2
    assert all(Note.SAME_NAME in row.notes for row in both)


def test_a_certificate_that_names_another_school_says_so(school: Database, box: Path) -> None:
    take_in(school, box, now=NOW)
    elsewhere = make_content(policy=make_policy(school=School(name="St Elsewhere", short_name="Elsewhere")))
    found = report(school, today=TODAY, content=elsewhere)
    assert all(row.notes == (Note.NOT_CONFIRMED, Note.OTHER_SCHOOL) for row in found.rows)


def test_an_older_name_of_the_school_will_do(school: Database, box: Path) -> None:
    take_in(school, box, now=NOW)
    names = School(name="New Name", short_name="New", other_names=("St Nicholas CE Primary School",))
    found = report(school, today=TODAY, content=make_content(policy=make_policy(school=names)))
    assert all(row.notes == (Note.NOT_CONFIRMED,) for row in found.rows)


def test_the_report_of_a_folder_is_the_same_and_writes_nothing(
    school: Database, box: Path, home: Path
) -> None:
    before = sorted((path.name, path.stat().st_mtime_ns) for path in box.iterdir())
    found = report_of_folder(box, now=NOW, content=CONTENT)
    assert not home.exists()
    assert sorted((path.name, path.stat().st_mtime_ns) for path in box.iterdir()) == before
    take_in(school, box, now=NOW)
    assert found == report(school, today=TODAY, content=CONTENT, asks_whose_key=False)
    assert all(row.notes == () for row in found.rows)


def test_a_folder_that_is_gone_is_no_empty_report(tmp_path: Path) -> None:
    with pytest.raises(FolderNotReadError):
        report_of_folder(tmp_path / "gone", now=NOW, content=CONTENT)
