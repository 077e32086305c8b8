"""One answer of several: none beforehand, and a fault that is shown where it is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.widgets.choice_group import ChoiceGroup
from tests.ui.conftest import Show

CHOICES = (("t", "Teacher", ""), ("ta", "Teaching assistant", ""), ("g", "Governor", ""))


def group() -> ChoiceGroup:
    return ChoiceGroup("What do you do at the school?", CHOICES)


def test_nothing_is_chosen_until_somebody_chooses(show: Show) -> None:
    made, heard = group(), []
    made.chosen.connect(heard.append)
    show(made)
    assert made.value is None
    made.rows[1].click()
    made.rows[2].click()
    assert made.value == "g"
    assert heard == ["ta", "g"]


def test_a_value_can_be_set_and_taken_back_silently(show: Show) -> None:
    made, heard = group(), []
    made.chosen.connect(heard.append)
    show(made)
    made.set_value("ta")
    assert made.value == "ta"
    made.set_value(None)
    assert made.value is None
    made.rows[0].click()
    assert made.value == "t"
    assert heard == ["t"]


def test_names_carry_the_question(show: Show) -> None:
    made = group()
    show(made)
    assert made.rows[0].accessibleName() == "What do you do at the school?: Teacher"


def test_the_group_takes_the_focus_for_its_rows(show: Show) -> None:
    made = group()
    show(made)
    made.setFocus()
    assert QApplication.focusWidget() is made.rows[0]
    QTest.keyClick(made.rows[0], Qt.Key.Key_Space)
    QTest.keyClick(made.rows[0], Qt.Key.Key_Down)
    assert made.value == "ta"


def test_a_fault_is_shown_and_goes_away(show: Show) -> None:
    made = group()
    show(made)
    made.set_fault("Choose what you do at the school.")
    assert made.fault.isVisible()
    made.set_fault("")
    assert not made.fault.isVisible()


def test_a_fault_is_read_with_the_group_and_with_the_row_that_has_the_focus(show: Show) -> None:
    choices = (("t", "Teacher", "Of a class"), ("g", "Governor", ""))
    made = ChoiceGroup("Your role", choices, hint="The best fit.")
    show(made)

    def heard() -> list[str]:
        return [each.accessibleDescription() for each in (made, *made.rows)]

    made.set_fault("Choose your role.")
    assert heard() == ["Choose your role. The best fit.", "Choose your role. Of a class", ""]
    made.set_fault("")
    assert heard() == ["The best fit.", "Of a class", ""]
