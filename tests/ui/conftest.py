"""For tests of the window: the application in the program's own clothes, and services over real stores."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.platforms import Content
from nickaudit.services import Services
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.accessible import install_roles
from tests.ui import key_guard

Wear = Callable[..., Theme]
Show = Callable[..., QWidget]
Open = Callable[..., OpenWindow]


@pytest.fixture(autouse=True)
def no_keys_on_the_windows_thread() -> Iterator[list[str]]:
    """In every test of the window: a place for keys may wait for its owner, and the window would too."""
    with key_guard.guarded() as asked:
        yield asked
    assert asked == []


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """The application with its style, typeface and roles."""
    qapp.setStyle("Fusion")
    load_shipped_font()
    install_roles()
    return qapp


@pytest.fixture
def wear(app: QApplication) -> Iterator[Wear]:
    """Put on a theme: `wear(Mode.DARK, 200)`. It is light and 100 % until then, and again afterwards."""

    def put_on(mode: Mode = Mode.LIGHT, text_size: int = 100) -> Theme:
        theme = Theme(mode, text_size)
        dress(app, theme)
        return theme

    put_on()
    yield put_on
    put_on()


@pytest.fixture
def show(app: QApplication, wear: Wear) -> Iterator[Show]:
    """Show widgets under one another in a window of a given width; it is gone after the test."""
    windows: list[QWidget] = []

    def put_up(*widgets: QWidget, width: int = 700, height: int = 500) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(20, 20, 20, 20)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        windows.append(window)
        window.show()
        window.activateWindow()
        app.processEvents()
        return window

    yield put_up
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def content() -> Content:
    """What the program ships with."""
    return load_content(paths.resource("."))


@pytest.fixture
def services(home: Path, content: Content, now: datetime) -> Iterator[Services]:
    """Real stores in this test's home, on a fixed day."""
    home.mkdir(parents=True, exist_ok=True)
    private, school = Database(home / "private.db", PRIVATE), Database(home / "school.db", SCHOOL)
    yield Services(home=home, content=content, private=private, school=school, now=lambda: now)
    private.close()
    school.close()


@pytest.fixture
def opened(wear: Wear, services: Services) -> Iterator[Open]:
    """The whole window, opened with what `open_window` takes; it is gone after the test."""
    made: list[OpenWindow] = []

    def start(**wishes: object) -> OpenWindow:
        made.append(open_window(services, **wishes))  # type: ignore[arg-type]
        QApplication.processEvents()
        return made[-1]

    yield start
    for each in made:
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
