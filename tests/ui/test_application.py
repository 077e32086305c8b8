"""The whole window over real services: theme, what is remembered, every page once, the last resort."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.store.errors import FullStoreError
from nickaudit.ui.all_pages import PAGES, page_class
from nickaudit.ui.application import LAST_RESORT, LastResort, SilentWindowError, run
from nickaudit.ui.page import Page
from nickaudit.ui.single_instance import SingleInstance
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.theme.fonts import FAMILY, system_family
from nickaudit.ui.theme.tokens import Mode
from tests.ui.conftest import Open


def test_every_kind_of_step_has_a_page() -> None:
    assert set(PAGES) == set(StepKind)
    for kind in StepKind:
        assert issubclass(page_class(kind), Page)


def test_a_first_start_shows_the_first_page(opened: Open) -> None:
    assert opened().navigator.step == route.FIRST


def test_the_next_start_carries_on_where_one_was(opened: Open, services: Services) -> None:
    remember(services, Preference.ROAD, "staff")
    remember(services, Preference.COMPUTER, Computer.MINE)
    assert opened().navigator.step == route.HOME
    remember(services, Preference.ROAD, "head")
    assert opened().navigator.step == route.REPORT


def test_a_shared_computer_always_begins_at_the_first_page(opened: Open, services: Services) -> None:
    remember(services, Preference.ROAD, "staff")
    assert opened().navigator.step == route.FIRST


def test_the_theme_can_be_asked_for_and_changed(opened: Open) -> None:
    window = opened(mode=Mode.DARK, text_size=125)
    assert (current_theme().mode, current_theme().text_size) == (Mode.DARK, 125)
    window.set_mode(Mode.LIGHT)
    assert current_theme().mode is Mode.LIGHT


def test_the_text_size_goes_in_steps_and_is_remembered(opened: Open, services: Services) -> None:
    window = opened()
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(6):
        QTest.keyClick(window.window, Qt.Key.Key_Plus, control)
    assert current_theme().text_size == 200
    QTest.keyClick(window.window, Qt.Key.Key_Minus, control)
    assert remembered(services, Preference.TEXT_SIZE) == "175"
    assert opened().theme.text_size == 175
    QTest.keyClick(window.window, Qt.Key.Key_0, control)
    assert current_theme().text_size == 100


@pytest.mark.parametrize("stored", ["", "abc", "99", "1000000"])
def test_a_text_size_nobody_offers_is_passed_over(opened: Open, services: Services, stored: str) -> None:
    remember(services, Preference.TEXT_SIZE, stored)
    assert opened().theme.text_size == 100


def test_the_systems_typeface_is_a_choice_that_is_remembered(opened: Open, services: Services) -> None:
    window = opened()
    assert current_theme().family == FAMILY
    window.use_system_font(True)
    assert current_theme().family == system_family()
    assert opened().theme.family == system_family()
    window.use_system_font(False)
    assert opened().theme.family == FAMILY


def test_the_size_of_the_window_is_remembered(opened: Open, services: Services) -> None:
    window = opened()
    window.window.resize(700, 500)
    window.window.close()
    assert remembered(services, Preference.WINDOW) == "700x500"
    assert opened().window.size_text() == "700x500"


def test_every_page_opens_with_the_focus_on_its_heading_and_no_window_of_its_own(opened: Open) -> None:
    class Watch(QObject):
        def eventFilter(self, thing: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
                strays.append(f"{window.navigator.step.token}: {type(thing).__name__}")
            return False

    strays: list[str] = []
    window = opened()
    session = window.navigator.open_session(Computer.MINE)
    session.add_account(PlatformId("instagram"))
    way = [step for step in route.way(session.plan) if step.kind is not StepKind.CERTIFICATE]
    others = [route.FIRST, route.WHOSE_COMPUTER, route.HOME, route.MORE]
    others += [Step(kind=kind) for kind in (StepKind.WHO_TO_TELL, StepKind.HELP, StepKind.RESPONSIBLE)]
    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for step in (*others, *way):
        window.navigator.go(step)
        QApplication.processEvents()
        page = window.window.page
        assert page is not None
        assert window.navigator.step == step
        assert QApplication.focusWidget() is page.heading_label, step.token
        assert page.heading
        assert window.window.sheet.least_width() <= window.window.sheet.viewport().width()
    app.removeEventFilter(watch)
    assert strays == []


def test_a_fault_nobody_foresaw_is_told_in_plain_words(app: QApplication, expected_logs: set[str]) -> None:
    expected_logs.add("unexpected_error")
    resort = LastResort()
    try:
        raise RuntimeError("a secret path /home/somebody")
    except RuntimeError as error:
        resort.catch(RuntimeError, error, error.__traceback__)
        resort.catch(RuntimeError, error, error.__traceback__)
    boxes = [each for each in app.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
    assert [box.text() for box in boxes] == [LAST_RESORT]
    for box in boxes:
        box.close()
        box.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_full_disk_is_told_as_what_it_is(app: QApplication, expected_logs: set[str]) -> None:
    expected_logs.add("unexpected_error")
    error, resort = FullStoreError(), LastResort()
    resort.catch(FullStoreError, error, None)
    (box,) = (each for each in app.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible())
    assert box.text() == error.sentence
    assert "disk is full" in error.sentence
    box.close()
    box.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_window_that_hangs_is_not_passed_over_in_silence(
    services: Services, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nickaudit.ui.single_instance._ANSWERS_AFTER_S", 0.2)
    monkeypatch.setattr("nickaudit.ui.single_instance._PATIENCE_MS", 50)
    hangs = SingleInstance(services.home)  # it never listens
    assert hangs.is_first
    with pytest.raises(SilentWindowError):
        run(services)
    hangs.release()


def test_nothing_replaces_the_excepthook_until_the_program_runs() -> None:
    assert not isinstance(getattr(sys.excepthook, "__self__", None), LastResort)
