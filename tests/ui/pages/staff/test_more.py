"""What more there is to do, another evening: grouped by account, with minutes, and never counted."""

import pytest

from nickaudit.domain import outcome
from nickaudit.domain.answers import Answer, LookAnswer
from nickaudit.domain.extras import number_of_more
from nickaudit.domain.ids import TOGETHER, CheckId
from nickaudit.domain.route import LETTER, MORE, OLD_ACCOUNTS, SEARCHES, look_step, stop_step, tool_step
from nickaudit.ui.pages.staff.more import FOR_EVERYONE, MorePage, minutes_words
from nickaudit.ui.widgets.heading import Heading
from tests.ui.pages.desk import Desk, cut_off, named, press, without_a_name_of_their_own, words


def _groups(page: MorePage) -> list[str]:
    return [each.text() for each in page.findChildren(Heading) if each.level == 2]


def _public_listings(desk: Desk) -> list[str]:
    listings = desk.services.content.listings.values()
    return sorted((listing.name for listing in listings), key=str.casefold)


def _count(desk: Desk) -> int:
    return number_of_more(desk.plan, desk.services.content, desk.session.progress.accounts)


def test_everything_more_is_listed_under_its_account(desk: Desk) -> None:
    desk.add("instagram")
    desk.add("whatsapp")
    page = desk.open(MorePage, MORE)
    count = _count(desk)
    assert count > len(desk.plan.more_stops) + len(desk.plan.more_looks)
    assert page.heading_label.text() == f"{count} more things you can do"
    assert len(named(page)) == count
    assert _groups(page) == [FOR_EVERYONE, "WhatsApp", "Instagram", *_public_listings(desk)]


def test_a_copy_of_ones_data_stands_under_its_account_with_what_is_done(desk: Desk) -> None:
    desk.add("strava", "fell club")
    row = "Strava: Ask for a copy of what Strava holds"
    press(desk.open(MorePage, MORE), f"{row}: Not started")
    assert desk.steps == [tool_step("strava.download")]
    desk.session.answer(TOGETHER, CheckId("strava.download"), Answer.DONE)
    page = desk.open(MorePage, MORE)
    assert f"{row}: Done" in named(page)
    assert _groups(page)[:2] == [FOR_EVERYONE, "Strava (fell club)"]


def test_three_helps_are_offered_to_everyone(desk: Desk) -> None:
    desk.session.set_no_accounts(True)
    page = desk.open(MorePage, MORE)
    for row in list(named(page))[:3]:
        press(page, row)
    assert desk.steps == [SEARCHES, OLD_ACCOUNTS, LETTER]


def test_a_press_leads_to_the_stop_or_the_look(desk: Desk) -> None:
    desk.add("instagram")
    page = desk.open(MorePage, MORE)
    stop = next(each for each in desk.plan.more_stops if each.stop.id == "instagram.likes")
    look = desk.plan.more_looks[0]
    press(page, f"Instagram: {stop.stop.heading}: Not started")
    press(page, f"Instagram: {look.look.title}: Not started")
    assert desk.steps == [stop_step(stop), look_step(look)]


def test_each_shows_its_minutes_and_its_state(desk: Desk) -> None:
    desk.add("instagram")
    stop = next(each for each in desk.plan.more_stops if each.stop.id == "instagram.places")
    look = desk.plan.more_looks[0]
    desk.session.answer(stop.checks[0].account, stop.checks[0].check.id, Answer.DONE)
    desk.session.answer_look(look.section, look.look.id, LookAnswer.STARTED)
    rows = named(desk.open(MorePage, MORE))
    assert rows[f"Instagram: {stop.stop.heading}: Done"].accessibleDescription() == "2 minutes"
    assert rows[f"Instagram: {look.look.title}: Started"].accessibleDescription() == "5 minutes"


def test_it_holds_nothing_up_and_counts_for_nothing(desk: Desk) -> None:
    desk.add("instagram")
    page = desk.open(MorePage, MORE)
    assert "Your certificate does not wait for any of this." in words(page)
    assert page.footer is None
    for stop in desk.plan.more_stops:
        desk.session.answer_all(stop, Answer.DONE)
    assert outcome.pages_done(desk.plan, desk.session.progress) == 0
    assert len(outcome.open_stops(desk.plan, desk.session.progress)) == len(desk.plan.stops)


def test_public_listings_are_offered_to_those_with_no_account_too(desk: Desk) -> None:
    desk.session.set_no_accounts(True)
    page = desk.open(MorePage, MORE)
    assert page.heading == f"{_count(desk)} more things you can do"
    assert _groups(page) == [FOR_EVERYONE, *_public_listings(desk)]
    first = desk.plan.more_stops[0]
    press(page, f"{first.title}: {first.stop.heading}: Not started")
    assert desk.steps == [stop_step(first)]


@pytest.mark.parametrize(
    ("seconds", "said"), [(20, "1 minute"), (60, "1 minute"), (100, "2 minutes"), (300, "5 minutes")]
)
def test_minutes_are_rounded_and_never_nought(seconds: int, said: str) -> None:
    assert minutes_words(seconds) == said


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_two_accounts_of_one_platform_have_names_of_their_own_and_nothing_is_cut_off(
    desk: Desk, width: int, text_size: int
) -> None:
    desk.add("instagram", "football")
    desk.add("instagram", "a choir with a long name")
    desk.add("youtube")
    desk.wear(text_size=text_size)
    page = desk.open(MorePage, MORE, width=width, height=430)
    assert without_a_name_of_their_own(page) == []
    assert cut_off(page) == []
