"""For the head's pages: a folder with real certificates in it, and eyes that wait until it has been read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.domain import route
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.pages.head.report import ReportPage
from tests.ui.pages.desk import Desk, settle
from tests.ui.pages.head.certificates import fill

OpenReport = Callable[..., ReportPage]


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Three people and three files that need a look: one altered, one damaged, one copy."""
    return fill(tmp_path / "Certificates")


@pytest.fixture
def read(qtbot: QtBot) -> Callable[[ReportPage], None]:
    """Wait until the page has read what it is reading."""

    def wait(page: ReportPage) -> None:
        qtbot.waitUntil(lambda: not page.reader.is_reading and page.context.tasks.is_idle(), timeout=20_000)
        page.read_heading()
        settle()

    return wait


@pytest.fixture
def open_report(desk: Desk, read: Callable[[ReportPage], None]) -> OpenReport:
    """Open the report; with a folder, as somebody who chose that one before."""

    def opened(folder: Path | None = None, *, width: int = 1120, waits: bool = True) -> ReportPage:
        if folder is not None:
            remember(desk.services, Preference.REPORT_FOLDER, str(folder))
        page = desk.open(ReportPage, route.REPORT, width=width, height=800)
        if waits:
            read(page)
        return page

    return opened
