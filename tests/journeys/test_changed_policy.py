"""A changed line on its whole way, in the real window: from the head's page to a colleague's list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.domain import route
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy import Strength
from nickaudit.domain.policy_edit import with_line
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, policy_editor
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.pages.reading.content_notices import SEE
from nickaudit.ui.pages.setup.give_policy import GIVE, NO_LINE, GivePolicyPage
from nickaudit.ui.pages.setup.our_line import OurLinePage
from nickaudit.ui.pages.setup.our_policy import SAVE
from nickaudit.ui.pages.staff.school_content import AGAIN, ASKED, GO_ON, NOT_REACHED, NOTHING_NEW, TAKE
from tests.finishing import answer_everything, person
from tests.services.school_world import SchoolWorld
from tests.ui.pages.desk import named, press, settle, words

LINE = LineId("privacy-levels")
WORDS = "You should set the privacy of your accounts as strictly as you can."
WHY = "The governors have made this stronger than advice."
Open = Callable[[Services], OpenWindow]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[SchoolWorld]:
    made = SchoolWorld(tmp_path / "world")
    yield made
    made.close()


@pytest.fixture
def windows(as_started: QApplication, world: SchoolWorld) -> Iterator[Open]:
    opened: list[OpenWindow] = []

    def start(services: Services) -> OpenWindow:
        opened.append(open_window(services))
        settle()
        return opened[-1]

    yield start
    for each in opened:
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(opened: OpenWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.tasks.is_idle, timeout=20_000)
    settle()


def in_a_check(services: Services) -> Services:
    """Somebody on Instagram who has answered everything, and comes back to Home."""
    from nickaudit.services.audit_session import open_session

    session = open_session(services, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"))
    answer_everything(session)
    remember(services, Preference.ROAD, "staff")
    remember(services, Preference.COMPUTER, Computer.MINE)
    return services


def given_by(head: OpenWindow, qtbot: QtBot) -> None:
    """The head changes the line, saves the policy, and gives it to staff with one tick and one line."""
    head.navigator.go(route.our_line_step(LINE))
    wait(head, qtbot)
    page = head.window.page
    assert isinstance(page, OurLinePage)
    assert page.form is not None
    page.form.strength.set_value(Strength.SHOULD)
    page.form.words.set_text(WORDS)
    head.navigator.go_on()
    wait(head, qtbot)
    assert head.navigator.step == route.OUR_POLICY
    press(head.window, SAVE)
    wait(head, qtbot)
    press(head.window, GIVE)
    wait(head, qtbot)
    give = head.window.page
    assert isinstance(give, GivePolicyPage)
    press(head.window, GIVE)
    assert NO_LINE in words(head.window)
    give.what_changed.set_text(WHY)
    give.again[LINE].setChecked(True)
    press(head.window, GIVE)
    wait(head, qtbot)
    assert "It is there, number 1" in words(head.window)


def test_a_changed_line_comes_to_a_colleague_and_is_asked_again(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    staff = windows(in_a_check(world.staff()))
    staff.navigator.go(route.HOME)
    wait(staff, qtbot)
    assert "The school has a newer policy." not in words(staff.window)
    staff.window.close()
    given_by(windows(world.head()), qtbot)

    later = windows(staff.services)
    later.navigator.go(route.HOME)
    # It is looked for a moment after the first paint.
    qtbot.waitUntil(lambda: "The school has a newer policy." in words(later.window), timeout=20_000)
    press(later.window, SEE)
    wait(later, qtbot)
    said = words(later.window)
    assert WHY in said
    assert "You are advised to set the privacy of your accounts as strictly as you can. (Advised)" in said
    assert f"{WORDS} (Should)" in said
    assert AGAIN in said
    press(later.window, TAKE)
    wait(later, qtbot)
    assert ASKED in words(later.window)
    press(later.window, GO_ON)
    assert later.navigator.step == route.HOME
    session = later.navigator.session
    assert session is not None
    assert session.content.policy.line(LINE).words == WORDS  # type: ignore[union-attr]
    open_again = [
        planned.check.id
        for stop in session.plan.stops
        for planned in stop.checks
        if (planned.account, planned.check.id) not in session.progress.answers
    ]
    assert open_again
    assert "Ready for your certificate" not in words(later.window)
    stop = next(stop for stop in session.plan.stops for each in stop.checks if each.check.id == open_again[0])
    later.navigator.go(route.stop_step(stop))
    wait(later, qtbot)
    assert "Last time: Done" in words(later.window)
    later.navigator.go(route.HOME)
    wait(later, qtbot)
    assert "The school has a newer policy." not in words(later.window)


def test_without_the_share_the_page_says_so_and_the_check_goes_on(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    staff = windows(in_a_check(world.staff()))
    world.share.rename(world.root / "elsewhere")
    staff.navigator.go(Step(kind=StepKind.SCHOOL_CONTENT))
    wait(staff, qtbot)
    assert NOT_REACHED in words(staff.window)
    (world.root / "elsewhere").rename(world.share)
    press(staff.window, "Look again")
    wait(staff, qtbot)
    assert NOTHING_NEW in words(staff.window)


def test_a_file_that_was_given_by_hand_is_shown_and_taken(
    world: SchoolWorld, windows: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    given_by(windows(world.head()), qtbot)
    by_hand = tmp_path / "from the office.nickaudit-content"
    (world.share / "content.nickaudit-content").rename(by_hand)
    staff = windows(in_a_check(world.staff()))
    staff.navigator.go(Step(kind=StepKind.SCHOOL_CONTENT))
    wait(staff, qtbot)
    press(staff.window, "I was given a file")
    page = staff.window.page
    page.open_row.field.set_text(str(tmp_path / "nothing"))  # type: ignore[union-attr]
    press(staff.window, "Open: The file from the school")
    wait(staff, qtbot)
    assert "There is no such file" in words(staff.window)
    press(staff.window, "I was given a file")
    page.open_row.field.set_text(str(by_hand))  # type: ignore[union-attr]
    press(staff.window, "Open: The file from the school")
    wait(staff, qtbot)
    assert WHY in words(staff.window)
    press(staff.window, TAKE)
    wait(staff, qtbot)
    assert staff.services.content.policy.line(LINE).words == WORDS  # type: ignore[union-attr]


def test_giving_without_a_school_file_says_what_comes_first(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    head = windows(structs.replace(world.head(), school_file=None))
    head.navigator.go(Step(kind=StepKind.GIVE_POLICY))
    wait(head, qtbot)
    assert "Set up the school first." in words(head.window)
    assert GIVE not in named(head.window)


def test_practice_is_tried_in_the_window_and_ends_where_it_began(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    head = windows(in_a_check(world.head()))
    before = head.services
    head.navigator.go(route.our_line_step(LINE))
    wait(head, qtbot)
    page = head.window.page
    assert isinstance(page, OurLinePage)
    assert page.form is not None
    page.form.words.set_text("You are advised to look at your privacy once a term.")
    head.navigator.go_on()
    wait(head, qtbot)
    press(head.window, "Try it as a member of staff")
    wait(head, qtbot)
    assert "Practice. Nothing here is kept or sent." in words(head.window)
    assert head.window.windowTitle().startswith("Practice: ")
    practised = head.services
    assert practised.home != before.home
    line = practised.content.policy.line(LINE)
    assert line is not None
    assert line.words.endswith("once a term.")
    session = head.navigator.open_session(Computer.MINE)
    head.navigator.go(route.HOME)
    assert "is saved" not in words(head.window)
    session.set_person(person(session))
    session.set_no_accounts(True)
    answer_everything(session, Answer.DONE)
    head.navigator.go(route.CERTIFICATE)
    wait(head, qtbot)
    head.navigator.go(Step(kind=StepKind.HANDING_OVER, item="folder"))
    wait(head, qtbot)
    said = words(head.window)
    assert "This is practice, so nothing is sent." in said
    assert not [name for name in named(head.window) if name.startswith("Put it")]
    press(head.window, "End practice")
    wait(head, qtbot)
    assert head.services == before
    assert head.navigator.step == route.OUR_POLICY
    assert not practised.home.exists()
    assert "Practice" not in head.window.windowTitle()
    kept = head.navigator.open_session(Computer.MINE)
    assert [account.platform for account in kept.progress.accounts] == ["instagram"]


def test_a_window_closed_in_practice_leaves_nothing_behind(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    head = windows(world.head())
    head.navigator.go(route.our_line_step(LINE))
    wait(head, qtbot)
    head.window.page.form.words.set_text("You are advised to look again.")  # type: ignore[union-attr]
    head.navigator.go_on()
    wait(head, qtbot)
    press(head.window, "Try it as a member of staff")
    wait(head, qtbot)
    practised = head.services
    assert practised.home.is_dir()
    head.window.close()
    settle()
    assert not practised.home.exists()


def test_a_policy_with_mistakes_is_not_practised_and_they_are_told(
    world: SchoolWorld, windows: Open, qtbot: QtBot
) -> None:
    services = world.head()
    draft = policy_editor.open_draft(services)
    line = draft.now.line(LINE)
    assert line is not None
    policy_editor.keep(services, with_line(draft.now, structs.replace(line, words="You must do this.")))
    head = windows(services)
    head.navigator.go(route.OUR_POLICY)
    wait(head, qtbot)
    press(head.window, "Try it as a member of staff")
    wait(head, qtbot)
    assert "The policy has mistakes, so it is not used." in words(head.window)
    assert head.services == services
    assert "Practice" not in head.window.windowTitle()
