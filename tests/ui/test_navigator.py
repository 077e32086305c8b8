"""From step to page: the route decides, the navigator shows."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services
from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.navigator import ALL_SAVED, Navigator
from nickaudit.ui.page import Fault, Page, PageContext
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.widgets.field import Field
from tests.ui.conftest import Wear

TELL = Step(kind=StepKind.WHO_TO_TELL)
HELP = Step(kind=StepKind.HELP)


class Sample(Page):
    """Shows which step it is; "About you" wants a name."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.heading = context.step.token
        self.loaded = self.applied = 0
        self.name = Field("Your name")
        self.main.addWidget(self.name)

    def load(self) -> None:
        self.loaded += 1

    def valid(self) -> tuple[Fault, ...]:
        wants_name = self.context.step.kind is StepKind.ABOUT_YOU and not self.name.text()
        return (Fault("Write your name.", self.name),) if wants_name else ()

    def apply(self) -> None:
        self.applied += 1


@pytest.fixture
def window(wear: Wear) -> Iterator[MainWindow]:
    made = MainWindow("St Nicholas CE Primary School")
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def navigator(window: MainWindow, services: Services) -> Navigator:
    tasks = Tasks(window)
    return Navigator(window, services, lambda _kind: Sample, tasks, window)


def shown(window: MainWindow) -> Sample:
    page = window.page
    assert isinstance(page, Sample)
    return page


def begin(navigator: Navigator, computer: Computer = Computer.MINE) -> None:
    session = navigator.open_session(computer)
    session.add_account(PlatformId("instagram"))


def test_a_page_is_loaded_once_and_gets_the_focus(navigator: Navigator, window: MainWindow) -> None:
    navigator.go(route.FIRST)
    assert shown(window).loaded == 1
    assert window.windowTitle().startswith("first|")
    assert QApplication.focusWidget() is shown(window).heading_label


def test_continue_asks_the_route_for_the_next_step(navigator: Navigator, window: MainWindow) -> None:
    begin(navigator)
    session = navigator.session
    assert session is not None
    way = route.way(session.plan)
    navigator.go(way[1])
    for expected in way[2:6]:
        navigator.go_on()
        assert navigator.step == expected
    navigator.back()
    assert navigator.step == way[4]


def test_a_fault_keeps_the_page_and_takes_the_focus_to_the_summary(
    navigator: Navigator, window: MainWindow
) -> None:
    begin(navigator)
    navigator.go(route.ABOUT_YOU)
    navigator.go_on()
    page = shown(window)
    assert navigator.step == route.ABOUT_YOU
    assert window.windowTitle().startswith("Error: ")
    assert QApplication.focusWidget() is page.error_summary
    assert page.applied == 0
    page.name.set_text("Rosalind Ash")
    navigator.go_on()
    assert page.applied == 1
    assert navigator.step == route.ACCOUNTS


def test_the_old_page_is_gone_after_the_turn(navigator: Navigator, window: MainWindow) -> None:
    navigator.go(route.FIRST)
    old = shown(window)
    navigator.go(route.WHOSE_COMPUTER)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(old)


def test_asides_lead_back_to_where_one_came_from(navigator: Navigator) -> None:
    begin(navigator)
    navigator.go(route.ACCOUNTS)
    navigator.who_to_tell()
    navigator.help()
    assert navigator.step == HELP
    navigator.back()
    assert navigator.step == route.ACCOUNTS


def test_what_is_changed_from_the_answers_comes_back_to_them(
    navigator: Navigator, window: MainWindow
) -> None:
    begin(navigator)
    for leave in (navigator.go_on, navigator.back):
        navigator.go(route.REVIEW)
        shown(window).step_requested.emit(route.ACCOUNTS)
        navigator.who_to_tell()
        navigator.back()
        assert navigator.step == route.ACCOUNTS, "an aside on the way changes nothing"
        leave()
        assert navigator.step == route.REVIEW
    navigator.back()
    before = navigator.step
    assert before != route.REVIEW
    navigator.back()
    assert navigator.step not in (route.REVIEW, before), "Back from the answers goes on going back"


def test_what_is_asked_for_elsewhere_goes_its_usual_way(navigator: Navigator, window: MainWindow) -> None:
    begin(navigator)
    navigator.go(route.REVIEW)
    shown(window).step_requested.emit(route.ACCOUNTS)
    navigator.leave()
    shown(window).step_requested.emit(route.ACCOUNTS)
    navigator.go_on()
    assert navigator.step not in (route.REVIEW, route.HOME)


def test_asides_can_be_seen_before_a_check_has_begun(navigator: Navigator) -> None:
    navigator.go(route.FIRST)
    navigator.go(TELL)
    assert navigator.step == TELL
    navigator.back()
    assert navigator.step == route.FIRST


def test_a_step_of_the_check_first_asks_whose_computer_it_is(navigator: Navigator) -> None:
    navigator.go(route.HOME)
    assert navigator.step == route.WHOSE_COMPUTER


def test_a_step_that_is_no_longer_there_leads_home(navigator: Navigator) -> None:
    begin(navigator)
    navigator.go(Step(kind=StepKind.STOP, item="gone"))
    assert navigator.step == route.HOME


def test_whose_computer_is_remembered_but_a_shared_one_never(
    navigator: Navigator, services: Services, window: MainWindow
) -> None:
    navigator.choose_computer(Computer.SCHOOLS)
    assert remembered(services, Preference.COMPUTER) == Computer.SCHOOLS
    assert window.keeps_answers
    navigator.choose_computer(Computer.SHARED)
    assert remembered(services, Preference.COMPUTER) is None
    assert not window.keeps_answers


def test_leaving_goes_home_and_says_that_all_is_saved(navigator: Navigator, window: MainWindow) -> None:
    said: list[str] = []
    window.announced.connect(said.append)
    begin(navigator)
    navigator.go(route.ACCOUNTS)
    navigator.leave()
    assert navigator.step == route.HOME
    assert said == [ALL_SAVED]


def test_leaving_a_shared_computer_leaves_nothing(navigator: Navigator, window: MainWindow) -> None:
    begin(navigator, Computer.SHARED)
    navigator.go(route.ACCOUNTS)
    navigator.leave()
    assert navigator.step == route.FIRST
    assert navigator.session is None
    assert navigator.open_session(Computer.SHARED).progress.accounts == ()


def test_the_place_is_stored_for_the_next_start(navigator: Navigator, services: Services) -> None:
    begin(navigator)
    session = navigator.session
    assert session is not None
    stop = next(step for step in route.way(session.plan) if step.kind is StepKind.STOP)
    navigator.go(stop)
    assert navigator.open_session(Computer.MINE).carry_on().kind in (StepKind.ABOUT_YOU, StepKind.STOP)


def test_what_a_page_asks_for_reaches_the_frame(navigator: Navigator, window: MainWindow) -> None:
    begin(navigator)
    said: list[str] = []
    fonts: list[bool] = []
    window.announced.connect(said.append)
    navigator.font_requested.connect(fonts.append)
    navigator.go(route.ACCOUNTS)
    page = shown(window)
    page.saved.emit()
    page.announced.emit("Two found")
    page.font_requested.emit(True)
    assert said == ["Saved", "Two found"]
    assert fonts == [True]
    page.step_requested.emit(route.HOME)
    assert navigator.step == route.HOME
    shown(window).back_requested.emit()
    assert navigator.step == route.FIRST


def test_no_page_turn_opens_a_window_of_its_own(navigator: Navigator, window: MainWindow) -> None:
    class Watch(QObject):
        def eventFilter(self, thing: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
                strays.append(type(thing).__name__)
            return False

    strays: list[str] = []
    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    begin(navigator)
    for step in (route.FIRST, route.HOME, route.ABOUT_YOU, route.ACCOUNTS):
        navigator.go(step)
    app.removeEventFilter(watch)
    assert strays == []


def test_a_page_that_goes_on_by_itself_stays_after_continue(navigator: Navigator, window: MainWindow) -> None:
    navigator.go(route.SET_UP_REVIEW)
    page = shown(window)
    page.goes_on_by_itself = True
    navigator.go_on()
    assert page.applied == 1
    assert shown(window) is page
    page.goes_on_by_itself = False
    navigator.go_on()
    assert navigator.step == route.SET_UP


def test_what_is_changed_from_the_end_of_set_up_comes_back_there(
    navigator: Navigator, window: MainWindow
) -> None:
    navigator.go(route.SET_UP_REVIEW)
    shown(window).step_requested.emit(Step(kind=StepKind.SET_UP_SHARE))
    navigator.go_on()
    assert navigator.step == route.SET_UP_REVIEW
    navigator.back()
    assert navigator.step == route.SET_UP


def test_save_and_come_back_later_leaves_set_up_and_no_check(
    navigator: Navigator, window: MainWindow
) -> None:
    begin(navigator, Computer.SHARED)
    navigator.go(Step(kind=StepKind.SET_UP_SCHOOL))
    navigator.leave()
    assert navigator.step == route.FIRST
    assert navigator.session is not None, "the check of somebody else's page is not stopped"
