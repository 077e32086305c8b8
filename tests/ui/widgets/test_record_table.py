"""The table: by keys alone, sorted by its titles, and two lines to a record where it is narrow."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode
from nickaudit.ui.widgets.record_model import Column
from nickaudit.ui.widgets.record_table import RecordTable
from nickaudit.ui.widgets.tag import Tone
from tests.ui.conftest import Show, Wear

Row = tuple[str, str, str]
COLUMNS = [
    Column[object]("Name", lambda one: cast(Row, one)[0]),
    Column[object]("Status", lambda one: cast(Row, one)[1], tone=lambda _: Tone.FINISHED),
    Column[object]("Next due", lambda one: cast(Row, one)[2], sort_key=lambda one: cast(Row, one)[2]),
]
ROWS: list[Row] = [
    ("Cedar, Priya", "Finished", "2027-03-01"),
    ("Ash, Rosalind", "Overdue by 19 days", "2026-11-05"),
    ("Birch, Owen", "Finished", "2027-11-12"),
]


@pytest.fixture
def table(wear: Wear) -> RecordTable:
    made = RecordTable("Who has finished", COLUMNS)
    made.set_records(ROWS)
    return made


def first_names(table: RecordTable) -> list[str]:
    return [cast(Row, table.records.record(row))[0].split(",")[0] for row in range(table.records.rowCount())]


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [320, 560, 1000])
def test_no_cell_is_cut(table: RecordTable, show: Show, wear: Wear, size: int, width: int) -> None:
    wear(Mode.LIGHT, size)
    show(table, width=width, height=900)
    for row in range(3):
        for column in range(3):
            if not table.isColumnHidden(column):
                index = table.records.index(row, column)
                needed, given = table.sizeHintForIndex(index), table.visualRect(index)
                assert needed.width() <= given.width()
                assert needed.height() <= given.height()
    assert table.height() >= table.sizeHint().height()


def test_where_it_is_narrow_a_record_is_one_cell_of_two_lines(table: RecordTable, show: Show) -> None:
    window = show(table, width=900)
    assert not table.horizontalHeader().isHidden()
    wide = table.rowHeight(0)
    window.resize(300, 600)
    QApplication.processEvents()
    assert [table.isColumnHidden(column) for column in range(3)] == [False, True, True]
    assert table.horizontalHeader().isHidden()
    assert table.rowHeight(0) > wide


def test_the_titles_sort_by_key(table: RecordTable, show: Show) -> None:
    show(table)
    assert first_names(table) == ["Ash", "Birch", "Cedar"]
    header = table.horizontalHeader()
    header.setFocus()
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert first_names(table) == ["Ash", "Cedar", "Birch"]
    QTest.keyClick(header, Qt.Key.Key_Space)
    assert first_names(table) == ["Birch", "Cedar", "Ash"]


def test_enter_opens_the_record_the_arrows_have_reached(table: RecordTable, show: Show) -> None:
    opened: list[object] = []
    table.opened.connect(opened.append)
    show(table)
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [ROWS[2]]


def test_tab_leaves_the_table(table: RecordTable, show: Show) -> None:
    show(table)
    assert not table.tabKeyNavigation()


def test_a_filter_makes_the_table_lower(table: RecordTable, show: Show) -> None:
    show(table)
    before = table.height()
    table.set_filter("birch")
    QApplication.processEvents()
    assert first_names(table) == ["Birch"]
    assert table.height() < before


def test_fifty_thousand_records_sort_and_filter_while_nobody_waits(show: Show) -> None:
    table = RecordTable("Many", COLUMNS)
    table.set_records([(f"Name {i * 7919 % 50_000}", "Finished", str(i)) for i in range(50_000)])
    show(table)
    table.set_filter("name 49999")
    QApplication.processEvents()
    assert table.records.rowCount() == 2  # by its name, and by its number
    table.set_filter()
    table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert cast(Row, table.records.record(0))[2] == "9999"
