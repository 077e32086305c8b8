"""A line of a stop: how its words stand over one another."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from nickaudit.domain.accounts import Account
from nickaudit.domain.answers import Answer
from nickaudit.domain.ids import AccountId, PlatformId
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Content
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.stop_line import StopLine
from tests.ui.conftest import Show, Wear


@pytest.mark.parametrize("size", [100, 200])
def test_a_line_with_one_note_is_spaced_as_one_with_two(
    show: Show, wear: Wear, content: Content, size: int
) -> None:
    wear(text_size=size)
    account = Account(id=AccountId("one"), platform=PlatformId("whatsapp"))
    plan = make_plan(content, (account,), online_in_job=False)
    lines = [StopLine(check, exception_words="") for check in plan.stops[0].checks]
    show(*lines, width=850)
    gaps: dict[int, set[tuple[int, int]]] = {}
    for line in lines:
        note, title = line.row.note, line.row.title
        top = note.mapTo(line, QPoint(0, 0)).y()
        above = top - title.mapTo(line, QPoint(0, 0)).y() - title.height()
        below = line.row.words.geometry().bottom() - note.geometry().bottom()
        gaps.setdefault(note.text().count("\n") + 1, set()).add((above, below))
    assert set(gaps) == {1, 2}, "there are lines of either kind"
    (one,), (two,) = gaps[1], gaps[2]
    assert one == pytest.approx(two, abs=1)


def test_the_words_of_a_line_are_heard_before_its_answers_and_the_link_between_them(
    show: Show, content: Content
) -> None:
    account = Account(id=AccountId("one"), platform=PlatformId("whatsapp"))
    plan = make_plan(content, (account,), online_in_job=False)
    line = StopLine(plan.stops[0].checks[0], exception_words="")
    show(line, width=850)
    assert not [each for each in line.findChildren(LinkButton) if each.isVisible()]
    line.show_answer(Answer.DONE, settled=False)
    row = line.row
    heard = [each for each in line.children() if isinstance(each, QWidget) and each.isVisible()]
    assert heard == [row.title, row.note, row.clear, row.bar]
    line.show_answer(None, settled=False)
    assert not row.clear.isVisible()


def test_a_settled_line_takes_the_room_of_its_link_alone(show: Show, content: Content) -> None:
    account = Account(id=AccountId("one"), platform=PlatformId("whatsapp"))
    plan = make_plan(content, (account,), online_in_job=False)
    line = StopLine(plan.stops[0].checks[0], exception_words="")
    show(line, width=850)
    open_height = line.heightForWidth(850)
    line.show_answer(Answer.DONE, settled=True)
    assert line.also is not None
    assert line.heightForWidth(850) == line.also.heightForWidth(850)
    line.also.link.click()
    assert line.heightForWidth(850) > open_height
