"""E-mail and by hand with a school file: only what is sealed leaves, and everywhere it is the same."""

import email
import email.policy
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.share_address import ShareAddress
from tests.reading_school import ReadingSchool
from tests.ui.pages.certified import Programs, hand_over, own_of, put, show, wait
from tests.ui.pages.desk import Desk, find, named, press, words


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


@pytest.fixture
def sealing(certified: Desk, school: ReadingSchool, box: Path) -> Desk:
    """Somebody with a certificate, and the school's file in use."""
    file = school.file(share=ShareAddress(folder=str(box)))
    certified.services = structs.replace(certified.services, school_file=file)
    return certified


def test_the_draft_has_the_sealed_file_alone_and_says_nothing_of_what_is_in_it(
    sealing: Desk, qtbot: QtBot, school: ReadingSchool, programs: Programs
) -> None:
    page = hand_over(sealing, qtbot, "email")
    press(page, "Open it in my mail program")
    wait(page, qtbot)
    (draft,) = programs.opened
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    ((name, content),) = {
        part.get_filename(): part.get_content() for part in message.iter_attachments()
    }.items()
    assert name == f"Certificate {own_of(sealing).issued.number}.nickaudit-sealed"
    assert school.opened(content) == own_of(sealing).signed
    body = message.get_body()
    assert body is not None
    said = str(message["Subject"]) + body.get_content()
    assert "only the headteacher (Oriel Marsh) and the deputy (Tam Rowan) can open it" in said
    for word in ("Rosalind", "2026", "Policy", "policy", "Nicholas"):
        assert word not in said
    assert "Show the files in their folder" not in named(page)


def test_by_hand_the_sealed_file_is_saved_alone_and_ones_own_copy_stays_open(
    sealing: Desk, qtbot: QtBot, school: ReadingSchool, tmp_path: Path
) -> None:
    page = hand_over(sealing, qtbot, "hand-in")
    text = words(page)
    assert "Can be read by: the headteacher (Oriel Marsh), the deputy (Tam Rowan)" in text
    assert "Your own copies are not sealed. Keep them for yourself." in text
    stick = tmp_path / "stick"
    stick.mkdir()
    find(page, "The folder to save the sealed file in", QLineEdit).setText(str(stick))
    press(page, "Save")
    wait(page, qtbot)
    (file,) = stick.iterdir()
    assert file.name == f"Certificate {own_of(sealing).issued.number}.nickaudit-sealed"
    assert school.opened(file.read_bytes()) == own_of(sealing).signed
    assert "Now put it on a stick and hand it in." in words(page)
    folder = own_of(sealing).folder
    assert folder is not None
    assert (folder / "certificate.nickaudit-certificate").read_bytes() == own_of(sealing).signed


def test_every_way_carries_the_very_same_bytes(
    sealing: Desk, qtbot: QtBot, box: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page = hand_over(sealing, qtbot, "hand-in")
    find(page, "The folder to save the sealed file in", QLineEdit).setText(str(stick))
    press(page, "Save")
    wait(page, qtbot)
    put(hand_over(sealing, qtbot, "folder"), box, qtbot)
    (handed_in,), (delivered,) = stick.iterdir(), box.iterdir()
    assert handed_in.read_bytes() == delivered.read_bytes()


def test_the_certificates_page_says_who_reads_it_before_a_way_is_chosen(sealing: Desk, qtbot: QtBot) -> None:
    text = words(show(sealing, qtbot))
    assert (
        "This is everything in the file. It is sealed before it leaves this computer. Can be read by: "
        "the headteacher (Oriel Marsh), the deputy (Tam Rowan), and whoever holds the school's recovery key."
    ) in text
    assert "Anyone who can open" not in text
