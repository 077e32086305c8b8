"""E-mail it: a real draft, and everything to copy where nothing opens it."""

import email
import email.policy
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from tests.ui.pages.certified import (
    Programs,
    certify,
    hand_over,
    own_of,
    state_of,
    wait,
)
from tests.ui.pages.desk import Desk, find, named, press, words


def test_the_draft_opens_in_the_persons_own_mail_program(
    certified: Desk, qtbot: QtBot, programs: Programs
) -> None:
    page = hand_over(certified, qtbot, "email")
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
    page = hand_over(certified, qtbot, "email")
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
    page = hand_over(certified, qtbot, "email")
    press(page, "Show the files in their folder")
    assert programs.opened == [own_of(certified).folder]


def test_a_draft_that_cannot_be_written_is_one_sentence(certified: Desk, qtbot: QtBot) -> None:
    (certified.services.home / "drafts").write_text("not a folder")
    page = hand_over(certified, qtbot, "email")
    press(page, "Open it in my mail program")
    wait(page, qtbot)
    assert "The file could not be saved there." in words(page)
    assert "Copy the words" in named(page)


def test_on_a_shared_computer_an_e_mail_is_written_by_hand_and_leaves_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sorted(desk.services.home.rglob("*"))
    certify(desk.on(Computer.SHARED))
    page = hand_over(desk, qtbot, "email")
    assert "Open it in my mail program" not in named(page)
    assert "Copy the words" in named(page)
    find(page, "The folder to save both files in", QLineEdit).setText(str(tmp_path / "Documents"))
    press(page, "Save")
    wait(page, qtbot)
    assert len(list((tmp_path / "Documents").iterdir())) == 2
    assert sorted(desk.services.home.rglob("*")) == before
