"""A stop's way there: device, menu path, buttons, the code for a phone; and what holds for every stop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.audit_plan import PlannedStop
from nickaudit.domain.platforms import Device, Kind, LinkKind
from nickaudit.domain.route import stop_step
from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.application import OpenWindow
from nickaudit.ui.pages.staff.stop import StopPage
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.line_help import NOT_WHERE
from nickaudit.ui.widgets.qr_code import QrCode
from nickaudit.ui.widgets.where_card import HIDE_CODE, NOT_HERE, SHOW_CODE
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

PLATFORMS = ("facebook", "instagram", "whatsapp", "x", "tiktok", "snapchat", "linkedin", "youtube")


class Browser(QObject):
    """Stands where the person's browser would be, and remembers what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def every_stop(desk: Desk) -> tuple[PlannedStop, ...]:
    return (*desk.plan.stops, *desk.plan.more_stops)


def open_stop(desk: Desk, stop: str, *, width: int = 1120) -> StopPage:
    planned = next(each for each in every_stop(desk) if each.stop.id == stop)
    return desk.open(StopPage, stop_step(planned), width=width)


def is_shown(page: StopPage) -> bool:
    return any(code.isVisibleTo(page) for code in page.findChildren(QrCode))


def test_the_device_is_remembered_for_the_next_page(desk: Desk) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.audience")
    assert page.where.path.line.accessibleName() == "Profile, then Menu (three lines), then Account privacy"
    press(page, "Your device: Computer")
    assert page.where.path.line.accessibleName() == "More, then Settings, then Account privacy"
    assert remembered(desk.services, Preference.DEVICE) == Device.COMPUTER
    desk.close()
    again = open_stop(desk, "instagram.contact")
    assert again.where.path.line.accessibleName().startswith("More, then Settings")


def test_on_a_shared_computer_the_device_is_not_remembered(desk: Desk) -> None:
    desk.on(Computer.SHARED).add("instagram")
    press(open_stop(desk, "instagram.audience"), "Your device: Computer")
    assert remembered(desk.services, Preference.DEVICE) is None


def test_only_devices_with_a_way_are_offered(desk: Desk) -> None:
    desk.add("snapchat")
    names = named(open_stop(desk, "snapchat.privacy"))
    assert {name for name in names if name.startswith("Your device")} == {
        "Your device: iPhone",
        "Your device: Android",
    }


def test_a_link_to_the_setting_says_so_and_opens_it(desk: Desk, browser: Browser) -> None:
    desk.add("instagram")
    click(open_stop(desk, "instagram.profile"), "Open this setting")
    assert browser.opened == ["https://www.instagram.com/accounts/edit/"]


def test_a_link_to_the_settings_promises_no_more_than_that(desk: Desk, browser: Browser) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.audience")
    assert "Open this setting" not in named(page)
    press(page, "Open Instagram's settings")
    assert browser.opened == ["https://www.instagram.com/accounts/edit/"]


def test_without_a_link_there_are_numbered_steps_and_no_button(desk: Desk) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.stranger")
    assert not [name for name in named(page) if name.startswith("Open") or name == SHOW_CODE]
    shown = words(page).splitlines()
    assert shown.index("2.") < shown.index("Or open your page in a private window, without logging in.")


def test_the_code_is_hidden_until_it_is_asked_for_and_can_be_hidden_again(desk: Desk) -> None:
    desk.add("instagram")
    page = open_stop(desk, "instagram.audience")
    assert not is_shown(page)
    press(page, SHOW_CODE)
    assert is_shown(page)
    assert QApplication.focusWidget() is page.where.phone_button
    press(page, "Copy the address")
    assert QApplication.clipboard().text() == "https://www.instagram.com/accounts/edit/"
    press(page, HIDE_CODE)
    assert not is_shown(page)


@pytest.mark.parametrize("computer", [Computer.SCHOOLS, Computer.SHARED])
def test_no_button_opens_an_account_on_a_computer_that_is_not_ones_own(
    desk: Desk, computer: Computer
) -> None:
    desk.on(computer)
    for platform in PLATFORMS:
        desk.add(platform)
    for planned in every_stop(desk):
        page = desk.open(StopPage, stop_step(planned))
        assert not [name for name in named(page) if name.startswith("Open ")], planned.stop.id
        assert (NOT_HERE in words(page)) is is_shown(page) is bool(planned.stop.link), planned.stop.id
        desk.close()


def test_a_shared_block_says_for_which_accounts_it_is_asked_once(desk: Desk) -> None:
    desk.add("facebook")
    desk.add("instagram")
    page = open_stop(desk, "meta-accounts-centre.birthday-shown")
    assert page.kicker == "Asked once, for Facebook and Instagram"
    press(page, f"{page.lines[0].planned.check.setting}: Done")
    assert {account for account, _ in desk.stored().progress.answers} == {"together"}


def test_a_block_that_one_account_uses_says_for_which(desk: Desk) -> None:
    desk.add("youtube")
    assert open_stop(desk, "google-account.profile").kicker == "For YouTube"


def test_where_no_menu_is_known_no_page_claims_to_have_looked(desk: Desk) -> None:
    desk.add("general", "a running club forum")
    for stop in ("general.audience", "together.pictures"):
        shown = words(open_stop(desk, stop))
        assert "We last looked" not in shown
        assert NOT_WHERE not in shown


def test_two_accounts_of_one_platform_are_told_apart(desk: Desk) -> None:
    desk.add("instagram", "football")
    desk.add("instagram", "family")
    titles = [each.title for each in desk.plan.stops if each.stop.id == "instagram.audience"]
    pages = [
        desk.open(StopPage, stop_step(each))
        for each in desk.plan.stops
        if each.stop.id == "instagram.audience"
    ]
    assert sorted(titles) == ["Instagram (family)", "Instagram (football)"]
    assert [page.kicker for page in pages] == titles
    assert [page.status for page in pages] == [f"{title} · 1 of 4" for title in titles]


def test_a_stop_for_another_evening_is_not_numbered(desk: Desk) -> None:
    desk.add("instagram")
    assert open_stop(desk, "instagram.likes").status == "Instagram · another evening"


def test_a_stop_about_places_gives_the_helpline(desk: Desk) -> None:
    desk.add("snapchat")
    assert "0808 2000 247" in words(open_stop(desk, "snapchat.map"))


def test_help_that_opens_below_the_edge_is_brought_into_view(desk: Desk) -> None:
    desk.add("instagram")
    opened = OpenWindow(desk.services, mode=Mode.LIGHT)
    opened.navigator.choose_computer(Computer.MINE)
    opened.window.resize(1120, 640)
    planned = next(each for each in every_stop(desk) if each.stop.id == "instagram.audience")
    opened.show(stop_step(planned))
    settle()
    page = opened.window.page
    assert isinstance(page, StopPage)
    chip = press(page, "Stories and lives: Not sure, or it isn't there")
    view = opened.window.sheet.viewport()
    for each in (chip, page.lines[2].help):
        assert each is not None
        assert view.rect().contains(QRect(each.mapTo(view, QPoint()), each.size()))
    assert QApplication.focusWidget() is chip
    opened.window.close()
    opened.window.deleteLater()
    settle()


def test_every_stop_names_its_controls_and_promises_no_more_than_its_link_does(desk: Desk) -> None:
    for platform in PLATFORMS:
        desk.add(platform)
    desk.session.add_account("general", label="a running club forum")  # type: ignore[arg-type]
    for planned in every_stop(desk):
        page = desk.open(StopPage, stop_step(planned))
        where = planned.stop.id
        assert without_a_name_of_their_own(page) == [], where
        is_listing = planned.platform.kind is Kind.LISTING
        deep = "Open this page" if is_listing else "Open this setting"
        assert (deep in named(page)) is (planned.stop.link_kind is LinkKind.DEEP), where
        opens = [name for name in named(page) if name.startswith("Open ")]
        assert not (is_listing and any("setting" in name for name in opens)), where
        assert planned.stop.good_to_know in words(page), where
        desk.close()


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_with_everything_open(desk: Desk, width: int, text_size: int) -> None:
    for platform in PLATFORMS:
        desk.add(platform)
    desk.wear(text_size=text_size)
    for planned in desk.plan.stops:
        for turn, line in enumerate(planned.checks):
            answer = (Answer.NOT_SURE, Answer.LEAVING)[turn % 2]
            desk.session.answer(line.account, line.check.id, answer)
        page = desk.open(StopPage, stop_step(planned), width=width, height=430)
        for name in list(named(page)):
            if name in (SHOW_CODE, NOT_WHERE, "Read it in the policy") or name.endswith("what to say"):
                click(page, name)
        assert cut_off(page) == [], planned.stop.id
        desk.close()
