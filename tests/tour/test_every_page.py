"""Every page of a check, at both sizes and three text sizes: nothing cut off, covered, or out of reach."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.accounts import GENERAL
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.audit_session import AuditSession
from nickaudit.tour.cut_off import Fault, faults_of, focus_faults
from nickaudit.tour.driver import Driver
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.theme.tokens import Mode
from tests.finishing import person

SIZES = {"ordinary": QSize(1120, 800), "least": QSize(900, 430)}
LONG = "a forum of the Llanfairpwllgwyngyll running and swimming club for beginners"
PLATFORMS = ("facebook", "instagram", "whatsapp", "linkedin", "x", "tiktok", "snapchat", "youtube")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture
def opened(home: Path, now: datetime, clothes: QApplication) -> Iterator[OpenWindow]:
    services = make_services(home, now=lambda: now)
    made = open_window(services, mode=Mode.LIGHT, text_size=100)
    made.window.activateWindow()
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    services.private.close()
    services.school.close()


def answered(opened: OpenWindow) -> AuditSession:
    """Every kind of account, two of one, one with a long name; every answer somewhere, most given."""
    session = opened.navigator.open_session(Computer.MINE)
    session.set_person(person(session, name="Rosalind Ash-Featherstonehaugh of Llanfairpwllgwyngyll"))
    for platform in PLATFORMS:
        session.add_account(PlatformId(platform))
    session.add_account(PlatformId("instagram"), label="the football team of the year before last")
    session.add_account(GENERAL, label=LONG)
    lines = [line for stop in session.plan.stops for line in stop.checks]
    for number, line in enumerate(lines):
        if number % 5:
            session.answer(line.account, line.check.id, list(Answer)[number % 4])
    for number, look in enumerate(session.plan.looks):
        session.answer_look(look.section, look.look.id, list(LookAnswer)[number % 3])
    return session


def every_step(session: AuditSession) -> tuple[Step, ...]:
    plan = session.plan
    situations = session.content.policy.situations
    return (
        *(Step(kind=kind) for kind in (
            StepKind.FIRST, StepKind.WHOSE_COMPUTER, StepKind.HOME, StepKind.SCHOOL_SEES,
            StepKind.RESPONSIBLE, StepKind.HELP, StepKind.WHO_TO_TELL, StepKind.MORE, StepKind.REPORT,
            StepKind.SET_ASIDE, StepKind.CONFIRM, StepKind.POLICY_REVIEW, StepKind.OUR_POLICY,
            StepKind.OUR_DETAILS, StepKind.GIVE_POLICY, StepKind.SCHOOL_CONTENT,
        )),
        route.our_line_step(session.content.policy.lines[0].id),
        *(Step(kind=kind) for kind in sorted(route.OF_SET_UP - {StepKind.SET_UP_CONTACT})),
        route.contact_step("chair"),
        *(Step(kind=StepKind.WHO_TO_TELL, item=each.id) for each in situations[::4]),
        *route.way(plan),
        *(route.stop_step(stop) for stop in plan.more_stops[::6]),
        *(route.look_step(look) for look in plan.more_looks[:2]),
    )  # fmt: skip


def faults_on_every_page(opened: OpenWindow, steps: tuple[Step, ...]) -> list[tuple[str, Fault]]:
    hands = Driver(opened.window, opened.tasks.is_idle)
    found = []
    for step in steps:
        opened.navigator.go(step)
        hands.wait_for_work()
        here = (*faults_of(opened.window), *focus_faults(opened.window))
        found += [(step.token, fault) for fault in here]
    return found


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_on_any_page(opened: OpenWindow, size: str, text_size: int) -> None:
    steps = every_step(answered(opened))
    assert len(steps) > 70
    opened.window.resize(SIZES[size])
    opened.set_text_size(text_size)
    found = faults_on_every_page(opened, steps)
    assert found == [], "\n".join(f"{page}: {fault}" for page, fault in found[:40])


def test_nothing_is_cut_off_when_there_is_something_to_put_right(opened: OpenWindow) -> None:
    opened.navigator.open_session(Computer.MINE)
    hands = Driver(opened.window, opened.tasks.is_idle)
    for size in SIZES.values():
        for text_size in (100, 200):
            opened.window.resize(size)
            opened.set_text_size(text_size)
            for step in (route.WHOSE_COMPUTER, route.ABOUT_YOU, route.ACCOUNTS, route.REVIEW):
                opened.navigator.go(step)
                opened.navigator.go_on()
                hands.settle()
                assert opened.window.windowTitle().startswith("Error: ")
                assert faults_of(opened.window) == ()
                assert focus_faults(opened.window) == ()


def test_nothing_is_cut_off_on_a_shared_computer(opened: OpenWindow) -> None:
    session = opened.navigator.open_session(Computer.SHARED)
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"))
    opened.window.resize(SIZES["least"])
    opened.set_text_size(200)
    assert faults_on_every_page(opened, (route.HOME, *route.way(session.plan))) == []
