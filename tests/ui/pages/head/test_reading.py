"""Reading for the head's page: the first folder, files dragged in, progress, Cancel, a folder gone."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.pages.head import report as page_module
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.folder_form import FOLDER, NO_FOLDER, NOT_WHOLE, READ
from nickaudit.ui.widgets.reading_strip import CANCEL
from nickaudit.ui.widgets.report_view import FIND
from nickaudit.ui.widgets.report_words import EMPTY, EMPTY_NOW, STILL_SHOWN
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)
from tests.ui.pages.head.certificates import SUFFIX, put

Open = Callable[..., ReportPage]
Read = Callable[[ReportPage], None]


def names(page: ReportPage) -> list[str]:
    model = page.view.table.records
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def type_folder(page: ReportPage, text: str) -> QLineEdit:
    line = find(page, FOLDER, QLineEdit)
    line.clear()
    QTest.keyClicks(line, text)
    return line


def test_before_anything_was_chosen_the_page_asks_for_the_folder(open_report: Open) -> None:
    page = open_report()
    assert page.heading_label.text() == "Who has finished?"
    assert "Where do certificates arrive?" in words(page)
    assert page.bar is not None
    assert [link.text for link in page.bar.links] == ["My own check", "Help"]
    assert page.bar.status == ""
    assert FIND not in named(page, QLineEdit)
    assert without_a_name_of_their_own(page) == []


def test_a_typed_folder_is_read_and_remembered_with_the_road(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    type_folder(page, str(box))
    click(page, READ)
    read(page)
    assert names(page) == ["Ash, Rosalind", "Cedar, Priya", "Maple, Idris"]
    assert remembered(desk.services, Preference.REPORT_FOLDER) == str(box)
    assert remembered(desk.services, Preference.ROAD) == "head"
    assert "Read 6 files. 3 certificates are new. 3 files need a look." in words(page)
    assert READ not in named(page)
    assert f"Read from {box}" in words(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", NO_FOLDER), ("certificates", NOT_WHOLE), ("/nowhere/at/all", "could not be read")],
)
def test_what_is_no_folder_is_said_at_the_field_and_not_remembered(
    open_report: Open, read: Read, desk: Desk, typed: str, said: str
) -> None:
    page = open_report()
    line = type_folder(page, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    read(page)
    assert said in words(page)
    assert line.hasFocus()
    assert said in line.accessibleDescription()
    assert remembered(desk.services, Preference.REPORT_FOLDER) is None
    assert cut_off(page) == []


def test_a_typed_file_is_read_but_is_not_the_folder(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    QTest.keyClick(type_folder(page, str(box / f"0001{SUFFIX}")), Qt.Key.Key_Return)
    read(page)
    assert names(page) == ["Ash, Rosalind"]
    assert remembered(desk.services, Preference.REPORT_FOLDER) is None


def test_at_the_next_start_the_known_rows_are_there_at_once_and_new_ones_follow(
    open_report: Open, read: Read, box: Path
) -> None:
    before = open_report(box)
    put(box, 4, name="Owen Birch")
    page = ReportPage(structs.replace(before.context, tasks=Tasks()))
    page.load()
    assert names(page) == ["Ash, Rosalind", "Cedar, Priya", "Maple, Idris"]
    read(page)
    assert "Birch, Owen" in names(page)
    assert page.outcome.isHidden()
    page.deleteLater()


def test_coming_back_in_the_same_window_reads_nothing_anew(open_report: Open, box: Path) -> None:
    first = open_report(box)
    second = ReportPage(first.context)
    second.load()
    assert not second.reader.is_reading
    assert names(second) == names(first)
    second.deleteLater()


def test_look_again_reads_what_is_new(open_report: Open, read: Read, box: Path) -> None:
    page = open_report(box)
    put(box, 4, name="Owen Birch")
    assert page.bar is not None
    page.bar.links[0].press()
    read(page)
    assert "Read 7 files. 1 certificate is new. 3 files need a look." in words(page)
    assert "Birch, Owen" in names(page)
    assert page.heading_label.hasFocus()


def test_an_empty_folder_says_so(open_report: Open, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    page = open_report(tmp_path / "empty")
    assert page.heading_label.text() == "No certificate has come in yet"
    assert EMPTY in words(page)
    assert cut_off(page) == []


def test_a_folder_that_is_gone_is_one_sentence_and_the_rows_stay(
    open_report: Open, read: Read, box: Path
) -> None:
    open_report(box)
    box.rename(box.parent / "away")
    page = open_report(box)
    assert f"The folder {box} could not be read." in words(page)
    assert STILL_SHOWN in words(page)
    assert len(names(page)) == 3
    (box.parent / "away").rename(box)
    press(page, "Try again")
    read(page)
    assert not page.trouble.isVisible()


def test_a_folder_that_was_emptied_keeps_its_people(open_report: Open, box: Path) -> None:
    open_report(box)
    shutil.rmtree(box)
    box.mkdir()
    page = open_report(box)
    assert EMPTY_NOW in words(page)
    assert len(names(page)) == 3


def test_another_folder_can_be_chosen_or_not(
    open_report: Open, read: Read, box: Path, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    put(tmp_path / "new", 7, name="Owen Birch")
    page = open_report(box)
    press(page, "Another folder…")
    line = find(page, FOLDER, QLineEdit)
    settle()
    assert line.hasFocus()
    assert line.text() == str(box)
    assert without_a_name_of_their_own(page) == []
    press(page, "Not now")
    assert FOLDER not in named(page, QLineEdit)
    press(page, "Another folder…")
    QTest.keyClick(type_folder(page, str(tmp_path / "new")), Qt.Key.Key_Return)
    read(page)
    assert f"Read from {tmp_path / 'new'}" in words(page)
    assert "Birch, Owen" in names(page)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Enough files that reading them takes a while."""
    folder = tmp_path / "full"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number:04}{SUFFIX}").write_bytes(b"x" * 40_000)
    put(folder, 9999, name="Owen Birch")
    return folder


def test_reading_says_how_far_it_is_and_can_be_stopped(
    open_report: Open, read: Read, full: Path, desk: Desk, qtbot: QtBot
) -> None:
    page = open_report()
    type_folder(page, str(full))
    click(page, READ)
    qtbot.waitUntil(lambda: " of 601…" in page.strip.label.text(), timeout=10_000)
    bar = QAccessible.queryAccessibleInterface(page.strip.bar)
    assert bar.role() is QAccessible.Role.ProgressBar
    press(page, CANCEL)
    read(page)
    assert page_module.STOPPED in words(page)
    assert page_module.STOPPED in desk.said
    assert CANCEL not in named(page)
    assert page.heading_label.hasFocus()
    assert remembered(desk.services, Preference.REPORT_FOLDER) == str(full)
    assert page.bar is not None
    page.bar.links[0].press()
    read(page)
    assert names(page) == ["Birch, Owen"]


def test_turning_the_page_ends_the_reading(open_report: Open, full: Path, desk: Desk) -> None:
    page = open_report(full, waits=False)
    tasks = page.context.tasks
    desk.close()
    started = time.monotonic()
    while not tasks.is_idle() and time.monotonic() - started < 10:
        settle()
    assert tasks.is_idle()
    tasks.close()


def test_a_fault_nobody_foresaw_is_one_sentence(
    open_report: Open, box: Path, expected_logs: set[str], desk: Desk
) -> None:
    expected_logs.add("unexpected_error")
    page = open_report(box)
    page.reader.failed.emit(ValueError("no"))
    assert page_module.UNFORESEEN in words(page)
    assert page_module.UNFORESEEN in desk.said[-1]


def test_a_damaged_store_is_one_sentence_and_the_page_stands(open_report: Open, desk: Desk) -> None:
    path = desk.services.school.path
    assert path is not None
    path.write_bytes(b"no database at all" * 500)
    page = open_report()
    assert page.heading_label.text() == "Who has finished?"
    assert page.trouble.isVisible()
    assert page.bar is not None
    assert page.bar.place == "School reports"
    assert cut_off(page) == []


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_off_while_choosing_and_reading(open_report: Open, desk: Desk, size: int) -> None:
    desk.wear(text_size=size)
    page = open_report(width=900)
    page.strip.show_progress(4_120, 5_000)
    page.strip.show()
    assert "Reading 4,120 of 5,000…" in words(page)
    assert cut_off(page) == []
