"""Set-up in the whole window: what is in hand stays so, and a page of a draft needs a draft."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.route import Step
from nickaudit.services import Services, kept_draft, own_school, school_setup
from nickaudit.ui.application import OpenWindow
from nickaudit.ui.page import Page
from nickaudit.ui.pages.setup.readers import ReadersPage
from nickaudit.ui.pages.setup.recovery import READ_BACK, RecoveryPage
from nickaudit.ui.pages.setup.tasks import SetUpPage
from tests.setting_up import set_up
from tests.ui.conftest import Open
from tests.ui.pages.desk import click, press
from tests.ui.pages.setup.hands import begun, type_into, wait

PAPER = "How do you want to keep it?: On paper"


@pytest.fixture
def services(home: Path, now: datetime) -> Iterator[Services]:
    """As the program makes them, so that a school file takes effect."""
    made = make_services(home, now=lambda: now)
    yield made
    made.private.close()
    made.school.close()


def page_of(window: OpenWindow) -> Page:
    page = window.window.page
    assert page is not None
    wait(page)
    return page


def recovery(window: OpenWindow) -> RecoveryPage:
    window.navigator.go(route.SET_UP_RECOVERY)
    page = page_of(window)
    assert isinstance(page, RecoveryPage)
    return page


def test_whoever_looks_something_up_comes_back_to_the_same_recovery_key(
    opened: Open, services: Services
) -> None:
    begun(services)
    window = opened(start=route.FIRST)
    key = recovery(window).paper.groups.text()
    assert len(key.split()) == 14
    window.window.help_requested.emit()
    assert not isinstance(page_of(window), RecoveryPage)
    window.navigator.back()
    page = page_of(window)
    assert isinstance(page, RecoveryPage)
    assert page.paper.groups.text() == key
    click(page, PAPER)
    type_into(page, "Type the key from the paper", key)
    press(page, "Read it back")
    wait(page)
    page = recovery(window)
    assert page.state.label.text() == READ_BACK.replace("**", "")
    assert page.valid() == (), "it was read back already"
    window.navigator.go_on()
    wait(page)
    assert window.services.school_file is not None
    assert window.navigator.step == route.SET_UP_GIVE


def test_once_the_school_is_set_up_its_recovery_key_is_not_in_memory_any_more(
    opened: Open, services: Services
) -> None:
    begun(services)
    window = opened(start=route.FIRST)
    page = recovery(window)
    click(page, PAPER)
    type_into(page, "Type the key from the paper", page.paper.groups.text())
    press(page, "Read it back")
    wait(page)
    held = [name for name in window.tasks.dynamicPropertyNames() if b"recovery" in bytes(name.data())]
    assert len(held) == 1
    window.navigator.go_on()
    wait(page)
    assert own_school.in_use(services.home) is not None
    assert [name for name in window.tasks.dynamicPropertyNames() if b"recovery" in bytes(name.data())] == []


def test_a_key_store_that_does_not_open_is_told_before_a_recovery_key_is_made(
    opened: Open, services: Services
) -> None:
    begun(services)
    in_the_way = services.home / "keys" / "school-signing-key.secret"
    in_the_way.mkdir(parents=True)
    page = recovery(opened(start=route.FIRST))
    assert page.paper.groups.text() == ""
    assert page.way.isHidden()
    assert page.state.label.text().startswith("The file with your signing key cannot be read.")
    in_the_way.rmdir()
    press(page, "Try again")
    wait(page)
    assert len(page.paper.groups.text().split()) == 14
    assert page.state.isHidden()
    assert not page.way.isHidden()


@pytest.mark.parametrize("kind", sorted(route.OF_DRAFT))
def test_a_page_of_a_draft_that_became_a_school_file_shows_what_is_set_up(
    opened: Open, services: Services, kind: route.StepKind
) -> None:
    set_up(services)
    window = opened(start=route.FIRST)
    window.use(services.renewed())
    window.navigator.go(Step(kind=kind, item="chair"))
    page = page_of(window)
    assert isinstance(page, SetUpPage)
    assert page.heading.endswith("is set up")


def test_a_change_that_was_begun_is_gone_on_with(opened: Open, services: Services) -> None:
    set_up(services)
    renewed = services.renewed()
    kept_draft.keep(renewed, school_setup.begin(renewed))
    window = opened(start=route.FIRST)
    window.use(renewed)
    window.navigator.go(Step(kind=route.StepKind.SET_UP_READERS))
    page = page_of(window)
    assert isinstance(page, ReadersPage)
    assert page.draft.reads_here
