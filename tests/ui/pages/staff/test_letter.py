"""The ready letter: copied, printed, saved; and "sent" is all that is kept of it."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from nickaudit.domain.answers import Answer
from nickaudit.domain.erasure_letter import TITLE, letter
from nickaudit.domain.extras import LETTER_DONE
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.route import LETTER
from nickaudit.ui.pages.staff.letter import COPY_NAME, DONE, LetterPage, sheet
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words


def test_the_letter_is_seen_in_full_and_copied_as_it_is_seen(desk: Desk) -> None:
    desk.meet()
    page = desk.open(LetterPage, LETTER)
    click(page, COPY_NAME)
    assert QApplication.clipboard().text() == letter()
    assert letter() in words(page)
    assert "Rosalind" not in words(page)


def test_it_is_printed_with_lines_to_write_on(desk: Desk, tmp_path: Path) -> None:
    page = desk.open(LetterPage, LETTER)
    assert {"Print it", "Save it as a PDF"} <= set(named(page))
    paper = tmp_path / "letter.pdf"
    writer = QPdfWriter(str(paper))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.keep.print_on(writer)
    del writer
    (only,) = PdfReader(paper).pages
    text = " ".join(only.extract_text().split())
    assert TITLE in text
    assert "Article 17" in text
    assert "Yours faithfully," in text
    assert "[" not in text


def test_the_sheet_says_what_the_letter_says() -> None:
    made = sheet()
    assert made.title == TITLE
    assert sum(part.lines for part in made.parts) == 5


def test_sent_is_all_that_is_kept(desk: Desk) -> None:
    press(desk.open(LetterPage, LETTER), DONE)
    assert desk.stored().progress.answers == {(TOGETHER, LETTER_DONE): Answer.DONE}


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(LetterPage, LETTER, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
