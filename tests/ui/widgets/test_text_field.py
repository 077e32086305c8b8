"""Some lines to type in: they grow with their text, are one paragraph, and never hold more than fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.text_field import TextField
from tests.ui.conftest import Show, Wear

LONG = "You are advised to set the privacy of your accounts as strictly as you can. " * 5


def test_it_grows_with_its_text_and_shows_all_of_it(show: Show) -> None:
    field = TextField("Words")
    show(field, width=500)
    low = field.edit.height()
    field.set_text(LONG)
    QApplication.processEvents()
    assert field.edit.height() > low
    assert field.edit.verticalScrollBar().maximum() == 0
    field.set_text("Short.")
    QApplication.processEvents()
    assert field.edit.height() == low


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_all_lines_are_in_view_at_every_text_size(show: Show, wear: Wear, text_size: int) -> None:
    field = TextField("Words")
    field.set_text(LONG)
    wear(text_size=text_size)
    show(field, width=800, height=1200)
    QApplication.processEvents()
    assert field.edit.verticalScrollBar().maximum() == 0


def test_enter_makes_no_new_line_and_a_pasted_one_becomes_a_blank(show: Show) -> None:
    field = TextField("Words")
    show(field)
    QTest.keyClicks(field.edit, "one")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QTest.keyClicks(field.edit, " two")
    assert field.text() == "one two"
    field.set_text(" a\nb\t c ")
    assert field.text() == "a b c"


def test_no_more_is_taken_than_fits_and_letters_can_still_be_taken_away(show: Show) -> None:
    field = TextField("Words", length=5)
    show(field)
    QTest.keyClicks(field.edit, "abcdefgh")
    assert field.text() == "abcde"
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.text() == "abcd"


def test_what_is_wrong_is_read_before_the_hint(show: Show) -> None:
    field = TextField("Words", hint="Say “you”.")
    show(field)
    field.set_fault("This text is empty.")
    assert field.edit.accessibleDescription().startswith("This text is empty.")
    assert field.fault.isVisible()
    field.set_fault("")
    assert field.edit.accessibleDescription() == "Say “you”."
    assert not field.fault.isVisible()


def test_tab_leads_on(show: Show) -> None:
    first, second = TextField("Words"), TextField("Why")
    show(first, second)
    first.setFocus()
    QTest.keyClick(first.edit, Qt.Key.Key_Tab)
    assert second.edit.hasFocus()
