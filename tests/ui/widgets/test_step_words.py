"""What steps and sections are called in a list."""

import pytest

from nickaudit.domain import route
from nickaudit.domain.answers import Answer, Progress
from nickaudit.domain.ids import AccountId
from nickaudit.domain.outcome import SectionState, TaskState, section_state
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.widgets.step_words import (
    carry_on_words,
    count,
    listed,
    look_words,
    minutes_in_words,
    section_note,
    section_within,
    state_words,
    step_words,
    stop_words,
)
from tests.domain.small_world import account, answered, other, plan_for

TWO = plan_for(account("a", "photo", "one"), account("b", "photo", "two"))
ONE = plan_for(account("photo"))


def test_one_thing_and_several() -> None:
    assert (count(1, "stop"), count(2, "stop"), count(0, "stop")) == ("1 stop", "2 stops", "0 stops")


def test_two_accounts_of_one_platform_never_share_a_line() -> None:
    lines = [stop_words(stop) for stop in TWO.stops] + [look_words(look) for look in TWO.looks]
    assert len(lines) == len(set(lines))
    assert "What of photo.audience? (one)" in lines


def test_an_account_by_itself_needs_no_brackets() -> None:
    assert stop_words(ONE.stops[0]) == "What of photo.audience?"
    assert look_words(ONE.looks[0]) == "Go through photo.followers"
    assert stop_words(ONE.stops[2]) == "See yourself as a stranger on Photobox"


def test_the_search_for_ones_name_is_not_a_look_at_an_account() -> None:
    assert stop_words(ONE.stops[-1]) == "What of together.search?"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (route.ABOUT_YOU, "Start"),
        (route.ACCOUNTS, "Carry on with your accounts"),
        (route.statement_step("pupils"), "Carry on with what the policy says"),
        (route.REVIEW, "Check your answers"),
        (route.CERTIFICATE, "See your certificate"),
        (route.stop_step(ONE.stops[0]), "Start with Photobox"),
        (route.stop_step(ONE.stops[-1]), "Start with all your accounts together"),
        (Step(kind=StepKind.STOP, account=AccountId("gone"), item="x"), "Start with your check"),
    ],
)
def test_the_main_button_says_where_it_leads(step: Step, words: str) -> None:
    assert carry_on_words(ONE, Progress(), step) == words


def test_once_anything_is_answered_it_carries_on() -> None:
    progress = Progress(answers=answered(ONE, Answer.DONE, stops=ONE.stops[:1]))
    assert carry_on_words(ONE, progress, route.stop_step(ONE.stops[0])) == "Carry on with Photobox"


def test_a_look_at_an_account_that_is_finished_is_called_what_it_is() -> None:
    look = route.look_step(ONE.looks[0])
    begun = Progress(answers=answered(ONE, Answer.DONE, stops=ONE.stops[:1]))
    assert carry_on_words(ONE, begun, look) == "Carry on with Photobox"
    finished = Progress(answers=answered(ONE, Answer.DONE, stops=ONE.stops[:3]))
    assert section_state(finished, ONE.sections[0]).state is TaskState.FINISHED
    assert carry_on_words(ONE, finished, look) == "Next: go through photo.followers"


def test_a_name_that_the_person_gave_has_their_own_letters_inside_a_sentence() -> None:
    plan = plan_for(other("a", "a running club"), other("b", "a running club"), account("photo"))
    forum, second = (each for each in plan.sections if each.title.startswith("A running"))
    assert (section_within(forum), section_within(second)) == ("a running club", "a running club (2)")
    assert section_within(plan.sections[0]) == "Photobox"
    assert carry_on_words(plan, Progress(), route.stop_step(forum.stops[0])) == "Start with a running club"
    assert stop_words(forum.stops[0]) == "Who sees you on a running club?"
    assert stop_words(second.stops[0]) == "Who sees you on a running club? (2)"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (25, "25 minutes"),
        (85, "85 minutes"),
        (90, "1½ hours"),
        (120, "2 hours"),
        (135, "2 hours"),
        (150, "2½ hours"),
    ],
)
def test_long_times_are_said_in_hours(minutes: int, words: str) -> None:
    assert minutes_in_words(minutes) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [((), ""), (("X",), "X"), (("X", "Y"), "X and Y"), (("X", "Y", "Z"), "X, Y and Z")],
)
def test_a_list_ends_with_and(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words


def test_a_step_that_is_gone_has_no_words() -> None:
    assert step_words(ONE, route.statement_step("gone")) == ""
    assert step_words(ONE, route.look_step(ONE.looks[0])) == "Go through photo.followers"


def test_a_section_says_how_much_it_is_until_it_is_under_way() -> None:
    section = ONE.sections[0]
    minutes = round(section.seconds / 60)
    assert section_note(section, section_state(Progress(), section)) == (
        f"3 stops and a look, {minutes} minutes"
    )
    started = SectionState(state=TaskState.STARTED, done=1, of=3)
    assert section_note(section, started) == "3 stops and a look"


@pytest.mark.parametrize(
    ("state", "done", "words"),
    [
        (TaskState.NOT_STARTED, 0, "Not started"),
        (TaskState.STARTED, 0, "Started"),
        (TaskState.STARTED, 2, "2 of 4"),
        (TaskState.FINISHED, 4, "Finished"),
    ],
)
def test_a_state_is_a_word_or_how_many_of_how_many(state: TaskState, done: int, words: str) -> None:
    assert state_words(SectionState(state=state, done=done, of=4))[0] == words
