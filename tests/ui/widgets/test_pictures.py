"""Bars, rings, tags, notices and rows: they say what they show, and nothing in them is cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.error_summary import ErrorSummary
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.progress_ring import ProgressRing
from nickaudit.ui.widgets.road_card import RoadCard
from nickaudit.ui.widgets.stacked_bar import Part, Portion, StackedBar
from nickaudit.ui.widgets.tag import Tag, Tone
from nickaudit.ui.widgets.task_list import Task, TaskList, TaskRow
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show, Wear

PARTS = (
    Part(31, "finished", Portion.FINISHED),
    Part(5, "due by 5 December", Portion.DUE),
    Part(0, "new, still in time", Portion.NEW),
    Part(1, "overdue", Portion.OVERDUE),
)
LONG = "All your accounts together, your pictures and your name in a search"


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("mode", list(Mode))
def test_a_bar_shows_every_part_and_leaves_out_nobody(show: Show, wear: Wear, mode: Mode) -> None:
    theme = wear(mode)
    bar = StackedBar(PARTS)
    show(bar)
    assert bar.accessibleName() == "31 finished, 5 due by 5 December, 1 overdue"
    seen = colours_of(bar)
    assert {theme.colours.accent, theme.colours.info, theme.colours.bad} <= seen
    assert theme.colours.muted not in seen


def test_thousands_are_written_as_in_the_heading(show: Show) -> None:
    bar = StackedBar((Part(4191, "finished", Portion.FINISHED), Part(1, "overdue", Portion.OVERDUE)))
    show(bar)
    assert bar.accessibleName() == "4,191 finished, 1 overdue"


def test_the_least_part_has_room_for_its_number(show: Show) -> None:
    bar = StackedBar((Part(999, "finished", Portion.FINISHED), Part(1, "overdue", Portion.OVERDUE)))
    show(bar, width=400)
    assert min(bar._widths(bar.width())) >= 20
    assert sum(bar._widths(bar.width())) == pytest.approx(bar.width() - 2)


@pytest.mark.parametrize("size", [100, 200])
def test_number_and_words_of_a_part_stand_apart(show: Show, wear: Wear, size: int) -> None:
    theme = wear(text_size=size)
    bar = StackedBar((Part(1, "finished", Portion.FINISHED),))
    show(bar)
    picture = bar.grab().toImage()
    top, ground = theme.px(30) + 4, picture.pixelColor(picture.width() - 1, picture.height() - 1)
    inked = [
        any(picture.pixelColor(x, y) != ground for y in range(top, picture.height()))
        for x in range(picture.width())
    ]
    gaps = [len(run) for run in "".join(" x"[ink] for ink in inked).strip().split("x") if run]
    assert min(sorted(gaps)[-2:]) >= theme.px(4), "after the square, and after the number"


def test_a_bar_of_nobody_does_no_harm(show: Show) -> None:
    bar = StackedBar(())
    show(bar)
    assert bar.accessibleName() == ""


@pytest.mark.parametrize(("done", "total"), [(0, 25), (8, 25), (25, 25), (30, 25), (0, 0)])
def test_a_ring_can_be_empty_full_and_anything_between(show: Show, done: int, total: int) -> None:
    ring = ProgressRing(done, total, f"of {total} pages")
    show(ring)
    assert ring.accessibleName() == f"{done} of {total} pages"
    assert not ring.grab().toImage().isNull()


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tag_has_an_edge_in_the_colour_of_its_word(show: Show, wear: Wear, tone: Tone) -> None:
    theme = wear()
    tag = Tag("Not started", tone)
    show(tag)
    ink = QColor(getattr(theme.colours, tone.value[0])).name().upper()
    image = tag.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name().upper() == ink


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [500, 640, 900])
def test_rows_and_cards_are_as_high_as_their_words(show: Show, wear: Wear, size: int, width: int) -> None:
    wear(Mode.LIGHT, size)
    widgets: list[QWidget] = [
        TaskRow(Task(1, LONG, "pictures, logging out, your phone", "Not started")),
        RoadCard(LONG, "About 20 minutes, any evening, in pieces", "list-checks"),
        Notice(f"**{LONG}** [How to tell them](x)", links={}),
        Bullets((LONG, f"[{LONG}](x)"), links={}),
        FactTable((Entry("Statement", LONG, "Change", lambda: None), Entry("Name", "Rosalind Ash"))),
        Button(LONG, Kind.SMALL, icon="external-link"),
        LinkButton(LONG),
    ]
    show(*widgets, width=width, height=3000)
    for widget in widgets:
        assert widget.height() >= max(32, widget.heightForWidth(widget.width())), type(widget).__name__
        for label in widget.findChildren(TextLabel):
            assert label.height() >= label.heightForWidth(label.width())


def test_a_row_is_one_target_from_end_to_end(show: Show) -> None:
    chosen: list[object] = []
    tasks = TaskList((Task("about", "About you"), Task("end", "The end", "7 to go", is_open=False)))
    tasks.chosen.connect(chosen.append)
    show(tasks)
    row = tasks.rows[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight())
    QTest.mouseClick(tasks.rows[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert chosen == ["about", "about"]


@pytest.mark.parametrize("mood", list(Mood))
def test_a_notice_wears_the_colours_of_its_mood_and_can_change(show: Show, wear: Wear, mood: Mood) -> None:
    theme = wear()
    notice = Notice("Some words", Mood.INFORMATION)
    show(notice)
    notice.set_text("**Other** words", mood)
    assert notice.accessibleName() == "Other words"
    strong, ground = (getattr(theme.colours, token) for token in mood.value[:2])
    assert {strong, ground} <= colours_of(notice)


def test_an_error_summary_leads_to_each_field(show: Show) -> None:
    summary, button = ErrorSummary(), Button("Field")
    show(summary, button)
    summary.show_faults((("Write your name.", button),))
    summary.show_faults((("Write your name.", button), ("Choose a day.", button)))
    QApplication.processEvents()
    assert [link.words for link in summary.links()] == ["Write your name.", "Choose a day."]
    assert summary.accessibleDescription() == "Write your name. Choose a day."
    summary.links()[1].click()
    assert button.hasFocus()


def test_a_fact_can_be_changed_by_a_link_that_says_which(show: Show) -> None:
    pressed: list[str] = []
    table = FactTable((Entry("Name", "Rosalind Ash", "Change", lambda: pressed.append("name")),))
    show(table)
    link = table.findChildren(LinkButton)[0]
    assert link.accessibleName() == "Change: Name"
    link.click()
    assert pressed == ["name"]
    assert table.facts[0].accessibleName() == "Name: Rosalind Ash"


def test_a_button_that_stays_on_shows_a_tick(show: Show) -> None:
    button = Button("Everyone", Kind.SMALL, checkable=True)
    show(button)
    before = button.sizeHint().width()
    button.click()
    assert button.isChecked()
    assert button.sizeHint().width() > before


def test_an_ampersand_is_one_and_no_shortcut(show: Show) -> None:
    button = Button("Save & continue")
    show(button)
    assert button.accessibleName() == "Save & continue"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("crowned", [False, True])
def test_a_card_has_a_line_round_it(show: Show, wear: Wear, crowned: bool) -> None:
    theme = wear()
    card = Card(crowned=crowned)
    card.column.addWidget(TextLabel("Inside"))
    show(card)
    assert theme.colours.line in colours_of(card)
    assert (theme.colours.accent in colours_of(card)) is crowned
