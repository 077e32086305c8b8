"""What Home and Help say of content of one's own."""

import pytest
from msgspec.structs import replace

from nickaudit.domain import route
from nickaudit.domain.own_content import OwnContent
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.pages.staff.help import HelpPage
from nickaudit.ui.pages.staff.home import HomePage
from nickaudit.ui.widgets.own_content import WHAT_IS_WRONG
from tests.ui.pages.desk import Desk, cut_off, press, words

HELP = Step(kind=StepKind.HELP)
FAULTS = tuple(
    f"content/platforms/a.toml:{n}: check[a.b].help: [Something](x) is wrong. Mend it." for n in range(15)
)


def _with(desk: Desk, own: OwnContent) -> Desk:
    desk.services = replace(desk.services, own_content=own)
    return desk


def test_without_own_content_nothing_is_said(desk: Desk) -> None:
    assert "your own content" not in words(desk.open(HomePage, route.HOME))
    assert "Content of your own" not in words(desk.open(HelpPage, HELP))


def test_home_says_that_it_is_left_out_and_leads_to_the_list(desk: Desk) -> None:
    page = _with(desk, OwnContent(faults=FAULTS[:1])).open(HomePage, route.HOME)
    assert "There is 1 mistake in your own content, so none of it is used." in words(page)
    press(page, WHAT_IS_WRONG)
    assert [step.kind for step in desk.steps] == [StepKind.HELP]


def test_help_lists_what_is_wrong_word_for_word(desk: Desk) -> None:
    said = words(_with(desk, OwnContent(faults=FAULTS)).open(HelpPage, HELP))
    assert FAULTS[0] in said
    assert "There are 3 more." in said


def test_help_says_how_many_files_are_used(desk: Desk) -> None:
    assert "The check uses 2 files of your own" in words(
        _with(desk, OwnContent(files=2)).open(HelpPage, HELP)
    )


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = _with(desk, OwnContent(faults=FAULTS)).open(HelpPage, HELP, width=width, height=430)
    assert cut_off(page) == []
    assert page.minimumSizeHint().width() <= width
