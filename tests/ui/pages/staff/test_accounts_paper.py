"""On paper instead: what the booklet is, and the booklet itself as a file."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from nickaudit.domain.route import ACCOUNTS
from nickaudit.ui.pages.staff.accounts import AccountsPage
from nickaudit.ui.widgets.keep_sheet import SAVE_PDF
from nickaudit.ui.widgets.paper_check import ON_PAPER, WHAT_IT_IS
from tests.ui.pages.desk import Desk, cut_off, press, settle, without_a_name_of_their_own, words


def test_the_booklet_has_the_accounts_that_are_ticked_then(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = desk.open(AccountsPage, ACCOUNTS)
    press(page, ON_PAPER)
    assert WHAT_IT_IS in words(page)
    desk.add("facebook")
    desk.add("whatsapp", label="netball")
    press(page, SAVE_PDF)
    assert page.paper.keep is not None
    assert page.paper.keep.save_row is not None
    page.paper.keep.save_row.field.set_text(str(tmp_path / "mine.pdf"))
    press(page, "Save")
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=20_000)
    settle()
    cover = " ".join(PdfReader(tmp_path / "mine.pdf").pages[0].extract_text().split())
    assert "Facebook" in cover
    assert "WhatsApp (netball)" in cover


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(AccountsPage, ACCOUNTS, width=width, height=430)
    press(page, ON_PAPER)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
