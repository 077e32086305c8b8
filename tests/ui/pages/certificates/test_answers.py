"""Your answers: kept, or forgotten for good, and said which."""

from pytestqt.qtbot import QtBot

from nickaudit.domain.extras import number_of_more
from nickaudit.domain.route import MORE
from tests.ui.pages.certified import numbers, show, wait
from tests.ui.pages.desk import Desk, find, named, press, words


def test_keeping_the_answers_changes_nothing_and_says_so(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    before = finished.stored().progress
    press(page, "Keep them for next year")
    assert "Your answers are kept on this computer, for you alone." in words(page)
    assert finished.stored().progress == before


def test_forgetting_asks_once_and_then_says_that_it_is_done(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    press(page, "Forget them")
    asked = words(page)
    for part in ("Your certificates stay", "copies in a backup", "the history of your browser"):
        assert part in asked
    assert finished.session.progress.person is not None
    assert find(page, "No, keep them").hasFocus()
    press(page, "Yes, forget my answers")
    wait(page, qtbot)
    assert "Your answers are forgotten" in words(page)
    assert finished.session.progress.answers == {}
    assert finished.stored().progress.person is None
    assert len(numbers(finished)) == 1
    assert "Forget them" not in named(page)
    assert not any("another evening" in name for name in named(page))
    again = show(finished, qtbot)
    assert again.heading == "You have finished"
    assert f"Certificate {numbers(finished)[0]}" in words(again)
    assert "Forget them" not in named(again)


def test_a_second_thought_forgets_nothing(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    press(page, "Forget them")
    press(page, "No, keep them")
    assert "Yes, forget my answers" not in named(page)
    assert finished.stored().progress == finished.session.progress
    assert finished.session.progress.person is not None


def test_a_store_that_is_in_use_is_said_and_forgetting_can_be_tried_again(
    finished: Desk, qtbot: QtBot
) -> None:
    page = show(finished, qtbot)
    reader = finished.stored().database
    press(page, "Forget them")
    with reader.atomic():
        press(page, "Yes, forget my answers")
        wait(page, qtbot)
        assert "Another program is using the file" in words(page)
    reader.close()
    press(page, "Yes, forget my answers")
    wait(page, qtbot)
    assert "Your answers are forgotten" in words(page)
    assert b"Zebra-Quill" not in finished.services.private.path.read_bytes()  # type: ignore[union-attr]


def test_there_is_more_to_do_another_evening(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    count = number_of_more(finished.plan, finished.services.content, finished.session.progress.accounts)
    press(page, f"{count} more things you can do, another evening")
    assert finished.steps == [MORE]
