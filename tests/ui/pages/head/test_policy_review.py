"""Questions for the policy's next review: numbered, with places, to copy, print and save."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services
from nickaudit.ui.pages.head.policy_review import (
    COPIED,
    COPY_ALL,
    NOT_ADVICE,
    NOTHING,
    SUBJECTS,
    PolicyReviewPage,
)
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.keep_sheet import PRINT, SAVE_PDF
from nickaudit.ui.widgets.policy_words import OUR_WORDS
from tests.factories import make_content, make_policy
from tests.ui.pages.desk import Desk, cut_off, find, press, settle, without_a_name_of_their_own, words

STEP = Step(kind=StepKind.POLICY_REVIEW)


@pytest.fixture
def page(desk: Desk) -> PolicyReviewPage:
    return desk.open(PolicyReviewPage, STEP)


def test_every_question_of_the_pack_stands_there_with_its_place_and_our_words(
    page: PolicyReviewPage, desk: Desk
) -> None:
    pack, said = desk.services.content.policy, words(page)
    assert "Its next review was due in September 2018. That was 8 years ago." in said
    for guidance in pack.guidance:
        assert guidance.replaced_by in said
        assert f"We last looked in {month_in_words(guidance.checked_on)}." in said
    for question in pack.questions:
        assert question.question in said
        for line in pack.lines_of(question.lines):
            assert f"{line.place[0].upper()}{line.place[1:]}: {line.words}" in said
    assert all(heading in said for heading in SUBJECTS.values())
    assert NOT_ADVICE in said
    assert OUR_WORDS in said


def test_the_numbers_run_through(page: PolicyReviewPage) -> None:
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", words(page), re.MULTILINE)]
    assert numbers == list(range(1, len(page.points) + 1))


def test_all_of_it_can_be_copied_as_text(page: PolicyReviewPage, desk: Desk) -> None:
    press(page, COPY_ALL)
    copied = QApplication.clipboard().text()
    for number, point in enumerate(page.points, 1):
        assert f"\n{number}. {point.words}" in copied
    assert NOT_ADVICE in copied
    assert "Put together on 24 November 2026." in copied
    assert "**" not in copied
    assert COPIED in words(page)
    assert desk.said == [COPIED]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_the_three_ways_to_take_it_along_stand_together(desk: Desk, width: int, text_size: int) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(PolicyReviewPage, STEP, width=width)
    ways = [find(page, words) for words in (COPY_ALL, PRINT, SAVE_PDF)]
    assert len({way.parentWidget() for way in ways}) == 1
    gap = desk.theme.room(10)
    for one, other in pairwise(ways):
        beside = other.x() - one.geometry().right() - 1
        under = other.y() - one.geometry().bottom() - 1
        assert beside == gap or 0 < under <= gap


def test_it_can_be_saved_to_take_to_the_meeting(page: PolicyReviewPage, tmp_path: Path, qtbot: QtBot) -> None:
    press(page, SAVE_PDF)
    field = page.findChild(Field)
    assert field is not None
    field.set_text(str(tmp_path / "questions.pdf"))
    press(page, "Save")
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=10_000)
    settle()
    text = " ".join(
        " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "questions.pdf").pages).split()
    )
    for point in page.points:
        assert point.words in text


def test_a_policy_that_raises_no_question_promises_nothing(desk: Desk) -> None:
    services = desk.services
    content = make_content(policy=make_policy(next_review="2027-01"))
    desk.services = Services(
        home=services.home,
        content=content,
        private=services.private,
        school=services.school,
        now=services.now,
    )
    page = desk.open(PolicyReviewPage, STEP)
    assert page.points == ()
    assert NOTHING in words(page)


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("width", [640, 1120])
def test_nothing_is_cut_off_and_no_name_is_there_twice(desk: Desk, size: int, width: int) -> None:
    desk.wear(text_size=size)
    page = desk.open(PolicyReviewPage, STEP, width=width)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
