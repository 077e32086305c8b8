"""How it stands with every certificate: what waits and why, and what the school has."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.route import HOME, Step, StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, own_certificates
from nickaudit.services.sealing import sealing_of
from nickaudit.store.private import outbox, receipts
from nickaudit.ui.pages.staff.home import HomePage
from tests.reading_school import ReadingSchool
from tests.ui.pages.certified import hand_over, numbers, show
from tests.ui.pages.desk import Desk, named, press, words

SERVER = ShareAddress(server="nas.school.example", share="certificates", user="r.ash")
DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def queued(certified: Desk, school: ReadingSchool) -> Desk:
    """Somebody whose certificate is in the outbox, for the school's server."""
    certified.services = structs.replace(certified.services, school_file=school.file(share=SERVER))
    stand(certified, Delivery.WAITING_NOT_TRIED)
    return certified


def stand(desk: Desk, state: Delivery) -> None:
    """Let it have come to that."""
    database, now = desk.services.private, desk.services.now()
    item = delivery.queue(
        database, number=numbers(desk)[0], address=SERVER, now=now, sealing=sealing_of(desk.services)
    )
    sent_at = now if state is Delivery.SENT else None
    outbox.update(database, structs.replace(item, state=state, tries=1, tried_at=now, sent_at=sent_at))


def say_it_has_it(desk: Desk) -> None:
    receipts.keep(
        desk.services.private, numbers(desk)[0], file_hash="ab" * 32, received_on=DAY, receipt=b"signed"
    )


def test_home_says_what_waits_and_why_and_leads_there(queued: Desk) -> None:
    stand(queued, Delivery.WAITING_SILENT)
    page = queued.open(HomePage, HOME)
    text = words(page)
    assert (
        "Your certificate of 24 November 2026 is waiting to be sent to the school. "
        "The school's server did not answer. "
        "Your certificate is kept here and will be tried again when you next start."
    ) in text
    press(page, "See what you can do: certificate of 24 November 2026")
    item = f"folder {numbers(queued)[0]}"
    assert queued.steps == [Step(kind=StepKind.HANDING_OVER, item=item)]


def test_a_certificate_of_an_older_year_that_waits_is_said_beside_the_new_one(
    queued: Desk, qtbot: QtBot
) -> None:
    stand(queued, Delivery.WAITING_GONE)
    old = numbers(queued)[0]
    own_certificates.make(queued.services, queued.session, instead_of=old)
    assert "is waiting to be sent to the school." in words(queued.open(HomePage, HOME))
    page = show(queued, qtbot)
    assert "Nothing has been sent to anyone." in words(page)
    assert f"Certificate {old} of 24 November 2026. Waiting to be sent" in named(page)


def test_once_the_school_has_it_every_page_says_since_when(queued: Desk, qtbot: QtBot) -> None:
    stand(queued, Delivery.SENT)
    assert "The school's server has it." in words(show(queued, qtbot))
    assert "The school has it" not in words(queued.open(HomePage, HOME)), "nothing is said without a receipt"
    say_it_has_it(queued)
    page = show(queued, qtbot)
    assert "The school has it, 25 November. Two things are left for 8 December" in words(page)
    assert "The school has it, 25 November. Sent at 16:00 on 24 November 2026." in words(page)
    assert "The school has it, 25 November 2026." in words(queued.open(HomePage, HOME))
    assert "The school has it, 25 November. Sent at 16:00" in words(hand_over(queued, qtbot, "folder"))
    old = numbers(queued)[0]
    own_certificates.make(queued.services, queued.session, instead_of=old)
    assert f"Certificate {old} of 24 November 2026. The school has it, 25 November" in named(
        show(queued, qtbot)
    )


def test_the_readers_of_what_is_on_its_way_are_those_it_was_sealed_for(
    queued: Desk, qtbot: QtBot, school: ReadingSchool
) -> None:
    stand(queued, Delivery.WAITING_SILENT)
    newer = school.file(share=SERVER, sequence=2, readers=(school.head,))
    queued.services = structs.replace(queued.services, school_file=newer)
    assert "the deputy (Tam Rowan)" in words(hand_over(queued, qtbot, "folder"))
    assert "the deputy (Tam Rowan)" not in words(hand_over(queued, qtbot, "email"))


def test_nothing_is_said_of_what_was_never_sent(certified: Desk, tmp_path: Path) -> None:
    text = words(certified.open(HomePage, HOME))
    assert "The school has it" not in text
    assert "waiting" not in text


def test_the_notice_on_home_goes_once_it_is_sent(queued: Desk, qtbot: QtBot) -> None:
    stand(queued, Delivery.WAITING_SILENT)
    page = queued.open(HomePage, HOME)
    assert "is waiting to be sent" in words(page)
    stand(queued, Delivery.SENT)
    qtbot.waitUntil(lambda: "is waiting to be sent" not in words(page), timeout=10_000)
