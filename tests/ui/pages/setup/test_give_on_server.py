"""Where certificates go straight to a server, the school file is put there too, with a log-in used once."""

import time

from PySide6.QtWidgets import QLineEdit

from nickaudit.domain.route import StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services
from nickaudit.ui.pages.setup.give import IS_THERE, GivePage
from nickaudit.ui.widgets.notice import Mood
from nickaudit.ui.widgets.server_log_in import NO_PASSWORD, NO_USER
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, cut_off, find, named, press
from tests.ui.pages.setup.hands import open_page, type_into, wait

NOWHERE = ShareAddress(server="127.0.0.1", share="none")


def opened(desk: Desk, services: Services, share: ShareAddress) -> GivePage:
    set_up(services, share=share)
    desk.services = services.renewed()
    return open_page(desk, GivePage, StepKind.SET_UP_GIVE)


def test_a_folder_asks_for_no_log_in(desk: Desk, services: Services) -> None:
    page = opened(desk, services, ShareAddress(folder="/srv/checks"))
    assert "Its password" not in named(page, QLineEdit)


def test_both_have_to_be_given_and_the_password_is_not_shown(desk: Desk, services: Services) -> None:
    page = opened(desk, services, NOWHERE)
    press(page, "Put it there")
    assert (page.log_in.user.fault.text(), page.log_in.password.fault.text()) == (NO_USER, NO_PASSWORD)
    assert page.log_in.user.edit.hasFocus()
    assert find(page, "Its password", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    assert cut_off(page) == []


def test_a_server_that_cannot_be_reached_is_told_in_words(desk: Desk, services: Services) -> None:
    page = opened(desk, services, NOWHERE)
    type_into(page, "Your log-in for the server", "head")
    type_into(page, "Its password", "used once")
    began = time.monotonic()
    press(page, "Put it there")
    assert time.monotonic() - began < 1, "the window goes on"
    wait(page)
    said = page.log_in.outcome.accessibleName()
    assert said.endswith((".", "?"))
    assert said != IS_THERE
    assert all(b"used once" not in path.read_bytes() for path in services.home.rglob("*") if path.is_file())


def test_a_password_that_has_served_does_not_stay_in_the_field(desk: Desk, services: Services) -> None:
    page = opened(desk, services, NOWHERE)
    type_into(page, "Its password", "used once")
    page.log_in.say("Not yet.", Mood.WARNING)
    assert page.log_in.password.secret() == "used once"
    page.log_in.say(IS_THERE, Mood.SUCCESS)
    assert page.log_in.password.secret() == ""
