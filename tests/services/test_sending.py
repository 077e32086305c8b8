"""What the window asks for when a certificate is to go: with the key store as it comes."""

from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.domain.taken_in import PRACTICE_POLICY
from nickaudit.keys.base import KeysLockedError
from nickaudit.services import Services, delivery, own_certificates, school_keys, sending
from nickaudit.services.audit_session import AuditSession
from nickaudit.services.own_certificates import OwnCertificate
from tests.reading_school import ReadingSchool

pytestmark = pytest.mark.usefixtures("qapp")  # the PDF is drawn by Qt
NOWHERE = ShareAddress(server="127.0.0.1:9", share="certificates", user="r.ash")
"""Nothing listens there: it refuses at once."""


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def using(services: Services, school: ReadingSchool) -> Services:
    return structs.replace(services, school_file=school.file())


@pytest.fixture
def own(using: Services, session: AuditSession) -> OwnCertificate:
    return own_certificates.take_up(using.private, own_certificates.make(using, session))


def test_what_was_shown_is_what_goes(
    using: Services, own: OwnCertificate, school: ReadingSchool, tmp_path: Path
) -> None:
    box = tmp_path / "share"
    box.mkdir()
    item = sending.put(using, using.private, own=own, address=ShareAddress(folder=str(box)))
    assert item is not None
    assert item.state is Delivery.SENT
    assert school.opened((box / item.file_name).read_bytes()) == own.signed


def test_what_was_made_in_practice_is_not_even_queued(
    using: Services, own: OwnCertificate, tmp_path: Path
) -> None:
    claims = structs.replace(own.verified.claims, policy_id=PRACTICE_POLICY)
    practised = structs.replace(own, verified=structs.replace(own.verified, claims=claims))
    with pytest.raises(sending.PracticeError):
        sending.put(using, using.private, own=practised, address=ShareAddress(folder=str(tmp_path)))
    assert delivery.waiting(using.private) == ()


def test_what_was_exchanged_after_it_was_shown_does_not_go(
    using: Services, own: OwnCertificate, tmp_path: Path
) -> None:
    using.private.write("UPDATE issued SET signed = ?", own.signed + b" ")
    with pytest.raises(delivery.NotQueuedError):
        sending.put(using, using.private, own=own, address=ShareAddress(folder=str(tmp_path)))
    assert delivery.waiting(using.private) == ()


def test_a_password_is_remembered_for_the_tries_after_this_one(using: Services, own: OwnCertificate) -> None:
    item = sending.put(using, using.private, own=own, address=NOWHERE, password="open sesame")
    assert item is not None
    assert item.state is Delivery.WAITING_GONE
    assert school_keys.share_password(using.home, NOWHERE) == "open sesame"
    (again,) = sending.try_waiting(using)
    assert (again.state, again.tries) == (Delivery.WAITING_GONE, 2)
    for path in using.home.glob("private.db*"):
        assert b"sesame" not in path.read_bytes()


def test_a_locked_key_store_stops_nothing_and_the_password_is_asked_for_later(
    using: Services, own: OwnCertificate, monkeypatch: pytest.MonkeyPatch, expected_logs: set[str]
) -> None:
    def locked(*_args: object, **_named: object) -> str:
        raise KeysLockedError

    monkeypatch.setattr(school_keys, "keep_share_password", locked)
    monkeypatch.setattr(school_keys, "share_password", locked)
    expected_logs.add("password_not_kept")
    item = sending.put(using, using.private, own=own, address=NOWHERE, password="open sesame")
    assert item is not None
    assert item.state is Delivery.WAITING_GONE
    (asked,) = sending.try_waiting(using)
    assert asked.state is Delivery.WAITING_PASSWORD
    assert asked.wants_password


def test_what_was_stopped_before_it_was_queued_does_not_wait(
    using: Services, own: OwnCertificate, tmp_path: Path
) -> None:
    address, asked = ShareAddress(folder=str(tmp_path)), iter((False, True))
    stopped = sending.put(using, using.private, own=own, address=address, cancelled=lambda: next(asked))
    assert stopped is None
    assert delivery.waiting(using.private) == ()
    never_begun = sending.put(using, using.private, own=own, address=address, cancelled=lambda: True)
    assert never_begun is None
