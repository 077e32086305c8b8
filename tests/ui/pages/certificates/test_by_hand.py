"""I'll hand it in: both files side by side where the person says."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nickaudit.documents.attachment import signed_file_in
from nickaudit.tour.cut_off import StrayWindows
from tests.ui.pages.certified import hand_over, own_of, wait
from tests.ui.pages.desk import Desk, find, press, words


def test_both_files_are_saved_side_by_side_to_be_handed_in(
    certified: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = hand_over(certified, qtbot, "hand-in")
    field = find(page, "The folder to save both files in", QLineEdit)
    assert field.text() == str(tmp_path / "Documents")
    stick = tmp_path / "stick"
    stick.mkdir()
    field.setText(str(stick))
    press(page, "Save")
    wait(page, qtbot)
    own = own_of(certified)
    signed, pdf = (
        stick / f"Certificate {own.issued.number}{ending}" for ending in (".nickaudit-certificate", ".pdf")
    )
    assert signed.read_bytes() == own.signed
    assert signed_file_in(pdf.read_bytes()) == own.signed
    assert f"Saved in {stick} as {signed.name} and {pdf.name}" in words(page)
    assert "put them on a stick or print the PDF" in words(page)


def test_a_file_in_the_way_is_left_alone(certified: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = hand_over(certified, qtbot, "hand-in")
    other = tmp_path / "Documents" / f"Certificate {own_of(certified).issued.number}.nickaudit-certificate"
    other.write_text("something else")
    press(page, "Save")
    wait(page, qtbot)
    assert "A file of that name is there already." in words(page)
    assert other.read_text() == "something else"
    press(page, "Replace the file that is there")
    wait(page, qtbot)
    assert other.read_bytes() == own_of(certified).signed


def test_nothing_on_the_page_comes_up_as_a_window_of_its_own(certified: Desk, qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    strays = StrayWindows(frame)
    hand_over(certified, qtbot, "hand-in")
    assert [each.what for each in strays.take()] == ["QScrollArea"], "only what stands for the window"
