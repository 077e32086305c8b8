"""For tests of pages: the built-in content, a check in a real store, and a desk that shows a page.

A test asks for `desk`, gives it accounts or a person where it needs them, and opens one page. `desk` keeps
what the page asked the frame for; `find`, `press` and `click` of `tests.ui.pages.desk` act on controls by
their accessible names.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.answers import Computer
from nickaudit.domain.platforms import Content
from nickaudit.services import Services
from nickaudit.services.audit_session import open_session
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.accessible import install_roles
from tests.ui.pages.desk import Desk


@pytest.fixture(scope="session")
def content() -> Content:
    """What the program ships with."""
    return load_content(paths.resource("."))


@pytest.fixture
def services(home: Path, content: Content, now: datetime) -> Iterator[Services]:
    """Real stores in this test's home, on a fixed day."""
    private, school = Database(home / "private.db", PRIVATE), Database(home / "school.db", SCHOOL)
    yield Services(home=home, content=content, private=private, school=school, now=lambda: now)
    private.close()
    school.close()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in the program's own clothes: font, palette, style sheet, roles."""
    qapp.setStyle("Fusion")
    load_shipped_font()
    install_roles()
    dress(qapp, Theme())
    return qapp


@pytest.fixture
def desk(services: Services, dressed: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A person at their own computer, with nothing said yet."""
    made = Desk(services=services, session=open_session(services, computer=Computer.MINE))
    yield made
    made.close()
    made.session.database.close()
    dress(dressed, Theme())
