"""What can go wrong with a certificate of one's own: one sentence, nothing lost, nothing left behind."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.domain.answers import Computer
from nickaudit.domain.certificate import CertificateRefused, Refusal
from nickaudit.domain.ids import CertificateNumber, PlatformId
from nickaudit.keys.base import KeysError
from nickaudit.services import Services, own_certificates
from nickaudit.services.audit_session import AuditSession, open_session
from nickaudit.services.certificate_folder import CertificateNotSavedError
from nickaudit.services.certificate_issue import RoleGoneError, WrongDateError
from nickaudit.services.own_certificates import GoneError, NotFinishedError
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from tests.finishing import person
from tests.requires import require
from tests.servers import small_disk

pytestmark = pytest.mark.usefixtures("qapp")

INSTAGRAM = PlatformId("instagram")
FILES = {"certificate.nickaudit-certificate", "certificate.pdf", "certificate.html", "next-check.ics"}


def test_a_folder_that_cannot_be_written_loses_nothing(services: Services, session: AuditSession) -> None:
    in_the_way = services.home / "certificates"
    in_the_way.write_text("not a folder")
    with pytest.raises(CertificateNotSavedError):
        own_certificates.make(services, session)
    assert own_certificates.listed(services.private) == ()
    assert session.finished_on is None
    in_the_way.unlink()
    number = own_certificates.make(services, session)
    assert own_certificates.take_up(services.private, number).verified.claims.number == number


def test_a_key_that_cannot_be_kept_loses_nothing(services: Services, session: AuditSession) -> None:
    in_the_way = services.home / "keys"
    in_the_way.write_text("not a folder")
    with pytest.raises(KeysError):
        own_certificates.make(services, session)
    assert own_certificates.listed(services.private) == ()
    in_the_way.unlink()
    own_certificates.make(services, session)
    assert session.finished_on is not None


def test_a_store_that_cannot_be_written_leaves_no_files_behind(
    services: Services, session: AuditSession
) -> None:
    other = Database(services.private.path, PRIVATE)
    with other.atomic():
        other.write("DELETE FROM preferences")
        with pytest.raises(Exception, match="Another program"):
            own_certificates.make(services, session)
    other.close()
    assert list((services.home / "certificates").iterdir()) == []
    own_certificates.make(services, session)


def test_a_role_that_has_gone_is_said_in_one_sentence(services: Services, session: AuditSession) -> None:
    roles = tuple(each for each in services.content.policy.roles if each.id != person(session).role)
    session.content = structs.replace(
        services.content, policy=structs.replace(services.content.policy, roles=roles)
    )
    with pytest.raises(RoleGoneError):
        own_certificates.make(services, session)


def test_a_kept_file_that_was_changed_is_refused_with_its_reason(
    services: Services, session: AuditSession
) -> None:
    number = own_certificates.make(services, session)
    signed = own_certificates.take_up(services.private, number).signed
    middle = len(signed) // 2
    changed = signed[:middle] + (b"A" if signed[middle : middle + 1] != b"A" else b"B") + signed[middle + 1 :]
    services.private.write("UPDATE issued SET signed = ? WHERE number = ?", changed, number)
    with pytest.raises(CertificateRefused) as refused:
        own_certificates.take_up(services.private, number)
    assert refused.value.reason is Refusal.CHANGED


def test_a_number_nobody_has_is_gone(services: Services) -> None:
    with pytest.raises(GoneError):
        own_certificates.take_up(services.private, CertificateNumber("0000-0000-0000"))


def test_a_full_disk_loses_no_answer_and_there_is_one_sentence(tmp_path: Path) -> None:
    require(small_disk.can_be_made(tmp_path / "probe"), "a small disk of its own (unshare)")
    code = """
import datetime as dt, os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
from nickaudit.bootstrap import make_services
from nickaudit.domain.answers import Computer
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import PlatformId
from nickaudit.services import own_certificates
from nickaudit.services.audit_session import open_session
from tests.finishing import answer_everything, finish, person
home = Path(sys.argv[1])
services = make_services(home, now=lambda: dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC))
session = open_session(services, computer=Computer.MINE)
session.set_person(person(session))
session.add_account(PlatformId("instagram"))
answer_everything(session)
before = session.progress
free = os.statvfs(home)
(home / "ballast").write_bytes(b"x" * (free.f_bavail * free.f_bsize - 12 * 1024))
try:
    own_certificates.make(services, session)
except NickAuditError as error:
    print(error.sentence)
services.private.close()
again = open_session(services, computer=Computer.MINE)
print(again.progress == before, own_certificates.listed(services.private))
(home / "ballast").unlink()
number = own_certificates.make(services, again)
print(own_certificates.take_up(services.private, number).verified.claims.number == number)
"""
    said, kept, made = small_disk.run_on(code, tmp_path / "disk", size="2m").splitlines()
    assert "full" in said
    assert kept == "True ()"
    assert made == "True"


def test_nothing_is_made_while_something_is_open(services: Services) -> None:
    session = open_session(services, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(INSTAGRAM)
    with pytest.raises(NotFinishedError):
        own_certificates.make(services, session)
    assert own_certificates.listed(services.private) == ()


@pytest.mark.parametrize("day", [dt.date(1970, 1, 1), dt.date(2199, 6, 1), dt.date(9999, 12, 31)])
def test_a_clock_that_cannot_be_right_is_said_in_one_sentence(
    services: Services, session: AuditSession, day: dt.date
) -> None:
    wrong = structs.replace(services, now=lambda: dt.datetime.combine(day, dt.time(9), dt.UTC))
    with pytest.raises(WrongDateError, match=f"today is .*{day.year}, which cannot be right. Set the"):
        own_certificates.make(wrong, session)
    assert own_certificates.listed(services.private) == ()
    assert own_certificates.make(services, session)
