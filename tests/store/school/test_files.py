import datetime as dt
from typing import Any

import pytest

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.status import SetAside
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.school import certificates, files
from nickaudit.store.school.files import Outcome, Owed, SeenFile
from tests.factories import TODAY
from tests.store.school.test_certificates import found

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)


def seen(name: str, outcome: Outcome | Refusal, *, folder: str = "/school", **changes: Any) -> SeenFile:
    values: dict[str, Any] = {"size": 6, "modified_ns": 2**62, "seen_on": TODAY, **changes}
    return SeenFile(folder=folder, name=name, outcome=outcome, **values)


@pytest.mark.parametrize("outcome", [*Outcome, *Refusal])
def test_what_came_of_a_file_comes_back(school: Database, outcome: Outcome | Refusal) -> None:
    file = seen("a", outcome, hash="h", content="c", copy_of="b", receipt="2026-11-24")
    files.record_files(school, [file])
    assert files.files_in(school, "/school") == {"a": file}
    assert files.files_in(school, "/elsewhere") == {}


def test_only_refused_files_and_copies_need_a_look(school: Database) -> None:
    files.record_files(
        school,
        [
            seen("a", Outcome.TAKEN_IN),
            seen("a.pdf", Outcome.PAGE_OF_IT),
            seen("b", Outcome.COPY, copy_of="a"),
            seen("c", Refusal.CHANGED),
        ],
    )
    assert files.set_aside(school) == (
        SetAside(file_name="b", folder="/school", reason=None, copy_of="a", seen_on=TODAY),
        SetAside(file_name="c", folder="/school", reason=Refusal.CHANGED, seen_on=TODAY),
    )


def test_files_of_one_name_in_two_folders_are_two(school: Database) -> None:
    files.record_files(school, [seen("a", Refusal.EMPTY), seen("a", Refusal.EMPTY, folder="/other")])
    assert len(files.set_aside(school)) == 2
    files.drop_files(school, "/other", ["a"])
    assert [file.folder for file in files.set_aside(school)] == ["/school"]


def test_a_file_that_was_taken_in_waits_for_its_receipt(school: Database) -> None:
    certificates.take_in(school, [found(name) for name in "abcd"])
    files.record_files(
        school,
        [
            seen("a", Outcome.TAKEN_IN, content="of a", hash="hash of a"),
            seen("b", Outcome.TAKEN_IN, content="of b", hash="hash of b"),
            seen("b.pdf", Outcome.PAGE_OF_IT, content="of the page", hash="hash of b"),
            seen("c", Refusal.CHANGED_SINCE, content="of c", hash="hash of c"),
            seen("from before", Outcome.TAKEN_IN, hash="hash of d"),
            seen("d", Outcome.TAKEN_IN, content="of d", folder="/other", hash="hash of d"),
        ],
    )
    assert files.without_receipt(school, "/school") == (Owed("a", "of a", TODAY), Owed("b", "of b", TODAY))
    files.note_receipts(school, "/school", ["a"], on=TODAY)
    assert files.without_receipt(school, "/school") == (Owed("b", "of b", TODAY),)
    assert files.files_in(school, "/school")["a"].receipt == TODAY.isoformat()


def test_the_last_look_is_the_latest_whatever_its_zone(school: Database) -> None:
    assert files.last_look(school) is None
    in_summer = dt.datetime(2026, 11, 24, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    files.record_look(school, "/school", at=NOW)
    files.record_look(school, "/other", at=in_summer)
    assert files.last_look(school) == NOW
    assert files.last_look(school, "/other") == in_summer


def test_an_outcome_of_no_kind_we_know_is_damage(school: Database) -> None:
    files.record_files(school, [seen("a", Refusal.EMPTY)])
    school.write("UPDATE files SET outcome = 'eaten'")
    with pytest.raises(DamagedStoreError):
        files.set_aside(school)
    with pytest.raises(DamagedStoreError):
        files.files_in(school, "/school")
