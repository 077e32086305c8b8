"""People with a certificate, for tests of the pages about it, and programs that open files."""

import datetime as dt
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Answer, LookAnswer
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import CertificateNumber, PlatformId
from nickaudit.domain.route import CERTIFICATE, Step, StepKind
from nickaudit.services import delivery, own_certificates
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.ui.page import Page
from nickaudit.ui.pages.staff.certificate import CertificatePage
from nickaudit.ui.pages.staff.handing_over import HandingOverPage
from tests.finishing import answer_everything, person
from tests.ui.pages.desk import Desk, find, press, settle

P = TypeVar("P", bound=Page)
FOLDER = "The school's folder"


class Programs(QObject):
    """The person's own programs: they open what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def finish(desk: Desk) -> Desk:
    """Nothing is open; two lines are left for a day in December."""
    desk.session.add_account(PlatformId("instagram"), label="Zebra-Quill")
    desk.session.set_person(person(desk.session))
    answer_everything(desk.session)
    for look in desk.plan.looks:
        desk.session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    for line in desk.plan.stops[0].checks[:2]:
        desk.session.answer(line.account, line.check.id, Answer.LATER)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    return desk


def certify(desk: Desk) -> Desk:
    """Finished, and with a certificate."""
    finish(desk)
    own_certificates.make(desk.services, desk.session)
    return desk


def show(desk: Desk, qtbot: QtBot, step: Step = CERTIFICATE, **size: int) -> CertificatePage:
    """The certificate's page, once it has been filled."""
    return wait(desk.open(CertificatePage, step, **size), qtbot)


def hand_over(desk: Desk, qtbot: QtBot, item: str, **size: int) -> HandingOverPage:
    """The page for handing it over in that way, once it has been filled."""
    step = Step(kind=StepKind.HANDING_OVER, item=item)
    return wait(desk.open(HandingOverPage, step, **size), qtbot)


def wait(page: P, qtbot: QtBot) -> P:
    """Until nothing is being done any more."""
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=30_000)
    settle()
    return page


def numbers(desk: Desk) -> list[CertificateNumber]:
    return [each.number for each in own_certificates.listed(desk.session.database)]


def own_of(desk: Desk) -> OwnCertificate:
    """The newest one."""
    return own_certificates.take_up(desk.session.database, numbers(desk)[0])


def state_of(desk: Desk) -> Delivery | None:
    item = delivery.item_of(desk.session.database, numbers(desk)[0])
    return item.state if item else None


def put(page: HandingOverPage, folder: Path, qtbot: QtBot) -> None:
    """Type the folder, press the button, wait."""
    find(page, FOLDER, QLineEdit).setText(str(folder))
    press(page, "Put it there")
    wait(page, qtbot)
