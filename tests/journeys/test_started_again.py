"""What a later start finds: the same place, what a tour left, and nothing at all after a shared computer."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import KEPT_CONTENT, make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import StepKind
from nickaudit.services.audit_session import open_session
from nickaudit.services.preferences import Preference, remember
from nickaudit.tour.driver import Driver
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.theme.tokens import Mode
from tests.finishing import answer_everything, person

Start = Callable[[], tuple[OpenWindow, Driver]]
WHOSE = "Whose computer is this?"
SECRETS = ("Zebra-Quill", "Rosalind Ash", "Somewhere Chess Club")


@pytest.fixture
def start(home: Path, now: datetime, as_started: QApplication) -> Iterator[Start]:
    """Start the window on this test's home; a start after another closes the one before."""
    running: list[OpenWindow] = []

    def close() -> None:
        for each in running:
            each.window.close()
            each.window.deleteLater()
            each.services.private.close()
            each.services.school.close()
        running.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def begin() -> tuple[OpenWindow, Driver]:
        close()
        opened = open_window(make_services(home, now=lambda: now), mode=Mode.LIGHT)
        opened.window.activateWindow()
        running.append(opened)
        hands = Driver(opened.window, opened.tasks.is_idle)
        hands.settle()
        return opened, hands

    yield begin
    close()


def half_way(home: Path, now: datetime) -> None:
    services = make_services(home, now=lambda: now)
    remember(services, Preference.ROAD, "staff")
    remember(services, Preference.COMPUTER, Computer.MINE)
    session = open_session(services, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(PlatformId("whatsapp"))
    services.private.close()


def test_it_carries_on_where_it_was_left(start: Start, home: Path, now: datetime) -> None:
    half_way(home, now)
    opened, hands = start()
    assert opened.navigator.step.kind is StepKind.STOP
    hands.click("All of these are done")
    hands.click("Continue")
    left_at = opened.navigator.step
    hands.click("Your own number: Later")
    opened, hands = start()
    assert opened.navigator.step == left_at
    session = opened.navigator.session
    assert session is not None
    assert len(session.progress.answers) == 5


def test_a_look_passed_over_is_not_gone_back_to(start: Start, home: Path, now: datetime) -> None:
    half_way(home, now)
    opened, hands = start()
    for _ in range(2):
        hands.click("All of these are done")
        hands.click("Continue")
    assert opened.navigator.step.kind is StepKind.LOOK
    hands.click("Continue")
    passed = opened.navigator.step
    opened, _ = start()
    assert opened.navigator.step == passed


def test_the_first_page_comes_first_on_a_new_home(start: Start) -> None:
    opened, _ = start()
    assert opened.navigator.step == route.FIRST


def test_a_finished_check_opens_on_its_certificate(start: Start, home: Path, now: datetime) -> None:
    half_way(home, now)
    services = make_services(home, now=lambda: now)
    answer_everything(open_session(services, computer=Computer.MINE))
    services.private.close()
    opened, hands = start()
    assert opened.navigator.step == route.REVIEW
    hands.click("Make my certificate")
    hands.wait("the certificate", lambda: hands.is_there("Keep your certificate"))
    hands.wait_for_work()
    opened, hands = start()
    hands.wait("the certificate", lambda: hands.is_there("Keep your certificate"))
    hands.wait_for_work()
    assert opened.navigator.step.kind is StepKind.CERTIFICATE
    assert len(list((home / "certificates").iterdir())) == 1


def test_leaving_a_shared_computer_leaves_nothing(start: Start, home: Path) -> None:
    opened, hands = start()
    hands.click("Check my own accounts")
    hands.click(f"{WHOSE}: One that several people use")
    hands.click("Continue")
    hands.click("About you: Not started")
    hands.fill("Name you use at work", "Rosalind Ash")
    hands.click("Your role: Teaching assistant")
    why, online = "Why are you making this check now?", "Are you active online as part of your job?"
    hands.click(f"{why}: I have just joined the school")
    hands.click(f"{online}: No")
    hands.click("Continue")
    session = opened.navigator.session
    assert session is not None
    session.add_account(PlatformId("instagram"), label="Zebra-Quill")
    answer_everything(session)
    opened.navigator.go(route.REVIEW)
    hands.click("Make my certificate")
    hands.wait("the certificate", lambda: hands.is_there("Keep your certificate"))
    hands.wait_for_work()
    hands.click("Stop here and clear everything")
    hands.settle()
    assert opened.navigator.step == route.FIRST
    assert opened.navigator.session is None

    opened, hands = start()
    assert opened.navigator.step == route.FIRST
    hands.click("Check my own accounts")
    assert opened.navigator.step == route.WHOSE_COMPUTER
    files = [path for path in home.rglob("*") if path.is_file()]
    assert {path.name.split("-")[0] for path in files} <= {
        "private.db", "school.db", "nickaudit.log", "window.lock", KEPT_CONTENT,
    }  # fmt: skip
    for path in files:
        content = path.read_bytes()
        assert [secret for secret in SECRETS if secret.encode() in content] == [], path


@pytest.mark.slow
def test_the_heads_home_from_a_tour_opens_where_the_tour_ended(
    home: Path, start: Start, tmp_path: Path
) -> None:
    from tests.tour.command import run

    assert run("tour", str(tmp_path / "out")).code == 0
    (tmp_path / "out" / "home of the headteacher").rename(home)
    opened, hands = start()
    hands.wait_for_work()
    assert opened.navigator.step == route.REPORT
    assert hands.is_there("1 adult has finished")
    assert opened.services.school_file is not None
