"""The head's page: what it says of everybody, how it is found and sorted, and how it looks in every size."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services.approval import confirm
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.services.sources import read_too
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.policy_notice import QUESTIONS
from nickaudit.ui.widgets.report_table import Line
from nickaudit.ui.widgets.report_view import FIND, WHAT_IT_IS_NOT
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    named,
    press,
    without_a_name_of_their_own,
    words,
)
from tests.ui.pages.head.certificates import put

Open = Callable[..., ReportPage]


def cells(page: ReportPage) -> list[list[str]]:
    model = page.view.table.records
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def names(page: ReportPage) -> list[str]:
    return [row[0] for row in cells(page)]


def test_each_person_has_a_row_with_dates_a_status_and_what_is_to_be_asked(
    open_report: Open, box: Path
) -> None:
    page = open_report(box)
    new = "New: not yet confirmed"
    assert cells(page) == [
        ["Ash, Rosalind", "Teaching assistant", "Finished", "24 Nov 2026", "24 Nov 2027", new],
        ["Cedar, Priya", "Governor", "Overdue by 19 days", "5 Nov 2025", "5 Nov 2026", new],
        ["Maple, Idris", "Teacher", "Due by 5 December", "5 Dec 2025", "5 Dec 2026", new],
    ]


def test_who_is_confirmed_has_an_empty_note(open_report: Open, box: Path, desk: Desk) -> None:
    page = open_report(box)
    confirm(desk.services.school, page.reader.current().rows, now=desk.services.now())
    page.load()
    assert [row[5] for row in cells(page)] == ["", "", ""]
    assert "to confirm" not in " ".join(named(page))


def test_how_many_wait_to_be_confirmed_leads_to_them(open_report: Open, box: Path, desk: Desk) -> None:
    page = open_report(box)
    click(page, "3 people to confirm")
    assert desk.steps[-1].kind is StepKind.CONFIRM


def test_people_of_two_schools_have_a_column_that_says_which(
    open_report: Open, box: Path, tmp_path: Path, desk: Desk
) -> None:
    page = open_report(box)
    assert page.view.table.records.columnCount() == 6
    (tmp_path / "other").mkdir()
    put(tmp_path / "other", 9, name="Owen Birch", school="St Mary's")
    read_too(desk.services, ShareAddress(folder=str(tmp_path / "other")))
    page = open_report(box, width=1280)
    assert page.view.table.records.columnCount() == 7
    assert [row[5] for row in cells(page)] == [
        "St Nicholas", "St Mary's", "St Nicholas", "St Nicholas",
    ]  # fmt: skip
    assert "St Nicholas CE Primary School and 1 other school · as of" in words(page)
    assert cut_off(page) == []


def test_the_figure_counts_those_who_have_finished_and_the_bar_the_others_apart(
    open_report: Open, box: Path
) -> None:
    page = open_report(box)
    assert page.heading_label.text() == "1 adult has finished"
    assert page.view.bar.accessibleName() == "1 finished, 1 due by 5 December, 1 overdue"
    assert "St Nicholas CE Primary School · as of Tuesday 24 November 2026" in words(page)
    assert WHAT_IT_IS_NOT in words(page)


def test_the_bar_at_the_top_says_how_fresh_it_is_and_where_to_go(
    open_report: Open, box: Path, desk: Desk
) -> None:
    page = open_report(box)
    assert page.bar is not None
    assert (page.bar.place, page.bar.status) == ("School reports", "Read from the folder just now")
    assert [link.text for link in page.bar.links] == ["Look again", "My own check", "Help"]
    page.bar.links[2].press()
    assert desk.steps[-1].kind is StepKind.HELP


def test_a_name_is_found_by_any_part_of_it_without_accents_and_escape_shows_everybody(
    open_report: Open, box: Path
) -> None:
    put(box, 9, name="Zoë Núñez")
    page = open_report(box)
    line = find(page, FIND, QLineEdit)
    QTest.keyClicks(line, "nunez zo")
    assert names(page) == ["Núñez, Zoë"]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert len(names(page)) == 4
    QTest.keyClicks(line, "nov")
    assert names(page) == []
    assert "Nobody shown here is called “nov”." in words(page)


def test_only_filters_that_find_somebody_are_there(open_report: Open, box: Path) -> None:
    page = open_report(box)
    assert {"Everyone", "Overdue, 1", "Due, 1"} <= named(page).keys()
    click(page, "Overdue, 1")
    assert names(page) == ["Cedar, Priya"]
    press(page, "Due, 1")
    assert names(page) == ["Maple, Idris"]
    click(page, "Everyone")
    assert len(names(page)) == 3


def test_where_everybody_has_finished_there_is_nothing_to_filter(open_report: Open, tmp_path: Path) -> None:
    put(tmp_path, 1)
    put(tmp_path, 2, name="Owen Birch")
    page = open_report(tmp_path)
    assert page.heading_label.text() == "2 adults have finished"
    assert "Everyone" not in named(page)


def test_the_titles_sort_by_what_is_meant_not_by_letters(open_report: Open, box: Path) -> None:
    put(box, 9, name="Owen Birch", finished_on=dt.date(2026, 2, 9))
    page = open_report(box)
    header = page.view.table.horizontalHeader()
    for column, expected in (
        (0, ["Ash, Rosalind", "Birch, Owen", "Cedar, Priya", "Maple, Idris"]),
        (3, ["Cedar, Priya", "Maple, Idris", "Birch, Owen", "Ash, Rosalind"]),
        (2, ["Birch, Owen", "Ash, Rosalind", "Maple, Idris", "Cedar, Priya"]),
    ):
        x = header.sectionViewportPosition(column) + 20
        if column:
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
        assert names(page) == expected


def test_two_people_of_one_name_are_two_rows_that_say_so(open_report: Open, box: Path) -> None:
    put(box, 9, name="Rosalind Ash", role="Teacher")
    page = open_report(box)
    assert names(page)[:2] == ["Ash, Rosalind", "Ash, Rosalind"]
    assert [row[5] for row in cells(page)[:2]] == ["Name is here twice: ask in person"] * 2


def test_several_notes_of_one_person_share_the_cell(open_report: Open, box: Path) -> None:
    put(box, 9, name="Rosalind Ash", school="St Elsewhere")
    page = open_report(box)
    assert "Ask in person: name here twice, another school" in [row[5] for row in cells(page)]


def test_a_row_is_read_aloud_as_one_sentence(open_report: Open, box: Path) -> None:
    page = open_report(box)
    model = page.view.table.records
    read_aloud = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert read_aloud == (
        "Priya Cedar, Governor. Overdue by 19 days. Finished on 5 November 2025, next due 5 November 2026. "
        "New: not yet confirmed."
    )
    table = QAccessible.queryAccessibleInterface(page.view.table)
    assert table.text(QAccessible.Text.Name) == "Who has finished"


def test_tab_reaches_every_filter_and_one_is_pressed_in(open_report: Open, box: Path) -> None:
    page = open_report(box)
    chips = [find(page, name) for name in ("Everyone", "Overdue, 1", "Due, 1")]
    assert all(chip.focusPolicy() & Qt.FocusPolicy.TabFocus for chip in chips)
    press(page, "Overdue, 1")
    press(page, "Overdue, 1")
    assert [chip.isChecked() for chip in chips] == [False, True, False]
    assert names(page) == ["Cedar, Priya"]


def test_where_the_titles_have_no_room_buttons_sort(open_report: Open, box: Path) -> None:
    assert "By status" not in named(open_report(box))
    page = open_report(box, width=640)
    assert find(page, "By name").isChecked()
    press(page, "By next due")
    assert names(page) == ["Cedar, Priya", "Maple, Idris", "Ash, Rosalind"]
    assert not find(page, "By name").isChecked()


def test_never_more_than_who_finished_and_when(open_report: Open, box: Path) -> None:
    line = open_report(box).view.table.records.record(0)
    assert isinstance(line, Line)
    assert set(line.row.__struct_fields__) == {
        "name", "role", "status", "finished_on", "next_due", "notes", "number", "key", "school",
        "school_in_short",
    }  # fmt: skip


def test_the_policy_notice_leads_to_the_questions(open_report: Open, desk: Desk) -> None:
    page = open_report()
    assert "The policy's review date has passed (September 2018), and it cites" in words(page)
    press(page, QUESTIONS)
    assert desk.steps[-1].kind is StepKind.POLICY_REVIEW


def test_files_that_need_a_look_are_counted_and_lead_to_their_page(
    open_report: Open, box: Path, desk: Desk
) -> None:
    page = open_report(box)
    click(page, "3 files need a look")
    assert desk.steps[-1].kind is StepKind.SET_ASIDE


def test_my_own_check_leads_to_it_and_a_head_stays_one(open_report: Open, box: Path, desk: Desk) -> None:
    remember(desk.services, Preference.ROAD, "head")
    page = open_report(box)
    assert page.bar is not None
    page.bar.links[1].press()
    assert desk.steps[-1] == route.HOME
    assert remembered(desk.services, Preference.ROAD) == "head"


def test_who_came_by_mistake_starts_with_their_own_check_the_next_time(open_report: Open, desk: Desk) -> None:
    remember(desk.services, Preference.ROAD, "head")
    page = open_report()
    assert page.bar is not None
    page.bar.links[0].press()
    assert desk.steps[-1] == route.own_check(Computer.MINE)
    assert remembered(desk.services, Preference.ROAD) == "staff"


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [640, 900, 1120])
def test_nothing_is_cut_off_and_no_name_is_there_twice(
    open_report: Open, box: Path, desk: Desk, size: int, width: int
) -> None:
    desk.wear(mode=Mode.DARK, text_size=size)
    put(box, 9, name="Rosalind Ash", role="Lunchtime supervisor", school="St Elsewhere")
    page = open_report(box, width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    table = page.view.table
    for row in range(table.records.rowCount()):
        for column in range(table.records.columnCount()):
            if not table.isColumnHidden(column):
                index = table.records.index(row, column)
                assert table.sizeHintForIndex(index).width() <= table.visualRect(index).width()
                assert table.sizeHintForIndex(index).height() <= table.visualRect(index).height()


def test_where_it_is_narrow_a_row_still_has_its_note(open_report: Open, box: Path) -> None:
    put(box, 9, name="Rosalind Ash")
    page = open_report(box, width=640)
    table = page.view.table
    assert table.isColumnHidden(1)
    rest = list(table.itemDelegate()._rest(table.records.record(0)))  # type: ignore[attr-defined]
    assert rest[-1] == "Name is here twice: ask in person"
