"""The frame: title, focus, Back and footer, text size, and everything in view in a low window."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nickaudit.ui.main_window import SAVED, WHO_TO_TELL, MainWindow
from nickaudit.ui.page import LEAVE, STOP_HERE, Bar, BarLink, Fault, Page
from nickaudit.ui.theme.tokens import RING_ROOM, TEXT_SIZES, Mode
from nickaudit.ui.widgets.link_button import LinkButton
from tests.ui.conftest import Wear
from tests.ui.sample_pages import Form, Report, Stop


@pytest.fixture
def window(wear: Wear) -> Iterator[MainWindow]:
    made = MainWindow("St Nicholas CE Primary School")
    made.resize(1120, 800)
    made.text_size_changed()
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def put(window: MainWindow) -> Callable[[Page], Page]:
    def show_page(page: Page) -> Page:
        before = window.show_page(page)
        if before is not None:
            before.deleteLater()
        QApplication.processEvents()
        return page

    return show_page


Put = Callable[[Page], Page]


def tab_round(window: MainWindow) -> list[QWidget]:
    """Every stop of the Tab key, from the heading round to where it began."""
    seen: list[QWidget] = []
    while True:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            return seen
        seen.append(focus)
        assert len(seen) < 100


def names(widgets: list[QWidget]) -> list[str]:
    return [widget.accessibleName() for widget in widgets]


def test_a_new_page_sets_the_title_and_takes_the_focus_to_its_heading(window: MainWindow, put: Put) -> None:
    for page in (Stop(), Form()):
        put(page)
        assert window.windowTitle() == f"{page.heading} - Social media check"
        assert QApplication.focusWidget() is page.heading_label


def test_tab_goes_as_things_are_laid_out(window: MainWindow, put: Put) -> None:
    put(Stop())
    assert names(tab_round(window)) == [
        "Private account: Done",
        "Stories: Done",
        "Map: Done",
        "Read it in the policy",
        "Continue",
        LEAVE,
        WHO_TO_TELL,
        "Larger text",
        "Help",
        "Back",
    ]


def test_what_is_made_late_is_reached_in_its_place(window: MainWindow, put: Put) -> None:
    page = put(Stop())
    page.main.insertWidget(0, LinkButton("Made late"))
    QApplication.processEvents()
    QApplication.processEvents()
    assert names(tab_round(window))[:2] == ["Made late", "Private account: Done"]


def test_shift_tab_goes_back_the_same_way(window: MainWindow, put: Put) -> None:
    page = put(Stop())
    forward = tab_round(window)
    page.heading_label.setFocus()
    for expected in reversed(forward):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is expected


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1120, 800), (900, 430)])
def test_the_control_with_the_focus_is_wholly_in_view(
    window: MainWindow, put: Put, wear: Wear, size: int, width: int, height: int
) -> None:
    wear(Mode.LIGHT, size)
    window.resize(width, height)
    window.text_size_changed()
    put(Stop())
    for widget in tab_round(window):
        widget.setFocus()
        QApplication.processEvents()
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        assert window.rect().contains(box), widget.accessibleName()
        if window.sheet.content.isAncestorOf(widget):
            view = QRect(window.sheet.viewport().mapTo(window, QPoint(0, 0)), window.sheet.viewport().size())
            ring = box.adjusted(0, -RING_ROOM, 0, RING_ROOM)
            assert view.top() <= ring.top()
            assert ring.bottom() <= view.bottom()


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_scrolls_sideways_in_a_low_and_narrow_window(
    window: MainWindow, put: Put, wear: Wear, size: int
) -> None:
    wear(Mode.LIGHT, size)
    window.resize(900, 430)
    window.text_size_changed()
    put(Stop())
    assert window.sheet.least_width() <= window.sheet.viewport().width()
    assert window.sheet.horizontalScrollBar().maximum() == 0


def test_bar_and_footer_scroll_along_in_a_low_window_or_with_large_text(
    window: MainWindow, put: Put, wear: Wear
) -> None:
    put(Stop())

    def scrolls() -> tuple[bool, bool]:
        content = window.sheet.content
        return content.isAncestorOf(window.bar), content.isAncestorOf(window.footer)

    assert scrolls() == (False, False)
    window.resize(1120, 500)
    assert scrolls() == (True, True)
    window.resize(1120, 800)
    assert scrolls() == (False, False)
    wear(Mode.LIGHT, 150)
    window.text_size_changed()
    assert scrolls() == (True, True)
    assert window.bar.isVisible()
    assert window.footer.isVisible()


def test_the_footer_says_what_the_page_wants(window: MainWindow, put: Put) -> None:
    put(Stop())
    assert (window.footer.go_on.words, window.footer.leave.words) == ("Continue", LEAVE)
    assert window.footer.go_on.isEnabled()
    put(Form())
    assert window.footer.go_on.words == "Save and continue"
    assert not window.footer.leave.isVisible()
    put(Report())
    assert not window.footer.isVisible()


def test_on_a_shared_computer_leaving_says_what_becomes_of_the_answers(window: MainWindow, put: Put) -> None:
    window.keeps_answers = False
    put(Stop())
    assert window.footer.leave.words == STOP_HERE


def test_buttons_of_the_frame_only_ask(window: MainWindow, put: Put) -> None:
    asked: list[str] = []
    window.back_requested.connect(lambda: asked.append("back"))
    window.continue_requested.connect(lambda: asked.append("continue"))
    window.leave_requested.connect(lambda: asked.append("leave"))
    window.who_to_tell_requested.connect(lambda: asked.append("who"))
    window.help_requested.connect(lambda: asked.append("help"))
    put(Stop())
    for button in (window.header.back, window.footer.go_on, window.footer.leave):
        button.click()
    for link in window.bar.findChildren(LinkButton):
        link.click()
    assert asked == ["back", "continue", "leave", "who", "help"]


def test_keys_ask_for_back_and_for_another_text_size(window: MainWindow, put: Put) -> None:
    asked: list[object] = []
    window.back_requested.connect(lambda: asked.append("back"))
    window.text_size_step_requested.connect(asked.append)
    put(Stop())
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_Plus, control)
    QTest.keyClick(window, Qt.Key.Key_Minus, control)
    QTest.keyClick(window, Qt.Key.Key_0, control)
    assert asked == ["back", 1, -1, 0]
    put(Form())
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert asked == ["back", 1, -1, 0]


def test_saved_is_shown_each_time_and_said_once_a_page(window: MainWindow, put: Put) -> None:
    said: list[str] = []
    window.announced.connect(said.append)
    page = put(Stop())
    assert not window.header.saved.isVisible()
    page.saved.connect(window.show_saved)
    page.saved.emit()
    page.saved.emit()
    assert window.header.saved.isVisible()
    assert said == [SAVED]
    put(Stop())
    assert not window.header.saved.isVisible()
    window.show_saved()
    assert said == [SAVED, SAVED]


def test_faults_take_the_focus_and_the_title(window: MainWindow, put: Put) -> None:
    page = cast(Form, put(Form()))
    page.show_faults((Fault("Write your name.", page.name),))
    window.show_faults()
    assert window.windowTitle() == "Error: About you - Social media check"
    assert QApplication.focusWidget() is page.error_summary
    assert window.sheet.verticalScrollBar().value() == 0


def test_a_page_can_bring_its_own_bar(window: MainWindow, put: Put) -> None:
    page = cast(Report, put(Report()))
    links = [link for link in window.bar.findChildren(LinkButton) if link.isVisible()]
    assert names(cast(list[QWidget], links)) == ["Look again"]
    links[0].click()
    assert page.pressed == ["again"]
    put(Stop())
    links = [link for link in window.bar.findChildren(LinkButton) if link.isVisible()]
    assert names(cast(list[QWidget], links)) == [WHO_TO_TELL, "Help"]


def test_a_link_of_the_bar_keeps_the_focus_while_the_words_beside_it_change(
    window: MainWindow, put: Put
) -> None:
    page = cast(Report, put(Report()))
    link = next(each for each in window.bar.findChildren(LinkButton) if each.isVisible())
    link.setFocus()
    page.bar = Bar("School reports", "Read two minutes ago", (BarLink("Look again", page.once_more),))
    page.changed.emit()
    assert QApplication.focusWidget() is link
    assert "Read two minutes ago" in [each.text() for each in window.bar.findChildren(QLabel)]
    link.click()
    assert page.pressed == ["once more"], "it does what the page says now"


def test_what_comes_into_the_bar_lies_on_nothing_that_was_there(window: MainWindow, put: Put) -> None:
    page = cast(Report, put(Report()))
    page.bar = Bar("School reports", "", (BarLink("My own check", page.again), BarLink("Help", page.again)))
    page.changed.emit()
    QApplication.processEvents()
    page.bar = Bar("School reports", "Read just now", (BarLink("Look again", page.again), *page.bar.links))
    page.changed.emit()
    QApplication.processEvents()
    row = window.bar._row
    places = [item.geometry() for i in range(row.count()) if (item := row.itemAt(i)) and not item.isEmpty()]
    assert len(places) == 6
    assert all(left.right() < right.left() for left, right in pairwise(places))
    links = [link for link in window.bar.findChildren(LinkButton) if link.isVisible()]
    assert names(cast(list[QWidget], links)) == ["Look again", "My own check", "Help"], "as they are heard"


def test_a_page_that_changes_its_status_is_read_again(window: MainWindow, put: Put) -> None:
    page = put(Stop())
    page.status = "Instagram · 2 of 4"
    page.changed.emit()
    assert window.header.status.text() == "Instagram · 2 of 4"


def test_no_name_comes_twice_on_a_page(window: MainWindow, put: Put) -> None:
    put(Stop())
    found = names(tab_round(window))
    assert len(found) == len(set(found))


def test_the_size_is_remembered_as_text(window: MainWindow) -> None:
    window.restore_size("700x500")
    assert window.size_text() == "700x500"
    for nonsense in (None, "", "large", "1x", "-5x9"):
        window.restore_size(nonsense)
    assert window.size_text() == "700x500"
