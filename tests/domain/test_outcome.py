"""Answers → what is open, what is left, whether it is finished, and how long the rest takes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from nickaudit.domain.answers import Answer, LookAnswer, Progress
from nickaudit.domain.audit_plan import PLAIN_SECONDS
from nickaudit.domain.ids import TOGETHER, AccountId, CheckId, LookId, PageId
from nickaudit.domain.outcome import (
    TaskState,
    is_finished,
    is_looked_at,
    left_for_later,
    minutes,
    minutes_left,
    open_statements,
    open_stops,
    pace,
    pages_done,
    section_state,
    settled_by,
    stop_state,
)
from nickaudit.domain.planning import make_plan
from tests.domain.small_world import WORLD, account, all_finished, answered, looked, plan_for
from tests.factories import TODAY, make_person

PHOTO = account("photo")
RUNNER = account("runner")
PLAN = plan_for(PHOTO, RUNNER)
AUDIENCE = next(stop for stop in PLAN.stops if stop.stop.id == "photo.audience")
TIPS = next(stop for stop in PLAN.stops if stop.stop.id == "runner.tips")


def _with(**answers: Answer) -> Progress:
    return Progress(answers={(PHOTO.id, CheckId(check)): answer for check, answer in answers.items()})


@pytest.mark.parametrize("answer", list(Answer))
def test_any_of_the_four_answers_finishes_a_line(answer: Answer) -> None:
    progress = _with(private=answer, listed=answer)
    assert stop_state(progress, AUDIENCE) is TaskState.FINISHED


def test_a_stop_is_started_by_any_answer_good_practice_too() -> None:
    assert stop_state(Progress(), AUDIENCE) is TaskState.NOT_STARTED
    assert stop_state(_with(map=Answer.DONE), AUDIENCE) is TaskState.STARTED
    assert stop_state(_with(private=Answer.LATER), AUDIENCE) is TaskState.STARTED


def test_good_practice_may_stay_open() -> None:
    assert stop_state(_with(private=Answer.LEAVING, listed=Answer.LEAVING), AUDIENCE) is TaskState.FINISHED


def test_only_done_settles_another_line() -> None:
    listed = next(line for line in AUDIENCE.checks if line.check.id == "listed")
    assert settled_by(_with(private=Answer.DONE), listed, AUDIENCE) == "private"
    assert stop_state(_with(private=Answer.DONE), AUDIENCE) is TaskState.FINISHED
    for answer in (Answer.LATER, Answer.LEAVING, Answer.NOT_SURE):
        assert settled_by(_with(private=answer), listed, AUDIENCE) is None
        assert stop_state(_with(private=answer), AUDIENCE) is TaskState.STARTED


def test_a_settled_line_with_an_answer_of_its_own_is_not_shown_as_settled() -> None:
    listed = next(line for line in AUDIENCE.checks if line.check.id == "listed")
    progress = _with(private=Answer.DONE, listed=Answer.LEAVING)
    assert settled_by(progress, listed, AUDIENCE) is None
    assert is_looked_at(progress, listed, AUDIENCE)


def test_one_accounts_answer_settles_nothing_on_another() -> None:
    a, b = account("a", "photo", "one"), account("b", "photo", "two")
    plan = plan_for(a, b)
    second = plan.stop(b.id, "photo.audience")
    assert second is not None
    progress = Progress(answers={(a.id, CheckId("private")): Answer.DONE})
    assert stop_state(progress, second) is TaskState.NOT_STARTED


def test_a_stop_with_good_practice_alone_holds_nothing_up_and_is_finished_by_its_answer() -> None:
    assert stop_state(Progress(), TIPS) is TaskState.NOT_STARTED
    assert TIPS not in open_stops(PLAN, Progress())
    done = Progress(answers={(RUNNER.id, CheckId("tip")): Answer.DONE})
    assert stop_state(done, TIPS) is TaskState.FINISHED


def test_a_section_is_finished_by_the_stops_that_count() -> None:
    section = PLAN.section(RUNNER.id)
    assert section is not None
    assert section_state(Progress(), section).state is TaskState.NOT_STARTED
    progress = Progress(answers={(RUNNER.id, CheckId("runner-map")): Answer.LATER})
    state = section_state(progress, section)
    assert (state.state, state.done, state.of) == (TaskState.FINISHED, 1, 1)


def test_a_look_alone_makes_a_section_started_and_is_in_no_count() -> None:
    section = PLAN.section(PHOTO.id)
    assert section is not None
    progress = Progress(looks={(PHOTO.id, LookId("photo.followers")): LookAnswer.THROUGH})
    state = section_state(progress, section)
    assert (state.state, state.done, state.of) == (TaskState.STARTED, 0, 3)
    assert pages_done(PLAN, progress) == 0


def test_a_section_with_looks_alone_is_finished_by_them() -> None:
    silent = account("silent")
    section = plan_for(silent).section(silent.id)
    assert section is not None
    assert section_state(Progress(), section).state is TaskState.NOT_STARTED
    progress = Progress(looks={(silent.id, LookId("silent.people")): LookAnswer.NOT_SURE})
    assert section_state(progress, section).state is TaskState.FINISHED


@pytest.mark.parametrize("answer", list(Answer))
def test_a_check_is_finished_whatever_the_answers_were_and_with_no_look_opened(answer: Answer) -> None:
    progress = all_finished(PLAN, PHOTO, RUNNER, answer=answer)
    assert is_finished(PLAN, progress)
    assert pages_done(PLAN, progress) == PLAN.pages_to_finish


def test_any_single_line_that_counts_holds_it_up() -> None:
    whole = all_finished(PLAN, PHOTO, RUNNER, answer=Answer.LATER)
    for key in whole.answers:
        without = structs.replace(whole, answers={k: v for k, v in whole.answers.items() if k != key})
        assert not is_finished(PLAN, without), key
        assert len(open_stops(PLAN, without)) == 1
        assert pages_done(PLAN, without) == PLAN.pages_to_finish - 1


def test_any_page_not_read_holds_it_up_and_the_fourth_only_those_online_in_their_job() -> None:
    whole = all_finished(PLAN, PHOTO, RUNNER)
    unread = structs.replace(whole, read={})
    assert not is_finished(PLAN, unread)
    assert [page.id for page in open_statements(PLAN, unread)] == ["pupils"]
    online = plan_for(PHOTO, RUNNER, online=True)
    assert not is_finished(online, whole)
    assert is_finished(online, structs.replace(whole, read={**whole.read, PageId("online"): TODAY}))


def test_who_you_are_and_which_accounts_you_have_must_be_said() -> None:
    whole = all_finished(PLAN, PHOTO, RUNNER)
    assert not is_finished(PLAN, structs.replace(whole, person=None))
    empty = plan_for()
    nothing = Progress(person=make_person(), read={PageId("pupils"): TODAY})
    assert not is_finished(empty, nothing), "neither accounts nor “none at all”"
    assert is_finished(empty, structs.replace(nothing, no_accounts=True))


def test_answers_whose_line_has_vanished_neither_count_nor_hold_up() -> None:
    whole = all_finished(PLAN, PHOTO, RUNNER)
    old = {(AccountId("gone"), CheckId("old")): Answer.LATER, (PHOTO.id, CheckId("old")): Answer.LATER}
    more = structs.replace(
        whole,
        answers={**whole.answers, **old},
        looks={(PHOTO.id, LookId("old")): LookAnswer.STARTED},
        read={**whole.read, PageId("old"): TODAY},
    )
    assert is_finished(PLAN, more)
    assert pages_done(PLAN, more) == PLAN.pages_to_finish
    assert {each.look.look.id for each in left_for_later(PLAN, more) if each.look} == {"photo.followers"}
    assert not any(each.line for each in left_for_later(PLAN, more))


def test_left_for_later_are_later_lines_and_looks_not_opened_or_only_begun() -> None:
    progress = _with(private=Answer.LATER, listed=Answer.NOT_SURE, map=Answer.LATER)
    left = left_for_later(PLAN, progress)
    assert [each.line.check.id for each in left if each.line] == ["private", "map"]
    for answer, stays in (
        (None, 1),
        (LookAnswer.STARTED, 1),
        (LookAnswer.THROUGH, 0),
        (LookAnswer.NOT_SURE, 0),
    ):
        looks = {} if answer is None else looked(PLAN, answer)
        left = left_for_later(PLAN, structs.replace(progress, looks=looks))
        assert sum(each.look is not None for each in left) == stays, answer


def test_of_what_is_more_only_what_was_put_off_in_so_many_words_is_left() -> None:
    looks = looked(PLAN, LookAnswer.THROUGH)
    assert left_for_later(PLAN, Progress(looks=looks)) == ()
    put_off = Progress(
        answers={(PHOTO.id, CheckId("likes")): Answer.LATER},
        looks={**looks, (PHOTO.id, LookId("photo.old")): LookAnswer.STARTED},
    )
    left = left_for_later(PLAN, put_off)
    assert [each.line.check.id for each in left if each.line] == ["likes"]
    assert [each.look.look.id for each in left if each.look] == ["photo.old"]


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-1, 0), (0, 0), (1, 5), (299, 5), (440, 5), (460, 10), (900, 15), (1500, 25)]
)
def test_minutes_are_rounded_to_five_and_never_nought_while_anything_is_left(
    seconds: float, shown: int
) -> None:
    assert minutes(seconds) == shown


def test_the_minutes_left_begin_with_all_of_it_and_end_at_nought() -> None:
    assert minutes_left(PLAN, Progress()) == minutes(PLAN.seconds)
    done = structs.replace(
        all_finished(PLAN, PHOTO, RUNNER),
        looks=looked(PLAN, LookAnswer.STARTED),
        answers={(line.account, line.check.id): Answer.LATER for stop in PLAN.stops for line in stop.checks},
    )
    assert minutes_left(PLAN, done) == 0


def test_a_persons_own_pace_counts_from_the_third_stop_within_bounds() -> None:
    usual = sum(stop.stop.seconds for stop in PLAN.stops) / len(PLAN.stops)
    assert pace(PLAN, Progress(seconds=999, timed_stops=2)) == 1.0
    assert pace(PLAN, Progress(seconds=3 * usual * 1.5, timed_stops=3)) == pytest.approx(1.5)
    assert pace(PLAN, Progress(seconds=90_000, timed_stops=3)) == 2.0
    assert pace(PLAN, Progress(seconds=0.1, timed_stops=3)) == 0.5
    assert pace(plan_for(), Progress(seconds=500, timed_stops=9)) == 1.0


def test_stops_that_take_no_time_do_not_break_the_pace() -> None:
    quick = structs.replace(
        WORLD,
        together=structs.replace(
            WORLD.together, stops=tuple(structs.replace(stop, seconds=0) for stop in WORLD.together.stops)
        ),
    )
    plan = make_plan(quick, [account("silent")], online_in_job=False)
    assert pace(plan, Progress(seconds=90, timed_stops=3)) == 1.0


def test_a_slow_person_is_told_more_minutes_than_a_quick_one() -> None:
    slow, quick = Progress(seconds=3000, timed_stops=10), Progress(seconds=100, timed_stops=10)
    assert minutes_left(PLAN, slow) > minutes_left(PLAN, quick) >= minutes(PLAIN_SECONDS)


LINES = [(line.account, line.check.id) for stop in PLAN.stops for line in stop.checks]


@given(st.dictionaries(st.sampled_from(LINES), st.sampled_from(list(Answer))), st.booleans())
def test_the_ring_is_full_exactly_when_nothing_holds_up_the_certificate(
    answers: dict[tuple[AccountId, CheckId], Answer], read: bool
) -> None:
    progress = Progress(
        person=make_person(),
        accounts=(PHOTO, RUNNER),
        answers=answers,
        read={page.id: TODAY for page in PLAN.statements} if read else {},
    )
    done = pages_done(PLAN, progress)
    assert 0 <= done <= PLAN.pages_to_finish
    assert is_finished(PLAN, progress) == (done == PLAN.pages_to_finish)
    finished = [section_state(progress, section).state is TaskState.FINISHED for section in PLAN.sections]
    assert all(finished) == (not open_stops(PLAN, progress))


def test_an_answer_more_never_undoes_anything() -> None:
    stops = (AUDIENCE,)
    for first, second in product(Answer, Answer):
        before = Progress(answers={**answered(PLAN, first, stops=stops)})
        after = structs.replace(before, answers={**before.answers, (TOGETHER, CheckId("pictures")): second})
        assert pages_done(PLAN, after) == pages_done(PLAN, before) + 1
