"""A school file before it is used: what it does, in words, and nothing without "Use it"."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QAbstractButton

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.ids import GroupId
from nickaudit.domain.school import SchoolRefusal, VerifiedSchool
from nickaudit.services import Services, own_school, school_setup
from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui.messages import SCHOOL_REFUSALS
from nickaudit.ui.pages.staff.school_file import SchoolFilePage
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, cut_off, find, named, press, without_a_name_of_their_own, words
from tests.ui.pages.setup.hands import wait


@pytest.fixture
def services(home: Path, now: datetime) -> Iterator[Services]:
    """Real stores and keys in this test's home, on a fixed day."""
    made = make_services(home, now=lambda: now)
    yield made
    made.private.close()
    made.school.close()


@pytest.fixture
def head(services: Services, tmp_path: Path) -> Services:
    """The computer on which the school is set up."""
    home = tmp_path / "head"
    home.mkdir()
    return structs.replace(services, home=home)


def saved(used: VerifiedSchool, folder: Path, name: str = "school") -> Path:
    path = folder / f"{name}.nickaudit-school"
    path.write_bytes(used.raw)
    return path


def opened(desk: Desk, path: Path, *, width: int = 1120) -> SchoolFilePage:
    page = desk.open(SchoolFilePage, route.school_file_step(str(path)), width=width)
    wait(page)
    return page


def buttons(page: SchoolFilePage) -> set[str]:
    return set(named(page, QAbstractButton))


def test_it_says_what_it_will_do_and_does_nothing_yet(desk: Desk, head: Services, tmp_path: Path) -> None:
    used, _ = set_up(head)
    page = opened(desk, saved(used, tmp_path))
    assert (page.heading, page.kicker) == ("Use this school file?", "Hill School")
    said = words(page)
    for fact in (
        "Nothing has changed yet.",
        "Use it only if you got it from your school.",
        "The safeguarding lead (DSL): Bo Fir, 01632 960 001",
        "/srv/checks. Only if you send yours.",
        "The headteacher (Ada Elm).",
        "The school's recovery key opens them too.",
    ):
        assert fact in said
    assert own_school.in_use(desk.services.home) is None
    press(page, "Not now")
    assert desk.counts["back_requested"] == 1
    assert own_school.in_use(desk.services.home) is None


def test_used_it_gives_the_window_the_schools_words(desk: Desk, head: Services, tmp_path: Path) -> None:
    used, _ = set_up(head)
    page = opened(desk, saved(used, tmp_path))
    told: list[Services] = []
    page.renewed.connect(told.append)
    press(page, "Use it")
    wait(page)
    (renewed,) = told
    assert renewed.school_file == used
    assert renewed.content.policy.school.name == "Hill School"
    assert page.heading == "The school file is in use"
    assert "Nothing has changed yet." not in words(page)
    press(page, "Carry on")
    assert desk.counts["back_requested"] == 1


def test_the_fingerprint_is_the_one_that_whoever_set_up_sees(
    desk: Desk, head: Services, tmp_path: Path
) -> None:
    used, _ = set_up(head)
    page = opened(desk, saved(used, tmp_path))
    press(page, "Compare its fingerprint")
    assert page.fingerprint.text().replace(" ", "") == used.key


def test_a_newer_one_says_what_is_new(desk: Desk, head: Services, tmp_path: Path) -> None:
    first, _ = set_up(head)
    own_school.accept(desk.services, first.raw)
    draft = structs.replace(
        school_setup.begin(head), every_months=6, next_review="2027-03", groups=(GroupId("teachers"),)
    )
    page = opened(desk, saved(school_setup.change(head, draft), tmp_path))
    assert page.heading == "Use the school's new file?"
    said = words(page)
    assert "Was: September 2018\nNow: March 2027" in said
    assert "Was: every 12 months\nNow: every 6 months" in said
    assert "Was: Everybody the policy is for\nNow: Teachers" in said


def test_the_same_again_is_nothing_to_do(desk: Desk, head: Services, tmp_path: Path) -> None:
    used, _ = set_up(head)
    own_school.accept(desk.services, used.raw)
    page = opened(desk, saved(used, tmp_path))
    assert page.heading == "You use this school file already"
    assert "Use it" not in buttons(page)


def test_an_older_one_and_another_schools_are_refused_with_a_sentence(
    desk: Desk, head: Services, tmp_path: Path
) -> None:
    first, _ = set_up(head)
    second = school_setup.change(head, structs.replace(school_setup.begin(head), every_months=6))
    own_school.accept(desk.services, second.raw)
    page = opened(desk, saved(first, tmp_path))
    assert SCHOOL_REFUSALS[SchoolRefusal.OLDER] in words(page)
    assert "Use it" not in buttons(page)
    home = tmp_path / "another"
    home.mkdir()
    foreign, _ = set_up(structs.replace(head, home=home))
    page = opened(desk, saved(foreign, tmp_path, "foreign"))
    assert SCHOOL_REFUSALS[SchoolRefusal.FOREIGN_SCHOOL] in words(page)
    assert own_school.in_use(desk.services.home) == second


@pytest.mark.parametrize("content", [b"", b"no school file", b"x" * 70_000, None])
def test_whatever_else_is_opened_gives_a_sentence(desk: Desk, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "one.nickaudit-school"
    if content is not None:
        path.write_bytes(content)
    page = opened(desk, path)
    assert page.heading == "This file can't be used"
    assert page.notice.accessibleName() in SCHOOL_REFUSALS.values()
    assert desk.said[-1] == page.notice.accessibleName()
    find(page, "Carry on")


def test_one_beside_the_program_that_cannot_be_used_is_not_shown_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "beside.nickaudit-school"
    path.write_bytes(b"no school file")
    monkeypatch.setattr("nickaudit.services.beside_program.found", lambda: path)
    opened(desk, path)
    assert remembered(desk.services, Preference.REFUSED_SCHOOL)


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name(
    desk: Desk, head: Services, tmp_path: Path, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    used, _ = set_up(head)
    page = opened(desk, saved(used, tmp_path), width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        (".nickaudit-reader", "This is a reader file, not a school file."),
        (".nickaudit-recovery", "This is the school's recovery key, not a school file."),
        (".nickaudit-sealed", "This is somebody's certificate"),
        (".nickaudit-content", "This is what the school asks"),
    ],
)
def test_another_of_our_files_is_named_for_what_it_is(
    desk: Desk, tmp_path: Path, ending: str, sentence: str
) -> None:
    path = tmp_path / f"file{ending}"
    path.write_bytes(b"not a school file")
    assert sentence in words(opened(desk, path))


def test_without_a_file_it_asks_for_one_and_leads_to_it(desk: Desk, tmp_path: Path) -> None:
    page = opened_for_asking(desk)
    assert page.heading == "Open the school file"
    press(page, "Open: The school file")
    assert page.which.field.fault.text().startswith("Type where the file is")
    page.which.field.set_text(str(tmp_path / "school.nickaudit-school"))
    press(page, "Open: The school file")
    assert desk.steps == [route.school_file_step(str(tmp_path / "school.nickaudit-school"))]


def opened_for_asking(desk: Desk) -> SchoolFilePage:
    page = desk.open(SchoolFilePage, route.school_file_step(""))
    wait(page)
    return page
