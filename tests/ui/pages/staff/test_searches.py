"""Looking oneself up: built from what is typed, copied or opened one by one, and nothing of it kept."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.extras import SEARCHES_DONE
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.route import LETTER, SEARCHES, StepKind
from nickaudit.ui.pages.staff.searches import DONE, FORMER, NAME, NOTHING_TYPED, TOWN, SearchesPage
from nickaudit.ui.widgets.link_spot import LinkSpot
from tests.ui.pages.desk import Desk, click, cut_off, find, named, press, settle, words
from tests.ui.pages.desk import without_a_name_of_their_own as unnamed


class _Browser(QObject):
    """Takes https links instead of the desktop's own browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


def _open(desk: Desk, **size: int) -> SearchesPage:
    return desk.open(SearchesPage, SEARCHES, **size)


def _type(page: SearchesPage, name: str, text: str) -> None:
    field = find(page, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    settle()


def _copies(page: SearchesPage) -> list[str]:
    return [name.removeprefix("Copy: ") for name in named(page) if name.startswith("Copy: ")]


def test_it_begins_with_the_name_and_the_school_that_are_known(desk: Desk) -> None:
    desk.meet()
    school = desk.services.content.policy.school.name
    assert _copies(_open(desk)) == ['"Rosalind Ash"', f'"Rosalind Ash" "{school}"']


def test_what_is_typed_makes_searches_and_each_is_copied_by_itself(desk: Desk) -> None:
    page = _open(desk)
    assert NOTHING_TYPED in words(page)
    _type(page, NAME, "Rosa Ash")
    _type(page, TOWN, "Oakby")
    _type(page, FORMER, "Rosa Quill")
    assert {'"Rosa Ash"', '"Rosa Ash" Oakby', '"Rosa Quill" Oakby'} <= set(_copies(page))
    assert NOTHING_TYPED not in words(page)
    click(page, 'Copy: "Rosa Quill" Oakby')
    assert QApplication.clipboard().text() == '"Rosa Quill" Oakby'
    assert 'Copied: "Rosa Quill" Oakby' in named(page)
    assert desk.said == ['Copied: "Rosa Quill" Oakby']


def test_one_is_opened_in_the_search_engine_that_was_chosen(desk: Desk) -> None:
    browser = _Browser()
    QDesktopServices.setUrlHandler("https", browser, "take")  # type: ignore[arg-type]
    try:
        page = _open(desk)
        _type(page, NAME, "Rosa Ash")
        click(page, "Where to search: DuckDuckGo")
        click(page, 'Open: "Rosa Ash"')
    finally:
        QDesktopServices.unsetUrlHandler("https")
    (url,) = browser.opened
    assert url.host() == "duckduckgo.com"
    assert parse_qs(url.query(QUrl.ComponentFormattingOption.FullyEncoded)) == {"q": ['"Rosa Ash"']}
    assert 'Opened: "Rosa Ash"' in named(page)
    click(page, "Where to search: Bing")
    assert 'Open: "Rosa Ash"' in named(page), "nothing is opened there yet"


@pytest.mark.parametrize("computer", [Computer.SCHOOLS, Computer.SHARED])
def test_on_a_computer_that_is_not_ones_own_they_are_only_copied(desk: Desk, computer: Computer) -> None:
    desk.on(computer)
    page = _open(desk)
    _type(page, NAME, "Rosa Ash")
    assert _copies(page)
    assert not [name for name in named(page) if name.startswith("Open") or "Where to search" in name]


def test_only_done_is_kept_and_nothing_that_was_typed(desk: Desk, home: Path) -> None:
    page = _open(desk)
    for name in (NAME, TOWN, FORMER):
        _type(page, name, f"Zebra Quillfeather {name}")
    click(page, DONE)
    desk.close()
    assert desk.stored().progress.answers == {(TOGETHER, SEARCHES_DONE): Answer.DONE}
    assert not any(b"Quillfeather" in file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert find(_open(desk), TOWN, QLineEdit).text() == ""


def test_what_is_found_leads_to_the_letter_and_to_the_form_that_hides_it(desk: Desk) -> None:
    page = _open(desk)
    for spot in page.findChildren(LinkSpot):
        spot.click()
    assert [step.kind for step in desk.steps] == [StepKind.LETTER, StepKind.STOP]
    assert desk.steps[0] == LETTER
    assert desk.steps[1].item == "search-engine-results.hide"


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.meet(name="Rosalind Philippa Ash-Quillfeather of Upper Oakby-in-the-Marsh")
    desk.wear(text_size=text_size)
    page = _open(desk, width=width, height=430)
    _type(page, TOWN, "Upper Oakby-in-the-Marsh")
    press(page, f"Copy: {_copies(page)[0]}")
    assert cut_off(page) == []
    assert unnamed(page) == []
