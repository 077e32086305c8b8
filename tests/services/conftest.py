"""For tests of services: real stores in a home of their own, with the content the program ships with."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.answers import Computer
from nickaudit.domain.platforms import Content
from nickaudit.services import Services
from nickaudit.services.audit_session import AuditSession, open_session
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from tests.finishing import finish


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(paths.resource("."))


@pytest.fixture
def services(home: Path, content: Content, now: dt.datetime) -> Iterator[Services]:
    private, school = Database(home / "private.db", PRIVATE), Database(home / "school.db", SCHOOL)
    yield Services(home=home, content=content, private=private, school=school, now=lambda: now)
    private.close()
    school.close()


@pytest.fixture
def school(home: Path) -> Iterator[Database]:
    """The school's store by itself."""
    database = Database(home / "school.db", SCHOOL)
    yield database
    database.close()


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """The school's folder."""
    folder = tmp_path / "school"
    folder.mkdir()
    return folder


@pytest.fixture
def session(services: Services) -> AuditSession:
    """A check with nothing open."""
    return finish(open_session(services, computer=Computer.MINE))
