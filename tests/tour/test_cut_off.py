"""Each kind of fault is found on a page made wrong on purpose, and none on one that is right."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nickaudit.tour.cut_off import Kind, StrayWindows, faults_of, focus_faults
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.answer_words import line_options
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.sheet import Sheet
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import TextLabel

Show = Callable[..., "Window"]
LONG = "Whoever has your number can see your picture, your name and when you were last there."


class Window(QWidget):
    """Tab goes round in the order of making; parts lie where they are put."""

    def put(self, widget: QWidget, x: int, y: int, width: int, height: int) -> None:
        widget.setParent(self)
        widget.setGeometry(x, y, width, height)
        widget.show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return super().focusNextPrevChild(forward)


@pytest.fixture
def window(clothes: QApplication) -> Iterator[Window]:
    made = Window()
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    clothes.processEvents()
    yield made
    made.close()
    made.deleteLater()


def kinds(window: QWidget) -> set[Kind]:
    QApplication.processEvents()
    return {fault.kind for fault in faults_of(window)}


def laid_out(window: Window, *parts: QWidget) -> None:
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    QApplication.processEvents()


def right_parts() -> tuple[QWidget, ...]:
    return (
        Heading("Who can see what you share on Instagram?", 1),
        TextLabel(f"{LONG} [How to tell them](tell)", links={"tell": lambda: None}),
        Button("All of these are done", icon="check-check"),
        AnswerBar("Groups", line_options()),
        CheckRow("I have none at all", "That is fine. You go straight on to what the policy says."),
        Field("Name you use at work", hint="As your colleagues know you."),
        TaskList((Task(1, "Facebook", "4 stops and a look", "Not started"),)),
    )


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_a_page_that_is_right_has_no_faults(window: Window, clothes: QApplication, text_size: int) -> None:
    dress(clothes, Theme(Mode.LIGHT, text_size))
    window.resize(700, 500 if text_size == 100 else 1200)
    laid_out(window, *right_parts())
    assert faults_of(window) == ()
    assert focus_faults(window) == ()


@pytest.mark.parametrize(
    ("part", "size"),
    [
        (lambda: TextLabel(LONG), QSize(300, 30)),
        (lambda: TextLabel("Verantwortungsbewusstsein"), QSize(90, 60)),
        (lambda: Heading("Who can see you?", 1), QSize(300, 20)),
        (lambda: Button("All of these are done"), QSize(220, 20)),
        (lambda: Button("Benachrichtigungseinstellungen"), QSize(120, 80)),
        (lambda: LinkButton("Read it in the policy"), QSize(60, 30)),
        (lambda: AnswerBar("Groups", line_options()), QSize(200, 60)),
        (lambda: CheckRow("I have none at all", LONG), QSize(300, 46)),
        (lambda: TaskList((Task(1, LONG, LONG, "Not started"),)).rows[0], QSize(400, 42)),
        (lambda: QPushButton("Save and come back later"), QSize(60, 30)),
        (lambda: QLabel("Everything is saved."), QSize(40, 20)),
    ],
    ids=lambda value: "" if callable(value) else f"{value.width()}x{value.height()}",
)
def test_words_with_less_room_than_they_need_are_found(
    window: Window, part: Callable[[], QWidget], size: QSize
) -> None:
    window.put(part(), 10, 10, size.width(), size.height())
    assert Kind.TEXT in kinds(window)


def test_a_long_word_in_a_wrapping_label_is_found(window: Window) -> None:
    label = QLabel("Verantwortungsbewusstsein")
    label.setWordWrap(True)
    window.put(label, 10, 10, 60, 200)
    assert Kind.TEXT in kinds(window)


class Names(QAbstractTableModel):
    """One long name."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return LONG if role == Qt.ItemDataRole.DisplayRole else None


def test_a_cell_that_is_cut_is_found(window: Window) -> None:
    table = QTableView()
    table.setModel(Names(table))
    table.setColumnWidth(0, 80)
    window.put(table, 10, 10, 400, 200)
    assert Kind.TEXT in kinds(window)
    table.setColumnWidth(0, 2000)
    assert Kind.TEXT not in kinds(window)


def test_what_sticks_out_of_its_place_is_found(window: Window) -> None:
    box = QWidget()
    window.put(box, 10, 10, 200, 60)
    label = TextLabel("Saved", parent=box)
    label.setGeometry(150, 10, 90, 30)
    label.show()
    assert Kind.OUTSIDE in kinds(window)
    label.setGeometry(100, 10, 90, 30)
    assert kinds(window) == set()


def test_what_lies_over_something_else_is_found(window: Window) -> None:
    window.put(TextLabel("Everything is saved."), 10, 10, 200, 30)
    link = LinkButton("Read it in the policy")
    window.put(link, 120, 20, 200, 32)
    assert Kind.OVERLAP in kinds(window)
    link.move(220, 20)
    assert kinds(window) == set()


def test_joined_answers_may_share_an_edge(window: Window) -> None:
    laid_out(window, AnswerBar("Your device", (Option(1, "iPhone"), Option(2, "Android"))))
    assert kinds(window) == set()


def test_a_page_wider_than_its_view_is_found(window: Window) -> None:
    sheet = Sheet(window)
    wide = QWidget()
    row = QHBoxLayout(wide)
    row.addWidget(QPushButton("Benachrichtigungseinstellungen"))
    row.addWidget(QPushButton("Sicherheitsüberprüfungsergebnisse"))
    sheet.put(wide, 0)
    wide.show()
    window.put(sheet, 0, 0, 300, 400)
    assert Kind.SIDEWAYS in kinds(window)
    sheet.resize(690, 400)
    assert Kind.SIDEWAYS not in kinds(window)


def test_a_control_with_the_focus_that_is_out_of_view_is_found(window: Window) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(_Hides(f"Answer {number}", inside))
    area = QScrollArea()
    area.setWidget(inside)
    window.put(area, 0, 0, 600, 300)
    QApplication.processEvents()
    assert Kind.HIDDEN_FOCUS in {fault.kind for fault in focus_faults(window)}


class _Hides(QPushButton):
    """Scrolls itself away when it gets the focus."""

    def focusInEvent(self, event: object) -> None:
        area = self.parent().parent().parent()  # type: ignore[union-attr]
        assert isinstance(area, QScrollArea)
        bar = area.verticalScrollBar()
        bar.setValue(0 if self.y() > 300 else bar.maximum())


def test_a_control_that_tab_passes_over_is_found(window: Window) -> None:
    class Lost(Window):
        def focusNextPrevChild(self, forward: bool) -> bool:
            self.findChildren(QPushButton)[0].setFocus()
            return True

    lost = Lost()
    lost.put(QPushButton("One"), 10, 10, 90, 30)
    lost.put(QPushButton("Two"), 10, 60, 90, 30)
    lost.show()
    lost.activateWindow()
    QApplication.processEvents()
    found = focus_faults(lost)
    lost.close()
    lost.deleteLater()
    assert [(fault.kind, "Two" in fault.what) for fault in found] == [(Kind.TRAP, True)]


def test_the_focus_is_where_it_was_after_measuring(window: Window) -> None:
    laid_out(window, *right_parts())
    button = window.findChild(Button)
    assert button is not None
    button.setFocus()
    assert focus_faults(window) == ()
    assert QApplication.focusWidget() is button


def test_a_part_that_comes_up_as_a_window_is_noticed(window: Window) -> None:
    strays = StrayWindows(window)
    homeless = Button("Save")
    homeless.show()
    QApplication.processEvents()
    assert [fault.kind for fault in strays.take()] == [Kind.WINDOW]
    assert strays.take() == ()
    laid_out(window, homeless)
    assert strays.take() == ()
