"""Which file to open: typed, or found; only whole paths are handed over."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from nickaudit.ui.widgets.open_row import NO_PATH, OpenRow
from tests.ui.conftest import Show


def opened(row: OpenRow) -> list[Path]:
    found: list[Path] = []
    row.chosen.connect(found.append)
    return found


def test_a_whole_path_is_handed_over_by_button_and_by_enter(show: Show, tmp_path: Path) -> None:
    row = OpenRow("The file")
    show(row)
    found = opened(row)
    row.field.set_text(str(tmp_path / "one"))
    row.press.click()
    QTest.keyClick(row.field.edit, Qt.Key.Key_Return)
    assert found == [tmp_path / "one"] * 2


@pytest.mark.parametrize("typed", ["", "one", "sub/one", "~nobody-of-that-name/one"])
def test_anything_else_is_told_beside_the_line(show: Show, typed: str) -> None:
    row = OpenRow("The file")
    show(row)
    found, said = opened(row), list[str]()
    row.said.connect(said.append)
    row.field.set_text(typed)
    row.open_typed()
    assert found == []
    assert (row.field.fault.text(), said) == (NO_PATH, [NO_PATH])
    assert row.field.edit.hasFocus()
    QTest.keyClicks(row.field.edit, "x")
    assert row.field.fault.text() == ""


@pytest.mark.parametrize("ending", [".nickaudit-reader", None])
def test_what_is_found_with_browse_is_handed_over(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "a file"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    row = OpenRow("The file", ending=ending)
    show(row)
    found = opened(row)
    row.browse.click()
    assert found == [tmp_path if ending is None else tmp_path / "a file"]


def test_every_button_says_what_it_is_for(show: Show) -> None:
    row = OpenRow("The chair's reader file", press="Take it")
    show(row)
    assert row.press.accessibleName() == "Take it: The chair's reader file"
    assert row.browse.accessibleName() == "Browse: The chair's reader file"
