"""The road of set-up: tasks in any order, then what can be done once there is a school file."""

from pathlib import Path

from msgspec import structs

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, kept_draft, own_school
from nickaudit.ui.pages.setup.tasks import SetUpPage
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, find, named, press, words
from tests.ui.pages.setup.hands import begun, open_page, wait

LAST = "Check it, make the recovery key, then the school file"


def after(desk: Desk, services: Services) -> Services:
    """The services as the window has them once the school file is in use."""
    desk.services = services.renewed()
    return desk.services


def test_at_first_nothing_is_finished_and_the_end_is_words_only(desk: Desk) -> None:
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    tasks = [name for name in named(page) if name.endswith(("Not started", "Finished"))]
    assert len(tasks) == 6
    assert all(name.endswith("Not started") for name in tasks)
    assert not find(page, LAST).isEnabled()
    press(page, "The school: Not started")
    assert desk.steps == [Step(kind=StepKind.SET_UP_SCHOOL)]


def test_with_everything_gone_through_the_end_is_open(desk: Desk) -> None:
    begun(desk.services)
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    find(page, "Who can read them: Finished")
    press(page, f"{LAST}: Not started")
    assert desk.steps == [route.SET_UP_REVIEW]


def test_what_was_gone_through_and_is_wrong_is_to_do_again(desk: Desk) -> None:
    kept_draft.keep(desk.services, structs.replace(begun(desk.services), name=""))
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    find(page, "The school: Not started")
    assert not find(page, LAST).isEnabled()


def test_there_are_ways_for_a_reader_and_for_a_new_computer(desk: Desk) -> None:
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    press(page, "Make my reader file")
    press(page, "Recover with the recovery key")
    assert [step.kind for step in desk.steps] == [StepKind.SET_UP_READER_FILE, StepKind.SET_UP_RECOVER]


def test_once_set_up_it_shows_what_the_file_says_and_what_can_be_done(desk: Desk, services: Services) -> None:
    set_up(services)
    after(desk, services)
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    assert page.heading == "Hill is set up"
    assert page.kicker == "School file number 1"
    said = words(page)
    for fact in ("Ada Elm", "/srv/checks. Only if you send yours.", "The headteacher (Ada Elm)."):
        assert fact in said
    for name in ("Hand over to somebody else", "Make a new reader key", "Save the school file again"):
        find(page, name)


def test_a_change_begins_with_what_is_in_use_and_can_be_left(desk: Desk, services: Services) -> None:
    set_up(services)
    after(desk, services)
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    press(page, "Change the school's details")
    wait(page)
    assert desk.steps == [route.SET_UP]
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    find(page, "The school: Finished")
    find(page, "Check it, then make the new school file: Not started")
    press(page, "Leave it as it is")
    assert kept_draft.read(desk.services) is None


def test_on_another_computer_nothing_can_be_changed(desk: Desk, services: Services, tmp_path: Path) -> None:
    used, _ = set_up(structs.replace(services, home=tmp_path))
    own_school.take(services.home, used.raw)
    after(desk, services)
    page = open_page(desk, SetUpPage, StepKind.SET_UP)
    assert "It was not set up on this computer" in words(page)
    assert "Change the school's details" not in named(page)
    for name in ("Open the school file", "Save the school file again", "Take over from somebody else"):
        find(page, name)


def test_a_draft_from_before_the_school_file_in_use_is_not_taken_up(desk: Desk, services: Services) -> None:
    begun(services)
    set_up(services)
    assert kept_draft.read(after(desk, services)) is None
