"""For tests of set-up: services as the program makes them, so that a school file can take effect."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from nickaudit.bootstrap import make_services
from nickaudit.services import Services


@pytest.fixture
def services(home: Path, now: datetime) -> Iterator[Services]:
    """Real stores and keys in this test's home, on a fixed day."""
    made = make_services(home, now=lambda: now)
    yield made
    made.private.close()
    made.school.close()
