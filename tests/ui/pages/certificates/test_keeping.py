"""Keep your certificate: real copies where the person says, and never over another file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.documents.attachment import signed_file_in
from nickaudit.services import own_certificates
from nickaudit.ui.pages.certificates import printing
from tests.ui.pages.certified import (
    Programs,
    numbers,
    show,
    wait,
)
from tests.ui.pages.desk import Desk, click, find, named, press, words


@pytest.mark.parametrize(
    ("button", "ending"),
    [
        ("Save as PDF", ".pdf"),
        ("Web page (best for screen readers)", ".html"),
        ("Next check in my calendar", ".ics"),
    ],
)
def test_a_copy_is_saved_where_the_person_types(
    finished: Desk, qtbot: QtBot, tmp_path: Path, button: str, ending: str
) -> None:
    page = show(finished, qtbot)
    press(page, button)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == str(tmp_path / "Documents" / f"Certificate {numbers(finished)[0]}{ending}")
    QTest.keyClicks(field, str(tmp_path / "mine"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(page, qtbot)
    saved = tmp_path / f"mine{ending}"
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    expected = {".pdf": None, ".html": own.html, ".ics": own.calendar}[ending]
    if expected is None:
        assert signed_file_in(saved.read_bytes()) == own.signed
    else:
        assert saved.read_bytes() == expected
    assert f"Saved in {tmp_path} as mine{ending}" in words(page)
    assert QApplication.focusWidget() is find(page, "Show in folder")
    assert finished.said[-1] == f"Saved in {tmp_path} as mine{ending}"


def test_another_file_is_never_replaced_unless_the_person_says_so(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "mine.ics"
    other.write_text("something else")
    page = show(finished, qtbot)
    click(page, "Next check in my calendar")
    assert "Replace the file that is there" not in named(page)
    find(page, "Where to save the calendar entry", QLineEdit).setText(str(other))
    click(page, "Save")
    wait(page, qtbot)
    assert other.read_text() == "something else"
    assert "A file of that name is there already." in words(page)
    press(page, "Replace the file that is there")
    wait(page, qtbot)
    assert other.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Saved in" in words(page)


def test_a_folder_gets_the_suggested_name_and_a_bad_place_one_sentence(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(finished, qtbot)
    click(page, "Save as PDF")
    field = find(page, "Where to save the PDF", QLineEdit)
    for typed, sentence in (
        ("", "Type where to save it, or choose a place with Browse."),
        (str(tmp_path / "nowhere" / "mine.pdf"), "There is no such folder."),
        ("/proc/mine.pdf", "could not be saved there|no such folder|can't save files"),
        ("~nobody-of-that-name/mine.pdf", "no such folder"),
    ):
        field.setText(typed)
        click(page, "Save")
        wait(page, qtbot)
        assert any(each in words(page) for each in sentence.split("|")), typed
        assert field.hasFocus()
    field.setText(str(tmp_path))
    click(page, "Save")
    wait(page, qtbot)
    assert (tmp_path / f"Certificate {numbers(finished)[0]}.pdf").is_file()


def test_it_opens_in_the_persons_own_programs(finished: Desk, qtbot: QtBot, programs: Programs) -> None:
    page = show(finished, qtbot)
    folder = finished.services.home / "certificates" / numbers(finished)[0]
    for button, opens, file in (
        ("Save as PDF", "Open the PDF", "certificate.pdf"),
        ("Web page (best for screen readers)", "Open the web page", "certificate.html"),
        ("Next check in my calendar", "Open it in my calendar", "next-check.ics"),
    ):
        click(page, button)
        click(page, opens)
        assert programs.opened[-1] == folder / file


def test_a_file_that_nothing_opens_is_said_so(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    (finished.services.home / "certificates" / numbers(finished)[0] / "certificate.pdf").unlink()
    click(page, "Save as PDF")
    click(page, "Open the PDF")
    assert "No program opened it." in words(page)


def test_it_prints_the_page_of_the_pdf(finished: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    show(finished, qtbot)
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert printing.print_on(printer, own) == "Handed to the printer."
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_it_is_one_sentence(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    show(finished, qtbot)
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert printing.print_on(printer, own).startswith("The printer did not take it.")
