"""For tests of the pages about a certificate: people who have one, a folder, and programs that open files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.ui.pages.certified import Programs, certify, finish
from tests.ui.pages.desk import Desk


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for papers, and not that of whoever runs the tests."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "Documents").mkdir()


@pytest.fixture
def finished(desk: Desk) -> Desk:
    """Nothing is open; two lines are left for a day in December."""
    return finish(desk)


@pytest.fixture
def certified(desk: Desk) -> Desk:
    """Somebody with a certificate."""
    return certify(desk)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """The school's folder."""
    folder = tmp_path / "school"
    folder.mkdir()
    return folder


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[Programs]:
    """What opens files here."""
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")
