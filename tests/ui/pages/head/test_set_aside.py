"""Files that need a look: each with its reason and what to do, none dropped, and what may be cleared."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.status import SetAside
from nickaudit.services.intake import take_in
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.messages import REFUSALS
from nickaudit.ui.pages.head.set_aside import CLEAR_COPIES, NOTHING, SetAsidePage
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.set_aside_card import (
    CAN_BE_TAKEN_OUT,
    COPY_HARMS_NOTHING,
    LEAVE_IT,
    SEND_AGAIN,
    SetAsideCard,
    kind_of,
    what_to_do,
)
from tests.factories import TODAY
from tests.ui.pages.desk import Desk, cut_off, find, named, press, settle, without_a_name_of_their_own, words
from tests.ui.pages.head.certificates import SUFFIX

OpenAside = Callable[..., SetAsidePage]


@pytest.fixture
def open_aside(desk: Desk, qtbot: QtBot) -> OpenAside:
    """Open the page after the folder has been looked through."""

    def opened(box: Path | None = None, *, remembers: bool = True, width: int = 1120) -> SetAsidePage:
        if box is not None:
            take_in(desk.services.school, box, now=desk.services.now())
            if remembers:
                remember(desk.services, Preference.REPORT_FOLDER, str(box))
        return desk.open(SetAsidePage, Step(kind=StepKind.SET_ASIDE), width=width)

    return opened


class _Desktop(QObject):
    """Takes the place of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def file_manager() -> Iterator[_Desktop]:
    desktop = _Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


def clear(page: SetAsidePage, name: str, qtbot: QtBot) -> None:
    press(page, name)
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=5_000)
    page.read_heading()
    settle()


def test_every_file_is_there_with_its_reason_and_where_it_lies(open_aside: OpenAside, box: Path) -> None:
    page = open_aside(box)
    assert page.heading_label.text() == "3 files need a look"
    said = words(page)
    for name in (f"altered{SUFFIX}", f"copy{SUFFIX}", "scan.pdf"):
        assert name in said
    assert REFUSALS[Refusal.CHANGED] in said
    assert REFUSALS[Refusal.PDF_UNREADABLE] in said
    assert f"A copy of 0001{SUFFIX}, which is already here. {COPY_HARMS_NOTHING}" in said
    assert said.count(f"In {box} · first seen 24 Nov 2026") == 3
    assert [card.accessibleName() for card in page.cards] == [
        f"altered{SUFFIX}: Altered",
        f"copy{SUFFIX}: Copy",
        "scan.pdf: Damaged",
    ]


def test_a_file_that_is_signed_in_a_strange_way_says_what_to_do(open_aside: OpenAside, box: Path) -> None:
    (box / f"large{SUFFIX}").write_bytes(b"x" * 3_000_000)
    page = open_aside(box)
    assert f"{REFUSALS[Refusal.TOO_LARGE]} {SEND_AGAIN}" in words(page)


def test_only_copies_and_what_does_not_lie_in_the_folder_can_be_cleared(
    open_aside: OpenAside, box: Path, qtbot: QtBot, desk: Desk
) -> None:
    page = open_aside(box)
    clears = [name for name in named(page) if name.startswith("Clear")]
    assert clears == [f"Clear from this list: copy{SUFFIX}"]
    clear(page, clears[0], qtbot)
    assert page.heading_label.text() == "2 files need a look"
    assert f"copy{SUFFIX}" not in words(page)
    assert desk.said[-1] == "Cleared. 2 files need a look."
    assert page.heading_label.hasFocus()
    assert (box / f"copy{SUFFIX}").exists()


def test_files_that_were_dragged_in_can_all_be_cleared(
    open_aside: OpenAside, box: Path, qtbot: QtBot
) -> None:
    page = open_aside(box, remembers=False)
    for name in (f"altered{SUFFIX}", f"copy{SUFFIX}", "scan.pdf"):
        clear(page, f"Clear from this list: {name}", qtbot)
    assert page.heading_label.text() == "No file needs a look"
    assert NOTHING in words(page)
    assert sorted(path.name for path in box.iterdir())[-1] == "scan.pdf"


def test_after_one_is_cleared_the_focus_is_on_the_next(
    open_aside: OpenAside, box: Path, qtbot: QtBot
) -> None:
    page = open_aside(box, remembers=False)
    clear(page, f"Clear from this list: altered{SUFFIX}", qtbot)
    assert find(page, f"Clear from this list: copy{SUFFIX}").hasFocus()


def test_many_copies_are_cleared_in_one_press(open_aside: OpenAside, box: Path, qtbot: QtBot) -> None:
    for number in range(60):
        shutil.copy(box / f"0001{SUFFIX}", box / f"copy {number:02}{SUFFIX}")
    page = open_aside(box)
    assert page.heading_label.text() == "63 files need a look"
    assert len(page.cards) == 40
    press(page, "Show more files")
    assert len(page.cards) == 63
    clear(page, CLEAR_COPIES, qtbot)
    assert [card.file.file_name for card in page.cards] == [f"altered{SUFFIX}", "scan.pdf"]


def test_the_file_manager_shows_where_it_lies(
    open_aside: OpenAside, box: Path, file_manager: _Desktop
) -> None:
    page = open_aside(box)
    press(page, "Show in folder: scan.pdf")
    assert file_manager.opened == [str(box)]


def test_with_nothing_set_aside_the_page_says_so(open_aside: OpenAside) -> None:
    page = open_aside()
    assert page.heading_label.text() == "No file needs a look"
    assert NOTHING in words(page)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_off_and_no_name_is_there_twice(
    open_aside: OpenAside, box: Path, desk: Desk, size: int
) -> None:
    desk.wear(text_size=size)
    (box / f"{'a-very-long-name-without-blanks' * 4}{SUFFIX}").write_bytes(b"")
    page = open_aside(box, width=900)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []


@pytest.mark.parametrize(
    ("reason", "words_of_it"),
    [
        (Refusal.SEALED_FOR_OTHERS, ("For another reader", LEAVE_IT)),
        (Refusal.REPLAYED, ("Sent again", "Ask in person.")),
        (Refusal.CHANGED_SINCE, ("Altered", "Ask who has changed it.")),
        (Refusal.PRACTICE, ("Practice", CAN_BE_TAKEN_OUT)),
        (Refusal.SEAL_BROKEN, ("Damaged", "Ask for it again.")),
        (Refusal.WRONG_RECIPIENTS, ("Not accepted", "Ask in person.")),
    ],
)
def test_each_kind_says_once_what_to_do(reason: Refusal, words_of_it: tuple[str, str]) -> None:
    file = SetAside(file_name="a", reason=reason, seen_on=TODAY, folder="/school")
    kind, ends = words_of_it
    assert kind_of(file)[0] == kind
    said = f"{REFUSALS[reason]} {what_to_do(file, lies_in_folder=True)}".strip()
    assert said.endswith(ends)
    assert said.count("Ask ") <= 1


def test_what_lies_on_a_server_has_no_folder_to_show(desk: Desk) -> None:
    file = SetAside(
        file_name="a", reason=Refusal.EMPTY, seen_on=TODAY, folder="smb://head@files/certificates"
    )
    card = SetAsideCard(file, lies_in_folder=True)
    assert card.show_it is None
    card.deleteLater()
    settle()
