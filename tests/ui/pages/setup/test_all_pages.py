"""Every page of set-up: nothing cut off at any text size, names for all controls, words a child can read."""

import pytest

from nickaudit.domain import route
from nickaudit.domain.route import StepKind
from nickaudit.services import Services, kept_draft, school_setup
from nickaudit.ui.all_pages import page_class
from tests.content.reading_grade import grade, sentences
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, cut_off, without_a_name_of_their_own, words
from tests.ui.pages.setup.hands import begun, go_on, open_page, still_cut_off, wait

PAGES = sorted(kind for kind in route.OF_SET_UP if kind is not StepKind.SET_UP_GIVE)
NAMES = ("St Nicholas CE Primary School", "Hill School", "Ada Elm", "Bo Fir", "Cy Oak")


def item(kind: StepKind) -> str:
    return "chair" if kind is StepKind.SET_UP_CONTACT else ""


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name(
    desk: Desk, kind: StepKind, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    page = open_page(desk, page_class(kind), kind, item=item(kind), width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
    go_on(page)
    wait(page)
    assert still_cut_off(page) == []


@pytest.mark.parametrize("kind", [StepKind.SET_UP, StepKind.SET_UP_GIVE, StepKind.SET_UP_REVIEW])
@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_once_the_school_is_set_up(
    desk: Desk, services: Services, kind: StepKind, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    set_up(services)
    desk.services = services.renewed()
    if kind in route.OF_DRAFT:
        kept_draft.keep(desk.services, school_setup.begin(desk.services))
    page = open_page(desk, page_class(kind), kind, width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_written_for_everybody(desk: Desk, kind: StepKind) -> None:
    if kind is StepKind.SET_UP_REVIEW:
        begun(desk.services)
    page = open_page(desk, page_class(kind), kind, item=item(kind))
    said = [line if line[-1] in ".!?" else f"{line}." for line in words(page).splitlines()]
    text = " ".join([f"{page.heading.rstrip('?')}.", *said])
    for name in NAMES:
        text = text.replace(name, "it")
    assert grade(text) <= 6, text
    assert [each for each in sentences(text) if len(each.split()) > 25] == []
    assert "!" not in text
