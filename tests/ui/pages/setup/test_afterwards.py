"""After set-up: the file for staff, a new key, hand-over and recovery, each on real homes."""

import json
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import route
from nickaudit.domain.route import StepKind
from nickaudit.services import Services, own_school, recovery_key, school_keys, school_setup
from nickaudit.ui.page import Page
from nickaudit.ui.pages.setup.base import TAKE
from nickaudit.ui.pages.setup.give import GivePage
from nickaudit.ui.pages.setup.hand_over import HandOverPage
from nickaudit.ui.pages.setup.new_key import NewKeyPage
from nickaudit.ui.pages.setup.reader_file import NO_TITLE, ReaderFilePage
from nickaudit.ui.pages.setup.recover import NO_KEY, NO_WAY, RecoverPage
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, click, find, press, words
from tests.ui.pages.setup.hands import go_on, open_page, type_into, wait

WHERE = "The folder to save the school file in"


@pytest.fixture
def head(desk: Desk, services: Services, tmp_path: Path) -> Services:
    """A computer with a school that was set up on it."""
    from nickaudit.domain.share_address import ShareAddress

    (tmp_path / "share").mkdir()
    set_up(services, share=ShareAddress(folder=str(tmp_path / "share")))
    desk.services = services.renewed()
    return desk.services


@pytest.fixture
def other(services: Services, tmp_path: Path) -> Services:
    """Another computer, with nothing on it."""
    home = tmp_path / "other"
    home.mkdir()
    return structs.replace(services, home=home)


def renewed(page: Page) -> list[Services]:
    told: list[Services] = []
    page.renewed.connect(told.append)
    return told


def test_the_file_is_saved_on_the_share_and_the_words_say_how_staff_get_it(
    desk: Desk, head: Services, tmp_path: Path
) -> None:
    page = open_page(desk, GivePage, StepKind.SET_UP_GIVE)
    assert find(page, WHERE, QLineEdit).text() == str(tmp_path / "share")
    press(page, "Save")
    wait(page)
    used = own_school.in_use(head.home)
    assert used is not None
    assert (tmp_path / "share" / "school.nickaudit-school").read_bytes() == used.raw
    for said in ("with a double click", "On a memory stick,", "It holds no secret."):
        assert said in words(page)
    press(page, "Back to set-up")
    assert desk.steps == [route.SET_UP]


def test_an_older_file_there_is_only_replaced_when_told_to(
    desk: Desk, head: Services, tmp_path: Path
) -> None:
    (tmp_path / "share" / "school.nickaudit-school").write_text("the one of last year")
    page = open_page(desk, GivePage, StepKind.SET_UP_GIVE)
    press(page, "Save")
    wait(page)
    assert (tmp_path / "share" / "school.nickaudit-school").read_text() == "the one of last year"
    press(page, "Replace the file that is there")
    wait(page)
    assert (tmp_path / "share" / "school.nickaudit-school").read_bytes().startswith(b"ey")


def test_a_new_key_makes_a_new_file_and_keeps_the_old_key(desk: Desk, head: Services) -> None:
    before = school_keys.reader_keys(head.home)
    page = open_page(desk, NewKeyPage, StepKind.SET_UP_NEW_KEY)
    told = renewed(page)
    assert go_on(page) == []
    wait(page)
    now = school_keys.reader_keys(head.home)
    assert now[1:] == before
    assert told[0].school_file is not None
    assert told[0].school_file.school.sequence == 2
    assert desk.steps == [route.SET_UP_GIVE]


def test_a_reader_file_needs_a_title_and_is_saved_where_one_says(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, ReaderFilePage, StepKind.SET_UP_READER_FILE)
    press(page, "Make my reader file…")
    assert page.reader_title.fault.text() == NO_TITLE
    type_into(page, "Who you are, as you say it", "the chair of governors")
    press(page, "Make my reader file…")
    type_into(page, "Where to save your reader file", str(tmp_path / "chair"))
    press(page, "Save")
    wait(page)
    reader = school_setup.reader_in(tmp_path / "chair.nickaudit-reader")
    assert reader.title == "the chair of governors"


def test_somebody_else_takes_over_with_the_file_they_were_given(
    desk: Desk, head: Services, other: Services, tmp_path: Path
) -> None:
    used = own_school.in_use(head.home)
    assert used is not None
    own_school.accept(other, used.raw)
    other = other.renewed()
    reader, given = tmp_path / "next.nickaudit-reader", tmp_path / "given.nickaudit-hand-over"
    school_setup.make_reader_file(other, title="the deputy", name="Di Yew", to=reader)
    page = open_page(desk, HandOverPage, StepKind.SET_UP_HAND_OVER)
    type_into(page, "Their reader file", str(reader))
    press(page, "Open: Their reader file")
    wait(page)
    assert "To the deputy (Di Yew)" in words(page)
    type_into(page, "Where to save the hand-over file", str(given))
    press(page, "Save")
    wait(page)
    assert given.is_file()
    desk.services = other
    page = open_page(desk, HandOverPage, StepKind.SET_UP_HAND_OVER, item=TAKE)
    told = renewed(page)
    type_into(page, "The hand-over file you were given", str(given))
    press(page, "Take over: The hand-over file you were given")
    wait(page)
    assert school_setup.can_change(told[0])
    assert own_school.look_at(head, own_school.in_use(other.home).raw).kind.value == "newer"  # type: ignore[union-attr]


def test_a_hand_over_for_somebody_else_is_refused_in_a_sentence(
    desk: Desk, head: Services, tmp_path: Path
) -> None:
    (tmp_path / "x.nickaudit-hand-over").write_text("nothing")
    page = open_page(desk, HandOverPage, StepKind.SET_UP_HAND_OVER, item=TAKE)
    type_into(page, "The hand-over file you were given", str(tmp_path / "x.nickaudit-hand-over"))
    press(page, "Take over: The hand-over file you were given")
    wait(page)
    assert page.statement.field.fault.text().startswith("This is no hand-over")


def test_recovery_gives_back_signing_and_reading_on_a_new_computer(
    desk: Desk, services: Services, other: Services, tmp_path: Path
) -> None:
    used, made = set_up(services)
    school, recovery = tmp_path / "s.nickaudit-school", tmp_path / "r.nickaudit-recovery"
    school.write_bytes(used.raw)
    recovery_key.save(made, to=recovery, passphrase="lantern orchard kettle")
    desk.services = other
    page = open_page(desk, RecoverPage, StepKind.SET_UP_RECOVER)
    told = renewed(page)
    assert go_on(page) == ["Type where the file is, or choose it with Browse.", NO_WAY]
    type_into(page, "The school file", str(school))
    click(page, "Where do you have the recovery key?: On paper")
    assert go_on(page) == [NO_KEY]
    wrong = "A" if made.printed[-1] != "A" else "B"
    type_into(page, "The key from the paper", made.printed[:-1] + wrong)
    assert go_on(page) == []
    wait(page)
    assert "There is a mistake in the recovery key" in page.state.accessibleName()
    click(page, "Where do you have the recovery key?: In a file")
    type_into(page, "The recovery file", str(recovery))
    type_into(page, "Its passphrase", "lantern orchard kettle")
    assert go_on(page) == []
    wait(page)
    assert school_setup.can_change(told[0])
    assert json.loads(made.recovery_jwk) in [json.loads(key) for key in school_keys.reader_keys(other.home)]
    assert desk.steps == [route.SET_UP]
