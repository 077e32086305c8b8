"""For tests of pages: a desk with a check in a real store and the built-in content, which shows a page.

A test asks for `desk`, gives it accounts or a person where it needs them, and opens one page. `desk` keeps
what the page asked the frame for; `find`, `press` and `click` of `tests.ui.pages.desk` act on controls by
their accessible names.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from nickaudit.services import Services
from nickaudit.services.audit_session import open_session
from tests.ui.conftest import Wear
from tests.ui.pages.certified import certify, finish
from tests.ui.pages.desk import Desk


@pytest.fixture
def desk(services: Services, wear: Wear, qtbot: QtBot) -> Iterator[Desk]:
    """A person at their own computer, with nothing said yet."""
    made = Desk(services=services, session=open_session(services, computer=Computer.MINE))
    yield made
    made.close()
    made.session.database.close()


@pytest.fixture
def finished(desk: Desk) -> Desk:
    """Nothing is open; two lines are left for a day in December."""
    return finish(desk)


@pytest.fixture
def certified(desk: Desk) -> Desk:
    """Somebody with a certificate."""
    return certify(desk)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """The school's folder."""
    folder = tmp_path / "school"
    folder.mkdir()
    return folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for papers, and not that of whoever runs the tests."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "Documents").mkdir()
