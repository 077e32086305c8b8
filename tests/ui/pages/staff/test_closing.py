"""How an account is closed: what is lost, a copy first, the way, and off the list."""

import pytest

from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import ACCOUNTS, OLD_ACCOUNTS, back_step, closing_step, next_step, tool_step
from nickaudit.ui.pages.staff.closing import LOST, OFF_THE_LIST, ClosingPage
from tests.ui.pages.desk import Desk, cut_off, named, press, without_a_name_of_their_own, words

STRAVA = PlatformId("strava")


def test_it_says_what_is_lost_before_it_says_where(desk: Desk) -> None:
    page = desk.open(ClosingPage, closing_step(STRAVA))
    shown = words(page)
    assert page.heading == "How do you close your account on Strava?"
    assert shown.index(f"{LOST} All your activities") < shown.index("Download or Delete Your Account")
    assert OFF_THE_LIST not in named(page)


def test_a_copy_comes_first_and_its_page_leads_back_here(desk: Desk) -> None:
    page = desk.open(ClosingPage, closing_step(STRAVA))
    press(page, "First: ask for a copy of what Strava holds")
    assert desk.steps == [tool_step("strava.download", asked_from=STRAVA)]
    assert back_step(desk.plan, desk.steps[0]) == closing_step(STRAVA)
    assert next_step(desk.plan, closing_step(STRAVA)) == OLD_ACCOUNTS


def test_an_account_on_the_list_can_be_taken_off_it(desk: Desk) -> None:
    desk.add("strava")
    press(desk.open(ClosingPage, closing_step(STRAVA)), OFF_THE_LIST)
    assert desk.steps == [ACCOUNTS]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_every_site_has_a_page_on_which_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    closing = [each.id for each in desk.services.content.platforms.values() if each.close is not None]
    assert len(closing) > 45
    for platform in closing if text_size == 100 else closing[::8]:
        page = desk.open(ClosingPage, closing_step(platform), width=width, height=430)
        assert cut_off(page) == [], platform
        assert without_a_name_of_their_own(page) == [], platform
        desk.close()
