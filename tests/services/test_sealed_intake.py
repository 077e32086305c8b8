"""Taking in what is sealed for the school: each file that is not accepted has its own plain reason."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import RECEIPT_SUFFIX, SEALED_SUFFIX
from nickaudit.domain.status import Note
from nickaudit.domain.taken_in import PRACTICE_POLICY
from nickaudit.services.intake import IntakeResult, take_in
from nickaudit.services.report import report
from nickaudit.store.database import Database
from nickaudit.store.school import certificates, files
from nickaudit.store.school.migrations import SCHEMA
from tests.factories import make_content
from tests.services.sealed_box import FILE, NOW, SCHOOL, aside, keys, look, notes, put, seal, signed


def test_sealed_open_and_attached_certificates_are_taken_in_side_by_side(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(1)))
    (box / "b.nickaudit-certificate").write_bytes(signed(2))
    (box / f"a{SEALED_SUFFIX}{RECEIPT_SUFFIX}").write_bytes(b"no certificate")
    assert look(school, box) == IntakeResult(taken_in=2, total=2)
    taken_in = certificates.all_taken_in(school)
    assert sorted(str(item.claims.number)[-1] for item in taken_in) == ["1", "2"]
    assert school.rows("SELECT count(*) FROM certificates WHERE signed = ?", signed(1)) == [(1,)]


@pytest.mark.parametrize("who", ["head", "deputy", "recovery"])
def test_every_named_reader_and_the_recovery_key_open_it(school: Database, box: Path, who: str) -> None:
    put(box, "a", seal(signed()))
    assert look(school, box, keys(who)).taken_in == 1


def test_a_file_sealed_for_a_stranger_too_is_not_accepted(school: Database, box: Path) -> None:
    stranger = sealed.public_of(sealed.new_encryption_key())
    put(box, "a", seal(signed(), to=(SCHOOL.head.key, stranger, FILE.school.recovery)))
    look(school, box)
    assert aside(school) == {"a": Refusal.WRONG_RECIPIENTS}


def test_a_file_sealed_by_an_earlier_school_file_is_accepted(school: Database, box: Path) -> None:
    put(box, "a", seal(signed()))
    newer = SCHOOL.file(sequence=2, readers=(SCHOOL.head,))
    look(school, box, keys("head", known=(newer,)))
    assert aside(school) == {"a": Refusal.WRONG_RECIPIENTS}
    look(school, box, keys("head", known=(newer, FILE)))
    assert aside(school) == {}


def test_whoever_recovered_opens_what_earlier_readers_were_named_in(school: Database, box: Path) -> None:
    put(box, "a", seal(signed()))
    newer = SCHOOL.file(sequence=2, readers=(SCHOOL.head,))
    assert look(school, box, keys("head", "recovery", known=(newer,))).taken_in == 1


def test_a_damaged_seal_says_so(school: Database, box: Path) -> None:
    whole = seal(signed())
    at = whole.index(b'"tag":"') + 8
    put(box, "a", whole[:at] + (b"A" if whole[at : at + 1] != b"A" else b"B") + whole[at + 1 :])
    look(school, box)
    assert aside(school) == {"a": Refusal.SEAL_BROKEN}


def test_what_was_made_in_practice_is_set_aside(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(policy_id=PRACTICE_POLICY)))
    look(school, box)
    assert aside(school) == {"a": Refusal.PRACTICE}
    assert certificates.all_taken_in(school) == ()


def test_an_oversize_file_says_so(school: Database, box: Path) -> None:
    put(box, "a", b'{"protected":"' + b"A" * 3_000_000)
    look(school, box)
    assert aside(school) == {"a": Refusal.TOO_LARGE}


def test_a_copy_of_a_sealed_file_is_a_copy(school: Database, box: Path) -> None:
    shutil.copy(put(box, "a", seal(signed())), box / f"b{SEALED_SUFFIX}")
    look(school, box)
    assert aside(school) == {"b": f"a{SEALED_SUFFIX}"}


def test_a_sealed_file_under_another_name_is_the_same_file(school: Database, box: Path) -> None:
    path = put(box, "a", seal(signed()))
    look(school, box)
    path.rename(box / f"b{SEALED_SUFFIX}")
    look(school, box)
    assert aside(school) == {}


def test_the_same_certificate_sealed_anew_is_a_replay(school: Database, box: Path) -> None:
    put(box, "a", seal(signed()))
    look(school, box)
    put(box, "b", seal(signed()))
    assert look(school, box).taken_in == 0
    assert aside(school) == {"b": Refusal.REPLAYED}
    assert look(school, box) == IntakeResult(unchanged=2, set_aside=1, total=2)
    assert len(certificates.all_taken_in(school)) == 1


def test_a_certificate_that_came_open_before_is_no_replay_when_it_comes_sealed(
    school: Database, box: Path
) -> None:
    (box / "a.nickaudit-certificate").write_bytes(signed())
    look(school, box)
    put(box, "b", seal(signed()))
    look(school, box)
    assert aside(school) == {"b": "a.nickaudit-certificate"}


@pytest.mark.parametrize(
    "now_there", [b"", b"rubbish", seal(signed(1))], ids=["empty", "rubbish", "sealed anew"]
)
def test_a_file_that_changed_after_it_was_taken_in_is_told_and_what_was_taken_in_is_kept(
    school: Database, box: Path, now_there: bytes
) -> None:
    before = seal(signed(1))
    put(box, "a", before)
    look(school, box)
    put(box, "a", now_there, at=NOW + dt.timedelta(seconds=5))
    for _ in range(2):
        look(school, box)
        assert aside(school) == {"a": Refusal.CHANGED_SINCE}
    assert len(certificates.all_taken_in(school)) == 1
    put(box, "a", before, at=NOW + dt.timedelta(seconds=9))
    look(school, box)
    assert aside(school) == {}


def test_another_persons_certificate_in_place_of_one_taken_in_is_told_and_nobody_is_lost(
    school: Database, box: Path
) -> None:
    put(box, "a", seal(signed(1)))
    look(school, box)
    put(box, "a", seal(signed(2, name="Owen Birch")), at=NOW + dt.timedelta(seconds=5))
    look(school, box)
    assert aside(school) == {"a": Refusal.CHANGED_SINCE}
    assert {item.claims.name for item in certificates.all_taken_in(school)} == {"Rosalind Ash", "Owen Birch"}


def test_a_file_that_was_only_touched_has_not_changed(school: Database, box: Path) -> None:
    put(box, "a", seal(signed()))
    look(school, box)
    os.utime(box / f"a{SEALED_SUFFIX}", (1, 1))
    assert look(school, box) == IntakeResult(total=1)


@pytest.mark.parametrize(
    ("claims", "note"),
    [
        ({"finished_on": dt.date(2026, 11, 20)}, Note.DATED_BACK),
        ({"finished_on": dt.date(2026, 12, 20)}, Note.DATED_AHEAD),
        ({"school": "St Elsewhere"}, Note.OTHER_SCHOOL),
        ({"policy_id": "st-elsewhere"}, Note.OTHER_POLICY),
        ({"policy_hash": "ab" * 32}, Note.OTHER_VERSION),
    ],
    ids=["back-dated", "future-dated", "wrong school", "wrong policy", "wrong policy version"],
)
def test_what_a_certificate_says_strangely_is_noted(
    school: Database, box: Path, claims: dict[str, object], note: Note
) -> None:
    put(box, "a", seal(signed(**claims)))
    put(box, "b", seal(signed(2, name="Owen Birch", key=new_key())))
    look(school, box)
    assert notes(school) == {note}


def test_a_certificate_made_under_the_version_of_its_day_stays_right(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(finished_on=dt.date(2026, 11, 24))))
    look(school, box)
    newer = SCHOOL.file(sequence=2, policy_hash="ab" * 32, signed_on=dt.date(2026, 11, 25))
    assert notes(school, (newer, FILE)) == set()


def test_the_policy_as_this_computers_program_brings_it_is_right_too(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(policy_hash="ab" * 32)))
    look(school, box)
    here = make_content(policy_hash="ab" * 32)
    (row,) = report(school, today=NOW.date(), content=here, own=(FILE,)).rows
    assert row.notes == (Note.NOT_CONFIRMED,)


def test_the_school_says_how_often_the_check_comes_round(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(finished_on=dt.date(2026, 11, 24))))
    look(school, box)
    every = SCHOOL.file(every_months=6)
    (row,) = report(school, today=NOW.date(), content=make_content(), own=(every,)).rows
    assert row.next_due == dt.date(2027, 5, 24)


def test_several_processes_find_what_one_does(school: Database, box: Path, tmp_path: Path) -> None:
    for number in range(420):
        put(box, f"{number:04}", seal(signed(number, name=f"Rosalind {number}")))
    put(box, "0100", b"rubbish")
    put(box, "0200", seal(signed(199, name="Rosalind 199")))
    alone = Database(tmp_path / "alone.db", SCHEMA)
    told: list[int] = []
    one = take_in(alone, box, now=NOW, keys=keys(), processes=1)
    two = take_in(
        school, box, now=NOW, keys=keys(), processes=2, progress=lambda done, total: told.append(done)
    )
    assert one == two == IntakeResult(taken_in=418, set_aside=2, total=420)
    assert files.set_aside(alone) == files.set_aside(school)
    assert certificates.all_taken_in(alone) == certificates.all_taken_in(school)
    assert told == list(range(1, 421))
    alone.close()
