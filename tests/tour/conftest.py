"""For tests of the tour: the application in the program's own clothes, and one tour for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.platforms import Content
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.accessible import install_roles
from tests.tour.command import Ended, run


@pytest.fixture
def clothes(qapp: QApplication) -> Iterator[QApplication]:
    """Light, 100 %."""
    qapp.setStyle("Fusion")
    load_shipped_font()
    install_roles()
    dress(qapp, Theme(Mode.LIGHT, 100))
    yield qapp
    dress(qapp, Theme(Mode.LIGHT, 100))


@pytest.fixture(scope="session")
def content() -> Content:
    """What the program ships with."""
    return load_content(paths.resource("."))


@pytest.fixture(scope="session")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """The folder of one whole tour, made by the command, and how the command ended."""
    folder = tmp_path_factory.mktemp("tours") / "out"
    return folder, run("tour", str(folder))
