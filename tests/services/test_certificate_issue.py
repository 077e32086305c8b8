import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest

from nickaudit.credentials import certificate_jwt
from nickaudit.documents.attachment import signed_file_in
from nickaudit.domain.certificate import CertificateRefused, KeyPlace
from nickaudit.domain.ids import RoleId
from nickaudit.domain.person import AuditKind
from nickaudit.keys.base import KeyLostError
from nickaudit.keys.key_file import KeyFile
from nickaudit.services import certificate_issue
from nickaudit.services.certificate_folder import CertificateNotSavedError
from nickaudit.services.certificate_issue import NotMadeError, RoleGoneError, claims_for, issue, new_number
from tests.factories import TODAY, make_claims, make_content, make_person, make_policy
from tests.requires import require
from tests.servers import small_disk

pytestmark = pytest.mark.usefixtures("qapp")

FILES = {"certificate.nickaudit-certificate", "certificate.pdf", "certificate.html", "next-check.ics"}


def test_the_claims_are_the_person_and_the_policy_and_nothing_they_answered() -> None:
    person = make_person(email=" r.ash@school.example ", staff_number="", online_in_job=True)
    claims = claims_for(make_content(), person, finished_on=TODAY, number=make_claims().number)
    assert claims == make_claims(email="r.ash@school.example")


def test_the_kind_and_a_leap_day_come_through() -> None:
    person = make_person(kind=AuditKind.JOINING)
    claims = claims_for(make_content(), person, finished_on=date(2028, 2, 29), number=make_claims().number)
    assert claims.kind is AuditKind.JOINING
    assert claims.next_due == date(2029, 2, 28)


def test_a_role_that_newer_content_no_longer_has_is_said_so() -> None:
    with pytest.raises(RoleGoneError):
        claims_for(make_content(), make_person(role=RoleId("gone")), finished_on=TODAY, number=new_number())


def test_odd_spaces_in_a_pack_do_not_stop_a_certificate() -> None:
    content = make_content(policy=make_policy(title="Social\u00a0media,  May 2018"))
    claims = claims_for(content, make_person(), finished_on=TODAY, number=new_number())
    assert issue(None, claims=claims).verified.claims.policy_title == "Social media, May 2018"


def test_a_number_is_three_groups_of_four_and_never_the_same() -> None:
    numbers = {new_number() for _ in range(1000)}
    assert len(numbers) == 1000
    assert all(re.fullmatch(r"[0-9A-F]{4}(-[0-9A-F]{4}){2}", number) for number in numbers)


def test_all_files_lie_in_the_home_and_only_the_owner_can_read_them(home: Path) -> None:
    files = issue(home, claims=make_claims())
    assert files.folder == home / "certificates" / "7F3A-91C2-04DE"
    assert {each.name for each in files.folder.iterdir()} == FILES
    written = {each.name: each.read_bytes() for each in files.folder.iterdir()}
    assert written["certificate.nickaudit-certificate"] == files.signed
    assert written["certificate.pdf"] == files.pdf
    assert signed_file_in(files.pdf) == files.signed
    assert "Rosalind Ash" in written["certificate.html"].decode()
    assert written["next-check.ics"].startswith(b"BEGIN:VCALENDAR")
    assert {each.name for each in files.folder.parent.iterdir()} == {files.folder.name}
    if os.name == "posix":
        assert {stat.S_IMODE(each.stat().st_mode) for each in files.folder.iterdir()} == {0o600}
        assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700


def test_one_person_signs_with_one_key_over_the_years(home: Path) -> None:
    first = issue(home, claims=make_claims())
    second = issue(home, claims=make_claims(number="0000-1111-2222", finished_on=date(2027, 11, 20)))
    assert first.verified.key == second.verified.key
    assert first.key_place is KeyPlace.FILE


def test_a_key_that_can_no_longer_be_read_is_told_and_not_quietly_replaced(home: Path) -> None:
    KeyFile(home).write(certificate_issue.KEY_NAME, "{broken")
    with pytest.raises(KeyLostError, match="From a new computer"):
        issue(home, claims=make_claims())
    assert KeyFile(home).read(certificate_issue.KEY_NAME) == "{broken"


def test_a_school_may_ask_more_often() -> None:
    claims = claims_for(
        make_content(), make_person(), finished_on=TODAY, number=make_claims().number, every_months=6
    )
    assert claims.next_due == date(2027, 5, 24)


def test_on_a_shared_computer_nothing_is_written_and_the_key_is_dropped(home: Path) -> None:
    first, second = issue(None, claims=make_claims()), issue(None, claims=make_claims())
    assert first.verified.key != second.verified.key
    assert (first.folder, first.key_place) == (None, KeyPlace.DROPPED)
    assert signed_file_in(first.pdf) == first.signed
    assert not home.exists()


def test_where_the_key_is_can_be_asked_before(home: Path) -> None:
    assert certificate_issue.key_place(home) is KeyPlace.FILE
    assert certificate_issue.key_place(None) is KeyPlace.DROPPED


def test_a_second_certificate_of_one_number_leaves_the_first_alone(home: Path) -> None:
    first = issue(home, claims=make_claims())
    with pytest.raises(CertificateNotSavedError):
        issue(home, claims=make_claims(name="Idris Vale"))
    assert first.folder is not None
    assert (first.folder / "certificate.pdf").read_bytes() == first.pdf
    assert len(list(first.folder.parent.iterdir())) == 1


def test_a_name_that_no_certificate_may_carry_is_said_so_and_nothing_is_left(home: Path) -> None:
    with pytest.raises(NotMadeError):
        issue(home, claims=make_claims(name=""))
    assert not (home / "certificates").exists()


FULL = """
import pathlib, sys
from tests.factories import make_claims
from nickaudit.services.certificate_folder import DiskFullError
from nickaudit.services.certificate_issue import issue
home = pathlib.Path(sys.argv[1]) / "home"
try:
    issue(home, claims=make_claims())
except DiskFullError as error:
    print(error.sentence)
print(sorted(str(each.relative_to(home)) for each in home.rglob("*") if each.is_file()))
print(sorted(each.name for each in (home / "certificates").iterdir()))
"""


def test_a_disk_that_fills_up_in_the_middle_leaves_nothing_half(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    require(small_disk.can_be_made(disk), "a small tmpfs (unshare and mount)")
    said, files, folders = small_disk.run_on(FULL, disk, size="40k").splitlines()
    assert said == "The disk is full, so the certificate could not be saved. Free some space, then try again."
    assert files == "['keys.lock', 'keys/certificate-key.secret', 'known-keys/certificate-key']"
    assert folders == "[]"


def test_all_forms_can_be_made_again_from_the_signed_file(home: Path) -> None:
    files = issue(home, claims=make_claims())
    again = certificate_issue.views_of(files.signed, folder=files.folder)
    assert (again.verified, again.html, again.calendar) == (files.verified, files.html, files.calendar)
    assert signed_file_in(again.pdf) == files.signed
    assert again.folder == files.folder
    assert certificate_issue.views_of(files.signed, folder=home / "gone").folder is None


def test_a_changed_file_is_not_shown_as_a_certificate(home: Path) -> None:
    signed = issue(None, claims=make_claims()).signed
    with pytest.raises(CertificateRefused):
        certificate_issue.views_of(signed[:-8] + b"AAAAAAAA", folder=None)


def test_three_people_get_certificates_that_differ_in_who_when_number_and_key_only(home: Path) -> None:
    """One has done everything, one kept things, one was not sure: nothing of it can reach the claims."""
    people = [
        make_person(),
        make_person(name="Idris Vale", online_in_job=True),
        make_person(name="Mei Brook"),
    ]
    shapes = []
    for day, person in enumerate(people, 20):
        claims = claims_for(make_content(), person, finished_on=date(2026, 11, day), number=new_number())
        leaves = issue(None, claims=claims).verified.leaves
        own = {
            "id", "issuer", "kid", "validFrom", "validUntil", "credentialSubject.name", "",
            "credentialSubject.finishedOn", "credentialSubject.number",
        }  # fmt: skip
        shapes.append([replace_value(leaf.path, leaf.value, own) for leaf in leaves])
    assert shapes[0] == shapes[1] == shapes[2]


def replace_value(path: str, value: str, own: set[str]) -> tuple[str, str]:
    return path, "…" if path in own else value


def test_every_value_of_the_signed_file_is_known_to_whoever_shows_it(home: Path) -> None:
    files = issue(home, claims=make_claims())
    assert files.verified == certificate_jwt.verify(files.signed)
