"""Which school it is: names and nation, kept as they are given."""

from PySide6.QtWidgets import QLineEdit, QRadioButton

from nickaudit.domain.route import StepKind
from nickaudit.domain.school import Nation
from nickaudit.services import kept_draft
from nickaudit.ui.pages.setup.school import SchoolPage
from tests.ui.pages.desk import Desk, click, find, words
from tests.ui.pages.setup.hands import go_on, kept, open_page, type_into

NAME, SHORT, OTHERS = "The school's name", "Short name", "Other names (optional)"
NATION = "Where is the school?"


def test_the_names_of_the_policy_stand_there_and_no_nation_is_chosen(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    assert find(page, NAME, QLineEdit).text() == "St Nicholas CE Primary School"
    assert not any(row.isChecked() for row in page.findChildren(QRadioButton))


def test_without_a_nation_continue_says_so_beside_the_question(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    assert go_on(page) == ["Choose where the school is"]
    assert page.title.startswith("Error: ")
    click(page, f"{NATION}: Wales")
    assert page.nation.fault.isHidden()
    assert not page.title.startswith("Error: ")
    assert kept(desk.services).nation is Nation.WALES


def test_everything_is_kept_as_it_is_given_and_there_again(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    type_into(page, NAME, "Hill  School ")
    type_into(page, OTHERS, "Hill Primary, , The Hill")
    again = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    assert find(again, NAME, QLineEdit).text() == "Hill School"
    assert kept(desk.services).other_names == ("Hill Primary", "The Hill")


def test_an_empty_name_and_a_long_one_are_told_in_words(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    type_into(page, NAME, "")
    type_into(page, SHORT, "")
    page.other_names.set_text(",".join(f"Name {number}" for number in range(9)))
    click(page, f"{NATION}: England")
    assert go_on(page) == [
        "Enter the school's name",
        "Enter a short name, as you say it",
        "Enter fewer of the other names, 8 at most",
    ]
    assert "Enter the school's name" in words(page)


def test_it_is_finished_once_it_was_gone_through(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    click(page, f"{NATION}: England")
    assert StepKind.SET_UP_SCHOOL not in kept_draft.seen(desk.services)
    assert go_on(page) == []
    assert StepKind.SET_UP_SCHOOL in kept_draft.seen(desk.services)


def test_another_school_does_not_go_by_the_packs_other_names(desk: Desk) -> None:
    page = open_page(desk, SchoolPage, StepKind.SET_UP_SCHOOL)
    assert "St Nicholas" in find(page, OTHERS, QLineEdit).text()
    type_into(page, NAME, "Hill School")
    find(page, NAME, QLineEdit).editingFinished.emit()
    assert find(page, OTHERS, QLineEdit).text() == ""
    assert kept(desk.services).other_names == ()
