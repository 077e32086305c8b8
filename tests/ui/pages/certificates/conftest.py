"""For tests of the pages about a certificate: people who have one, a folder, and programs that open files."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.ui.pages.certified import Programs


@pytest.fixture(autouse=True)
def _documents(documents: None) -> None:
    """Most of these pages ask for a folder."""


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[Programs]:
    """What opens files here."""
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")
