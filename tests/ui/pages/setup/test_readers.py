"""Who can read: whoever reads here, two more by their reader files, and the chair for the head's own."""

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain.route import StepKind
from nickaudit.services import Services, school_setup
from nickaudit.ui.pages.setup.readers import FULL, ReadersPage
from tests.ui.pages.desk import Desk, click, named, press, words
from tests.ui.pages.setup.hands import go_on, kept, open_page, type_into, wait

HERE = "Do you read them on this computer?"
READER, CHAIR = "A reader's file", "The chair's reader file"


@pytest.fixture
def reader_file(services: Services, tmp_path: Path) -> Path:
    return make_reader(services, tmp_path, "the business manager", "Di Yew")


def make_reader(services: Services, folder: Path, title: str, name: str = "") -> Path:
    home = folder / title
    home.mkdir()
    path = folder / f"{title}.nickaudit-reader"
    own = structs.replace(services, home=home)
    return school_setup.make_reader_file(own, title=title, name=name, to=path)


def add(page: ReadersPage, path: Path, *, label: str = READER, button: str = "Add") -> None:
    type_into(page, label, str(path))
    press(page, f"{button}: {label}")
    wait(page)


def seen(page: ReadersPage) -> str:
    return page.seen.accessibleName()


def test_staff_are_shown_whoever_reads_here(desk: Desk) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    assert seen(page) == "Staff will see: Can be read by the headteacher."
    type_into(page, "Your name (optional)", "Ada Elm")
    assert seen(page) == "Staff will see: Can be read by the headteacher (Ada Elm)."
    assert kept(desk.services).own_name == "Ada Elm"


def test_a_reader_is_added_by_their_file_and_taken_out_again(desk: Desk, reader_file: Path) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    add(page, reader_file)
    assert seen(page).endswith("Can be read by the headteacher, the business manager (Di Yew).")
    assert desk.said[-1] == "the business manager (Di Yew) can read."
    assert [each.title for each in kept(desk.services).readers] == ["the business manager"]
    press(page, "Take out: the business manager (Di Yew)")
    assert kept(desk.services).readers == ()
    assert "No other reader" in words(page)


def test_there_are_three_readers_at_most(desk: Desk, services: Services, tmp_path: Path) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    for title in ("the deputy", "the office"):
        add(page, make_reader(services, tmp_path, title))
    add(page, make_reader(services, tmp_path, "the bursar"))
    assert page.add.field.fault.text() == FULL
    assert len(kept(desk.services).readers) == 2


def test_what_is_no_reader_file_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    (tmp_path / "one.nickaudit-reader").write_text("no reader")
    add(page, tmp_path / "one.nickaudit-reader")
    assert page.add.field.fault.text().endswith(".")
    assert desk.said[-1] == page.add.field.fault.text()
    type_into(page, READER, "somewhere")
    press(page, f"Add: {READER}")
    assert page.add.field.fault.text() == "Type where the file is, or choose it with Browse."


def test_the_heads_own_goes_to_the_chair_and_never_to_a_reader(
    desk: Desk, services: Services, tmp_path: Path, reader_file: Path
) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    assert "only the recovery key opens it" in words(page)
    add(page, reader_file, label=CHAIR, button="Take it")
    add(page, reader_file)
    assert go_on(page) == [
        "Choose somebody else for the headteacher's own certificate. It can't be one of the readers above"
    ]
    add(page, make_reader(services, tmp_path, "the chair of governors"), label=CHAIR, button="Take it")
    assert go_on(page) == []
    chair = kept(desk.services).head_reader
    assert chair is not None
    assert chair.title == "the chair of governors"


def test_who_sets_up_need_not_read_but_somebody_must(desk: Desk, reader_file: Path) -> None:
    page = open_page(desk, ReadersPage, StepKind.SET_UP_READERS)
    click(page, f"{HERE}: No")
    assert "Your name (optional)" not in named(page, QLineEdit)
    assert go_on(page) == ["Name at least one person who can read the certificates"]
    add(page, reader_file)
    assert go_on(page) == []
    assert seen(page) == "Staff will see: Can be read by the business manager (Di Yew)."
