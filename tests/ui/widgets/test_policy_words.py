"""How strong a sentence is said to be: always its own verb, and no more."""

import pytest

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.ids import CheckId, LineId, StopId
from nickaudit.domain.platforms import Check
from nickaudit.domain.policy import PolicyLine, Strength, Topic
from nickaudit.ui.widgets.policy_words import leaving_words, line_words, standing, with_verb


def line(strength: Strength, *, clause: str = "2.5", words: str = "") -> PolicyLine:
    return PolicyLine(
        id=LineId(strength.value),
        strength=strength,
        clause=clause,
        heading="Reputation",
        opening="a",
        words=words,
    )


def planned(*lines: PolicyLine) -> PlannedCheck:
    check = Check(
        id=CheckId("a.b"), stop=StopId("a.c"), topic=Topic.PRIVACY, setting="Private account", strictest="on"
    )
    return PlannedCheck(account="a", check=check, lines=lines)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "strengths", "marked"),
    [
        ("The policy advises staff.", (Strength.ADVISED,), "The policy **advises** staff."),
        ("You are advised not to.", (Strength.ADVISED,), "You are **advised not** to."),
        ("Staff should not post.", (Strength.SHOULD, Strength.SHOULD_NOT), "Staff **should not** post."),
        (
            "You should know, and should not post.",
            (Strength.SHOULD, Strength.SHOULD_NOT),
            "You **should** know, and **should not** post.",
        ),
        ("Nor should you accept it.", (Strength.SHOULD_NOT,), "Nor **should** you accept it."),
        ("A holiday picture stays.", (Strength.ADVISED, Strength.MUST), "A holiday picture stays."),
        ("Every willow is left alone.", (Strength.WILL,), "Every willow is left alone."),
        ("You must try.", (Strength.GOOD_PRACTICE,), "You must try."),
    ],
)
def test_only_the_verb_of_a_strength_that_holds_here_is_bold(
    words: str, strengths: tuple[Strength, ...], marked: str
) -> None:
    assert with_verb(words, strengths) == marked


def test_every_line_of_the_built_in_policy_shows_its_verb() -> None:
    for each in load_content(paths.resource(".")).policy.lines:
        assert line_words(each).count("**") == 2, each.id


def test_the_strength_stands_with_its_place() -> None:
    assert standing((line(Strength.ADVISED), line(Strength.SHOULD, clause="2.4"))) == (
        "Advised, policy 2.5",
        "Should, policy 2.4",
    )
    assert standing((line(Strength.MUST, clause=""),)) == ("Must, policy “Reputation”",)


def test_what_is_said_twice_alike_stands_once() -> None:
    assert standing((line(Strength.ADVISED), line(Strength.ADVISED))) == ("Advised, policy 2.5",)


def test_what_has_no_line_is_good_practice() -> None:
    assert standing(()) == ("Good practice",)


@pytest.mark.parametrize("strength", list(Strength))
def test_leaving_a_line_is_a_choice_exactly_where_the_policy_leaves_one(strength: Strength) -> None:
    said = leaving_words(planned(line(strength)))
    assert said.startswith("That is your choice.") is strength.leaves_a_choice
    assert ("makes room for exceptions" in said) is (not strength.leaves_a_choice)


def test_leaving_says_the_policys_own_verb() -> None:
    assert "The policy encourages, it does not require." in leaving_words(planned(line(Strength.ENCOURAGED)))
    assert "The policy advises, it does not require." in leaving_words(planned(line(Strength.ADVISED)))
    assert "the policy does not ask for it" in leaving_words(planned())


def test_one_sentence_that_asks_more_decides() -> None:
    assert "exceptions" in leaving_words(planned(line(Strength.ADVISED), line(Strength.SHOULD)))
