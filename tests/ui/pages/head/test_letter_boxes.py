"""Where the head reads: a server's share with its log-in, and another school's folder too."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.ids import RoleId
from nickaudit.domain.school import RECEIPT_SUFFIX, SEALED_SUFFIX
from nickaudit.domain.share_address import ShareAddress
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import own_school, sources
from nickaudit.services.receipts_left import ReceiptsLeft
from nickaudit.services.sources import Source
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.pages.reading.letter_boxes import LEFT_OUT
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.folder_form import FOLDER, NOT_A_SHARE, PASSWORD, READ, TITLE_OTHER, USER
from nickaudit.ui.widgets.report_sources import READ_NO_MORE, READ_TOO
from tests.factories import make_claims
from tests.reading_school import ReadingSchool
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)
from tests.ui.pages.head.certificates import put

Open = Callable[..., ReportPage]
Read = Callable[[ReportPage], None]


def type_in(page: ReportPage, label: str, text: str) -> QLineEdit:
    line = find(page, label, QLineEdit)
    line.clear()
    QTest.keyClicks(line, text)
    settle()
    return line


@pytest.fixture
def other(tmp_path: Path) -> Path:
    folder = tmp_path / "Other school"
    folder.mkdir()
    put(folder, 9, name="Owen Birch", school="St Mary's")
    return folder


def test_a_server_is_asked_for_with_its_user_and_password(open_report: Open) -> None:
    page = open_report()
    assert USER not in named(page, QLineEdit)
    type_in(page, FOLDER, "smb://files/certificates")
    secret = type_in(page, PASSWORD, "s3cret word")
    assert secret.echoMode() is QLineEdit.EchoMode.Password
    type_in(page, USER, "head")
    chosen: list[tuple[Source, str]] = []
    page.boxes.read_requested.disconnect()
    page.boxes.read_requested.connect(lambda source, password: chosen.append((source, password)))
    click(page, READ)
    address = ShareAddress(server="files", share="certificates", user="head")
    assert chosen == [(Source(address=address, is_first=True), "s3cret word")]
    assert without_a_name_of_their_own(page) == []


@pytest.mark.parametrize("typed", ["smb:", "smb://", "smb://files", "smb://files/"])
def test_half_an_address_is_said_at_the_field(open_report: Open, typed: str) -> None:
    page = open_report()
    line = type_in(page, FOLDER, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert NOT_A_SHARE in words(page)
    assert line.hasFocus()


def test_a_server_that_does_not_answer_is_said_at_the_field_and_not_remembered(
    open_report: Open, read: Read, desk: Desk
) -> None:
    page = open_report()
    type_in(page, FOLDER, "smb://127.0.0.1:1/certificates")
    type_in(page, USER, "head")
    type_in(page, PASSWORD, "word")
    click(page, READ)
    read(page)
    assert page.form.isVisible()
    assert page.form.field.fault.text() or page.form.secret.fault.text()
    assert sources.sources(desk.services) == ()
    assert cut_off(page) == []


def test_the_address_in_the_school_file_is_offered(open_report: Open, desk: Desk) -> None:
    share = ShareAddress(server="files", share="certificates")
    desk.services = structs.replace(desk.services, school_file=ReadingSchool().file(share=share))
    page = open_report()
    assert find(page, FOLDER, QLineEdit).text() == "smb://files/certificates"
    assert USER in named(page, QLineEdit)


def test_another_schools_folder_is_read_too_and_left_out_again(
    open_report: Open, read: Read, box: Path, other: Path, desk: Desk
) -> None:
    page = open_report(box)
    press(page, READ_TOO)
    assert TITLE_OTHER in words(page)
    QTest.keyClick(type_in(page, FOLDER, str(other)), Qt.Key.Key_Return)
    read(page)
    assert f"Read from {box}" in words(page)
    assert f"And from {other}" in words(page)
    assert "Owen Birch" in {row.name for row in page.reader.current().rows}
    assert [source.place for source in sources.sources(desk.services)] == [str(box), str(other)]
    assert without_a_name_of_their_own(page) == []
    put(other, 10, name="Fay Rowan", school="St Mary's")
    page.look_again()
    read(page)
    assert "Fay Rowan" in {row.name for row in page.reader.current().rows}
    press(page, f"{READ_NO_MORE}: {other}")
    read(page)
    assert LEFT_OUT in desk.said
    assert f"And from {other}" not in words(page)
    assert len(page.reader.current().rows) == 5


def test_one_folder_that_is_gone_is_told_and_the_other_is_read(
    open_report: Open, read: Read, box: Path, other: Path, desk: Desk
) -> None:
    open_report(box)
    sources.read_too(desk.services, ShareAddress(folder=str(other)))
    box.rename(box.parent / "away")
    page = open_report(box)
    assert f"{box}: The folder {box} could not be read." in words(page)
    assert "Owen Birch" in {row.name for row in page.reader.current().rows}


def test_what_is_sealed_is_read_and_receipts_are_left_without_a_word(
    open_report: Open, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    school = ReadingSchool()
    file, home = school.file(), desk.services.home
    own_school.take(home, file.raw)
    KeptKeys(home).write(names.READERS, json.dumps([json.loads(school.keys["head"])]))
    KeptKeys(home).write(names.RECEIPT, school.receipts["head"])
    desk.services = structs.replace(desk.services, school_file=file)
    box = tmp_path / "sealed"
    box.mkdir()
    signed = sign(make_claims(name="Fay Rowan"), private_jwk=new_key())
    lies = box / f"{7:032x}{SEALED_SUFFIX}"
    lies.write_bytes(sealed.seal(signed, to=file.school.keys_for(RoleId("teacher"))))
    page = open_report(box)
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=10_000)
    assert [row.name for row in page.reader.current().rows] == ["Fay Rowan"]
    assert page.reader.receipts == ReceiptsLeft(left=1)
    assert (box / (lies.name + RECEIPT_SUFFIX)).is_file()
    assert "1 adult has finished" in words(page)
    assert not page.trouble.isVisible()


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_off_with_several_folders_and_the_log_in(
    open_report: Open, box: Path, other: Path, desk: Desk, size: int
) -> None:
    desk.wear(text_size=size)
    sources.read_too(desk.services, ShareAddress(folder=str(other)))
    page = open_report(box, width=900)
    assert cut_off(page) == []
    press(page, READ_TOO)
    type_in(page, FOLDER, "smb://files/certificates")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
