"""The check on paper has what the window has: each stop, look and page of the plan, and the same words."""

from pathlib import Path

import pytest

from nickaudit.documents.pdf import checklist
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Content
from nickaudit.services import paper_checklist
from nickaudit.services.paper_checklist import UnknownPlaceError, accounts_named, booklet_for
from nickaudit.services.saving import AlreadyThereError
from nickaudit.ui.widgets.answer_words import OF_A_LOOK, SHORT
from nickaudit.ui.widgets.policy_words import standing


def test_everything_of_the_plan_is_in_it(content: Content) -> None:
    accounts = accounts_named(content, ("facebook", "instagram"))
    plan = make_plan(content, accounts, online_in_job=True)
    made = booklet_for(content, accounts, online_in_job=True)
    assert [chapter.title for chapter in made.chapters] == [section.title for section in plan.sections]
    screens = [screen.heading for chapter in made.chapters for screen in chapter.screens]
    assert screens == [
        each
        for section in plan.sections
        for each in (*(s.stop.heading for s in section.stops), *(p.look.heading for p in section.looks))
    ]
    lines = [line for chapter in made.chapters for screen in chapter.screens for line in screen.lines]
    checks = [check for stop in plan.stops for check in stop.checks]
    assert [line.words for line in lines] == [f"{c.check.setting}: {c.check.strictest}" for c in checks]
    assert [line.note for line in lines] == ["; ".join(standing(c.lines)) for c in checks]
    assert [reading.heading for reading in made.readings] == [page.heading for page in plan.statements]


def test_the_boxes_have_the_windows_own_words() -> None:
    assert tuple(SHORT.values()) == checklist.ANSWERS
    assert tuple(OF_A_LOOK.values()) == checklist.LOOK_ANSWERS


def test_sites_are_found_as_people_call_them(content: Content) -> None:
    named = accounts_named(content, ("insta", " Facebook ", "facebook", ""))
    assert [account.platform for account in named] == ["instagram", "facebook"]
    with pytest.raises(UnknownPlaceError, match="no site or app called 'qqqqqq'"):
        accounts_named(content, ("qqqqqq",))


def test_without_an_account_there_is_what_the_policy_says_and_the_slip(content: Content) -> None:
    made = booklet_for(content, ())
    assert made.chapters == ()
    assert len(made.readings) == 3


def test_every_place_can_be_put_on_paper(content: Content, qapp: object, tmp_path: Path) -> None:
    made = booklet_for(content, accounts_named(content, content.platforms))
    saved = paper_checklist.save(made, to=tmp_path / "all.pdf")
    assert saved.read_bytes().startswith(b"%PDF-")
    with pytest.raises(AlreadyThereError):
        paper_checklist.save(booklet_for(content, ()), to=saved)
