"""What scrolls: nothing slips away under a person's hands."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.sheet import Sheet, sheet_of
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show


def test_what_is_held_keeps_its_place_when_something_above_it_goes(show: Show) -> None:
    page, inner, button = QWidget(), QWidget(), Button("Here")
    column, above = Stack(page, spacing=12), Stack(inner)
    gone = TextLabel("A long word about something. " * 20)
    above.addWidget(gone)
    for widget in (inner, TextLabel("Before it. " * 80), button, TextLabel("After. " * 800)):
        column.addWidget(widget)
    sheet = Sheet()
    sheet.setFixedHeight(300)
    sheet.put(page, 0)
    show(sheet)
    sheet.verticalScrollBar().setValue(250)

    def place() -> int:
        return button.mapTo(sheet.viewport(), QPoint(0, 0)).y()

    before = place()
    with sheet.held(button):
        gone.hide()
    assert sheet.verticalScrollBar().value() < 250
    assert place() == before
    QApplication.processEvents()
    assert place() == before


def test_anything_in_it_knows_its_sheet(show: Show) -> None:
    sheet, page = Sheet(), QWidget()
    button = Button("Here", parent=page)
    assert sheet_of(button) is None
    show(sheet)
    sheet.put(page, 0)
    assert sheet_of(button) is sheet
