"""A school file and the whole window: opened at a start or by a second one, and in force at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, beside_program, own_school
from nickaudit.tour.letting_go import let_go
from nickaudit.ui import application
from nickaudit.ui.application import OpenWindow
from nickaudit.ui.pages.staff.school_file import SchoolFilePage
from nickaudit.ui.single_instance import SingleInstance
from tests.setting_up import set_up
from tests.ui.conftest import Open
from tests.ui.pages.desk import press
from tests.ui.pages.setup.hands import wait


@pytest.fixture
def services(home: Path, now: datetime) -> Iterator[Services]:
    """As the program makes them, so that a school file takes effect."""
    made = make_services(home, now=lambda: now)
    yield made
    made.private.close()
    made.school.close()


@pytest.fixture
def school(services: Services, tmp_path: Path) -> Path:
    """A school file from another computer."""
    head = tmp_path / "head"
    head.mkdir()
    used, _ = set_up(structs.replace(services, home=head))
    path = tmp_path / "hill.nickaudit-school"
    path.write_bytes(used.raw)
    return path


def page_of(window: OpenWindow) -> SchoolFilePage:
    page = window.window.page
    assert isinstance(page, SchoolFilePage)
    wait(page)
    return page


def bar_says(window: OpenWindow, words: str) -> bool:
    return any(words in each.text() for each in window.window.bar.findChildren(QLabel))


def test_a_start_with_a_file_shows_it_first_and_back_leads_where_one_was(opened: Open, school: Path) -> None:
    window = opened(school=str(school))
    assert page_of(window).heading == "Use this school file?"
    window.navigator.back()
    assert window.navigator.step == route.FIRST


def test_a_file_let_go_over_any_page_is_shown(opened: Open, school: Path, qtbot: QtBot) -> None:
    window = opened(start=route.REPORT)
    qtbot.waitUntil(window.window.acceptDrops)  # it watches for files once it has been painted
    let_go(window.window, school)
    assert page_of(window).heading == "Use this school file?"
    window.navigator.back()
    assert window.navigator.step == route.REPORT


def test_a_double_click_on_a_mac_is_an_event_to_the_application(school: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QUrl\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "from nickaudit.ui import application\n"
        "application.OPENS_BY_EVENT = True\n"
        "program = application.application()\n"
        "program.file_opened.connect(print)\n"
        "for path in sys.argv[1:]:\n"
        "    QCoreApplication.sendEvent(program, QFileOpenEvent(QUrl.fromLocalFile(path)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(school), str(school.with_suffix(".pdf"))],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines() == [str(school)]


def test_once_used_the_whole_window_goes_by_it_without_a_new_start(opened: Open, school: Path) -> None:
    window = opened(school=str(school))
    press(page_of(window), "Use it")
    wait(page_of(window))
    assert bar_says(window, "Hill School")
    assert window.services.school_file is not None
    window.navigator.go(Step(kind=StepKind.HELP))
    page = window.window.page
    assert page is not None
    assert page.context.services.content.policy.school.name == "Hill School"
    assert window.navigator.session is None


def test_a_check_under_way_goes_on_with_its_answers(opened: Open, school: Path) -> None:
    window = opened()
    session = window.navigator.open_session(Computer.SHARED)
    session.add_account(PlatformId("instagram"))
    window.open_school_file(str(school))
    press(page_of(window), "Use it")
    wait(page_of(window))
    now = window.navigator.session
    assert now is not None
    assert now is not session
    assert [account.platform for account in now.progress.accounts] == ["instagram"]
    assert now.content.policy.school.name == "Hill School"
    assert not now.keeps_answers


def test_one_beside_the_program_is_shown_at_a_start_and_never_just_used(
    services: Services, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside_program, "found", lambda: school)
    assert application._school_file(services, None) == str(school)
    assert own_school.in_use(services.home) is None
    other = school.with_name("other.nickaudit-school")
    assert application._school_file(services, other) == str(other), "one that was named comes first"


def test_a_second_start_hands_its_file_to_the_first(
    services: Services, school: Path, app: QApplication, qtbot: QtBot
) -> None:
    first = SingleInstance(services.home)
    assert first.is_first
    QTimer.singleShot(300, first, first.listen)
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from nickaudit.ui.single_instance import SingleInstance\n"
        "second = SingleInstance(Path(sys.argv[1]), school=Path(sys.argv[2]))\n"
        "print(second.is_first, second.was_raised)"
    )
    odd = school.rename(school.with_name("St Nicholas – Müller’s.nickaudit-school"))
    told: list[str] = []
    first.file_opened.connect(told.append)
    with qtbot.waitSignals([first.raise_requested, first.file_opened], timeout=10_000):
        second = subprocess.Popen(
            [sys.executable, "-c", code, str(services.home), str(odd)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path.cwd(),
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    out, _ = second.communicate(timeout=20)
    assert out.split() == ["False", "True"]
    assert told == [str(odd)]
    first.release()
