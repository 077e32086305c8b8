"""The tour's hands: they can do what a person can, and no more."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from nickaudit.tour import driver as driver_module
from nickaudit.tour.driver import Driver, TourStopped
from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.text import TextLabel


class Desk:
    """The real frame with a page of parts, and hands for it."""

    def __init__(self) -> None:
        self.window = MainWindow("A school")
        self.page = QWidget()
        self.column = QVBoxLayout(self.page)
        self.pressed: list[str] = []
        self.hands = Driver(self.window)

    def show(self, *parts: QWidget) -> None:
        for part in parts:
            self.column.addWidget(part)
        self.window.sheet.put(self.page, 0)
        self.page.show()
        self.window.show()
        self.window.activateWindow()
        self.window.sheet.fit()
        self.hands.settle()

    def button(self, name: str) -> Button:
        made = Button(name)
        made.clicked.connect(lambda: self.pressed.append(name))
        return made


@pytest.fixture
def desk(clothes: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.window.close()
    made.window.deleteLater()


def test_a_click_presses_what_is_found_by_its_name(desk: Desk) -> None:
    desk.show(desk.button("Save"), desk.button("Print"))
    desk.hands.click("Print")
    assert desk.pressed == ["Print"]


def test_what_is_far_down_is_scrolled_to(desk: Desk) -> None:
    desk.show(*(desk.button(f"Number {number}") for number in range(60)))
    desk.hands.click("Number 59")
    desk.hands.click("Number 0")
    assert desk.pressed == ["Number 59", "Number 0"]


def test_a_link_inside_a_text_is_clicked_on_its_words(desk: Desk) -> None:
    text = TextLabel("Family among them? [Keep them](keep)", links={"keep": lambda: desk.pressed.append("k")})
    desk.show(text)
    desk.hands.click("Keep them")
    desk.hands.press("Keep them")
    assert desk.pressed == ["k", "k"]


def test_what_is_covered_cannot_be_clicked(desk: Desk) -> None:
    desk.show(desk.button("Save"))
    cover = QPushButton("In the way", desk.page)
    cover.setGeometry(desk.page.rect())
    cover.show()
    with pytest.raises(TourStopped, match="covered"):
        desk.hands.click("Save")


def test_what_is_hidden_or_there_twice_is_not_found(desk: Desk) -> None:
    hidden = desk.button("Secret")
    desk.show(hidden, desk.button("Copy"), desk.button("Copy"))
    hidden.hide()
    assert not desk.hands.is_there("Secret")
    with pytest.raises(TourStopped, match="nothing called"):
        desk.hands.click("Secret")
    with pytest.raises(TourStopped, match="2 things"):
        desk.hands.find("Copy")


def test_text_is_typed_over_what_was_there(desk: Desk) -> None:
    field = Field("Name you use at work")
    field.set_text("Somebody else")
    typed: list[str] = []
    field.changed.connect(typed.append)
    desk.show(field)
    desk.hands.fill("Name you use at work", "Rosalind Ash")
    assert field.text() == "Rosalind Ash"
    assert typed[-1] == "Rosalind Ash"
    assert len(typed) > 5


def test_answers_are_chosen_with_tab_arrows_and_space(desk: Desk) -> None:
    bar = AnswerBar("Groups", (Option(1, "Done"), Option(2, "Later"), Option(3, "Not sure")))
    chosen: list[object] = []
    bar.answered.connect(chosen.append)
    desk.show(desk.button("Save"), bar)
    desk.hands.choose_by_key("Groups", "Groups: Not sure")
    assert chosen == [3]


def test_tab_gets_to_a_button_and_enter_presses_it(desk: Desk) -> None:
    desk.show(Field("Name"), desk.button("Save"))
    desk.hands.press("Save")
    desk.hands.press("Save", key=Qt.Key.Key_Space)
    assert desk.pressed == ["Save", "Save"]


def test_what_tab_cannot_get_to_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver_module, "_MOST_TABS", 20)
    lonely = desk.button("Save")
    desk.show(lonely, desk.button("Print"))
    lonely.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with pytest.raises(TourStopped, match="Tab does not get to"):
        desk.hands.press("Save")


def test_waiting_has_an_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver_module, "PATIENCE", 0.05)
    desk.show()
    with pytest.raises(TourStopped, match="waited in vain for a letter"):
        desk.hands.wait("a letter", lambda: False)


def test_names_come_in_the_order_in_which_they_are_read(desk: Desk) -> None:
    desk.show(desk.button("One"), desk.button("Two"))
    names = desk.hands.names(QAccessible.Role.Button)
    assert [name for name in names if name in ("One", "Two")] == ["One", "Two"]


def test_what_goes_wrong_in_the_window_stops_the_tour(desk: Desk) -> None:
    desk.show(desk.button("Save"))
    desk.hands.fail(ValueError("no such line"))
    with pytest.raises(TourStopped, match="ValueError: no such line"):
        desk.hands.click("Save")
