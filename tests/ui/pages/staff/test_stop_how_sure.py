"""How sure we are of a stop, and "This isn't where you said": a note of one's own, and words to send."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from nickaudit.domain.answers import Computer
from nickaudit.domain.route import stop_step
from nickaudit.services import moved_menus
from nickaudit.services.preferences import Preference, remember
from nickaudit.store.private import not_there
from nickaudit.ui.pages.staff.stop import StopPage
from nickaudit.ui.widgets.how_sure import COPY_NAME, NOTED, TAKE_BACK
from nickaudit.ui.widgets.line_help import NOT_WHERE, THEN_SEARCH
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words

STOP = "instagram.audience"
IN_A_YEAR = dt.timedelta(days=365)


def _open(desk: Desk, **size: int) -> StopPage:
    if not desk.session.progress.accounts:
        desk.add("instagram", "Zebra-Quill")
    planned = next(each for each in desk.plan.stops if each.stop.id == STOP)
    return desk.open(StopPage, stop_step(planned), **size)


def _later(desk: Desk) -> None:
    now = desk.services.now() + IN_A_YEAR
    desk.services = replace(desk.services, now=lambda: now)


def test_after_half_a_year_it_says_that_menus_may_have_moved_and_what_to_look_for(desk: Desk) -> None:
    page = _open(desk)
    assert "may have moved" not in words(page)
    _later(desk)
    page = _open(desk)
    assert "We last looked at these in November 2026. Menus may have moved, look for “" in words(page)


def test_it_is_noted_for_the_person_and_there_at_the_next_visit(desk: Desk) -> None:
    remember(desk.services, Preference.DEVICE, "iphone")
    page = _open(desk)
    click(page, NOT_WHERE)
    assert THEN_SEARCH in words(page)
    assert NOTED in words(page)
    assert desk.session.database.rows("SELECT stop, device, noted_on FROM not_there") == [
        (STOP, "iphone", "2026-11-24")
    ]
    page = _open(desk)
    assert "On 24 November 2026 you said that this isn't where we said." in words(page)
    press(page, TAKE_BACK)
    assert not_there.noted_on(desk.session.database, desk.plan.stops[0].stop.id) is None
    assert TAKE_BACK not in named(page)


def test_the_ready_words_can_be_copied_and_hold_nothing_of_the_person(desk: Desk) -> None:
    remember(desk.services, Preference.DEVICE, "android")
    page = _open(desk)
    press(page, NOT_WHERE)
    click(page, COPY_NAME)
    copied = QApplication.clipboard().text()
    assert "Site or app: Instagram\nPage: instagram.audience\nDevice: Android\nPath we gave: " in copied
    assert "Zebra" not in copied
    assert copied in words(page)
    assert "Copied" in desk.said


def test_the_same_link_under_a_line_does_the_same(desk: Desk) -> None:
    page = _open(desk)
    line = page.lines[0]
    press(page, f"{line.planned.check.setting}: Not sure, or it isn't there")
    press(page, f"{line.planned.check.setting}: this isn't where you said")
    assert moved_menus.noted_on(desk.session, desk.plan.stops[0].stop.id) == desk.services.today()
    assert COPY_NAME in named(page)


def test_on_a_shared_computer_nothing_is_noted(desk: Desk) -> None:
    desk.on(Computer.SHARED)
    page = _open(desk)
    press(page, NOT_WHERE)
    assert COPY_NAME in named(page)
    assert NOTED not in words(page)
    assert desk.session.database.rows("SELECT * FROM not_there") == []
    assert desk.services.private.rows("SELECT * FROM not_there") == []


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_with_the_words_open(desk: Desk, width: int, text_size: int) -> None:
    _later(desk)
    desk.wear(text_size=text_size)
    page = _open(desk, width=width, height=430)
    press(page, NOT_WHERE)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
