"""From the first page to the certificate with the keyboard alone: Tab, arrows, Space and Enter."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from nickaudit.domain.route import StepKind
from nickaudit.services import Services
from nickaudit.tour.cut_off import focus_faults
from nickaudit.tour.driver import PRESSABLE, Driver
from nickaudit.ui.application import OpenWindow, application, open_window
from nickaudit.ui.main_window import SAVED
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Mode, Theme

WHOSE = "Whose computer is this?"
WHY, ONLINE = "Why are you making this check now?", "Are you active online as part of your job?"
CONTROLS = (*PRESSABLE, QAccessible.Role.EditableText)
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Space)


class Keys(Driver):
    """Hands without a mouse, and ears: what each page was like, and what was said aloud on it."""

    def __init__(self, opened: OpenWindow) -> None:
        super().__init__(opened.window, opened.tasks.is_idle)
        self.opened = opened
        self.titles: list[str] = []
        self.said: list[str] = []
        opened.window.announced.connect(self.said.append)
        opened.navigator.step_shown.connect(self._turned)
        self.saved_on: Counter[int] = Counter()

    def click(self, *_: object) -> None:
        raise AssertionError("There is no mouse here.")

    def _turned(self) -> None:
        self.count_saved()
        self.said.clear()

    def count_saved(self) -> None:
        self.saved_on[self.said.count(SAVED)] += 1

    def arrive(self) -> None:
        """What must hold on every new page, before anything is pressed on it."""
        self.settle()
        page = self.opened.window.page
        assert page is not None
        assert page.title in self.title
        assert self.title not in self.titles[-1:], "each page has a title of its own"
        self.titles.append(self.title)
        assert QApplication.focusWidget() is page.heading_label, self.title
        counted = Counter(name for name in self.names(*CONTROLS))
        assert [name for name, times in counted.items() if times > 1 or not name] == [], self.title
        assert focus_faults(self.opened.window) == (), self.title
        page.heading_label.setFocus()

    def go_on(self, name: str, number: int = 0) -> None:
        """Press it, with Enter or with Space, and arrive."""
        self.press(name, key=KEYS[number % 2])
        self.arrive()


@pytest.fixture
def keys(services: Services) -> Iterator[Keys]:
    opened = open_window(services, mode=Mode.LIGHT, text_size=100)
    opened.window.activateWindow()
    yield Keys(opened)
    opened.window.close()
    opened.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress(application(), Theme(Mode.LIGHT, 100))


def say_who(keys: Keys) -> None:
    keys.tab_to("Name you use at work", QAccessible.Role.EditableText)
    keys.type("Rosalind Ash")
    keys.choose_by_key("Your role", "Your role: Teaching assistant")
    keys.choose_by_key(WHY, f"{WHY}: It is time for my yearly check")
    keys.choose_by_key(ONLINE, f"{ONLINE}: No")


def answer(keys: Keys) -> None:
    """Every line of a stop, with a different answer in turn; a look; nothing on a page of the policy."""
    answers = ("Done", "Later", "Leaving it as it is", "Not sure, or it isn't there")
    groups = [name for name in keys.names(QAccessible.Role.Grouping) if name != "Your device"]
    step = keys.opened.navigator.step
    for number, name in enumerate(groups):
        if step.kind is StepKind.LOOK:
            keys.choose_by_key(name, f"{name}: I've started, the rest later")
        elif keys.is_there(name, QAccessible.Role.Grouping):
            keys.choose_by_key(name, f"{name}: {answers[number % 4]}")


@pytest.mark.slow
def test_the_keyboard_alone_goes_all_the_way(keys: Keys, services: Services, home: Path) -> None:
    keys.arrive()
    keys.go_on("Check my own accounts")
    keys.choose_by_key(WHOSE, f"{WHOSE}: Mine")
    keys.go_on("Continue")
    keys.go_on("About you: Not started", 1)
    say_who(keys)
    keys.go_on("Continue")
    keys.press("WhatsApp", key=Qt.Key.Key_Space)
    keys.go_on("Continue", 1)
    kinds = []
    while (kind := keys.opened.navigator.step.kind) in (StepKind.STOP, StepKind.LOOK, StepKind.POLICY_SAYS):
        kinds.append(kind)
        answer(keys)
        keys.go_on("I have read this" if kind is StepKind.POLICY_SAYS else "Continue", len(kinds))
    assert kinds.count(StepKind.STOP) == 7
    assert kinds.count(StepKind.LOOK) == 1
    assert kinds.count(StepKind.POLICY_SAYS) == 3
    keys.go_on("Make my certificate")
    keys.wait("the certificate", lambda: keys.is_there("Keep your certificate"))
    keys.wait_for_work()
    keys.count_saved()
    assert set(keys.saved_on) <= {0, 1}, "“Saved” is said once a page"
    assert keys.saved_on[1] >= 10
    made = list((home / "certificates").glob("*/certificate.nickaudit-certificate"))
    assert len(made) == 1
    session = keys.opened.navigator.session
    assert session is not None
    assert session.is_finished


def test_leaving_leads_home_and_says_that_all_is_saved(keys: Keys) -> None:
    keys.go_on("Check my own accounts")
    keys.choose_by_key(WHOSE, f"{WHOSE}: Mine")
    keys.go_on("Continue")
    keys.go_on("About you: Not started")
    said = keys.said
    keys.press("Save and come back later")
    keys.settle()
    assert keys.opened.navigator.step.kind is StepKind.HOME
    assert "Everything is saved. You can close the window." in said


def test_who_to_tell_is_three_presses_away_and_back_leads_back(keys: Keys) -> None:
    keys.go_on("Check my own accounts")
    keys.go_on("Something happened? Who to tell")
    keys.go_on("A pupil has contacted me", 1)
    assert any("safeguarding lead (DSL)" in text for text in keys.texts())
    keys.press("Back")
    keys.settle()
    assert keys.opened.navigator.step.kind in (StepKind.WHOSE_COMPUTER, StepKind.WHO_TO_TELL)


def test_faults_take_the_focus_and_their_lines_lead_to_the_fields(keys: Keys) -> None:
    keys.go_on("Check my own accounts")
    keys.press("Continue")
    assert keys.title.startswith("Error: ")
    keys.press("Choose whose computer this is")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"{WHOSE}: Mine"
