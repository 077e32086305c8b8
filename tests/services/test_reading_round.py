"""A round of reading: several schools' letter boxes, the keys of this computer, and the receipts left."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.credentials.receipt import verify_receipt
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import RECEIPT_SUFFIX, SEALED_SUFFIX, VerifiedSchool
from nickaudit.domain.share_address import ShareAddress, address_in
from nickaudit.domain.status import Note
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import Services, own_school, reading_round, receipts_left, sources
from nickaudit.services.look import FolderNotReadError
from nickaudit.services.receipts_left import ReceiptsLeft
from nickaudit.services.share_intake import ShareNotReadError
from tests.factories import make_claims
from tests.heads_computer import heads_computer
from tests.reading_school import ReadingSchool

NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
SCHOOL, OTHER = ReadingSchool(), ReadingSchool()
FILE = SCHOOL.file()


@pytest.fixture
def head(home: Path) -> Iterator[Services]:
    """The head's computer: the school file in use, and the head's keys."""
    with heads_computer(home, SCHOOL, FILE, now=NOW) as made:
        yield made


@pytest.fixture
def box(tmp_path: Path, head: Services) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    sources.read_first(head, ShareAddress(folder=str(folder)))
    return folder


def put(box: Path, number: int, *, school: VerifiedSchool = FILE, **claims: object) -> Path:
    values = {"name": f"Rosalind {number}", "school": school.school.name, **claims}
    signed = sign(make_claims(number=f"0000-0000-{number:04X}", **values), private_jwk=new_key())
    path = box / f"{number:032x}{SEALED_SUFFIX}"
    path.write_bytes(sealed.seal(signed, to=school.school.keys_for("teacher")))  # type: ignore[arg-type]
    return path


def look(head: Services) -> reading_round.Round:
    return reading_round.look(head, sources.sources(head), now=NOW)


def test_what_is_sealed_is_read_with_the_keys_of_this_computer(head: Services, box: Path) -> None:
    put(box, 1)
    assert look(head).result.taken_in == 1
    assert look(head).result.unchanged == 1


def test_without_keys_a_sealed_file_is_somebody_elses(head: Services, box: Path, tmp_path: Path) -> None:
    put(box, 1)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    elsewhere = structs.replace(head, home=tmp_path / "elsewhere", school_file=None)
    look(elsewhere)
    found = reading_round.current_report(elsewhere, today=NOW.date())
    assert [file.reason for file in found.set_aside] == [Refusal.SEALED_FOR_OTHERS]


def test_each_file_taken_in_gets_a_receipt_that_the_school_file_vouches_for(
    head: Services, box: Path
) -> None:
    path = put(box, 1)
    put(box, 2)
    (box / f"junk{SEALED_SUFFIX}").write_bytes(b"junk")
    look(head)
    before = path.read_bytes()
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft(left=2)
    receipt = box / (path.name + RECEIPT_SUFFIX)
    import hashlib

    said = verify_receipt(
        receipt.read_bytes(), school=FILE.school, file_hash=hashlib.sha256(before).hexdigest()
    )
    assert said is not None
    assert said.received_on == NOW.date()
    assert receipt.stat().st_mode & 0o044 == 0o044
    assert path.read_bytes() == before
    assert len(list(box.iterdir())) == 5
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft()
    assert look(head).result.total == 3


def test_receipts_that_could_not_be_left_are_left_at_the_next_look(head: Services, box: Path) -> None:
    for number in range(3):
        put(box, number)
    look(head)
    away = box.rename(box.parent / "away")
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft(missing=3)
    away.rename(box)
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft(left=3)


def test_a_receipt_that_lies_there_already_stays_as_it_is(head: Services, box: Path) -> None:
    path = put(box, 1)
    there = box / (path.name + RECEIPT_SUFFIX)
    there.write_bytes(b"of another reader")
    look(head)
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft(left=1)
    assert there.read_bytes() == b"of another reader"


def test_whom_the_school_file_does_not_name_leaves_no_receipts(head: Services, box: Path) -> None:
    put(box, 1)
    look(head)
    KeptKeys(head.home).write(names.RECEIPT, OTHER.receipts["head"])
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft()
    assert len(list(box.iterdir())) == 1


@pytest.fixture
def other_box(tmp_path: Path, head: Services, box: Path) -> tuple[Path, VerifiedSchool]:
    """The share of a second school, whose file names the same head as a reader."""
    folder = tmp_path / "other share"
    folder.mkdir()
    school = OTHER.file(school_id="cd" * 16, name="St Mary's", short_name="St Mary's", readers=(SCHOOL.head,))
    (folder / own_school.FILE_NAME).write_bytes(school.raw)
    sources.read_too(head, ShareAddress(folder=str(folder)))
    return folder, school


def test_the_shares_of_two_schools_are_read_in_turn_and_the_report_says_which(
    head: Services, box: Path, other_box: tuple[Path, VerifiedSchool]
) -> None:
    folder, school = other_box
    put(box, 1)
    put(folder, 2, school=school)
    assert look(head).result.taken_in == 2
    found = reading_round.current_report(head, today=NOW.date())
    assert [(row.name, row.school, row.notes) for row in found.rows] == [
        ("Rosalind 1", "St Nicholas CE Primary School", (Note.NOT_CONFIRMED,)),
        ("Rosalind 2", "St Mary's", (Note.NOT_CONFIRMED,)),
    ]
    assert found.has_several_schools
    assert receipts_left.leave(head, sources.sources(head)) == ReceiptsLeft(left=2)


def test_a_certificate_of_one_school_in_the_share_of_another_says_so(
    head: Services, box: Path, other_box: tuple[Path, VerifiedSchool]
) -> None:
    folder, _ = other_box
    put(folder, 1)
    look(head)
    (row,) = reading_round.current_report(head, today=NOW.date()).rows
    assert Note.OTHER_SCHOOL in row.notes


def test_one_share_that_is_gone_does_not_keep_the_other_from_being_read(
    head: Services, box: Path, other_box: tuple[Path, VerifiedSchool]
) -> None:
    folder, school = other_box
    put(folder, 2, school=school)
    box.rename(box.parent / "away")
    found = look(head)
    assert found.result.taken_in == 1
    assert [place for place, _ in found.failed] == [str(box)]
    folder.rename(box.parent / "away too")
    with pytest.raises(FolderNotReadError):
        look(head)


def test_another_school_file_in_place_of_the_first_is_not_believed(
    head: Services, other_box: tuple[Path, VerifiedSchool]
) -> None:
    folder, school = other_box
    look(head)
    stranger = ReadingSchool().file(school_id="cd" * 16, sequence=9, name="St Mary's", readers=(SCHOOL.head,))
    (folder / own_school.FILE_NAME).write_bytes(stranger.raw)
    put(folder, 1, school=stranger)
    put(folder, 2, school=school)
    assert look(head).result.taken_in == 1


def test_a_share_that_is_read_no_more_keeps_its_people(
    head: Services, other_box: tuple[Path, VerifiedSchool]
) -> None:
    folder, school = other_box
    put(folder, 1, school=school)
    look(head)
    sources.read_no_more(head, sources.sources(head)[1])
    assert len(sources.sources(head)) == 1
    assert len(reading_round.current_report(head, today=NOW.date()).rows) == 1


def test_the_letter_box_of_the_school_file_is_offered_first(head: Services) -> None:
    share = ShareAddress(server="files", share="checks")
    offered = structs.replace(head, school_file=SCHOOL.file(share=share))
    assert sources.first_offer(offered) == share
    assert sources.sources(offered) == ()


def test_a_direct_share_is_not_asked_without_a_password(head: Services) -> None:
    sources.read_first(head, address_in("smb://head@127.0.0.1:1/checks"))
    with pytest.raises(ShareNotReadError, match="password"):
        look(head)


def test_a_key_store_that_lost_the_keys_is_told_and_nothing_is_set_aside(head: Services, box: Path) -> None:
    put(box, 1)
    (kept,) = (head.home).rglob(f"*{names.READERS}*.secret")
    kept.unlink()
    with pytest.raises(Exception, match="key"):
        look(head)
    assert reading_round.current_report(head, today=NOW.date()).set_aside == ()


def test_where_nobody_ever_read_the_key_store_is_not_asked(
    head: Services, box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(KeptKeys, "read", asked)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    elsewhere = structs.replace(head, home=tmp_path / "elsewhere", school_file=None)
    put(box, 1)
    assert look(elsewhere).result.set_aside == 1
    assert receipts_left.leave(elsewhere, sources.sources(elsewhere)) == ReceiptsLeft()
