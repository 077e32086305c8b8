"""Read it in the policy: the document's own sentence above our words, or our words and that they are ours."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from nickaudit.domain.route import statement_step, stop_step
from nickaudit.services import policy_text
from nickaudit.ui.page import Page
from nickaudit.ui.pages.staff.policy_says import PolicySaysPage
from nickaudit.ui.pages.staff.stop import WHY, WHY_IT_HELPS, StopPage
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.policy_words import OUR_WORDS
from nickaudit.ui.widgets.quote import Quote
from nickaudit.ui.widgets.read_policy import NOT_ATTACHED, NOT_FOUND, READ_IT, THE_POLICYS
from tests.policy_pdf import pdf_of
from tests.ui.pages.desk import Desk, cut_off, press, settle, without_a_name_of_their_own, words
from tests.ui.pages.reading.conftest import TEXT

QUOTED = "“Adults at Marsh Lane should: … Keep their home address off any public page”"
OURS = "You should keep your home address off public pages."


def profile(desk: Desk, *, width: int = 1120, height: int = 620) -> StopPage:
    (stop,) = [each for each in desk.session.plan.sections[0].stops if each.stop.id == "chirper.profile"]
    return desk.open(StopPage, stop_step(stop), width=width, height=height)


def read_it(page: Page, qtbot: QtBot, name: str = READ_IT) -> str:
    press(page, name)
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=10_000)
    settle()
    return words(page)


def test_without_a_document_the_words_are_ours_and_it_says_so(marsh_lane: Desk, qtbot: QtBot) -> None:
    page = profile(marsh_lane)
    said = read_it(page, qtbot)
    assert OURS in said
    assert f"{OUR_WORDS} {NOT_ATTACHED}" in said
    assert page.findChildren(Quote) == []
    assert marsh_lane.said == [OUR_WORDS]


def test_the_documents_own_sentence_stands_above_our_words_with_its_place(
    marsh_lane: Desk, qtbot: QtBot
) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    page = profile(marsh_lane)
    said = read_it(page, qtbot)
    line = TEXT.read_text(encoding="utf-8").split("Keep their home")[0].count("\n") + 1
    place = f"Policy 1, under “Your own pages”, line {line} of the document"
    assert said.index(QUOTED) < said.index(place) < said.index(f"In our words: {OURS}")
    assert THE_POLICYS in said
    assert NOT_ATTACHED not in said
    (quote, *_) = page.findChildren(Quote)
    assert quote.label.accessibleName() == f"The policy says: {QUOTED}"
    assert marsh_lane.said == [THE_POLICYS]


def test_of_a_pdf_the_page_is_given(marsh_lane: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    path.write_bytes(pdf_of(TEXT.read_text(encoding="utf-8")))
    policy_text.attach(marsh_lane.services, path)
    said = read_it(profile(marsh_lane), qtbot)
    assert QUOTED in said
    assert "Policy 1, under “Your own pages”, page 1 of the document" in said


def test_a_sentence_that_is_not_in_it_is_not_quoted(marsh_lane: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    text = TEXT.read_text(encoding="utf-8").replace("Keep their home address", "Keep the address")
    (tmp_path / "policy.txt").write_text(text, encoding="utf-8")
    policy_text.attach(marsh_lane.services, tmp_path / "policy.txt")
    page = profile(marsh_lane)
    said = read_it(page, qtbot)
    assert OURS in said
    assert NOT_FOUND in said
    assert OUR_WORDS in said
    assert page.findChildren(Quote) == []


def test_a_document_that_cannot_be_read_leaves_our_words_and_says_why(marsh_lane: Desk, qtbot: QtBot) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    copy = policy_text.document_of(marsh_lane.services)
    assert copy is not None
    copy.write_bytes(b"%PDF-1.7\nnothing of a PDF")
    said = read_it(profile(marsh_lane), qtbot)
    assert OURS in said
    assert f"{OUR_WORDS} This policy document cannot be read." in said


def test_on_a_shared_computer_it_is_quoted_too_and_nothing_is_written(marsh_lane: Desk, qtbot: QtBot) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    (marsh_lane.services.home / policy_text.INDEX).unlink()
    marsh_lane.on(Computer.SHARED).add("chirper")
    assert QUOTED in read_it(profile(marsh_lane), qtbot)
    assert not (marsh_lane.services.home / policy_text.INDEX).exists()


def test_opened_again_it_is_there_at_once(marsh_lane: Desk, qtbot: QtBot) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    page = profile(marsh_lane)
    read_it(page, qtbot)
    press(page, READ_IT)
    assert QUOTED not in words(page)
    press(page, READ_IT)
    assert words(page).count(QUOTED) == 1


def test_what_the_policy_says_has_it_under_each_part(marsh_lane: Desk, qtbot: QtBot) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    page = marsh_lane.open(PolicySaysPage, statement_step("pages"))
    said = read_it(page, qtbot, f"{READ_IT}: All of it")
    lines = marsh_lane.services.content.policy.lines_of(page._statement.lines)
    assert len(page.findChildren(Quote)) >= len(lines)
    for line in lines:
        assert f"In our words: {line.words}" in said
    assert without_a_name_of_their_own(page) == []


def test_why_is_the_schools_only_where_the_policy_asks(desk: Desk) -> None:
    desk.add("facebook")
    headings = set()
    for planned in (*desk.session.plan.sections[0].stops, *desk.session.plan.more_stops):
        page = desk.open(StopPage, stop_step(planned))
        shown = {each.text() for each in page.findChildren(Heading)} & {WHY, WHY_IT_HELPS}
        assert not shown or shown == {WHY if planned.counts else WHY_IT_HELPS}, planned.stop.id
        headings |= shown
        desk.close()
    assert headings == {WHY, WHY_IT_HELPS}


@pytest.mark.parametrize(
    ("width", "height", "text_size", "mode"), [(1120, 800, 100, Mode.LIGHT), (900, 430, 200, Mode.DARK)]
)
def test_nothing_is_cut_off(
    marsh_lane: Desk, qtbot: QtBot, width: int, height: int, text_size: int, mode: Mode
) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    marsh_lane.wear(mode=mode, text_size=text_size)
    page = profile(marsh_lane, width=width, height=height)
    read_it(page, qtbot)
    assert cut_off(page) == []
