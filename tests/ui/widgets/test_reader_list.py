"""Who can read, each with a way to take them out."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from nickaudit.domain.school import Reader
from nickaudit.ui.widgets.reader_list import ReaderList
from tests.ui.conftest import Show

HEAD = Reader(title="the headteacher", name="Ada Elm", key="a", receipt_key="r")
CHAIR = Reader(title="the chair of governors", key="c", receipt_key="r")


def said(readers: ReaderList) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in readers.findChildren(QLabel) if label.isVisibleTo(readers)]


def test_each_is_called_as_staff_see_them(show: Show) -> None:
    readers = ReaderList("Nobody yet")
    show(readers)
    readers.show_readers(())
    assert said(readers) == ["Nobody yet"]
    readers.show_readers((HEAD, CHAIR))
    assert said(readers) == ["The headteacher (Ada Elm)", "The chair of governors"]


def test_the_one_that_is_to_go_is_told_by_its_key(show: Show) -> None:
    readers = ReaderList("Nobody yet")
    show(readers)
    readers.show_readers((HEAD, CHAIR))
    told: list[str] = []
    readers.taken_out.connect(told.append)
    links = {each.accessibleName(): each for each in readers.findChildren(QAbstractButton)}
    links["Take out: the chair of governors"].click()
    assert told == ["c"]
