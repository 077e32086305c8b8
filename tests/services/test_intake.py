import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.certificate import Refusal
from nickaudit.services import intake
from nickaudit.services.intake import IntakeResult, take_in
from nickaudit.services.look import FolderNotReadError
from nickaudit.store.database import Database
from nickaudit.store.school import certificates, files
from tests.factories import TODAY, make_claims

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
A_DAY = dt.timedelta(days=1)
KEY = new_key()
SUFFIX = ".nickaudit-certificate"


def signed(number: int = 1, **changes: object) -> bytes:
    return sign(make_claims(number=f"0000-0000-{number:04X}", **changes), private_jwk=KEY)


def put(path: Path, content: bytes, *, at: dt.datetime = NOW) -> Path:
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def aside(school: Database) -> dict[str, Refusal | str | None]:
    return {file.file_name: file.copy_of or file.reason for file in files.set_aside(school)}


def numbers(school: Database) -> list[str]:
    return sorted(str(item.claims.number)[-4:] for item in certificates.all_taken_in(school))


def test_certificates_of_a_folder_are_copied_and_verified(school: Database, box: Path) -> None:
    for each in (1, 2):
        put(box / f"{each}{SUFFIX}", signed(each))
    before = {path: path.stat() for path in (box, *box.iterdir())}
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=2, total=2)
    assert {path: path.stat().st_mtime_ns for path in before} == {p: s.st_mtime_ns for p, s in before.items()}
    shutil.rmtree(box)
    assert numbers(school) == ["0001", "0002"]


def test_a_second_look_reads_only_what_is_new(school: Database, box: Path) -> None:
    put(box / f"1{SUFFIX}", signed(1))
    take_in(school, box, now=NOW)
    put(box / f"2{SUFFIX}", signed(2))
    (box / f"1{SUFFIX}").chmod(0)  # could not be read, were it read again
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=1, unchanged=1, total=2)
    os.utime(box / f"1{SUFFIX}", (1, 1))
    assert take_in(school, box, now=NOW) == IntakeResult(
        unchanged=1, set_aside=0 if os.geteuid() == 0 else 1, total=2
    )


def test_every_refused_file_is_set_aside_with_its_reason(school: Database, box: Path) -> None:
    whole = signed(1)
    put(box / f"altered{SUFFIX}", whole[:300] + (b"A" if whole[300:301] != b"A" else b"B") + whole[301:])
    put(box / f"cut{SUFFIX}", whole[:-20])
    put(box / f"empty{SUFFIX}", b"")
    put(box / f"large{SUFFIX}", b"x" * (3 * 1024 * 1024))
    put(box / f"letter{SUFFIX}", b"Dear head")
    put(box / "page.pdf", b"%PDF-1.4 and nothing more")
    (box / f"link{SUFFIX}").symlink_to(box / f"cut{SUFFIX}")
    result = take_in(school, box, now=NOW)
    assert (result.taken_in, result.set_aside) == (0, 7)
    found = aside(school)
    assert found.pop(f"altered{SUFFIX}") in set(Refusal)
    assert found == {
        f"cut{SUFFIX}": Refusal.CUT_SHORT,
        f"empty{SUFFIX}": Refusal.EMPTY,
        f"large{SUFFIX}": Refusal.TOO_LARGE,
        f"letter{SUFFIX}": Refusal.NOT_A_CERTIFICATE,
        "page.pdf": Refusal.PDF_UNREADABLE,
        f"link{SUFFIX}": Refusal.UNREADABLE,
    }


def test_a_changed_signature_says_changed(school: Database, box: Path) -> None:
    header, payload, signature = signed(1).split(b".")
    put(box / f"1{SUFFIX}", b".".join((header, payload, signature[:40] + signature[:3] + signature[43:])))
    take_in(school, box, now=NOW)
    assert aside(school) == {f"1{SUFFIX}": Refusal.CHANGED}


def test_a_copy_under_another_name_is_set_aside_as_a_copy(school: Database, box: Path) -> None:
    put(box / f"a{SUFFIX}", signed(1))
    put(box / f"b{SUFFIX}", signed(1))
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=1, set_aside=1, total=2)
    assert aside(school) == {f"b{SUFFIX}": f"a{SUFFIX}"}
    assert take_in(school, box, now=NOW) == IntakeResult(unchanged=2, set_aside=1, total=2)
    assert numbers(school) == ["0001"]


def test_a_renamed_file_is_not_its_own_copy(school: Database, box: Path) -> None:
    put(box / f"a{SUFFIX}", signed(1))
    take_in(school, box, now=NOW)
    (box / f"a{SUFFIX}").rename(box / f"b{SUFFIX}")
    take_in(school, box, now=NOW)
    assert aside(school) == {}


def test_when_the_first_of_two_copies_goes_the_other_needs_no_look(school: Database, box: Path) -> None:
    put(box / f"a{SUFFIX}", signed(1))
    put(box / f"b{SUFFIX}", signed(1))
    take_in(school, box, now=NOW)
    (box / f"a{SUFFIX}").unlink()
    take_in(school, box, now=NOW)
    assert aside(school) == {}
    assert numbers(school) == ["0001"]


@pytest.mark.parametrize("seconds", [15 * 10**9, -2 * 10**9])
def test_one_file_with_an_impossible_date_keeps_nobody_out(school: Database, box: Path, seconds: int) -> None:
    put(box / f"1{SUFFIX}", signed(1))
    put(box / f"2{SUFFIX}", signed(2))
    os.utime(box / f"2{SUFFIX}", (seconds, seconds))
    assert take_in(school, box, now=NOW).taken_in == 2
    assert all(item.received_on <= NOW.date() for item in certificates.all_taken_in(school))
    assert take_in(school, box, now=NOW).unchanged == 2


def test_a_file_that_parses_later_is_taken_in_and_leaves_the_list(school: Database, box: Path) -> None:
    path = put(box / f"1{SUFFIX}", signed(1)[:200])
    take_in(school, box, now=NOW)
    assert list(aside(school)) == [path.name]
    put(path, signed(1))
    assert take_in(school, box, now=NOW).taken_in == 1
    assert aside(school) == {}


def test_a_file_altered_after_it_was_taken_in_is_set_aside_and_the_certificate_kept(
    school: Database, box: Path
) -> None:
    path = put(box / f"1{SUFFIX}", signed(1))
    take_in(school, box, now=NOW)
    put(path, signed(1)[:-1])
    take_in(school, box, now=NOW)
    assert aside(school) == {path.name: Refusal.CHANGED_SINCE}
    assert numbers(school) == ["0001"]


def test_a_set_aside_file_that_is_gone_leaves_the_list(school: Database, box: Path) -> None:
    path = put(box / f"1{SUFFIX}", b"junk")
    take_in(school, box, now=NOW)
    path.unlink()
    take_in(school, box, now=NOW)
    assert aside(school) == {}


def test_a_set_aside_file_can_be_dismissed_and_comes_back_while_it_lies_there(
    school: Database, box: Path
) -> None:
    put(box / f"1{SUFFIX}", b"junk")
    take_in(school, box, now=NOW)
    intake.dismiss(school, files.set_aside(school))
    assert aside(school) == {}
    take_in(school, box, now=NOW)
    assert list(aside(school)) == [f"1{SUFFIX}"]


def test_files_and_folders_can_be_dragged_in(school: Database, box: Path, tmp_path: Path) -> None:
    put(box / f"1{SUFFIX}", signed(1))
    loose = put(tmp_path / f"2{SUFFIX}", signed(2))
    junk = put(tmp_path / "holiday.jpg", b"\xff\xd8")
    gone = tmp_path / f"gone{SUFFIX}"
    assert take_in(school, [box, loose, junk, gone], now=NOW).taken_in == 2
    assert aside(school) == {"holiday.jpg": Refusal.NOT_A_CERTIFICATE, gone.name: Refusal.UNREADABLE}
    assert take_in(school, loose, now=NOW) == IntakeResult(unchanged=1, total=1)


def test_the_same_file_from_another_place_is_no_copy(school: Database, box: Path, tmp_path: Path) -> None:
    put(box / f"1{SUFFIX}", signed(1))
    take_in(school, box, now=NOW)
    take_in(school, [put(tmp_path / f"1{SUFFIX}", signed(1))], now=NOW)
    assert aside(school) == {}


def test_cancelling_keeps_what_was_read_and_the_next_look_reads_the_rest(school: Database, box: Path) -> None:
    for each in range(10):
        put(box / f"{each}{SUFFIX}", signed(each))
    told: list[tuple[int, int]] = []
    result = take_in(
        school,
        box,
        now=NOW,
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: len(told) >= 4,
    )
    assert result == IntakeResult(taken_in=4, total=10, is_cancelled=True)
    assert told == [(n, 10) for n in (1, 2, 3, 4)]
    assert len(numbers(school)) == 4
    assert files.last_look(school) is None
    assert take_in(school, box, now=NOW) == IntakeResult(taken_in=6, unchanged=4, total=10)


def test_a_folder_that_is_gone_says_so_and_nothing_is_forgotten(school: Database, box: Path) -> None:
    put(box / f"1{SUFFIX}", signed(1))
    put(box / f"2{SUFFIX}", b"junk")
    take_in(school, box, now=NOW)
    shutil.rmtree(box)
    with pytest.raises(FolderNotReadError, match="school could not be read"):
        take_in(school, box, now=NOW)
    assert numbers(school) == ["0001"]
    assert list(aside(school)) == [f"2{SUFFIX}"]


def test_a_share_that_goes_while_it_is_read_sets_nothing_aside(school: Database, box: Path) -> None:
    for each in range(100):
        put(box / f"{each:02}{SUFFIX}", signed(each))

    def pull_the_plug(done: int, total: int) -> None:
        if done == 2:
            shutil.rmtree(box)

    with pytest.raises(FolderNotReadError):
        take_in(school, box, now=NOW, progress=pull_the_plug)
    assert 2 <= len(numbers(school)) < 100
    assert aside(school) == {}


@pytest.mark.parametrize(
    ("written", "looked_before", "expected"),
    [
        (NOW - 5 * A_DAY, None, NOW - 5 * A_DAY),
        (NOW - 5 * A_DAY, NOW - 2 * A_DAY, NOW - 2 * A_DAY),
        (NOW - A_DAY, NOW - 2 * A_DAY, NOW - A_DAY),
        (NOW + 9 * A_DAY, None, NOW),
    ],
    ids=["its own date", "not there at the last look", "since the last look", "never after today"],
)
def test_the_day_it_arrived(
    school: Database,
    box: Path,
    written: dt.datetime,
    looked_before: dt.datetime | None,
    expected: dt.datetime,
) -> None:
    if looked_before:
        take_in(school, box, now=looked_before)
    put(box / f"1{SUFFIX}", signed(1, finished_on=TODAY), at=written)
    take_in(school, box, now=NOW)
    (item,) = certificates.all_taken_in(school)
    assert item.received_on == expected.date()


def test_a_name_in_no_alphabet_is_taken_in_too(school: Database, box: Path) -> None:
    path = os.fsencode(box) + b"/\xff\xfe" + SUFFIX.encode()
    try:
        with open(path, "wb") as file:
            file.write(signed(1))
    except OSError:
        pytest.skip("this file system takes no such name")
    assert take_in(school, box, now=NOW).taken_in == 1
    assert take_in(school, box, now=NOW).unchanged == 1
    assert [item.file_name for item in certificates.all_taken_in(school)] == [rf"\xff\xfe{SUFFIX}"]


@pytest.mark.skipif(os.name != "posix", reason="no such names elsewhere")
def test_a_name_cannot_bring_control_characters_to_a_terminal(school: Database, box: Path) -> None:
    put(box / f"\x1b[31m{SUFFIX}", b"junk")
    take_in(school, box, now=NOW)
    assert list(aside(school)) == [rf"\x1b[31m{SUFFIX}"]
