import datetime as dt
from typing import Any

import pytest

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.status import SetAside
from nickaudit.domain.taken_in import TakenIn
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.school import certificates
from nickaudit.store.school.certificates import Found, Outcome, SeenFile
from tests.factories import TODAY, make_claims

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)


def found(name: str = "a", **claims: Any) -> Found:
    item = TakenIn(claims=make_claims(**claims), key="key", file_name=name, received_on=TODAY)
    return Found(hash=f"hash of {name}", taken_in=item, signed=b"signed")


def seen(name: str, outcome: Outcome | Refusal, *, folder: str = "/school", **changes: Any) -> SeenFile:
    values: dict[str, Any] = {"size": 6, "modified_ns": 2**62, "seen_on": TODAY, **changes}
    return SeenFile(folder=folder, name=name, outcome=outcome, **values)


def test_a_certificate_comes_back_as_it_was_taken_in(school: Database) -> None:
    given = found(email="r.ash@school.uk", staff_number="17", name="a")
    certificates.take_in(school, [given])
    school.close()
    assert certificates.all_taken_in(school) == (given.taken_in,)
    assert certificates.names_by_hash(school) == {given.hash: "a"}
    assert school.rows("SELECT signed FROM certificates") == [(b"signed",)]


def test_taking_it_in_again_changes_nothing(school: Database) -> None:
    certificates.take_in(school, [found()])
    certificates.take_in(school, [Found(hash=found().hash, taken_in=found("b").taken_in, signed=b"x")])
    assert certificates.all_taken_in(school) == (found().taken_in,)


@pytest.mark.parametrize("outcome", [*Outcome, *Refusal])
def test_what_came_of_a_file_comes_back(school: Database, outcome: Outcome | Refusal) -> None:
    file = seen("a", outcome, hash="h", copy_of="b")
    certificates.record_files(school, [file])
    assert certificates.files_in(school, "/school") == {"a": file}
    assert certificates.files_in(school, "/elsewhere") == {}


def test_only_refused_files_and_copies_need_a_look(school: Database) -> None:
    certificates.record_files(
        school,
        [
            seen("a", Outcome.TAKEN_IN),
            seen("a.pdf", Outcome.PAGE_OF_IT),
            seen("b", Outcome.COPY, copy_of="a"),
            seen("c", Refusal.CHANGED),
        ],
    )
    assert certificates.set_aside(school) == (
        SetAside(file_name="b", folder="/school", reason=None, copy_of="a", seen_on=TODAY),
        SetAside(file_name="c", folder="/school", reason=Refusal.CHANGED, seen_on=TODAY),
    )


def test_files_of_one_name_in_two_folders_are_two(school: Database) -> None:
    files = [seen("a", Refusal.EMPTY), seen("a", Refusal.EMPTY, folder="/other")]
    certificates.record_files(school, files)
    assert len(certificates.set_aside(school)) == 2
    certificates.drop_files(school, "/other", ["a"])
    assert [file.folder for file in certificates.set_aside(school)] == ["/school"]


def test_the_last_look_is_the_latest_whatever_its_zone(school: Database) -> None:
    assert certificates.last_look(school) is None
    in_summer = dt.datetime(2026, 11, 24, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    certificates.record_look(school, "/school", at=NOW)
    certificates.record_look(school, "/other", at=in_summer)
    assert certificates.last_look(school) == NOW
    assert certificates.last_look(school, "/other") == in_summer


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE certificates SET claims = x'7b7d'",
        "UPDATE certificates SET claims = x'00'",
        "UPDATE certificates SET received_on = 'yesterday'",
    ],
)
def test_claims_that_cannot_be_read_are_damage(school: Database, damage: str) -> None:
    certificates.take_in(school, [found()])
    school.write(damage)
    with pytest.raises(DamagedStoreError):
        certificates.all_taken_in(school)


def test_an_outcome_of_no_kind_we_know_is_damage(school: Database) -> None:
    certificates.record_files(school, [seen("a", Refusal.EMPTY)])
    school.write("UPDATE files SET outcome = 'eaten'")
    with pytest.raises(DamagedStoreError):
        certificates.set_aside(school)
    with pytest.raises(DamagedStoreError):
        certificates.files_in(school, "/school")
