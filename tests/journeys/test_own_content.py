"""A made-up platform and a changed clause, written only from the guide, in the real window; and mistakes."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import make_services
from nickaudit.domain.answers import Answer
from nickaudit.domain.route import StepKind
from nickaudit.tour.driver import Driver
from nickaudit.ui.application import OpenWindow, application, open_window
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.own_content import WHAT_IS_WRONG
from tests.content import guide

WHOSE = "Whose computer is this?"
WHY, ONLINE = "Why are you making this check now?", "Are you active online as part of your job?"
Start = Callable[[], tuple[OpenWindow, Driver]]


@pytest.fixture
def start(home: Path, now: datetime, as_started: QApplication) -> Iterator[Start]:
    """The program, started in this test's home."""
    windows: list[OpenWindow] = []

    def open_it() -> tuple[OpenWindow, Driver]:
        opened = open_window(make_services(home, now=lambda: now), mode=Mode.LIGHT, text_size=100)
        opened.window.activateWindow()
        windows.append(opened)
        return opened, Driver(opened.window, opened.tasks.is_idle)

    yield open_it
    for opened in windows:
        opened.window.close()
        opened.services.private.close()
        opened.services.school.close()
        opened.window.deleteLater()
        opened.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress(application(), Theme(Mode.LIGHT, 100))


def begin(driver: Driver) -> None:
    driver.settle()
    driver.click("Check my own accounts")
    driver.choose_by_key(WHOSE, f"{WHOSE}: Mine")
    driver.press("Continue")


@pytest.mark.slow
def test_what_was_written_from_the_guide_works_in_the_wizard(home: Path, start: Start) -> None:
    guide.write_into(home / "content")
    opened, driver = start()
    begin(driver)
    driver.click("About you: Not started")
    driver.fill("Name you use at work", "Rosalind Ash")
    driver.choose_by_key("Your role", "Your role: Teaching assistant")
    driver.choose_by_key(WHY, f"{WHY}: It is time for my yearly check")
    driver.click(f"{ONLINE}: No")
    driver.press("Continue")
    driver.fill("Find a site or app", "the village forum")
    driver.click("Penguin Post", QAccessible.Role.CheckBox)
    driver.click("Continue")
    driver.click("Read it in the policy")
    seen = [*driver.texts()]
    while (kind := opened.navigator.step.kind) in (StepKind.STOP, StepKind.LOOK, StepKind.POLICY_SAYS):
        seen += driver.texts()
        for group in driver.names(QAccessible.Role.Grouping):
            answer = "I've started, the rest later" if kind is StepKind.LOOK else "Done"
            if driver.is_there(f"{group}: {answer}", QAccessible.Role.RadioButton):
                driver.choose_by_key(group, f"{group}: {answer}")
        driver.press("I have read this" if kind is StepKind.POLICY_SAYS else "Continue")
    everything = "\n".join(seen)
    shown = r'^(?:heading|setting|why) = "(.+)"$'
    for words in re.findall(shown, guide.platform_file(), re.MULTILINE):
        assert words in everything
    assert "You should set the privacy of your accounts as strictly as you can." in everything
    assert "Should, policy 3.1" in seen
    assert "You are advised to set the privacy" not in everything
    session = opened.navigator.session
    assert session is not None
    (account,) = session.progress.accounts
    checks = session.content.platforms[account.platform].checks
    given = {session.progress.answers[account.id, check.id] for check in checks}
    assert given == {Answer.DONE}
    assert session.is_finished
    assert driver.is_there("Make my certificate")


def test_mistakes_are_said_on_home_and_help_and_the_check_goes_on(home: Path, start: Start) -> None:
    guide.write_into(home / "content")
    guide.make(guide.mistakes()[2], home / "content")
    opened, driver = start()
    begin(driver)
    assert any("There is 1 mistake in your own content" in text for text in driver.texts())
    driver.click(WHAT_IS_WRONG)
    assert opened.navigator.step.kind is StepKind.HELP
    place = "content/platforms/penguin-post.toml:15: stop[penguin-post.privacy].link: The link"
    assert any(text.startswith(place) and text.endswith("Use the https address.") for text in driver.texts())
    driver.press("Back")
    assert "About you: Not started" in driver.texts()
