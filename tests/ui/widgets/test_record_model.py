"""Records that sort and filter themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from nickaudit.ui.widgets.record_model import Column, RecordModel


@dataclass(frozen=True)
class Person:
    name: str
    days: int


COLUMNS = (
    Column[Person]("Name", lambda one: one.name),
    Column[Person]("Overdue", lambda one: f"{one.days} days", sort_key=lambda one: one.days),
)
PEOPLE = (Person("Cedar", 9), Person("ash", 100), Person("Birch", 10), Person("Ash", 1))


@pytest.fixture
def model(app: QApplication) -> Iterator[RecordModel[Person]]:
    made = RecordModel(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_records(PEOPLE)
    yield made
    tester.deleteLater()


def names(model: RecordModel[Person]) -> list[str]:
    return [model.record(row).name for row in range(model.rowCount())]


def test_names_sort_without_regard_to_capitals_and_equals_keep_their_order(
    model: RecordModel[Person],
) -> None:
    assert names(model) == ["ash", "Ash", "Birch", "Cedar"]


def test_numbers_sort_as_numbers_both_ways(model: RecordModel[Person]) -> None:
    model.sort(1)
    assert [model.record(row).days for row in range(4)] == [1, 9, 10, 100]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.record(row).days for row in range(4)] == [100, 10, 9, 1]


def test_a_filter_finds_words_anywhere_in_a_row_and_keeps_the_order(model: RecordModel[Person]) -> None:
    model.set_filter("ASH")
    assert names(model) == ["ash", "Ash"]
    model.set_filter("100 days")
    assert names(model) == ["ash"]
    model.set_filter("", lambda one: one.days < 10)
    assert names(model) == ["Ash", "Cedar"]
    model.set_filter()
    assert len(names(model)) == model.total == 4


def test_two_people_of_one_name_stay_two(model: RecordModel[Person]) -> None:
    model.set_records((Person("Ash", 1), Person("Ash", 1)))
    assert model.rowCount() == 2


def test_a_cell_is_read_with_its_column(model: RecordModel[Person]) -> None:
    index = model.index(0, 1)
    assert model.data(index) == "100 days"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Overdue: 100 days"
