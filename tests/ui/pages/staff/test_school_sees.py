"""What the school can see: every field of a certificate, and what is never in one."""

import pytest
from msgspec import structs

from nickaudit import paths
from nickaudit.content.nations import read_nations
from nickaudit.domain.certificate import Claims
from nickaudit.domain.ids import RoleId
from nickaudit.domain.person import AuditKind, Person
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school import Nation, VerifiedSchool
from nickaudit.domain.with_school import with_school
from nickaudit.ui.pages.staff.school_sees import NOT_GIVEN, NOT_YET, SchoolSeesPage, leaves
from nickaudit.ui.widgets.fact_table import Fact
from tests.factories import TODAY, make_policy, make_school_file
from tests.reading_school import ReadingSchool
from tests.ui.pages.desk import Desk, cut_off, without_a_name_of_their_own, words

STEP = Step(kind=StepKind.SCHOOL_SEES)


def _shown(page: SchoolSeesPage) -> dict[str, str]:
    return {fact.entry.name: fact.entry.value for fact in page.findChildren(Fact)}


def test_it_names_every_field_of_a_certificate_and_no_other() -> None:
    listed = leaves(make_policy(), pack="2026-11", person=None, finished_on=None, today=TODAY)
    assert listed.keys() == set(Claims.__struct_fields__)
    assert len({name for name, _ in listed.values()}) == len(listed)


def test_it_shows_the_persons_own_values(desk: Desk) -> None:
    person = desk.meet()
    desk.session.set_person(
        Person(name="Rosalind Ash", role=person.role, kind=AuditKind.JOINING, email="r.ash@school.example")
    )
    shown = _shown(desk.open(SchoolSeesPage, STEP))
    assert shown["Name"] == "Rosalind Ash"
    assert shown["Role"] == desk.services.content.policy.roles[0].title
    assert shown["Work e-mail"] == "r.ash@school.example"
    assert shown["Staff number"] == NOT_GIVEN
    assert shown["Check"] == "On joining"
    assert shown["Next check"] == "A year later. If you finish today: 24 November 2027"


def test_before_anything_is_said_it_says_where_it_will_come_from(desk: Desk) -> None:
    assert _shown(desk.open(SchoolSeesPage, STEP))["Name"] == NOT_YET


def test_it_can_be_read_before_a_check_is_begun(desk: Desk) -> None:
    session = desk.session
    desk.session = None  # type: ignore[assignment]
    assert _shown(desk.open(SchoolSeesPage, STEP))["School"] == desk.services.content.policy.school.name
    desk.session = session


def test_it_says_what_is_never_in_it_and_who_could_read_the_folder(desk: Desk) -> None:
    said = words(desk.open(SchoolSeesPage, STEP))
    assert "Nothing at all, until you let the school have your certificate." in said
    assert "which accounts you have, or whether you have any" in said
    assert "Anyone who can open the school's folder can read your name, role and date there." in said


def test_with_a_school_file_it_names_the_readers_of_somebody_in_that_role(desk: Desk) -> None:
    school = ReadingSchool()
    desk.services = structs.replace(desk.services, school_file=school.file())
    said = words(desk.open(SchoolSeesPage, STEP))
    assert (
        "It is sealed before it leaves this computer. Can be read by: the headteacher (Oriel Marsh), "
        "the deputy (Tam Rowan), and whoever holds the school's recovery key."
    ) in said
    assert "Anyone who can open" not in said
    head = Person(name="Rosalind Ash", role=RoleId("headteacher"), kind=AuditKind.YEARLY)
    desk.session.set_person(head)
    said = words(desk.open(SchoolSeesPage, STEP))
    assert "Can be read by: the chair of governors (Isla Fern), and whoever holds" in said


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.meet(name="Rosalind Ash-Featherstonehaugh of the Very Long Name")
    desk.wear(text_size=text_size)
    page = desk.open(SchoolSeesPage, STEP, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width


def test_a_school_that_asks_more_often_and_its_nations_words_are_said(desk: Desk) -> None:
    before = desk.services
    school = make_school_file(every_months=6, nation=Nation.WALES)
    wales = read_nations(paths.resource("."))[Nation.WALES]
    desk.services = structs.replace(
        before,
        content=with_school(before.content, school, words=wales),
        school_file=VerifiedSchool(school=school, key="k", raw=b""),
    )
    page = desk.open(SchoolSeesPage, STEP)
    assert _shown(page)["Next check"] == "6 months later. If you finish today: 24 May 2027"
    assert "whether you spoke to the designated safeguarding person (DSP) or the headteacher" in words(page)
    desk.services = before
