"""Handing a certificate over: three ways, each with every state in words, over real folders and files."""

import datetime as dt
import email
import email.policy
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.documents.attachment import signed_file_in
from nickaudit.domain.answers import Computer
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import CertificateNumber, PlatformId
from nickaudit.domain.route import CERTIFICATE, REVIEW, Step, StepKind
from nickaudit.services import delivery, own_certificates
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.pages.staff.handing_over import HandingOverPage
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.fact_table import Fact
from tests.finishing import answer_everything, person
from tests.requires import require
from tests.servers import small_disk
from tests.ui.pages.desk import (
    Desk,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)

FOLDER = "The school's folder"


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "Documents").mkdir()


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    folder.mkdir()
    return folder


@pytest.fixture
def certified(desk: Desk) -> Desk:
    """Somebody with a certificate."""
    return certify(desk)


def certify(desk: Desk) -> Desk:
    desk.session.set_person(person(desk.session))
    desk.session.add_account(PlatformId("instagram"))
    answer_everything(desk.session)
    own_certificates.make(desk.services, desk.session)
    return desk


def show(desk: Desk, qtbot: QtBot, item: str, **size: int) -> HandingOverPage:
    page = desk.open(HandingOverPage, Step(kind=StepKind.HANDING_OVER, item=item), **size)
    wait(page, qtbot)
    return page


def wait(page: HandingOverPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=30_000)
    settle()


def own_of(desk: Desk) -> OwnCertificate:
    database = desk.session.database
    return own_certificates.take_up(database, own_certificates.listed(database)[0].number)


def put(page: HandingOverPage, folder: Path, qtbot: QtBot) -> None:
    find(page, FOLDER, QLineEdit).setText(str(folder))
    press(page, "Put it there")
    wait(page, qtbot)


def state_of(desk: Desk) -> Delivery | None:
    item = delivery.item_of(desk.session.database, own_of(desk).issued.number)
    return item.state if item else None


def test_the_whole_content_is_on_the_page_before_anything_goes(certified: Desk, qtbot: QtBot) -> None:
    values = {leaf.value for leaf in own_of(certified).verified.leaves}
    for way in ("folder", "email", "hand-in"):
        page = show(certified, qtbot, way)
        assert "This is everything in the file." in words(page)
        press(page, "Show fingerprints")
        assert values <= {fact.entry.value for fact in page.findChildren(Fact) if fact.isVisibleTo(page)}
    assert state_of(certified) is None


def test_one_press_puts_it_there_and_says_when(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = show(certified, qtbot, "folder")
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
    page = show(certified, qtbot, "folder")
    find(page, FOLDER, QLineEdit).setText(str(box))
    press(page, "Put it there")
    assert "Sending…" in words(page)
    assert find(page, "Stop trying").hasFocus()
    press(page, "Stop trying")
    wait(page, qtbot)
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert state_of(certified) in (Delivery.NOT_SENT, Delivery.SENT)
    assert delivery.waiting(certified.services.private) == ()


def test_turning_the_page_does_not_stop_what_is_being_sent(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = show(certified, qtbot, "folder")
    tasks = page.context.tasks
    find(page, FOLDER, QLineEdit).setText(str(box))
    press(page, "Put it there")
    certified.close()
    qtbot.waitUntil(tasks.is_idle, timeout=30_000)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_the_folder_is_remembered(certified: Desk, qtbot: QtBot, box: Path) -> None:
    put(show(certified, qtbot, "folder"), box, qtbot)
    assert remembered(certified.services, Preference.SCHOOL_FOLDER) == str(box)
    first = own_of(certified).issued.number
    own_certificates.make(certified.services, certified.session, instead_of=first)
    page = show(certified, qtbot, "folder")
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
    page = show(certified, qtbot, "folder")
    find(page, FOLDER, QLineEdit).setText(typed)
    press(page, "Put it there")
    assert sentence in words(page)
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert certified.said[-1].startswith(sentence)
    assert state_of(certified) is None


def test_enter_in_the_field_is_enough(certified: Desk, qtbot: QtBot, box: Path) -> None:
    page = show(certified, qtbot, "folder")
    field = find(page, FOLDER, QLineEdit)
    field.setText(str(box))
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(page, qtbot)
    assert state_of(certified) is Delivery.SENT


def test_a_folder_that_is_gone_keeps_it_waiting_and_it_goes_once_it_is_back(
    certified: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    box = tmp_path / "drive" / "school"
    page = show(certified, qtbot, "folder")
    put(page, box, qtbot)
    assert "The school's folder can't be found just now." in words(page)
    assert "Last tried at 16:00 on 24 November 2026." in words(page)
    assert find(page, "Try now").hasFocus()
    again = show(certified, qtbot, "folder")
    assert "can't be found just now" in words(again)
    box.mkdir(parents=True)
    press(again, "Try now")
    wait(again, qtbot)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_what_is_sent_behind_the_pages_back_is_seen_there(
    certified: Desk, qtbot: QtBot, box: Path, now: dt.datetime
) -> None:
    delivery.queue(certified.services.private, number=own_of(certified).issued.number, folder=box, now=now)
    page = show(certified, qtbot, "folder")
    assert "Waiting to be sent." in words(page)
    delivery.try_all_waiting(certified.services.private, now=now)
    qtbot.waitUntil(lambda: "Read back and found the same." in words(page), timeout=5_000)


def test_another_folder_can_be_chosen_and_until_then_it_goes_on_waiting(
    certified: Desk, qtbot: QtBot, tmp_path: Path, box: Path
) -> None:
    page = show(certified, qtbot, "folder")
    put(page, tmp_path / "gone", qtbot)
    press(page, "Choose another folder")
    assert find(page, FOLDER, QLineEdit).hasFocus()
    assert state_of(certified) is Delivery.WAITING_GONE
    put(page, box, qtbot)
    assert state_of(certified) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


def test_somebody_may_stop_trying(certified: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(certified, qtbot, "folder")
    put(page, tmp_path / "gone", qtbot)
    press(page, "Stop trying")
    assert state_of(certified) is Delivery.NOT_SENT
    assert delivery.waiting(certified.services.private) == ()
    assert "Put it there" in named(page)


def test_a_folder_that_is_full_or_may_not_be_written_is_said_and_loses_nothing(tmp_path: Path) -> None:
    require(small_disk.can_be_made(tmp_path / "probe"), "a small disk of its own (unshare)")
    code = f"""
import datetime as dt, os, subprocess, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import own_certificates
from nickaudit.ui.application import application, open_window
from tests.finishing import answer_everything, person
from tests.ui.pages.desk import find, press, settle, words
box = Path(sys.argv[1])
application()
now = dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC)
services = make_services(Path({str(tmp_path / "its-home")!r}), now=lambda: now)
opened = open_window(services, start=route.FIRST)
opened.navigator.choose_computer(Computer.MINE)
session = opened.navigator.session
session.set_person(person(session))
session.set_no_accounts(True)
answer_everything(session)
own_certificates.make(services, session)
def wait():
    while not opened.tasks.is_idle():
        QApplication.processEvents()
    settle()
def said():
    wait()
    lines = words(opened.window.page).splitlines()
    return next(line for line in lines if line.startswith(("Waiting", "Sent")))
opened.navigator.go(Step(kind=StepKind.HANDING_OVER, item="folder"))
wait()
free = os.statvfs(box)
(box / "ballast").write_bytes(b"x" * free.f_bavail * free.f_bsize)
find(opened.window.page, "The school's folder", QLineEdit).setText(str(box))
press(opened.window.page, "Put it there")
print(said())
(box / "ballast").unlink()
subprocess.run(["mount", "-o", "remount,ro", str(box)], check=True)
press(opened.window.page, "Try now")
print(said())
print(sorted(path.name for path in box.iterdir()))
subprocess.run(["mount", "-o", "remount,rw", str(box)], check=True)
press(opened.window.page, "Try now")
print(said())
print(len(list(box.iterdir())))
opened.window.close()
"""
    full, read_only, left, sent, files = small_disk.run_on(code, tmp_path / "box", size="64k").splitlines()
    assert full.startswith("Waiting. The school's folder is full. Please tell the school office.")
    assert read_only.startswith("Waiting. You can't put files in this folder.")
    assert left == "[]"
    assert sent == "Sent at 16:00 on 24 November 2026. Read back and found the same."
    assert files == "1"


def test_on_a_shared_computer_it_is_tried_now_and_never_later(
    desk: Desk, qtbot: QtBot, tmp_path: Path, box: Path
) -> None:
    remember(desk.services, Preference.SCHOOL_FOLDER, "/somebody/else")
    certify(desk.on(Computer.SHARED))
    page = show(desk, qtbot, "folder")
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


class Programs(QObject):
    """The person's own programs: they open what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[Programs]:
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_draft_opens_in_the_persons_own_mail_program(
    certified: Desk, qtbot: QtBot, programs: Programs
) -> None:
    page = show(certified, qtbot, "email")
    press(page, "Open it in my mail program")
    wait(page, qtbot)
    (draft,) = programs.opened
    assert draft.is_relative_to(certified.services.home)
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    attached = {each.get_filename(): each.get_content() for each in message.iter_attachments()}
    own = own_of(certified)
    assert own.signed in attached.values()
    assert "has been asked to open the draft" in words(page)
    assert state_of(certified) is None


def test_where_no_mail_program_opens_everything_is_there_to_copy(certified: Desk, qtbot: QtBot) -> None:
    page = show(certified, qtbot, "email")
    press(page, "Open it in my mail program")
    wait(page, qtbot)
    text = words(page)
    assert "No mail program opened it." in text
    assert "Ask the school office for the address." in text
    press(page, "Copy the subject")
    assert QGuiApplication.clipboard().text() == "My social media check: Rosalind Ash"
    press(page, "Copy the words")
    assert "Please keep the signed file. It is the record." in QGuiApplication.clipboard().text()
    assert certified.said[-1] == "Copied the words"
    number = own_of(certified).issued.number
    assert f"Certificate {number}.pdf\nCertificate {number}.nickaudit-certificate" in text


def test_the_files_to_attach_are_shown_in_their_folder(
    certified: Desk, qtbot: QtBot, programs: Programs
) -> None:
    page = show(certified, qtbot, "email")
    press(page, "Show the files in their folder")
    assert programs.opened == [own_of(certified).folder]


def test_a_draft_that_cannot_be_written_is_one_sentence(certified: Desk, qtbot: QtBot) -> None:
    (certified.services.home / "drafts").write_text("not a folder")
    page = show(certified, qtbot, "email")
    press(page, "Open it in my mail program")
    wait(page, qtbot)
    assert "The file could not be saved there." in words(page)
    assert "Copy the words" in named(page)


def test_on_a_shared_computer_an_e_mail_is_written_by_hand_and_leaves_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sorted(desk.services.home.rglob("*"))
    certify(desk.on(Computer.SHARED))
    page = show(desk, qtbot, "email")
    assert "Open it in my mail program" not in named(page)
    assert "Copy the words" in named(page)
    find(page, "The folder to save both files in", QLineEdit).setText(str(tmp_path / "Documents"))
    press(page, "Save")
    wait(page, qtbot)
    assert len(list((tmp_path / "Documents").iterdir())) == 2
    assert sorted(desk.services.home.rglob("*")) == before


def test_both_files_are_saved_side_by_side_to_be_handed_in(
    certified: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(certified, qtbot, "hand-in")
    field = find(page, "The folder to save both files in", QLineEdit)
    assert field.text() == str(tmp_path / "Documents")
    stick = tmp_path / "stick"
    stick.mkdir()
    field.setText(str(stick))
    press(page, "Save")
    wait(page, qtbot)
    own = own_of(certified)
    signed, pdf = (
        stick / f"Certificate {own.issued.number}{ending}" for ending in (".nickaudit-certificate", ".pdf")
    )
    assert signed.read_bytes() == own.signed
    assert signed_file_in(pdf.read_bytes()) == own.signed
    assert f"Saved in {stick} as {signed.name} and {pdf.name}" in words(page)
    assert "put them on a stick or print the PDF" in words(page)


def test_a_file_in_the_way_is_left_alone(certified: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(certified, qtbot, "hand-in")
    other = tmp_path / "Documents" / f"Certificate {own_of(certified).issued.number}.nickaudit-certificate"
    other.write_text("something else")
    press(page, "Save")
    wait(page, qtbot)
    assert "A file of that name is there already." in words(page)
    assert other.read_text() == "something else"
    press(page, "Replace the file that is there")
    wait(page, qtbot)
    assert other.read_bytes() == own_of(certified).signed


@pytest.mark.parametrize("way", ["folder", "email", "hand-in"])
def test_the_other_ways_and_the_way_back_are_there(certified: Desk, qtbot: QtBot, way: str) -> None:
    page = show(certified, qtbot, way)
    names = {"folder": "Put it in the school's folder", "email": "E-mail it", "hand-in": "I'll hand it in"}
    for other in names.keys() - {way}:
        press(page, names[other])
        assert certified.steps[-1] == Step(kind=StepKind.HANDING_OVER, item=other)
    press(page, "Back to your certificate")
    assert certified.steps[-1] == CERTIFICATE


def test_an_older_certificate_goes_under_its_own_number(certified: Desk, qtbot: QtBot, box: Path) -> None:
    old = own_of(certified)
    own_certificates.make(certified.services, certified.session, instead_of=old.issued.number)
    page = show(certified, qtbot, f"folder {old.issued.number}")
    put(page, box, qtbot)
    assert [path.read_bytes() for path in box.iterdir()] == [old.signed]
    press(page, "Back to your certificate")
    assert certified.steps == [Step(kind=StepKind.CERTIFICATE, item=old.issued.number)]


def test_with_no_certificate_it_leads_to_the_answers(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot, "folder")
    assert "There is no certificate yet." in words(page)
    press(page, "Check your answers")
    assert desk.steps == [REVIEW]


def test_a_number_that_is_gone_is_one_sentence(certified: Desk, qtbot: QtBot) -> None:
    page = show(certified, qtbot, f"folder {CertificateNumber('0000-0000-0000')}")
    assert "That certificate is no longer kept on this computer." in words(page)


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1120, 800), (900, 430)], ids=["large", "small"])
@pytest.mark.parametrize("way", ["folder", "email", "hand-in"])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    certified: Desk, qtbot: QtBot, way: str, text_size: int, size: tuple[int, int], tmp_path: Path
) -> None:
    certified.wear(mode=Mode.LIGHT, text_size=text_size)
    page = show(certified, qtbot, way, width=size[0], height=size[1])
    press(page, "Show fingerprints")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    if way == "folder":
        put(page, tmp_path / ("a" * 60) / ("b" * 60), qtbot)
    elif way == "hand-in":
        os.makedirs(tmp_path / ("a" * 60))
        find(page, "The folder to save both files in", QLineEdit).setText(str(tmp_path / ("a" * 60)))
        press(page, "Save")
    else:
        press(page, "Open it in my mail program")
    wait(page, qtbot)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
