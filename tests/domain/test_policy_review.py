"""Questions for the policy's next review, from a pack and a day."""

import datetime as dt

from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import Guidance, ReviewQuestion
from nickaudit.domain.policy_review import (
    Subject,
    cites_replaced_guidance,
    review_has_passed,
    review_points,
)
from tests.factories import TODAY, make_line, make_policy

REPLACED = Guidance(
    title="Working with children",
    cited_edition="2015",
    opening="x",
    replaced_by="See 2022.",
    checked_on="2026-11",
)
CURRENT = Guidance(title="Data law", cited_edition="2018", opening="y", checked_on="2026-11")


def test_the_review_date_is_asked_about_only_once_its_month_is_over() -> None:
    pack = make_policy(next_review="2026-11")
    assert not review_has_passed(pack, today=dt.date(2026, 11, 30))
    assert review_points(pack, today=dt.date(2026, 11, 30)) == ()
    assert review_has_passed(pack, today=dt.date(2026, 12, 1))
    (point,) = review_points(pack, today=dt.date(2026, 12, 1))
    assert point.subject is Subject.REVIEW_DATE
    assert "due in November 2026. That was 1 month ago." in point.words


def test_it_says_for_how_long_in_whole_years() -> None:
    (point,) = review_points(make_policy(next_review="2018-09"), today=TODAY)
    assert "adopted in May 2018" in point.words
    assert "That was 8 years ago." in point.words
    (young,) = review_points(make_policy(next_review="2025-06"), today=TODAY)
    assert "That was 1 year ago." in young.words


def test_only_guidance_that_has_been_replaced_is_named_with_the_month_somebody_looked() -> None:
    pack = make_policy(next_review="2027-01", guidance=(CURRENT, REPLACED))
    assert cites_replaced_guidance(pack)
    (point,) = review_points(pack, today=TODAY)
    assert point.words == "The policy cites Working with children (2015). See 2022."
    assert point.looked_on == "2026-11"
    assert not cites_replaced_guidance(make_policy(guidance=(CURRENT,)))


def test_questions_come_theme_by_theme_with_the_lines_that_the_policy_has() -> None:
    questions = (
        ReviewQuestion(kind="gap", question="Not said?"),
        ReviewQuestion(kind="absolute", question="Always?", lines=(LineId("strict-privacy"),)),
        ReviewQuestion(
            kind="contradiction", question="Which?", lines=(LineId("strict-privacy"), LineId("gone"))
        ),
        ReviewQuestion(kind="absolute", question="Never?"),
    )
    points = review_points(make_policy(questions=questions, guidance=(REPLACED,)), today=TODAY)
    assert [point.subject for point in points] == [
        Subject.REVIEW_DATE,
        Subject.GUIDANCE,
        Subject.CONTRADICTION,
        Subject.ABSOLUTE,
        Subject.ABSOLUTE,
        Subject.GAP,
    ]
    assert [point.words for point in points[2:]] == ["Which?", "Always?", "Never?", "Not said?"]
    assert points[2].lines == (make_line(),)


def test_a_question_of_a_kind_nobody_knows_is_still_asked() -> None:
    pack = make_policy(next_review="2027-01", questions=(ReviewQuestion(kind="new", question="What?"),))
    assert [(point.subject, point.words) for point in review_points(pack, today=TODAY)] == [
        (Subject.GAP, "What?")
    ]
