"""A copy of one's own data: why, what to know before, the way there, and "done"."""

import pytest

from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.extras import own_tools
from nickaudit.domain.ids import TOGETHER, CheckId
from nickaudit.domain.route import tool_step
from nickaudit.ui.pages.staff.tool import BEFORE, DONE, ToolPage
from nickaudit.ui.widgets.qr_code import QrCode
from tests.ui.pages.desk import Desk, click, cut_off, named, press, without_a_name_of_their_own, words

STRAVA = tool_step("strava.download")


def test_it_says_why_what_to_know_before_and_where(desk: Desk) -> None:
    page = desk.open(ToolPage, STRAVA)
    shown = words(page)
    assert page.heading == "Ask for a copy of what Strava holds"
    assert "It shows all your routes" in shown
    assert f"{BEFORE} The same page can delete your account" in shown
    assert "Request Your Archive" in shown
    assert "We last looked in November 2026." in shown
    press(page, "On my phone")
    assert page.findChildren(QrCode)


def test_done_is_kept_and_can_be_taken_back(desk: Desk) -> None:
    click(desk.open(ToolPage, STRAVA), DONE)
    key = (TOGETHER, CheckId("strava.download"))
    assert desk.stored().progress.answers == {key: Answer.DONE}
    assert desk.counts["saved"] == 1
    page = desk.open(ToolPage, STRAVA)
    assert named(page)[DONE].isChecked()
    press(page, DONE)
    assert desk.stored().progress.answers == {}


def test_elsewhere_than_on_ones_own_computer_nothing_is_opened(desk: Desk) -> None:
    desk.on(Computer.SCHOOLS)
    page = desk.open(ToolPage, STRAVA)
    assert not [name for name in named(page) if name.startswith("Open")]
    assert page.findChildren(QrCode)


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_every_tool_has_a_page_on_which_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    for platform in desk.services.content.platforms:
        desk.add(platform)
    desk.wear(text_size=text_size)
    tools = own_tools(desk.services.content, desk.session.progress.accounts)
    assert len(tools) > 50
    for own in tools if text_size == 100 else tools[::8]:
        page = desk.open(ToolPage, tool_step(own.tool.id), width=width, height=430)
        assert cut_off(page) == [], own.tool.id
        assert without_a_name_of_their_own(page) == [], own.tool.id
        desk.close()
