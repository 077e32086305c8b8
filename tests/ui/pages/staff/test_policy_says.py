"""What the policy says: every line with its verb and its place; only the day of reading is stored."""

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot

from nickaudit.domain.ids import PageId
from nickaudit.domain.policy import StatementPage
from nickaudit.domain.route import statement_step
from nickaudit.ui.pages.staff.policy_says import QUESTION, READ, PolicySaysPage
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.keep_sheet import PRINT, PRINTED, SAVE_PDF
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.policy_words import OUR_WORDS, standing
from nickaudit.ui.widgets.save_row import NO_NAME, NOT_SAVED, THERE_ALREADY
from tests.ui.pages.desk import Desk, cut_off, named, press, settle, without_a_name_of_their_own, words

PUPILS = PageId("pupils-families")


def open_page(desk: Desk, page: str = PUPILS, *, width: int = 1120) -> PolicySaysPage:
    return desk.open(PolicySaysPage, statement_step(page), width=width)


@pytest.fixture
def page(desk: Desk) -> PolicySaysPage:
    return open_page(desk)


def field_of(page: PolicySaysPage) -> Field:
    assert page.keep is not None
    assert page.keep.save_row is not None
    return page.keep.save_row.field


def statements(desk: Desk) -> tuple[StatementPage, ...]:
    return desk.services.content.policy.pages


def test_the_question_is_the_heading_and_the_place_is_said(page: PolicySaysPage) -> None:
    assert page.heading_label.text() == "What does the policy say about pupils, families and you?"
    assert page.status == "What the policy says · 1 of 3"


def test_the_fourth_page_is_for_those_online_in_their_job(desk: Desk) -> None:
    with pytest.raises(LookupError):
        open_page(desk, "online-in-job")
    desk.meet(online_in_job=True)
    assert open_page(desk, "online-in-job").status == "What the policy says · 4 of 4"


def test_every_line_stands_there_with_its_verb_in_bold_and_its_place(desk: Desk) -> None:
    desk.meet(online_in_job=True)
    pack = desk.services.content.policy
    for statement in statements(desk):
        page = open_page(desk, statement.id)
        labels = page.findChildren(NotedLabel)
        for line in pack.lines_of(statement.lines):
            label = next(each for each in labels if each.text() == line.words)
            assert len(label._marked.spans) == 1, line.id
            assert label.note == standing((line,))[0], line.id
            assert (line.clause or line.heading) in label.note
            assert label.note in label.accessibleName()
        for group in statement.groups:
            assert group.heading in words(page)
        assert statement.where_to_turn in words(page)
        assert statement.note in words(page)
        desk.close()


def test_it_says_that_the_words_are_ours(page: PolicySaysPage) -> None:
    assert OUR_WORDS in words(page)


def test_i_have_read_this_stands_in_place_of_continue_and_stores_the_day(
    desk: Desk, page: PolicySaysPage
) -> None:
    assert page.footer is not None
    assert page.footer.continue_text == READ == "I have read this"
    assert desk.stored().progress.read == {}
    assert page.valid() == ()
    page.apply()
    assert desk.stored().progress.read == {PUPILS: dt.date(2026, 11, 24)}
    assert desk.counts["saved"] == 1


def test_once_read_it_says_when_and_going_on_stores_nothing_anew(desk: Desk, page: PolicySaysPage) -> None:
    assert "Read on" not in words(page)
    page.apply()
    again = open_page(desk)
    assert "Read on 24 November 2026" in words(again)
    assert again.footer is not None
    assert again.footer.continue_text == "Continue"
    again.apply()
    assert desk.counts["saved"] == 1


def test_a_question_brings_a_sheet_and_records_nothing(
    desk: Desk, page: PolicySaysPage, tmp_path: Path, qtbot: QtBot
) -> None:
    before = desk.services.private.rows("SELECT * FROM pages_read")
    assert PRINT not in named(page)
    press(page, QUESTION)
    assert PRINT in named(page)
    assert "Nothing is recorded" in words(page)
    press(page, SAVE_PDF)
    wanted = tmp_path / "My question"
    field_of(page).set_text(str(wanted))
    press(page, "Save")
    written = tmp_path / "My question.pdf"
    qtbot.waitUntil(lambda: any(each.startswith("Saved in") for each in desk.said))
    text = " ".join("".join(each.extract_text() for each in PdfReader(written).pages).split())
    assert "A question about the social media policy" in text
    assert "Pupils, families and you" in text
    assert f"Saved in {tmp_path} as My question.pdf" in words(page)
    assert desk.services.private.rows("SELECT * FROM pages_read") == before
    assert desk.stored().progress == desk.session.progress


def test_a_sheet_replaces_no_file_and_says_what_to_do(
    desk: Desk, page: PolicySaysPage, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = tmp_path / "mine.pdf"
    mine.write_text("kept")
    press(page, QUESTION)
    press(page, SAVE_PDF)
    for typed, sentence in (
        (str(mine), THERE_ALREADY),
        ("", NO_NAME),
        (
            str(tmp_path / "nowhere" / "a.pdf"),
            NOT_SAVED,
        ),
    ):
        field_of(page).set_text(typed)
        press(page, "Save")
        qtbot.waitUntil(lambda sentence=sentence: sentence in field_of(page).fault.text())
    assert mine.read_text() == "kept"


def test_the_sheet_can_be_printed(desk: Desk, page: PolicySaysPage, tmp_path: Path) -> None:
    press(page, QUESTION)
    assert page.keep is not None
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    page.keep.print_on(printer)
    settle()
    assert PRINTED in words(page)
    assert PRINTED in desk.said
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_at_any_text_size(desk: Desk, width: int, text_size: int) -> None:
    desk.meet(online_in_job=True)
    desk.wear(text_size=text_size)
    for statement in statements(desk):
        page = open_page(desk, statement.id, width=width)
        press(page, QUESTION)
        press(page, SAVE_PDF)
        assert cut_off(page) == [], statement.id
        assert without_a_name_of_their_own(page) == [], statement.id
        desk.close()
