"""The accounts that are ticked: nicknames, never a handle, and removed with a question."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QScrollArea

from nickaudit.domain import route
from nickaudit.domain.accounts import GENERAL, title_of
from nickaudit.domain.answers import Answer
from nickaudit.services.audit_session import AuditSession
from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.pages.staff.accounts import NO_HANDLE, AccountsPage
from tests.ui.pages.desk import (
    Desk,
    click,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

FIND = "Find a site or app"
OTHER = "Not in the list? Name of the site or app"
NONE = "I have none at all"


def _open(desk: Desk, **size: int) -> AccountsPage:
    return desk.open(AccountsPage, route.ACCOUNTS, **size)


def _titles(session: AuditSession) -> list[str]:
    return [title_of(each, session.content) for each in session.progress.accounts]


def test_two_accounts_on_one_site_are_told_apart_by_a_nickname(desk: Desk) -> None:
    page = _open(desk)
    click(page, "Instagram")
    press(page, "Add another: Instagram")
    field = page.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Zebra-Quill")
    assert sorted(_titles(desk.stored())) == ["Instagram", "Instagram (Zebra-Quill)"]
    assert "Instagram (Zebra-Quill)" in words(page)
    assert without_a_name_of_their_own(page) == []


@pytest.mark.parametrize(
    "handle", ["@rosa", "rosalind_ash", "r.ash", "rosalind84", "rosa@mail.example", "www.x.y"]
)
def test_a_nickname_that_looks_like_a_handle_is_kindly_refused(desk: Desk, handle: str) -> None:
    desk.add("instagram", "family")
    page = _open(desk)
    press(page, "Nickname: Instagram (family)")
    entry = next(iter(page.chosen.entries.values()))
    entry.field.set_text("")
    QTest.keyClicks(entry.field.edit, handle)
    assert NO_HANDLE in words(page)
    assert handle not in _titles(desk.stored())[0]
    entry.field.edit.clear()
    QTest.keyClicks(entry.field.edit, "my work")
    assert NO_HANDLE not in words(page)
    assert _titles(desk.stored()) == ["Instagram (my work)"]


@pytest.mark.parametrize("nickname", ["family", "Zebra-Quill", "old one", "2nd", "the choir's"])
def test_an_ordinary_word_is_a_nickname(desk: Desk, nickname: str) -> None:
    desk.add("instagram")
    page = _open(desk)
    press(page, "Nickname: Instagram")
    QTest.keyClicks(page.focusWidget(), nickname)
    assert _titles(desk.stored()) == [f"Instagram ({nickname})"]


def test_an_account_without_answers_goes_by_its_tick(desk: Desk) -> None:
    page = _open(desk)
    click(page, "Instagram")
    click(page, "Instagram")
    assert desk.stored().progress.accounts == ()
    assert "None ticked yet." in words(page)


def _with_answer(desk: Desk) -> None:
    desk.add("instagram")
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)


def test_an_account_with_answers_is_asked_about_once(desk: Desk) -> None:
    _with_answer(desk)
    page = _open(desk)
    click(page, "Instagram")
    assert find(page, "Instagram", QCheckBox).isChecked(), "still ticked until the question is answered"
    assert "Remove Instagram? Its answers go with it." in words(page)
    assert page.focusWidget() is find(page, "Keep it: Instagram")
    press(page, "Keep it: Instagram")
    assert len(desk.stored().progress.answers) > 0
    press(page, "Remove: Instagram")
    press(page, "Remove it: Instagram")
    left = desk.stored().progress
    assert (left.accounts, left.answers) == ((), {})
    assert "Instagram: removed" in desk.said
    assert page.focusWidget() is page.finder.field.edit


def test_of_two_alike_only_the_one_meant_goes(desk: Desk) -> None:
    desk.add("instagram", "family")
    desk.add("instagram", "work")
    page = _open(desk)
    press(page, "Remove: Instagram (family)")
    assert _titles(desk.stored()) == ["Instagram (work)"]
    assert find(page, "Instagram", QCheckBox).isChecked()


def test_no_field_asks_for_a_handle_or_a_password(desk: Desk) -> None:
    page = _open(desk)
    assert "no password, and not your name there" in words(page)
    assert sorted(named(page, QLineEdit)) == [FIND, OTHER]


def test_forty_accounts_are_still_listed_each_with_a_name_of_its_own(desk: Desk) -> None:
    for number in range(20):
        desk.add("instagram", f"n{number}")
        desk.session.add_account(GENERAL, label=f"place {number}")
    page = _open(desk)
    assert len(page.chosen.entries) == 40
    assert without_a_name_of_their_own(page) == []


def test_what_opens_under_the_fold_is_scrolled_into_view(desk: Desk) -> None:
    for number in range(6):
        desk.add("instagram", f"n{number}")
    desk.wear(text_size=200)
    page = _open(desk, width=900, height=430)
    bare = page.window()
    assert isinstance(bare, QScrollArea)
    bare.takeWidget()
    window = MainWindow("A school")
    window.resize(900, 430)
    window.show_page(page)
    window.show()
    press(page, "Nickname: Instagram (n5)")
    for _ in range(3):
        settle()
    field, view = page.focusWidget(), window.sheet.viewport()
    assert isinstance(field, QLineEdit)
    top, lowest = field.mapTo(view, field.rect().topLeft()).y(), view.height() - field.height()
    window.close()
    window.deleteLater()
    settle()
    assert 0 <= top <= lowest


def test_an_entry_stays_where_it_is_while_its_nickname_is_typed(desk: Desk) -> None:
    desk.add("instagram")
    desk.add("instagram", "family")
    page = _open(desk)
    press(page, "Nickname: Instagram")
    field = page.focusWidget()
    assert isinstance(field, QLineEdit)
    place = field.mapTo(page, field.pos()).y()
    QTest.keyClicks(field, "zebra")
    settle()
    assert field.mapTo(page, field.pos()).y() == place
    assert page.focusWidget() is field
