"""A line for a password or a passphrase."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nickaudit.ui.widgets.secret_field import SecretField
from tests.ui.conftest import Show

HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def test_what_is_typed_is_not_shown_and_not_learned(show: Show) -> None:
    field = SecretField("Your password")
    show(field)
    QTest.keyClicks(field.edit, "lantern")
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert "lantern" not in field.edit.displayText()
    assert field.edit.inputMethodHints() & HINTS == HINTS


def test_blanks_at_either_end_may_belong_to_it_and_nothing_is_left_once_it_is_forgotten(show: Show) -> None:
    field = SecretField("Your password")
    show(field)
    QTest.keyClicks(field.edit, " two words ")
    assert field.secret() == " two words "
    field.forget()
    assert field.secret() == ""
