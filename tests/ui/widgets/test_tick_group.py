"""A question of which any number of answers can be ticked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nickaudit.ui.widgets.tick_group import TickGroup
from tests.ui.conftest import Show

CHOICES = (("a", "Teachers"), ("b", "Governors"), ("c", "Volunteers"))


def test_what_is_ticked_is_told_in_its_order(show: Show) -> None:
    group = TickGroup("Who?", CHOICES)
    show(group)
    told: list[bool] = []
    group.changed.connect(lambda: told.append(True))
    group.set_values(("c", "a"))
    assert (group.values(), told) == (("a", "c"), [])
    group.rows[1].setFocus()
    QTest.keyClick(group.rows[1], Qt.Key.Key_Space)
    assert (group.values(), told) == (("a", "b", "c"), [True])


def test_rows_are_named_with_their_question_and_a_fault_is_heard_once(show: Show) -> None:
    group = TickGroup("Who?", CHOICES, hint="These are the groups.")
    show(group)
    assert group.rows[0].accessibleName() == "Who?: Teachers"
    group.set_fault("Choose at least one group")
    assert group.fault.isVisible()
    assert group.rows[0].accessibleDescription() == "Choose at least one group"
    assert group.rows[1].accessibleDescription() == ""
    group.setFocus()
    assert group.rows[0].hasFocus()
