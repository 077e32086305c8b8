"""A line to type in, with its label and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.field import Field
from tests.ui.conftest import Show, Wear


def test_what_is_typed_is_told_and_read_without_blanks(show: Show) -> None:
    field, changed, finished = Field("Your name"), [], []
    field.changed.connect(changed.append)
    field.finished.connect(finished.append)
    show(field)
    QTest.keyClicks(field.edit, " Ros ")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "Ros"
    assert changed[-1] == " Ros "
    assert finished == ["Ros"]


def test_name_and_hint_are_read(show: Show) -> None:
    field = Field("Your name", hint="As the school knows it")
    show(field)
    field.set_fault("Write your name.")
    assert field.edit.accessibleName() == "Your name"
    assert field.edit.accessibleDescription() == "Write your name. As the school knows it"
    field.set_fault("")
    assert field.edit.accessibleDescription() == "As the school knows it"


def test_a_faulty_field_wears_another_edge_of_the_same_room(show: Show) -> None:
    field = Field("Your name")
    show(field)
    size, before = field.edit.size(), field.edit.grab().toImage()
    field.set_fault("Write your name.")
    QApplication.processEvents()
    assert field.edit.size() == size
    assert field.edit.grab().toImage() != before


def test_the_field_gives_its_focus_to_the_line(show: Show) -> None:
    field = Field("Your name")
    show(field)
    field.setFocus()
    assert QApplication.focusWidget() is field.edit


def test_the_line_is_as_wide_as_its_text_at_any_size(show: Show, wear: Wear) -> None:
    field = Field("Year", characters=5)
    show(field, width=900)
    small = field.edit.width()
    wear(Mode.LIGHT, 200)
    QApplication.processEvents()
    assert field.edit.width() > 1.7 * small
