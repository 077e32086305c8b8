"""Help: where answers are kept, the keyboard, the letters, and what program this is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from nickaudit import __version__
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.pages.staff.help import HelpPage
from nickaudit.ui.widgets.fact_table import Fact
from tests.ui.pages.desk import Desk, cut_off, find, named, press, without_a_name_of_their_own, words

STEP = Step(kind=StepKind.HELP)
OWN, SHIPPED = "Which letters?: My computer's own", "Which letters?: Easy to tell apart"


def test_it_says_where_answers_are_kept_and_shows_the_folder(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("nickaudit.ui.desktop.show_in_folder", lambda path: shown.append(path) or True)
    page = desk.open(HelpPage, STEP)
    assert str(desk.services.home) in words(page)
    press(page, "Show the folder")
    assert shown == [desk.services.home]


def test_on_a_shared_computer_no_folder_is_named(desk: Desk) -> None:
    page = desk.on(Computer.SHARED).open(HelpPage, STEP)
    assert "Nothing is kept on this computer." in words(page)
    assert str(desk.services.home) not in words(page)
    assert "Show the folder" not in named(page)


def test_the_product_has_its_name_and_version_here(desk: Desk) -> None:
    facts = [fact.entry.value for fact in desk.open(HelpPage, STEP).findChildren(Fact)]
    assert f"NickAudit, version {__version__}" in facts


def test_the_letters_are_the_shipped_ones_until_a_person_chooses(desk: Desk) -> None:
    page = desk.open(HelpPage, STEP)
    wanted: list[bool] = []
    page.font_requested.connect(wanted.append)
    assert find(page, SHIPPED, QRadioButton).isChecked()
    press(page, OWN)
    press(page, SHIPPED)
    assert wanted == [True, False]


def test_the_choice_of_letters_is_remembered(desk: Desk) -> None:
    remember(desk.services, Preference.FONT, "system")
    page = desk.open(HelpPage, STEP)
    assert find(page, OWN, QRadioButton).isChecked()
    assert not find(page, SHIPPED, QRadioButton).isChecked()


def test_it_leads_on_to_the_two_notices(desk: Desk) -> None:
    page = desk.open(HelpPage, STEP)
    press(page, "What the school can see")
    press(page, "Who is responsible, and for how long")
    assert [step.kind for step in desk.steps] == [StepKind.SCHOOL_SEES, StepKind.RESPONSIBLE]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 150), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(HelpPage, STEP, width=width, height=430)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
