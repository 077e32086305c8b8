"""A key that is gone is told on the page; a new one is made only when the person goes on with it."""

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.route import CERTIFICATE
from nickaudit.keys import names, record
from nickaudit.keys.kept import KeptKeys
from nickaudit.ui.pages.staff.certificate import CertificatePage
from tests.ui.pages.certified import numbers, wait
from tests.ui.pages.desk import Desk, cut_off, named, press, words

NEW_KEY = "Go on with a new key"


pytestmark = pytest.mark.usefixtures("documents")


def test_a_wiped_key_is_told_and_no_new_one_is_made_unasked(finished: Desk, qtbot: QtBot) -> None:
    home = finished.services.home
    record.remember(home, names.CERTIFICATE, KeyPlace.FILE)  # and its file is gone
    page = finished.open(CertificatePage, CERTIFICATE)
    wait(page, qtbot)
    assert "no longer in its place on this computer" in words(page)
    assert "The school then sees “From a new computer” and asks you in person." in words(page)
    assert cut_off(page) == []
    press(page, "Try again")
    wait(page, qtbot)
    assert numbers(finished) == []
    press(page, NEW_KEY)
    wait(page, qtbot)
    qtbot.waitUntil(lambda: len(numbers(finished)) == 1, timeout=20_000)
    assert KeptKeys(home).read(names.CERTIFICATE)
    wait(page, qtbot)


def test_a_key_store_that_is_away_is_told_with_both_ways_on(finished: Desk, qtbot: QtBot) -> None:
    record.remember(finished.services.home, names.CERTIFICATE, KeyPlace.KEYRING)
    page = finished.open(CertificatePage, CERTIFICATE)
    wait(page, qtbot)
    assert "in this computer's key store, which is not there now" in words(page)
    assert {"Try again", NEW_KEY} <= set(named(page))
    assert cut_off(page) == []
    assert numbers(finished) == []
