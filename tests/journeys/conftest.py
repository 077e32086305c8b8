"""For ways through the real window: the services of this test's home."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import make_services
from nickaudit.services import Services
from nickaudit.ui.widgets.accessible import install_roles


@pytest.fixture(scope="session")
def as_started(qapp: QApplication) -> QApplication:
    """The tests' own application, made as the program makes its own."""
    qapp.setStyle("Fusion")
    install_roles()
    return qapp


@pytest.fixture
def services(home: Path, now: datetime, as_started: QApplication) -> Iterator[Services]:
    """Real stores in this test's home, on a fixed day."""
    made = make_services(home, now=lambda: now)
    yield made
    made.private.close()
    made.school.close()
