"""Type to find, tick to choose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.clear_button import ClearButton
from nickaudit.ui.widgets.search_list import Entrant, SearchList
from tests.ui.conftest import Show, Wear

MANY = tuple(Entrant(f"p{i}", f"Platform {i}") for i in range(60))
ENTRANTS = (
    Entrant("x", "X", "Posts", also="Twitter"),
    Entrant("facebook", "Facebook"),
    Entrant("whatsapp", "WhatsApp", "Messages"),
    *MANY,
)


@pytest.fixture
def found(show: Show) -> SearchList:
    made = SearchList("Find an account", ENTRANTS)
    show(made, height=900)
    return made


def seen(found: SearchList) -> list[str]:
    return [row.accessibleName() for row in found.rows if row.isVisible()]


def test_all_are_shown_until_something_is_typed(found: SearchList) -> None:
    assert len(seen(found)) == 63


@pytest.mark.parametrize("size", [100, 200])
def test_a_cross_empties_the_line_and_grows_with_the_text(show: Show, wear: Wear, size: int) -> None:
    theme = wear(text_size=size)
    found = SearchList("Find an account", ENTRANTS)
    show(found, width=900)
    edit = found.field.edit
    cross = edit.findChild(ClearButton)
    assert cross is not None
    assert not cross.isVisible(), "there is nothing to empty"
    QTest.keyClicks(edit, "face")
    assert cross.isVisible()
    assert cross.width() == cross.height() == theme.px(32)
    assert edit.rect().contains(cross.geometry())
    assert edit.cursorRect().right() < cross.x()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert edit.text() == ""
    assert len(seen(found)) == 63


def test_a_few_letters_find_by_name_hint_and_other_words(found: SearchList) -> None:
    for typed, expected in (("FACE", "Facebook"), ("twit", "X"), ("mess", "WhatsApp")):
        found.field.edit.clear()
        QTest.keyClicks(found.field.edit, typed)
        assert seen(found) == [expected]
    assert found.found.text() == "1 of 63"


def test_what_is_ticked_stays_in_sight(found: SearchList) -> None:
    found.rows[1].click()
    QTest.keyClicks(found.field.edit, "twitter")
    assert seen(found) == ["X", "Facebook"]


def test_nothing_found_says_what_to_do(found: SearchList) -> None:
    QTest.keyClicks(found.field.edit, "zzz")
    assert seen(found) == []
    assert "fewer letters" in found.found.text()


def test_a_tick_is_told_and_setting_is_not(found: SearchList) -> None:
    heard: list[tuple[object, bool]] = []
    found.ticked.connect(lambda value, on: heard.append((value, on)))
    found.set_ticked(frozenset({"x", "p3"}))
    assert heard == []
    found.rows[1].click()
    found.rows[1].click()
    assert heard == [("facebook", True), ("facebook", False)]
    assert found.ticked_values() == ("x", "p3")


def test_rows_close_up_and_none_overlaps_another(found: SearchList, wear: Wear) -> None:
    wear(Mode.LIGHT, 150)
    QTest.keyClicks(found.field.edit, "platform 1")
    QApplication.processEvents()
    rows = [row for row in found.rows if row.isVisible()]
    assert len(rows) == 11
    boxes = [row.geometry() for row in rows]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert min(box.top() for box in boxes) == 0
