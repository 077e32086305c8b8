"""What every page has: a heading, two columns, faults, and what it asks the frame for."""

from typing import cast

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.ui.page import Fault, Page, PageContext
from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.columns import Side
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show, Wear

NOTHING = cast(PageContext, None)
WORDS = "A private account keeps your pictures with the people you chose. " * 3


class Sample(Page):
    heading = "Who can see what you share?"

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.name = Field("Your name")
        self.main.addWidget(self.name)
        self.main.addWidget(TextLabel(WORDS))

    def valid(self) -> tuple[Fault, ...]:
        return () if self.name.text() else (Fault("Write your name.", self.name),)


class WithSide(Sample):
    def __init__(self) -> None:
        super().__init__()
        self.aside.addWidget(TextLabel(WORDS))


class WithPanel(WithSide):
    side = Side.PANEL
    side_width = 330


def test_the_heading_is_the_question_and_the_title(show: Show) -> None:
    page = Sample()
    page.read_heading()
    show(page)
    interface = QAccessible.queryAccessibleInterface(page.heading_label)
    assert interface.role() is QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == page.title == "Who can see what you share?"


def test_a_fault_changes_the_title_and_leads_to_its_field(show: Show) -> None:
    page = Sample()
    page.read_heading()
    show(page)
    page.show_faults(page.valid())
    assert page.title == "Error: Who can see what you share?"
    assert page.error_summary.isVisible()
    page.error_summary.links()[0].click()
    assert QApplication.focusWidget() is page.name.edit
    page.name.set_text("Rosalind Ash")
    page.show_faults(page.valid())
    assert page.title == "Who can see what you share?"
    assert not page.error_summary.isVisible()


def test_the_second_column_is_made_when_it_is_wanted(show: Show) -> None:
    plain, with_side = Sample(), WithSide()
    show(plain, with_side)
    assert plain.columns.panel is None
    assert with_side.columns.panel is not None


@pytest.mark.parametrize("kind", [WithSide, WithPanel])
def test_the_side_goes_under_the_card_where_there_is_no_room_for_sixty_characters(
    show: Show, wear: Wear, kind: type[WithSide]
) -> None:
    page = kind()
    window = show(page, width=1160, height=900)
    assert page.columns.is_wide(page.width())
    wear(Mode.LIGHT, 200)
    assert not page.columns.is_wide(page.width())
    wear(Mode.LIGHT, 100)
    window.resize(800, 900)
    QApplication.processEvents()
    panel = page.columns.panel
    assert panel is not None
    assert not page.columns.is_wide(page.width())
    assert panel.y() > page.heading_label.height()


@pytest.mark.parametrize("kind", [Sample, WithSide, WithPanel])
@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [640, 900, 1120, 1600])
def test_every_part_has_the_height_it_needs(
    show: Show, wear: Wear, kind: type[Sample], size: int, width: int
) -> None:
    wear(Mode.LIGHT, size)
    page = kind()
    page.read_heading()
    page.resize(width, page.heightForWidth(width))
    page.show()
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= width
    for label in page.findChildren(TextLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
            inside = label.rect().translated(label.mapTo(page, label.rect().topLeft()))
            assert page.rect().contains(inside)
    page.deleteLater()


def test_a_page_that_grows_tells_the_frame(show: Show, qtbot: QtBot) -> None:
    page = Sample()
    show(page, width=700, height=900)
    before = page.heightForWidth(page.width())
    page.main.addWidget(Button("One more"))
    qtbot.waitUntil(lambda: page.heightForWidth(page.width()) > before)


def test_buttons_beside_the_heading_stand_at_its_right_end(show: Show) -> None:
    page = Sample()
    button = Button("Export")
    page.beside_heading(button)
    page.read_heading()
    show(page, width=760)
    assert button.mapTo(page, button.rect().topRight()).x() > page.width() * 0.8
