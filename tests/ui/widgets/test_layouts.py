"""Flow, columns beside each other and bars of rows: nothing overlaps, nothing is lost, nothing leaks."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.widgets.beside import Beside
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show

WORDS = ("Save as PDF", "Web page (best for screen readers)", "Print", "Next check in my calendar")


def flow_of(*widgets: QWidget, pushes_right: bool = False) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, pushes_right=pushes_right)
    for widget in widgets:
        flow.addWidget(widget)
    return box


@pytest.mark.parametrize("width", [260, 400, 900])
def test_buttons_flow_to_the_next_row_and_never_overlap(show: Show, width: int) -> None:
    buttons = [Button(words) for words in WORDS]
    box = flow_of(*buttons)
    show(box, width=width)
    places = [button.geometry() for button in buttons]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    assert all(box.rect().contains(place) for place in places)


def test_a_hidden_thing_leaves_no_gap(show: Show) -> None:
    buttons = [Button(words) for words in WORDS[:3]]
    box = flow_of(*buttons)
    show(box, width=900)
    where = buttons[1].x()
    buttons[1].hide()
    QApplication.processEvents()
    assert buttons[2].x() == where


def test_the_rest_stands_at_the_right_end_of_the_row(show: Show) -> None:
    first, last = Button("One"), Button("Two")
    box = flow_of(first, last, pushes_right=True)
    show(box, width=600)
    assert first.x() == 0
    assert last.geometry().right() == box.width() - 1


@pytest.mark.parametrize("width", [900, 360])
def test_what_is_kept_at_the_right_stands_there_in_every_row(show: Show, width: int) -> None:
    first, second, kept, last = Button("Social media check"), Button("Look again"), Button("A"), Button("B")
    box = flow_of(first, second, kept, last, pushes_right=True)
    flow = box.layout()
    assert isinstance(flow, FlowLayout)
    flow.keep_right(kept)
    show(box, width=width)
    assert (kept.y() > first.y()) is (width == 360)
    assert last.geometry().right() == box.width() - 1
    assert last.x() - kept.geometry().right() - 1 == 10
    assert first.x() == 0


def test_a_flow_goes_with_what_is_in_it(app: QApplication) -> None:
    box = flow_of(QWidget(), QWidget())
    layout = box.layout()
    assert layout is not None
    gone = weakref.ref(layout)
    box.deleteLater()
    del layout
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_two_things_stand_beside_each_other_only_where_the_words_have_room(show: Show) -> None:
    words, button = TextLabel("Stories and lives, hidden from people who should not see them"), Button("Done")
    pair = Beside(words, button, least=200)
    window = show(pair, width=600)
    assert button.x() > words.x()
    assert not words.geometry().intersects(button.geometry())
    window.resize(250, 500)
    QApplication.processEvents()
    assert button.y() >= words.geometry().bottom()
    assert words.height() >= words.heightForWidth(words.width())


def test_without_the_second_the_first_has_all_the_room(show: Show) -> None:
    words, button = TextLabel("Some words"), Button("Done")
    pair = Beside(words, button, least=200)
    show(pair, width=600)
    button.hide()
    QApplication.processEvents()
    QApplication.processEvents()
    assert words.width() == pair.width()
