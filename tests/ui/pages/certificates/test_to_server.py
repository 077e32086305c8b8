"""Send it to the school's server: the log-in, what is said of it, and every end it can come to."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, school_keys
from nickaudit.services.own_certificates import take_up
from nickaudit.services.sealing import sealing_of
from nickaudit.share import courier
from nickaudit.store.private import outbox
from nickaudit.ui.pages.staff.handing_over import HandingOverPage
from tests.reading_school import ReadingSchool
from tests.servers.samba import Samba
from tests.ui.pages.certified import certify, hand_over, numbers, own_of, show, state_of, wait
from tests.ui.pages.desk import Desk, cut_off, find, named, press, without_a_name_of_their_own, words

Require = Callable[[object, str], None]
USER, PASSWORD = "Your user name for this server", "Your password for this server"


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def silent() -> Iterator[ShareAddress]:
    """A server that takes every call and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield ShareAddress(server=f"127.0.0.1:{listening.getsockname()[1]}", share="certificates")


def with_school(desk: Desk, school: ReadingSchool, share: ShareAddress) -> Desk:
    """The same desk once the school's file is in use."""
    share = structs.replace(share, user="")
    desk.services = structs.replace(desk.services, school_file=school.file(share=share))
    return desk


def send(page: HandingOverPage, qtbot: QtBot, *, user: str, password: str) -> None:
    find(page, USER, QLineEdit).setText(user)
    find(page, PASSWORD, QLineEdit).setText(password)
    press(page, "Send it")
    wait(page, qtbot)


def test_it_says_where_to_who_reads_it_and_whose_password_that_is(
    certified: Desk, qtbot: QtBot, school: ReadingSchool
) -> None:
    share = ShareAddress(server="nas.school.example", share="certificates", path="2026")
    page = hand_over(with_school(certified, school, share), qtbot, "folder")
    text = words(page)
    assert page.heading == "Send it to the school's server"
    for part in (
        "nas.school.example",
        "certificates/2026",
        "Can be read by: the headteacher (Oriel Marsh), the deputy (Tam Rowan), and whoever holds",
        "We never ask for the password to an account of yours.",
        "This computer remembers it. Only your log-in can read it.",
        "This is everything in the file.",
    ):
        assert part in text
    assert find(page, PASSWORD, QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    assert "Anyone who can open this folder" not in text


def test_a_log_in_that_is_missing_is_said_beside_its_field(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, silent: ShareAddress
) -> None:
    page = hand_over(with_school(certified, school, silent), qtbot, "folder")
    press(page, "Send it")
    assert "Type the user name that the school gave you for this server." in words(page)
    assert find(page, USER, QLineEdit).hasFocus()
    find(page, USER, QLineEdit).setText("r/ash")
    press(page, "Send it")
    assert "Type the user name without a slash ( / )." in words(page)
    find(page, USER, QLineEdit).setText("r.ash")
    press(page, "Send it")
    assert "Type the password for this server." in words(page)
    assert find(page, PASSWORD, QLineEdit).hasFocus()
    assert state_of(certified) is None


def test_a_wrong_password_brings_the_form_again_and_the_right_one_sends_it(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, server: Samba
) -> None:
    certified = with_school(certified, school, server.address(""))
    page = hand_over(certified, qtbot, "folder")
    send(page, qtbot, user="staff1", password="wrong")
    fault = "The school's server did not take this user name or password."
    assert fault in words(page)
    assert certified.said[-1].startswith(fault)
    assert find(page, PASSWORD, QLineEdit).text() == ""
    assert find(page, PASSWORD, QLineEdit).hasFocus()
    assert state_of(certified) is Delivery.WAITING_REFUSED
    again = hand_over(certified, qtbot, "folder")
    assert fault in words(again)
    assert find(again, USER, QLineEdit).text() == "staff1"
    assert "Stop trying" in named(again)
    send(again, qtbot, user="staff1", password=server.password("staff1"))
    assert "Read back and found the same." in words(again)
    assert "certificates on 127.0.0.1" in words(again)
    ((name, content),) = server.files().items()
    assert name.endswith(".nickaudit-sealed")
    assert school.opened(content) == own_of(certified).signed
    home = certified.services.home
    assert school_keys.share_password(home, server.address("staff1")) == server.password("staff1")
    for path in (home / "private.db", *home.glob("private.db-wal"), *home.glob("*.log")):
        assert server.password("staff1").encode() not in path.read_bytes()


def test_the_remembered_password_serves_the_next_try(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, server: Samba
) -> None:
    certified = with_school(certified, school, server.address(""))
    server.kill()
    page = hand_over(certified, qtbot, "folder")
    send(page, qtbot, user="staff1", password=server.password("staff1"))
    assert "The school's server can't be found just now. Your certificate is kept here" in words(page)
    server.start()
    again = hand_over(certified, qtbot, "folder")
    press(again, "Try now")
    wait(again, qtbot)
    assert state_of(certified) is Delivery.SENT


def test_a_password_that_is_gone_is_asked_for_and_what_waits_is_not_lost(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, server: Samba
) -> None:
    certified = with_school(certified, school, server.address(""))
    server.kill()
    page = hand_over(certified, qtbot, "folder")
    send(page, qtbot, user="staff1", password=server.password("staff1"))
    server.start()
    school_keys.keep_share_password(certified.services.home, server.address("staff1"), "")
    press(page, "Try now")
    wait(page, qtbot)
    assert "Your certificate waits for this password." in words(page)
    send(page, qtbot, user="staff1", password=server.password("staff1"))
    assert state_of(certified) is Delivery.SENT
    assert len(server.files()) == 1


def test_somebody_may_stop_trying_where_the_password_is_asked_for(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, silent: ShareAddress
) -> None:
    certified = with_school(certified, school, silent)
    database, (number,) = certified.services.private, numbers(certified)
    item = delivery.queue(
        database,
        number=number,
        address=structs.replace(silent, user="r.ash"),
        now=certified.services.now(),
        sealing=sealing_of(certified.services),
    )
    outbox.update(database, structs.replace(item, state=Delivery.WAITING_REFUSED))
    page = hand_over(certified, qtbot, "folder")
    press(page, "Stop trying")
    assert state_of(certified) is Delivery.NOT_SENT
    assert "Stop trying" not in named(page)
    assert "Send it" in named(page)


def test_a_silent_server_is_said_in_words(
    certified: Desk,
    qtbot: QtBot,
    school: ReadingSchool,
    silent: ShareAddress,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(courier, "DEADLINE", 1.0)
    page = hand_over(with_school(certified, school, silent), qtbot, "folder")
    send(page, qtbot, user="r.ash", password="secret")
    sentence = (
        "Waiting. The school's server did not answer. "
        "Your certificate is kept here and will be tried again when you next start."
    )
    assert sentence in words(page)
    assert {"Try now", "Change the log-in", "Stop trying"} <= named(page).keys()
    assert "It is waiting to be sent to the school." in words(show(certified, qtbot))
    press(page, "Change the log-in")
    assert find(page, PASSWORD, QLineEdit).text() == ""


def test_on_a_shared_computer_no_password_is_remembered_and_nothing_is_tried_later(
    desk: Desk, qtbot: QtBot, school: ReadingSchool, server: Samba
) -> None:
    certify(with_school(desk, school, server.address("")).on(Computer.SHARED))
    page = hand_over(desk, qtbot, "folder")
    assert "This computer does not remember it." in words(page)
    server.kill()
    send(page, qtbot, user="staff1", password=server.password("staff1"))
    assert "Not sent. The school's server can't be found just now." in words(page)
    server.start()
    press(page, "Try now")
    wait(page, qtbot)
    assert "Sent at 16:00" in words(page)
    assert len(server.files()) == 1
    assert school_keys.share_password(desk.services.home, server.address("staff1")) is None
    assert delivery.waiting(desk.services.private) == ()


def test_the_schools_folder_stands_there_ready_and_another_name_for_it_is_remembered(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, tmp_path: Path
) -> None:
    named_there, here = tmp_path / "named in the file", tmp_path / "here"
    here.mkdir()
    with_school(certified, school, ShareAddress(folder=str(named_there)))
    page = hand_over(certified, qtbot, "folder")
    field = find(page, "The school's folder", QLineEdit)
    assert field.text() == str(named_there)
    assert "Can be read by: the headteacher (Oriel Marsh)" in words(page)
    field.setText(str(here))
    press(page, "Put it there")
    wait(page, qtbot)
    (file,) = here.iterdir()
    own = take_up(certified.services.private, numbers(certified)[0])
    assert school.opened(file.read_bytes()) == own.signed
    for leaf in own.verified.leaves:
        assert len(leaf.value) < 8 or leaf.value.encode() not in file.read_bytes()
    delivery.cancel_waiting(certified.services.private, numbers(certified)[0])
    certified.services.private.write("DELETE FROM outbox")
    again = hand_over(certified, qtbot, "folder")
    assert find(again, "The school's folder", QLineEdit).text() == str(here)
    with_school(certified, school, ShareAddress(folder=str(tmp_path / "moved")))
    moved = hand_over(certified, qtbot, "folder")
    assert find(moved, "The school's folder", QLineEdit).text() == str(tmp_path / "moved")


def test_what_waits_for_a_place_the_school_has_left_can_go_to_the_new_one(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, tmp_path: Path
) -> None:
    old, new = ShareAddress(folder=str(tmp_path / "old")), ShareAddress(folder=str(tmp_path / "new"))
    page = hand_over(with_school(certified, school, old), qtbot, "folder")
    press(page, "Put it there")
    wait(page, qtbot)
    assert "names another place" not in words(page)
    page = hand_over(with_school(certified, school, new), qtbot, "folder")
    assert "can't be found just now." in words(page)
    assert "The school's file now names another place for it." in words(page)
    (tmp_path / "new").mkdir()
    press(page, "Use the new place")
    assert find(page, "The school's folder", QLineEdit).text() == new.folder
    press(page, "Put it there")
    wait(page, qtbot)
    assert state_of(certified) is Delivery.SENT
    assert len(list((tmp_path / "new").iterdir())) == 1


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1120, 800), (900, 430)], ids=["large", "small"])
@pytest.mark.parametrize("way", ["folder", "email", "hand-in"])
def test_nothing_is_cut_off_with_a_school_file(
    certified: Desk, qtbot: QtBot, school: ReadingSchool, way: str, text_size: int, size: tuple[int, int]
) -> None:
    certified.wear(text_size=text_size)
    share = ShareAddress(server="a-server-with-a-long-name.school.example", share="certificates")
    page = hand_over(with_school(certified, school, share), qtbot, way, width=size[0], height=size[1])
    press(page, "Show fingerprints")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    if way == "folder":
        press(page, "Send it")
        assert cut_off(page) == []
