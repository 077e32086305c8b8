"""For tests against servers: a school with readers, and what seals for it."""

import pytest

from nickaudit.services.sealing import Sealing
from tests.reading_school import ReadingSchool


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture(scope="module")
def sealing(school: ReadingSchool) -> Sealing:
    return Sealing(school=school.file().school, roles={})
