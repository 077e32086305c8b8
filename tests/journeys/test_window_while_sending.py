"""The window goes on while a certificate is sent to a server that never answers: its clock never stops."""

import datetime as dt
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, own_certificates, school_keys, sources
from nickaudit.share import courier
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.pages.head.report import ReportPage
from tests.finishing import answer_everything, person
from tests.reading_school import ReadingSchool
from tests.ui.pages.desk import find, press, settle, words

LONGEST = 0.1
"""Seconds that the window may stand still, in two tries of three: a slow disk may hold one up."""
NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)


def elsewhere() -> float:
    """Seconds for which this thread could have run and another program had the processor."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:  # this system does not say
        return 0.0


class Clock:
    """Ticks on the window's thread, and keeps the longest time between two ticks that was our own doing."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.ticks = 0
        self._last, self._elsewhere = time.perf_counter(), elsewhere()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now, gone = time.perf_counter(), elsewhere()
        self.longest = max(self.longest, (now - self._last) - (gone - self._elsewhere))
        self._last, self._elsewhere = now, gone
        self.ticks += 1


@pytest.fixture
def silent() -> Iterator[ShareAddress]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield ShareAddress(server=f"127.0.0.1:{listening.getsockname()[1]}", share="certificates")


@pytest.fixture
def opened(home: Path, silent: ShareAddress, qapp: QApplication) -> Iterator[OpenWindow]:
    """Somebody with a certificate and the school's file, at the page from which it goes to the server."""
    services = make_services(home, now=lambda: NOW)
    services = structs.replace(services, school_file=ReadingSchool().file(share=silent))
    made = open_window(services, start=route.FIRST)
    made.navigator.choose_computer(Computer.MINE)
    session = made.navigator.session
    assert session is not None
    session.set_person(person(session))
    session.set_no_accounts(True)
    answer_everything(session)
    own_certificates.make(services, session)
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    services.private.close()
    services.school.close()


def send(opened: OpenWindow, qtbot: QtBot) -> Clock:
    """From the press until it is said how it stands."""
    page = opened.window.page
    assert page is not None
    find(page, "Your user name for this server", QLineEdit).setText("r.ash")
    find(page, "Your password for this server", QLineEdit).setText("secret")
    clock = Clock()
    press(page, "Send it")
    qtbot.waitUntil(lambda: "did not answer" in words(page), timeout=20_000)
    clock.stop()
    return clock


@pytest.mark.slow
def test_the_window_never_stands_still_while_a_silent_server_is_waited_for(
    opened: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "DEADLINE", 3.0)
    longest = []
    for _ in range(3):
        opened.navigator.go(Step(kind=StepKind.HANDING_OVER, item="folder"))
        qtbot.waitUntil(opened.tasks.is_idle, timeout=30_000)
        settle()
        clock = send(opened, qtbot)
        assert clock.ticks > 100
        longest.append(clock.longest)
        (item,) = delivery.waiting(opened.services.private)
        assert item.state is Delivery.WAITING_SILENT
        delivery.cancel_waiting(opened.services.private, item.number)
    assert sorted(longest)[1] < LONGEST


@pytest.mark.slow
def test_the_window_never_stands_still_in_a_round_of_waiting_ones(
    opened: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the start tries again by itself."""
    monkeypatch.setattr(courier, "DEADLINE", 2.0)
    opened.navigator.go(Step(kind=StepKind.HANDING_OVER, item="folder"))
    qtbot.waitUntil(opened.tasks.is_idle, timeout=30_000)
    settle()
    send(opened, qtbot)
    opened.navigator.go(route.HOME)
    longest = []
    for _ in range(3):
        qtbot.waitUntil(opened.tasks.is_idle, timeout=30_000)  # the start's own round may be under way
        (before,) = delivery.waiting(opened.services.private)
        clock = Clock()
        opened.rounds.begin()
        qtbot.waitUntil(opened.tasks.is_idle, timeout=30_000)
        clock.stop()
        (after,) = delivery.waiting(opened.services.private)
        assert after.tries == before.tries + 1
        longest.append(clock.longest)
    assert sorted(longest)[1] < LONGEST


@pytest.mark.slow
def test_the_window_never_stands_still_while_the_head_reads_a_silent_server(
    opened: OpenWindow, silent: ShareAddress, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "DEADLINE", 3.0)
    address = structs.replace(silent, user="head")
    school_keys.keep_share_password(opened.services.home, address, "secret")
    sources.read_first(opened.services, address)
    opened.navigator.go(route.REPORT)
    page = opened.window.page
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(opened.tasks.is_idle, timeout=30_000)
    longest = []
    for _ in range(3):
        clock = Clock()
        page.look_again()
        qtbot.waitUntil(lambda: not page.reader.is_reading, timeout=20_000)
        clock.stop()
        assert "did not answer in time" in words(page)
        assert clock.ticks > 100
        longest.append(clock.longest)
    assert sorted(longest)[1] < LONGEST


@pytest.mark.slow
def test_the_clock_sees_a_window_that_stands_still(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.wait(30)
    time.sleep(LONGEST * 1.5)
    qtbot.wait(30)
    clock.stop()
    assert clock.longest > LONGEST
