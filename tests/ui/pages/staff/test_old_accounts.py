"""Old accounts: ways to remember them, and a search that leads to closing one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nickaudit.domain.answers import Answer
from nickaudit.domain.extras import OLD_ACCOUNTS_DONE
from nickaudit.domain.ids import TOGETHER, PlatformId
from nickaudit.domain.route import OLD_ACCOUNTS, closing_step
from nickaudit.ui.pages.staff.old_accounts import DONE, MAIL_WORDS, OldAccountsPage
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.task_list import TaskRow
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

FIND = "Find a site or app"


def _type(page: OldAccountsPage, text: str) -> None:
    field = find(page, FIND, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    settle()


def _listed(page: OldAccountsPage) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(TaskRow) if row.isVisibleTo(page)]


def test_it_helps_to_remember_in_three_places(desk: Desk) -> None:
    page = desk.open(OldAccountsPage, OLD_ACCOUNTS)
    headings = [each.text() for each in page.findChildren(Heading) if each.level == 3]
    assert headings == ["In your mailbox", "In your list of passwords", "In your phone's list of apps"]
    click(page, f"Copy: {MAIL_WORDS[0]}")
    assert QApplication.clipboard().text() == MAIL_WORDS[0]
    assert desk.said == [f"Copied: {MAIL_WORDS[0]}"]


@pytest.mark.parametrize(
    ("typed", "platform"), [("twitter", "x"), ("tumbler", "tumblr"), ("insta", "instagram")]
)
def test_what_is_typed_leads_to_closing_it(desk: Desk, typed: str, platform: str) -> None:
    page = desk.open(OldAccountsPage, OLD_ACCOUNTS)
    _type(page, typed)
    press(page, _listed(page)[0])
    assert desk.steps == [closing_step(PlatformId(platform))]


def test_the_common_ones_come_first_and_all_of_them_by_kind_when_asked(desk: Desk) -> None:
    page = desk.open(OldAccountsPage, OLD_ACCOUNTS)
    assert _listed(page)[:3] == ["Facebook", "WhatsApp", "Instagram"]
    every = [each.name for each in desk.services.content.platforms.values() if each.close is not None]
    press(page, f"Show all {len(every)}")
    assert sorted(_listed(page)) == sorted(every)
    assert {"Social media", "Messages", "Games"} <= {each.text() for each in page.findChildren(Heading)}


def test_nonsense_says_what_to_do(desk: Desk) -> None:
    page = desk.open(OldAccountsPage, OLD_ACCOUNTS)
    _type(page, "qqqqq")
    assert _listed(page) == []
    assert "Try fewer letters." in words(page)


def test_done_is_kept(desk: Desk) -> None:
    press(desk.open(OldAccountsPage, OLD_ACCOUNTS), DONE)
    assert desk.stored().progress.answers == {(TOGETHER, OLD_ACCOUNTS_DONE): Answer.DONE}


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_with_all_of_them_shown(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(OldAccountsPage, OLD_ACCOUNTS, width=width, height=430)
    page.finder.show_all.click()
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
