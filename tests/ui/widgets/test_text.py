"""Labels: whole at any width, with links for every kind of hand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.link_spot import LinkSpot
from nickaudit.ui.widgets.text import Role, TextLabel
from tests.ui.conftest import Show, Wear

TEXT = "Family or friends among them? [Keep them, and talk to the DSL](keep) or [wait](wait)."


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [200, 400, 900])
def test_a_label_is_as_high_as_its_lines(show: Show, wear: Wear, size: int, width: int) -> None:
    wear(Mode.LIGHT, size)
    label = TextLabel("Stories and lives hidden from people who should not see them", Role.STRONG)
    show(label, width=width, height=900)
    assert label.height() >= label.heightForWidth(label.width())


def test_a_label_says_what_is_read_without_its_marks(show: Show) -> None:
    label = TextLabel(TEXT, links={})
    assert label.text() == "Family or friends among them? Keep them, and talk to the DSL or wait."


def test_text_without_marks_is_shown_as_it_is() -> None:
    assert TextLabel("2 ** 3 [x](y)").text() == "2 ** 3 [x](y)"


def test_each_link_is_a_control_with_its_own_name_and_role(show: Show) -> None:
    label = TextLabel(TEXT, links={})
    show(label)
    spots = label.findChildren(LinkSpot)
    assert [spot.accessibleName() for spot in spots] == ["Keep them, and talk to the DSL", "wait"]
    for spot in spots:
        assert QAccessible.queryAccessibleInterface(spot).role() is QAccessible.Role.Link
        assert spot.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_link_is_followed_by_key(show: Show, key: Qt.Key) -> None:
    followed: list[str] = []
    label = TextLabel(TEXT, links={"keep": lambda: followed.append("keep"), "wait": lambda: None})
    show(label)
    spot = label.findChildren(LinkSpot)[0]
    spot.setFocus()
    QTest.keyClick(spot, key)
    assert followed == ["keep"]


def test_a_link_is_followed_by_a_click_on_its_words_only(show: Show) -> None:
    followed: list[str] = []
    label = TextLabel(TEXT, links={})
    label.link_activated.connect(followed.append)
    show(label)
    spot = label.findChildren(LinkSpot)[0]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=spot.geometry().center())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert followed == ["keep"]


def test_links_move_with_the_lines(show: Show, wear: Wear) -> None:
    label = TextLabel(TEXT, links={})
    window = show(label, width=900)
    spot = label.findChildren(LinkSpot)[0]
    wide = spot.geometry()
    window.resize(260, 500)
    QApplication.processEvents()
    assert spot.geometry() != wide
    assert label.rect().contains(spot.geometry())
    wear(Mode.LIGHT, 200)
    QApplication.processEvents()
    assert label.rect().contains(spot.geometry())


def test_a_new_text_has_new_links(show: Show) -> None:
    label = TextLabel(TEXT, links={})
    show(label)
    label.setText("Nothing to [see](see)")
    QApplication.processEvents()
    names = [spot.accessibleName() for spot in label.findChildren(LinkSpot) if not spot.isHidden()]
    assert names == ["see"]


def test_an_arrow_is_read_as_words() -> None:
    assert TextLabel("Private account → on").accessibleName() == "Private account: on"


def test_no_line_is_longer_than_a_comfortable_column(show: Show) -> None:
    label = TextLabel("word " * 60)
    show(label, width=1600)
    assert label.block().used_width() <= 700


def test_a_line_that_stands_by_itself_can_use_all_the_width(show: Show) -> None:
    label = TextLabel("A sentence about the policy, and the questions it raises. " * 2)
    label.fill_width()
    show(label, width=1100)
    assert label.block().natural_width() > 700
    assert label.heightForWidth(label.width()) == label.block().first_line_height()


def test_one_long_word_is_broken_rather_than_cut(show: Show) -> None:
    label = TextLabel("rosalind.ash-and-a-very-long-name@st-nicholas-primary-school.example")
    show(label, width=300)
    assert label.block().used_width() <= label.width()
