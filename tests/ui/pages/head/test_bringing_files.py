"""Files dragged onto the head's page, or chosen in the system's own window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.theme.tokens import LIGHT
from nickaudit.ui.widgets.drop_cover import DropCover
from nickaudit.ui.widgets.folder_form import FILES
from tests.ui.pages.desk import Desk, press, settle, words
from tests.ui.pages.head.certificates import SUFFIX

Open = Callable[..., ReportPage]
Read = Callable[[ReportPage], None]


def names(page: ReportPage) -> list[str]:
    model = page.view.table.records
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def dragged(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_in(page: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drop(page: QWidget, mime: QMimeData) -> None:
    assert drag_in(page, mime)
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, event)


def test_files_dragged_onto_the_page_are_read_and_the_page_shows_where_they_may_be_let_go(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    cover = page.findChild(DropCover)
    assert cover is not None
    assert drag_in(page, dragged(box / f"0001{SUFFIX}"))
    settle()
    assert cover.isVisible()
    image: QImage = page.grab().toImage()
    edge = {image.pixelColor(x, 10).name().upper() for x in range(30, 300)}
    assert LIGHT.accent in edge
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not cover.isVisible()
    drop(page, dragged(box / f"0001{SUFFIX}", box / "scan.pdf"))
    assert not cover.isVisible()
    read(page)
    assert names(page) == ["Ash, Rosalind"]
    assert "Read 2 files. 1 certificate is new. 1 file needs a look." in words(page)
    assert remembered(desk.services, Preference.REPORT_FOLDER) is None


def test_the_first_folder_dragged_in_is_the_schools(
    open_report: Open, read: Read, box: Path, desk: Desk
) -> None:
    page = open_report()
    drop(page, dragged(box))
    read(page)
    assert remembered(desk.services, Preference.REPORT_FOLDER) == str(box)
    assert len(names(page)) == 3


def test_words_dragged_over_the_page_are_none_of_its_business(open_report: Open) -> None:
    mime = QMimeData()
    mime.setText("Rosalind Ash")
    assert not drag_in(open_report(), mime)


def test_files_can_be_chosen_with_the_keyboard(open_report: Open, read: Read, box: Path) -> None:
    page = open_report()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(box))
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(f'"0001{SUFFIX}" "0002{SUFFIX}"')
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(300, choose)
    press(page, FILES)
    read(page)
    assert names(page) == ["Ash, Rosalind", "Maple, Idris"]
