"""The desk at an invented school, whose policy document lies beside the tests."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from nickaudit.content.library import load_content
from nickaudit.domain.answers import Computer
from nickaudit.services.audit_session import open_session
from tests.ui.pages.desk import Desk

INVENTED = Path(__file__).parents[3] / "content" / "invented"
TEXT = INVENTED / "policy.txt"


@pytest.fixture
def marsh_lane(desk: Desk) -> Desk:
    """A person of that school at their own computer, with an account."""
    content = load_content(INVENTED / "resources", policy="marsh-lane")
    desk.services = replace(desk.services, content=content)
    desk.session = open_session(desk.services, computer=Computer.MINE)
    desk.add("chirper")
    return desk
