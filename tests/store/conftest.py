from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL


@pytest.fixture
def private(home: Path) -> Iterator[Database]:
    database = Database(home / "private.db", PRIVATE)
    yield database
    database.close()


@pytest.fixture
def school(home: Path) -> Iterator[Database]:
    database = Database(home / "school.db", SCHOOL)
    yield database
    database.close()
