"""How far a check can be when Home is opened: for the tests of Home."""

import datetime as dt

from nickaudit.domain import route
from nickaudit.domain.answers import Answer
from nickaudit.domain.delivery import Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.store.private import issued as issued_store
from nickaudit.ui.pages.staff.home import HomePage
from tests.ui.pages.desk import Desk

FINISHED_ON = dt.date(2026, 11, 24)


def home(desk: Desk, **size: int) -> HomePage:
    return desk.open(HomePage, route.HOME, **size)


def certificate(desk: Desk, day: dt.date, number: str = "7F3A-91C2-04DE", folder: str = "") -> Issued:
    made = Issued(number=CertificateNumber(number), finished_on=day, next_due=next_due(day), folder=folder)
    issued_store.add(desk.session.database, made, b"signed")
    return made


def all_answered(desk: Desk, answer: Answer = Answer.DONE) -> None:
    desk.meet()
    desk.add("whatsapp")
    for stop in desk.plan.stops:
        desk.session.answer_all(stop, answer)
    for page in desk.plan.statements:
        desk.session.read_page(page.id)


def certified(desk: Desk, day: dt.date = FINISHED_ON) -> Issued:
    made = certificate(desk, day)
    desk.session.finish(made.number)
    return made
