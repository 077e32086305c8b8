"""The quiet rounds: what waits is sent, what is due again, and the school's receipts are found."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Delivery, Issued
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, delivery, receipts
from nickaudit.services.sealing import sealing_of
from nickaudit.store.private import issued
from nickaudit.ui.delivery_rounds import DeliveryRounds
from nickaudit.ui.tasks import Tasks
from tests.factories import TODAY, make_claims
from tests.reading_school import ReadingSchool

NUMBER = CertificateNumber("7F3A-91C2-04DE")


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def using(services: Services, school: ReadingSchool) -> Services:
    signed = certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())
    made = Issued(number=NUMBER, finished_on=TODAY, next_due=TODAY, folder="")
    issued.add(services.private, made, signed)
    return structs.replace(services, school_file=school.file())


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def queue(services: Services, folder: Path) -> None:
    delivery.queue(
        services.private,
        number=NUMBER,
        address=ShareAddress(folder=str(folder)),
        now=services.now(),
        sealing=sealing_of(services),
    )


def go_round(rounds: DeliveryRounds, tasks: Tasks, qtbot: QtBot, *, only_due: bool = False) -> None:
    rounds.begin(only_due=only_due)
    qtbot.waitUntil(tasks.is_idle, timeout=30_000)


def test_what_waits_is_sent_and_the_receipt_is_found_in_a_later_round(
    using: Services, tasks: Tasks, qtbot: QtBot, tmp_path: Path, school: ReadingSchool
) -> None:
    queue(using, tmp_path)
    rounds = DeliveryRounds(using, tasks)
    go_round(rounds, tasks, qtbot)
    item = delivery.item_of(using.private, NUMBER)
    assert item is not None
    assert item.state is Delivery.SENT
    content = (tmp_path / item.file_name).read_bytes()
    (tmp_path / f"{item.file_name}.nickaudit-receipt").write_bytes(school.receipt_for(content))
    for _ in range(29):
        go_round(rounds, tasks, qtbot, only_due=True)
        assert receipts.receipt_of(using.private, NUMBER) is None, "not looked for every minute"
    go_round(rounds, tasks, qtbot, only_due=True)
    assert receipts.receipt_of(using.private, NUMBER) == dt.date(2026, 11, 25)


def test_a_school_file_that_came_meanwhile_counts_from_the_next_round_on(
    using: Services, tasks: Tasks, qtbot: QtBot, tmp_path: Path, school: ReadingSchool
) -> None:
    before = structs.replace(using, school_file=None)
    queue(before, tmp_path)
    rounds = DeliveryRounds(before, tasks)
    rounds.use(using)
    go_round(rounds, tasks, qtbot)
    (path,) = tmp_path.glob("*.nickaudit-*")
    assert path.suffix == ".nickaudit-sealed"
    assert school.opened(path.read_bytes())


def test_a_round_with_nothing_to_do_does_nothing(services: Services, tasks: Tasks, qtbot: QtBot) -> None:
    rounds = DeliveryRounds(services, tasks)
    go_round(rounds, tasks, qtbot)
    go_round(rounds, tasks, qtbot, only_due=True)
    assert delivery.waiting(services.private) == ()
