"""School files let go over the window anywhere, whatever page or line lies under them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from nickaudit.tour.letting_go import let_go
from nickaudit.ui.dropped_files import DroppedFiles
from nickaudit.ui.opened_files import is_school_file
from nickaudit.ui.widgets.drop_cover import DropCover, local_paths
from tests.ui.conftest import Wear


class Taker(QWidget):
    """A page that takes whatever is let go over it, all over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.got: list[str] = []
        self.setAcceptDrops(True)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.got += local_paths(event.mimeData())


@pytest.fixture
def window(wear: Wear) -> Iterator[QWidget]:
    """A window with a line to type in all over it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit(made))
    made.resize(400, 60)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(window: QWidget) -> list[str]:
    found: list[str] = []
    DroppedFiles(window).file_opened.connect(found.append)
    return found


def test_a_school_file_is_taken_before_the_line_under_it(
    window: QWidget, opened: list[str], tmp_path: Path
) -> None:
    let_go(window, tmp_path / "School.NICKAUDIT-SCHOOL")
    assert opened == [str(tmp_path / "School.NICKAUDIT-SCHOOL")]
    (line,) = window.findChildren(QLineEdit)
    assert line.text() == ""


def test_among_several_files_the_school_file_counts(
    window: QWidget, opened: list[str], tmp_path: Path
) -> None:
    let_go(window, tmp_path / "one.pdf", tmp_path / "a.nickaudit-school", tmp_path / "b.nickaudit-school")
    assert opened == [str(tmp_path / "a.nickaudit-school")]


def test_other_files_are_left_to_the_page(window: QWidget, opened: list[str], tmp_path: Path) -> None:
    taker = Taker(window)
    let_go(window, tmp_path / "one.nickaudit-certificate")
    assert opened == []
    assert taker.got == [str(tmp_path / "one.nickaudit-certificate")]
    let_go(window, tmp_path / "one.nickaudit-school")
    assert len(taker.got) == 1


def test_a_veil_says_that_it_may_be_let_go_and_goes_away_again(
    window: QWidget, opened: list[str], tmp_path: Path
) -> None:
    (cover,) = window.findChildren(DropCover)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.nickaudit-school"))])
    door = window.windowHandle()
    args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(window.rect().center(), *args)
    QCoreApplication.sendEvent(door, enter)
    assert enter.isAccepted()
    assert cover.isVisible()
    QCoreApplication.sendEvent(door, QDragLeaveEvent())
    assert not cover.isVisible()
    QCoreApplication.sendEvent(door, enter)
    QCoreApplication.sendEvent(door, QDropEvent(QPointF(window.rect().center()), *args))
    assert not cover.isVisible()
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("a.nickaudit-school", True),
        ("A.Nickaudit-School", True),
        ("a.nickaudit-school.txt", False),
        ("", False),
    ],
)
def test_the_name_says_what_a_file_is(name: str, is_one: bool) -> None:
    assert is_school_file(name) is is_one
