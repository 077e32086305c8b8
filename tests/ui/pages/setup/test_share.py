"""Where certificates go, and a try that says in words what it found."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain.route import StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.ui.pages.setup.share import FIRST_FILL_IN, SharePage
from tests.ui.pages.desk import Desk, click, named, press
from tests.ui.pages.setup.hands import go_on, kept, open_page, type_into, wait

HOW = "How do certificates get there?"


def tried(page: SharePage) -> str:
    press(page, "Try it")
    wait(page)
    return page.outcome.accessibleName()


def test_nothing_is_chosen_and_continue_asks_for_it(desk: Desk) -> None:
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    assert named(page, QLineEdit) == {}
    assert go_on(page) == ["Enter where certificates go"]
    assert tried(page) == FIRST_FILL_IN


def test_a_folder_is_kept_as_it_is_typed(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    click(page, f"{HOW}: Into a folder")
    type_into(page, "The folder", str(tmp_path))
    assert go_on(page) == []
    assert kept(desk.services).share == ShareAddress(folder=str(tmp_path))
    again = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    assert again.form.address() == ShareAddress(folder=str(tmp_path))


def test_a_server_is_kept_without_the_log_in_it_was_tried_with(desk: Desk) -> None:
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    click(page, f"{HOW}: Straight to a server")
    type_into(page, "The server", "files.school.example")
    type_into(page, "Its share", "certificates")
    type_into(page, "Folder in the share (optional)", "\\2026\\")
    type_into(page, "Your log-in for the server", "head")
    type_into(page, "Its password", "not for the file")
    assert go_on(page) == []
    assert kept(desk.services).share == ShareAddress(
        server="files.school.example", share="certificates", path="2026"
    )
    assert b"not for the file" not in (desk.services.home / "set-up.json").read_bytes()


def test_a_server_without_a_share_is_told_beside_the_server(desk: Desk) -> None:
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    click(page, f"{HOW}: Straight to a server")
    type_into(page, "The server", "files.school.example")
    assert go_on(page) == ["Enter a whole folder path, or a server and the name of its share"]
    assert not page.form.server.fault.isHidden()


@pytest.mark.skipif(os.name != "posix", reason="rights are read from the mode")
def test_a_folder_of_ones_own_is_reached_and_one_that_others_can_list_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "box"
    folder.mkdir(mode=0o700)
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    click(page, f"{HOW}: Into a folder")
    type_into(page, "The folder", str(folder))
    assert tried(page) == "It can be reached from this computer. Other people cannot look into it."
    assert desk.said[-1] == page.outcome.accessibleName()
    folder.chmod(0o755)
    assert "Other people on this computer can see which files lie there." in tried(page)
    assert list(folder.iterdir()) == [], "a try leaves nothing"


def test_a_folder_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, SharePage, StepKind.SET_UP_SHARE)
    click(page, f"{HOW}: Into a folder")
    type_into(page, "The folder", str(tmp_path / "gone"))
    assert tried(page).startswith("There is no such place.")
    type_into(page, "The folder", str(tmp_path))
    assert page.outcome.isHidden(), "another folder has not been tried"
