"""The ring round the focus: on every control, outside it, and nothing moves for it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nickaudit.ui.theme.tokens import RING_ROOM, Mode
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.focus_ring import FocusRing
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.link_spot import LinkSpot
from nickaudit.ui.widgets.record_model import Column
from nickaudit.ui.widgets.record_table import RecordTable
from nickaudit.ui.widgets.road_card import RoadCard
from nickaudit.ui.widgets.task_list import Task, TaskRow
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show, Wear


def table() -> RecordTable:
    made = RecordTable("Names", [Column[object]("Name", str)])
    made.set_records(["Ash", "Birch"])
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: Button("Continue", Kind.PRIMARY),
    "small button": lambda: Button("Save as PDF", Kind.SMALL),
    "link": lambda: LinkButton("Back"),
    "row to tick": lambda: CheckRow("Facebook"),
    "task": lambda: TaskRow(Task(1, "Facebook")),
    "card": lambda: RoadCard("Check my own accounts", "", "list-checks"),
    "field": QLineEdit,
    "answers": lambda: AnswerBar("Private account", (Option(1, "Done"), Option(2, "Later"))),
    "link in a text": lambda: TextLabel("Some [words](x) here", links={}),
    "table": table,
}


def shown(control: QWidget) -> list[QWidget]:
    return [child for child in control.findChildren(QWidget) if child.isVisible()]


def pick(control: QWidget) -> QWidget:
    if isinstance(control, TextLabel):
        return control.findChildren(LinkSpot)[0]
    return control.chips[0] if isinstance(control, AnswerBar) else control


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("which", CONTROLS)
def test_every_control_gets_both_rings_and_nothing_moves(
    show: Show, wear: Wear, mode: Mode, which: str
) -> None:
    theme = wear(mode)
    control = CONTROLS[which]()
    window = show(control, width=600, height=400)
    FocusRing(window)
    target = pick(control)
    before = [(child, child.geometry()) for child in shown(control)]
    place = control.geometry()
    target.setFocus()
    QApplication.processEvents()
    picture = window.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert QColor(theme.colours.focus).name() in colours
    assert QColor(theme.colours.ring).name() in colours
    assert control.geometry() == place
    assert [(child, child.geometry()) for child in shown(control)] == before


def test_the_ring_lies_outside_the_control(show: Show, wear: Wear) -> None:
    theme = wear()
    button = Button("Continue")
    window = show(button)
    FocusRing(window)
    plain = button.grab().toImage()
    button.setFocus()
    QApplication.processEvents()
    assert button.grab().toImage() == plain
    corner = button.mapTo(window, QPoint(0, button.height() // 2))
    picture = window.grab().toImage()
    row = [picture.pixelColor(corner.x() - i, corner.y()).name().upper() for i in range(1, RING_ROOM + 2)]
    assert row == [theme.colours.bg] * 2 + [theme.colours.ring] * 2 + [theme.colours.focus] * 3 + [
        theme.colours.bg
    ]


def test_the_ring_follows_what_moves_and_goes_with_what_goes(show: Show) -> None:
    first, button = Button("One"), Button("Two")
    window = show(first, button)
    ring = FocusRing(window)
    button.setFocus()
    assert ring.isVisible()
    before = ring.geometry()
    first.hide()
    QApplication.processEvents()
    assert ring.geometry().top() < before.top()
    button.hide()
    QApplication.processEvents()
    assert not ring.isVisible() or ring.geometry() != before
    first.show()
    first.setFocus()
    assert ring.isVisible()
    first.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    assert not ring.isVisible()


def test_a_heading_takes_the_focus_without_a_ring(show: Show) -> None:
    heading = Heading("Who can see it?", 1)
    window = show(heading)
    ring = FocusRing(window)
    heading.setFocus()
    assert heading.hasFocus()
    assert not ring.isVisible()


def test_the_ring_takes_no_clicks(show: Show) -> None:
    button = Button("One")
    window = show(button)
    ring = FocusRing(window)
    button.setFocus()
    assert window.childAt(button.geometry().center()) is button
    assert ring.geometry().contains(QRect(button.geometry()))
