"""Where certificates go: one choice, the lines that go with it, and never a password."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from nickaudit.domain.share_address import ShareAddress
from nickaudit.ui.widgets.share_form import SERVER, ShareForm
from tests.ui.conftest import Show

DIRECT = ShareAddress(server="files.school.example", share="certificates", path="2026")


@pytest.mark.parametrize("address", [ShareAddress(), ShareAddress(folder="/srv/box"), DIRECT])
def test_an_address_is_shown_and_given_back(show: Show, address: ShareAddress) -> None:
    form = ShareForm()
    show(form)
    form.set_address(address)
    assert form.address() == address


def test_nothing_is_chosen_beforehand_and_only_its_lines_are_shown(show: Show) -> None:
    form = ShareForm()
    show(form)
    assert form.kind.value is None
    assert not form.folder.isVisible()
    assert not form.server.isVisible()
    form.kind.rows[1].click()
    assert form.kind.value == SERVER
    assert form.server.isVisible()
    assert not form.folder.isVisible()


def test_a_fault_stands_where_it_is_to_be_put_right(show: Show) -> None:
    form = ShareForm()
    show(form)
    form.set_fault("Enter where")
    assert form.kind.fault.text() == "Enter where"
    form.set_address(DIRECT)
    form.set_fault("Enter where")
    assert (form.kind.fault.text(), form.server.fault.text()) == ("", "Enter where")
    form.setFocus()
    assert form.server.edit.hasFocus()
    form.set_fault("")
    assert form.server.fault.text() == ""


def test_every_change_is_told(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form = ShareForm()
    show(form)
    told: list[ShareAddress] = []
    form.changed.connect(lambda: told.append(form.address()))
    form.kind.rows[0].click()
    QTest.keyClicks(form.folder.edit, "/")
    form.browse.click()
    assert told == [ShareAddress(), ShareAddress(folder="/"), ShareAddress(folder=str(tmp_path))]


def test_slashes_around_a_server_are_not_part_of_its_name(show: Show) -> None:
    form = ShareForm()
    show(form)
    form.set_address(ShareAddress(server="\\\\nas\\", share="\\certificates"))
    assert form.address() == ShareAddress(server="nas", share="certificates")
