"""Put it in the school's folder: every state in words, over real folders."""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, own_certificates
from nickaudit.services.preferences import Preference, remember, remembered
from tests.ui.pages.certified import (
    FOLDER,
    certify,
    hand_over,
    own_of,
    put,
    state_of,
    wait,
)
from tests.ui.pages.desk import (
    Desk,
    find,
    named,
    press,
    words,
)


def test_one_press_puts_it_there_and_says_when(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = hand_over(certified, qtbot, "folder")
    assert page.heading == "Put it in the school's folder"
    assert "Anyone who can open this folder can read your name, role and date." in words(page)
    put(page, box, qtbot)
    assert "Sent at 16:00 on 24 November 2026. Read back and found the same." in words(page)
    assert str(box) in words(page)
    (file,) = box.iterdir()
    assert file.read_bytes() == own_of(certified).signed
    assert re.fullmatch(r"[0-9a-f]{32}\.nickaudit-certificate", file.name)
    assert certified.said[-1].startswith("Sent at 16:00")
    assert "Put it there" not in named(page)
    assert find(page, "Show in folder").hasFocus()


def test_while_it_is_sent_it_says_so_and_can_be_stopped(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = hand_over(certified, qtbot, "folder")
    find(page, FOLDER, QLineEdit).setText(str(box))
    press(page, "Put it there")
    assert "Sending…" in words(page)
    assert find(page, "Stop trying").hasFocus()
    press(page, "Stop trying")
    wait(page, qtbot)
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert state_of(certified) in (None, Delivery.NOT_SENT, Delivery.SENT), "before, while or after it went"
    assert delivery.waiting(certified.services.private) == ()


def test_turning_the_page_does_not_stop_what_is_being_sent(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = hand_over(certified, qtbot, "folder")
    tasks = page.context.tasks
    find(page, FOLDER, QLineEdit).setText(str(box))
    press(page, "Put it there")
    certified.close()
    qtbot.waitUntil(tasks.is_idle, timeout=30_000)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_the_folder_is_remembered(certified: Desk, qtbot: QtBot, box: Path) -> None:
    put(hand_over(certified, qtbot, "folder"), box, qtbot)
    assert remembered(certified.services, Preference.SCHOOL_FOLDER) == str(box)
    first = own_of(certified).issued.number
    own_certificates.make(certified.services, certified.session, instead_of=first)
    page = hand_over(certified, qtbot, "folder")
    assert find(page, FOLDER, QLineEdit).text() == str(box)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the folder's path, or choose it with Browse."),
        ("certificates", "Type the whole path, from the drive or from the top."),
        ("~nobody-of-that-name/x", "Type the whole path"),
    ],
)
def test_without_a_folder_nothing_is_queued(certified: Desk, qtbot: QtBot, typed: str, sentence: str) -> None:
    page = hand_over(certified, qtbot, "folder")
    find(page, FOLDER, QLineEdit).setText(typed)
    press(page, "Put it there")
    assert sentence in words(page)
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert certified.said[-1].startswith(sentence)
    assert state_of(certified) is None


def test_enter_in_the_field_is_enough(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = hand_over(certified, qtbot, "folder")
    field = find(page, FOLDER, QLineEdit)
    field.setText(str(box))
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(page, qtbot)
    assert state_of(certified) is Delivery.SENT


def test_a_folder_that_is_gone_keeps_it_waiting_and_it_goes_once_it_is_back(
    certified: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    box = tmp_path / "drive" / "school"
    page = hand_over(certified, qtbot, "folder")
    put(page, box, qtbot)
    assert "The school's folder can't be found just now." in words(page)
    assert "Last tried at 16:00 on 24 November 2026." in words(page)
    assert find(page, "Try now").hasFocus()
    again = hand_over(certified, qtbot, "folder")
    assert "can't be found just now" in words(again)
    box.mkdir(parents=True)
    press(again, "Try now")
    wait(again, qtbot)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_what_is_sent_behind_the_pages_back_is_seen_there(
    certified: Desk, qtbot: QtBot, box: Path, now: dt.datetime
) -> None:
    delivery.queue(
        certified.services.private,
        number=own_of(certified).issued.number,
        address=ShareAddress(folder=str(box)),
        now=now,
    )
    page = hand_over(certified, qtbot, "folder")
    assert "Waiting to be sent." in words(page)
    delivery.try_all_waiting(certified.services.private, now=now)
    qtbot.waitUntil(lambda: "Read back and found the same." in words(page), timeout=5_000)


def test_another_folder_can_be_chosen_and_until_then_it_goes_on_waiting(
    certified: Desk, qtbot: QtBot, tmp_path: Path, box: Path
) -> None:
    page = hand_over(certified, qtbot, "folder")
    put(page, tmp_path / "gone", qtbot)
    press(page, "Choose another folder")
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert state_of(certified) is Delivery.WAITING_GONE
    put(page, box, qtbot)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_somebody_may_stop_trying(certified: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = hand_over(certified, qtbot, "folder")
    put(page, tmp_path / "gone", qtbot)
    press(page, "Stop trying")
    assert state_of(certified) is Delivery.NOT_SENT
    assert delivery.waiting(certified.services.private) == ()
    assert "Put it there" in named(page)


def test_on_a_shared_computer_it_is_tried_now_and_never_later(
    desk: Desk, qtbot: QtBot, tmp_path: Path, box: Path
) -> None:
    remember(desk.services, Preference.SCHOOL_FOLDER, "/somebody/else")
    certify(desk.on(Computer.SHARED))
    page = hand_over(desk, qtbot, "folder")
    assert find(page, FOLDER, QLineEdit).text() == ""
    put(page, tmp_path / "gone", qtbot)
    text = words(page)
    assert "Not sent. The school's folder can't be found just now." in text
    assert "Nothing is tried again later on this computer." in text
    assert "next open this program" not in text
    assert delivery.waiting(desk.services.private) == ()
    press(page, "Choose another folder")
    put(page, box, qtbot)
    assert "Sent at 16:00" in words(page)
    assert len(list(box.iterdir())) == 1
    assert remembered(desk.services, Preference.SCHOOL_FOLDER) == "/somebody/else"
    assert own_certificates.listed(desk.services.private) == ()
