"""Whose key is whose: confirmed once, all at once or one by one, and taken back."""

import datetime as dt
from pathlib import Path

from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.status import Note, Report, Status
from nickaudit.services import approval
from nickaudit.services.intake import take_in
from nickaudit.services.report import report
from nickaudit.store.database import Database
from tests.factories import TODAY, make_claims, make_content

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=5)
HERS, HIS, NEW = new_key(), new_key(), new_key()


def arrive(school: Database, folder: Path, number: int, *, key: str, **claims: object) -> Report:
    claims = {"staff_number": str(claims.get("name", "17")), **claims}
    signed = sign(make_claims(number=f"0000-0000-{number:04X}", **claims), private_jwk=key)
    (folder / f"{number}.nickaudit-certificate").write_bytes(signed)
    take_in(school, folder, now=NOW)
    return now(school)


def now(school: Database) -> Report:
    return report(school, today=TODAY, content=make_content())


def notes(found: Report) -> dict[str, tuple[Note, ...]]:
    return {row.name: row.notes for row in found.rows}


def test_a_first_key_needs_a_yes_and_the_status_does_not_wait_for_it(
    school: Database, tmp_path: Path
) -> None:
    found = arrive(school, tmp_path, 1, key=HERS)
    assert notes(found) == {"Rosalind Ash": (Note.NOT_CONFIRMED,)}
    assert (found.finished, found.to_confirm, found.rows[0].status) == (1, 1, Status.FINISHED)
    approval.confirm(school, found.rows, now=NOW)
    assert notes(now(school)) == {"Rosalind Ash": ()}


def test_all_new_people_are_confirmed_at_once_and_it_can_be_taken_back(
    school: Database, tmp_path: Path
) -> None:
    arrive(school, tmp_path, 1, key=HERS)
    found = arrive(school, tmp_path, 2, key=HIS, name="Owen Birch")
    waiting = approval.to_confirm(found)
    assert [row.name for row in waiting.together] == ["Rosalind Ash", "Owen Birch"]
    approval.confirm(school, waiting.together, now=NOW)
    assert now(school).to_confirm == 0
    last = approval.last_confirmed(school)
    assert last is not None
    assert (last.people, last.at) == (2, NOW)
    approval.take_back(school, last)
    assert now(school).to_confirm == 2
    assert approval.last_confirmed(school) is None


def test_a_changed_key_is_asked_about_in_person_until_it_is_confirmed(
    school: Database, tmp_path: Path
) -> None:
    approval.confirm(school, arrive(school, tmp_path, 1, key=HERS).rows, now=NOW)
    found = arrive(school, tmp_path, 2, key=NEW)
    assert notes(found) == {"Rosalind Ash": (Note.NEW_KEY,)}
    assert found.finished == 1
    waiting = approval.to_confirm(found)
    assert (waiting.together, len(waiting.one_by_one)) == ((), 1)
    approval.confirm(school, waiting.one_by_one, now=LATER)
    assert notes(now(school)) == {"Rosalind Ash": ()}


def test_a_yes_to_one_person_is_none_to_another_name_by_the_same_key(
    school: Database, tmp_path: Path
) -> None:
    approval.confirm(school, arrive(school, tmp_path, 1, key=HERS).rows, now=NOW)
    found = arrive(school, tmp_path, 2, key=HERS, name="Owen Birch")
    assert notes(found) == {"Rosalind Ash": (), "Owen Birch": (Note.NOT_CONFIRMED,)}


def test_two_people_of_one_name_are_never_confirmed_with_all_the_others(
    school: Database, tmp_path: Path
) -> None:
    arrive(school, tmp_path, 1, key=HERS, staff_number="1")
    arrive(school, tmp_path, 2, key=HIS, staff_number="2")
    found = arrive(school, tmp_path, 3, key=NEW, name="Owen Birch")
    waiting = approval.to_confirm(found)
    assert [row.name for row in waiting.together] == ["Owen Birch"]
    assert [row.name for row in waiting.one_by_one] == ["Rosalind Ash", "Rosalind Ash"]
