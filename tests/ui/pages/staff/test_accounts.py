"""Which accounts: found by what people type, told apart, removed with a question, and never a handle."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from nickaudit.domain import route
from nickaudit.domain.accounts import GENERAL, title_of
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.platforms import Platform
from nickaudit.services.audit_session import AuditSession
from nickaudit.ui.pages.staff.accounts import NEITHER, NO_HANDLE_OF_PLACE, NO_PLACE, AccountsPage
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
OTHER = "Not in the list? Name of the site or app"
NONE = "I have none at all"


def _open(desk: Desk, **size: int) -> AccountsPage:
    return desk.open(AccountsPage, route.ACCOUNTS, **size)


def _type(page: AccountsPage, name: str, text: str) -> QLineEdit:
    field = find(page, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    settle()
    return field


def _titles(session: AuditSession) -> list[str]:
    return [title_of(each, session.content) for each in session.progress.accounts]


def _shown(page: AccountsPage) -> list[str]:
    return [row.accessibleName() for row in page.finder.rows if row.isVisibleTo(page)]


def test_a_tick_is_stored_at_once(desk: Desk) -> None:
    page = _open(desk)
    click(page, "Instagram")
    press(page, "WhatsApp")
    assert sorted(_titles(desk.stored())) == ["Instagram", "WhatsApp"]
    assert desk.counts["saved"] == 2
    assert "Your accounts (2)" in words(page)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("insta", "Instagram"),
        ("fb", "Facebook"),
        ("twitter", "X"),
        ("facebok", "Facebook"),
        ("tik tok", "TikTok"),
    ],
)
def test_a_site_is_found_by_what_people_type(desk: Desk, typed: str, name: str) -> None:
    page = _open(desk)
    field = _type(page, FIND, typed)
    assert _shown(page)[0] == name
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.focusWidget() is find(page, name, QCheckBox), "Enter leads to the first that was found"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert _titles(desk.stored()) == [name]


def test_what_is_ticked_stays_in_sight_while_searching(desk: Desk) -> None:
    page = _open(desk)
    click(page, "WhatsApp")
    _type(page, FIND, "insta")
    assert {"WhatsApp", "Instagram"} <= set(_shown(page))
    assert "Facebook" not in _shown(page)


def test_nonsense_says_what_to_do(desk: Desk) -> None:
    page = _open(desk)
    _type(page, FIND, "qqqqq")
    assert _shown(page) == []
    assert "add it below by its name" in words(page)


def test_a_long_list_begins_with_the_common_ones_and_shows_the_rest_when_asked(desk: Desk) -> None:
    few = desk.services.content
    many = {
        PlatformId(f"p{n}"): Platform(
            id=PlatformId(f"p{n}"), name=f"Site number {n}", kind=few.general.kind, last_checked="2026-11"
        )
        for n in range(60)
    }
    content = structs.replace(few, platforms={**few.platforms, **many})
    desk.session = AuditSession(
        desk.services.private, content, computer=Computer.MINE, today=desk.services.today
    )
    page = _open(desk)
    assert set(_shown(page)) == {each.name for each in few.platforms.values() if each.common}
    press(page, f"Show all {len(content.platforms)}")
    assert len(_shown(page)) == len(content.platforms)
    _type(page, FIND, "number 59")
    assert _shown(page) == ["Site number 59"]


def test_a_place_that_is_not_in_the_list_gets_the_general_stops(desk: Desk) -> None:
    page = _open(desk)
    _type(page, OTHER, " a running club  forum ")
    press(page, "Add it")
    (account,) = desk.stored().progress.accounts
    assert (account.platform, account.label) == (GENERAL, "a running club forum")
    assert "A running club forum" in words(page)
    assert desk.plan.sections[0].title == "A running club forum"
    assert find(page, OTHER, QLineEdit).text() == ""


def test_a_place_typed_and_not_added_is_taken_along_by_continue(desk: Desk) -> None:
    page = _open(desk)
    _type(page, OTHER, "a choir")
    assert page.valid() == ()
    page.apply()
    assert _titles(desk.stored()) == ["A choir"]


def test_adding_nothing_says_what_is_missing(desk: Desk) -> None:
    page = _open(desk)
    press(page, "Add it")
    assert NO_PLACE in words(page)
    assert desk.stored().progress.accounts == ()
    _type(page, OTHER, "a")
    assert NO_PLACE not in words(page)


def test_a_handle_is_never_kept_as_the_name_of_a_place(desk: Desk) -> None:
    page = _open(desk)
    _type(page, OTHER, "https://example.org/rosalind")
    press(page, "Add it")
    assert NO_HANDLE_OF_PLACE in words(page)
    assert [fault.message for fault in page.valid()] == [NO_HANDLE_OF_PLACE]
    assert desk.stored().progress.accounts == ()


def _with_answer(desk: Desk) -> None:
    desk.add("instagram")
    desk.session.answer_all(desk.plan.stops[0], Answer.DONE)


def test_none_at_all_leads_straight_to_what_the_policy_says(desk: Desk) -> None:
    page = _open(desk)
    click(page, NONE)
    stored = desk.stored().progress
    assert stored.no_accounts
    assert page.valid() == ()
    step = route.next_step(desk.plan, route.ACCOUNTS)
    assert step == route.statement_step(desk.plan.statements[0].id)
    assert "That is fine." in find(page, NONE).accessibleDescription()


def test_none_at_all_with_accounts_ticked_asks_first(desk: Desk) -> None:
    desk.add("instagram")
    desk.add("whatsapp")
    page = _open(desk)
    click(page, NONE)
    assert "Remove the 2 accounts you have ticked?" in words(page)
    assert not desk.stored().progress.no_accounts
    press(page, "Keep them")
    assert not find(page, NONE, QCheckBox).isChecked()
    assert len(desk.stored().progress.accounts) == 2
    click(page, NONE)
    press(page, "Remove them all")
    stored = desk.stored().progress
    assert (stored.accounts, stored.no_accounts) == ((), True)
    assert find(page, NONE, QCheckBox).isChecked()


def test_a_tick_takes_none_at_all_back(desk: Desk) -> None:
    desk.session.set_no_accounts(True)
    page = _open(desk)
    assert find(page, NONE, QCheckBox).isChecked()
    click(page, "Facebook")
    assert not find(page, NONE, QCheckBox).isChecked()
    assert not desk.stored().progress.no_accounts


def test_neither_accounts_nor_none_is_an_error_that_leads_to_the_search(desk: Desk) -> None:
    page = _open(desk)
    (fault,) = page.valid()
    assert fault.message == NEITHER == "Tick the accounts you have, or “I have none at all”"
    assert NEITHER in words(page)
    fault.control.setFocus()
    assert page.focusWidget() is find(page, FIND, QLineEdit)
    click(page, "Facebook")
    assert NEITHER not in words(page)
    assert page.valid() == ()


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_with_everything_open(desk: Desk, width: int, text_size: int) -> None:
    _with_answer(desk)
    desk.add("instagram", "a very long nickname for a second account of mine")
    desk.session.add_account(GENERAL, label="the forum of the running club of a very long place name")
    desk.wear(text_size=text_size)
    page = _open(desk, width=width, height=430)
    press(page, "Remove: Instagram")
    press(page, "Nickname: Instagram")
    QTest.keyClicks(page.focusWidget(), "rosa_ash")
    page.show_faults(page.valid())
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width


def test_the_rest_is_grouped_by_kind_and_each_group_opens_and_closes(desk: Desk) -> None:
    page = _open(desk)
    assert "Tinder" not in _shown(page)
    click(page, "Dating (3)")
    assert find(page, "Dating (3)").accessibleDescription() == "Open"
    assert _shown(page)[-3:] == ["Bumble", "Hinge", "Tinder"]
    click(page, "Tinder")
    click(page, "Dating (3)")
    assert _shown(page)[-1] == "Tinder", "what is ticked stays in sight"
    assert _titles(desk.stored()) == ["Tinder"]


def test_what_fits_best_stands_first_also_on_the_page(desk: Desk) -> None:
    page = _open(desk)
    for typed, name in (("ps4", "PlayStation"), ("blue sky", "Bluesky"), ("garmin watch", "Garmin Connect")):
        _type(page, FIND, typed)
        assert _shown(page)[0] == name


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_it_works_for_somebody_with_forty_accounts(desk: Desk, width: int, text_size: int) -> None:
    for platform in list(desk.services.content.platforms)[:40]:
        desk.add(platform)
    desk.wear(text_size=text_size)
    page = _open(desk, width=width, height=430)
    assert "Your accounts (40)" in words(page)
    press(page, f"Show all {len(desk.services.content.platforms)}")
    assert len(_shown(page)) == len(desk.services.content.platforms)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
