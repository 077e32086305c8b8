"""Check what the school file will say: every part with its way back, and what is still open."""

from msgspec import structs

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, kept_draft, own_school, school_setup
from nickaudit.ui.pages.setup.review import ReviewPage
from tests.setting_up import set_up
from tests.ui.pages.desk import Desk, press, words
from tests.ui.pages.setup.hands import begun, go_on, open_page, wait


def test_it_shows_everything_with_a_way_to_change_it(desk: Desk) -> None:
    begun(desk.services)
    page = open_page(desk, ReviewPage, StepKind.SET_UP_REVIEW)
    said = words(page)
    for fact in ("Hill School, England", "The safeguarding lead (DSL): Bo Fir", "/srv/checks", "Once a year"):
        assert fact in said
    press(page, "Change: Can be read by")
    assert desk.steps == [Step(kind=StepKind.SET_UP_READERS)]
    assert (
        route.comes_back_to(desk.plan, desk.steps[0], asked_from=route.SET_UP_REVIEW) == route.SET_UP_REVIEW
    )


def test_what_is_open_is_told_and_leads_to_its_row(desk: Desk) -> None:
    kept_draft.keep(desk.services, structs.replace(begun(desk.services), nation=None, share=ShareAddress()))
    page = open_page(desk, ReviewPage, StepKind.SET_UP_REVIEW)
    assert go_on(page) == ["Choose where the school is", "Enter where certificates go"]
    links = page.error_summary.links()
    links[1].click()
    assert page.valid()[1].control.accessibleName() == "Change: Certificates go to"
    assert page.valid()[1].control.hasFocus()


def test_a_first_file_goes_on_to_the_recovery_key(desk: Desk) -> None:
    begun(desk.services)
    assert go_on(open_page(desk, ReviewPage, StepKind.SET_UP_REVIEW)) == []
    assert desk.steps == [route.SET_UP_RECOVERY]
    assert own_school.in_use(desk.services.home) is None


def test_a_change_makes_the_next_file_at_once(desk: Desk, services: Services) -> None:
    set_up(services)
    desk.services = services.renewed()
    kept_draft.keep(desk.services, structs.replace(school_setup.begin(desk.services), every_months=6))
    page = open_page(desk, ReviewPage, StepKind.SET_UP_REVIEW)
    renewed: list[Services] = []
    page.renewed.connect(renewed.append)
    assert go_on(page) == []
    wait(page)
    used = own_school.in_use(services.home)
    assert used is not None
    assert (used.school.sequence, used.school.every_months) == (2, 6)
    assert [each.school_file for each in renewed] == [used]
    assert desk.steps == [route.SET_UP_GIVE]
    assert kept_draft.read(renewed[0]) is None
