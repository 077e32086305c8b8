"""Reading for the head's page: the first folder, files dragged in, progress, Cancel, a folder gone."""

import dataclasses
import datetime as dt
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nickaudit.domain import route
from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.pages.head import report as page_module
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.theme.tokens import LIGHT, TEXT_SIZES
from nickaudit.ui.widgets.drop_cover import DropCover
from nickaudit.ui.widgets.folder_form import FILES, FOLDER, NO_FOLDER, NOT_WHOLE, READ
from nickaudit.ui.widgets.reading_strip import CANCEL
from nickaudit.ui.widgets.report_view import FIND
from tests.factories import TODAY, make_claims
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


def dragged(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_in(page: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drop(page: QWidget, mime: QMimeData) -> None:
    assert drag_in(page, mime)
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, event)


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
    page = ReportPage(dataclasses.replace(before.context, tasks=Tasks()))
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
    assert page_module.EMPTY in words(page)
    assert cut_off(page) == []


def test_a_folder_that_is_gone_is_one_sentence_and_the_rows_stay(
    open_report: Open, read: Read, box: Path
) -> None:
    open_report(box)
    box.rename(box.parent / "away")
    page = open_report(box)
    assert f"The folder {box} could not be read." in words(page)
    assert page_module.STILL_SHOWN in words(page)
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
    assert page_module.EMPTY_NOW in words(page)
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


def test_files_dragged_onto_the_page_are_read_and_the_page_shows_where_they_may_be_let_go(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    cover = page.findChild(DropCover)
    assert cover is not None
    assert drag_in(page, dragged(box / f"0001{SUFFIX}"))
    settle()
    assert cover.isVisible()
    image: QImage = page.grab().toImage()
    edge = {image.pixelColor(x, 10).name().upper() for x in range(30, 300)}
    assert LIGHT.accent in edge
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not cover.isVisible()
    drop(page, dragged(box / f"0001{SUFFIX}", box / "scan.pdf"))
    assert not cover.isVisible()
    read(page)
    assert names(page) == ["Ash, Rosalind"]
    assert "Read 2 files. 1 certificate is new. 1 file needs a look." in words(page)
    assert remembered(desk.services, Preference.REPORT_FOLDER) is None


def test_the_first_folder_dragged_in_is_the_schools(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    drop(page, dragged(box))
    read(page)
    assert remembered(desk.services, Preference.REPORT_FOLDER) == str(box)
    assert len(names(page)) == 3


def test_words_dragged_over_the_page_are_none_of_its_business(open_report: Open) -> None:
    mime = QMimeData()
    mime.setText("Rosalind Ash")
    assert not drag_in(open_report(), mime)


def test_files_can_be_chosen_with_the_keyboard(open_report: Open, read: Read, box: Path) -> None:
    page = open_report()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(box))
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(f'"0001{SUFFIX}" "0002{SUFFIX}"')
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(300, choose)
    press(page, FILES)
    read(page)
    assert names(page) == ["Ash, Rosalind", "Maple, Idris"]


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


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_off_while_choosing_and_reading(open_report: Open, desk: Desk, size: int) -> None:
    desk.wear(text_size=size)
    page = open_report(width=900)
    page.strip.show_progress(4_120, 5_000)
    page.strip.show()
    assert "Reading 4,120 of 5,000…" in words(page)
    assert cut_off(page) == []


def test_with_five_thousand_people_the_page_opens_and_finds_at_once(desk: Desk, read: Read) -> None:
    take_in_many(desk, 5_000)
    page, seconds = None, []
    for _ in range(3):
        before = time.perf_counter()
        page = desk.open(ReportPage, route.REPORT, height=800)
        page.window().grab()
        seconds.append(time.perf_counter() - before)
    assert page is not None
    assert page.view.table.records.rowCount() == 5_000
    assert min(seconds) < 0.3
    finder = find(page, FIND, QLineEdit)
    letters = []
    for letter in "willow77":
        before = time.perf_counter()
        QTest.keyClick(finder, letter)
        settle()
        letters.append(time.perf_counter() - before)
    assert sorted(letters)[len(letters) // 2] < 0.05
    assert 0 < page.view.table.records.rowCount() < 100


def take_in_many(desk: Desk, people: int) -> None:
    """As many certificates as there are people, straight into the school's database."""
    from nickaudit.domain.taken_in import TakenIn
    from nickaudit.store.school import certificates
    from nickaudit.store.school.certificates import Found

    family = ("Ash", "Birch", "Cedar", "Elm", "Hazel", "Maple", "Willow", "Yew")
    certificates.take_in(
        desk.services.school,
        (
            Found(
                hash=f"{n:064x}",
                taken_in=TakenIn(
                    claims=make_claims(
                        number=f"0000-0000-{n:04X}",
                        name=f"Person {family[n % 8]}{n}",
                        finished_on=(day := TODAY - dt.timedelta(days=n % 420)),
                    ),
                    key=f"key{n}",
                    file_name=f"{n}{SUFFIX}",
                    received_on=day,
                ),
                signed=b"",
            )
            for n in range(people)
        ),
    )
