"""Never stronger than the policy: what is refused, and what is let through."""

import pytest
from msgspec import structs

from nickaudit.content.verbs import FORCE, OWN_VERB, too_strong_around, too_strong_in_words, verb_missing
from nickaudit.domain.policy import PolicyLine, Strength
from tests.factories import make_line

S = Strength


def _line(strength: Strength, words: str) -> PolicyLine:
    return structs.replace(make_line(), strength=strength, words=words)


def test_every_strength_has_its_place_and_its_verb() -> None:
    assert set(FORCE) == set(Strength) == set(OWN_VERB)


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (S.ADVISED, "You are advised to set your accounts to private."),
        (S.ADVISED, "The policy advises a strict setting."),
        (S.ADVISED, "You are advised not to be friends with pupils. Nobody needs to be told why."),
        (S.ENCOURAGED, "The school encourages you not to name it."),
        (S.SHOULD, "You should keep your number private."),
        (S.SHOULD, "Personal passwords should be kept confidential, and you need not change them."),
        (S.SHOULD_NOT, "Nor should you accept contact there."),
        (S.SHOULD_NEVER, "You should never share your work log-ins."),
        (S.NEED_TO, "You need to be aware of the dangers."),
        (S.WILL, "You will sign the policy."),
        (S.WILL, "Messages will be reported to the office at all times."),
        (S.WILL_NOT, "Staff will not contact pupils."),
        (S.EXPECTED, "You will be expected to use the school's tools."),
        (S.MUST, "You must always report it."),
        (S.MUST_NOT, "Parents must not post pictures."),
        (S.MAY, "Action may follow. You don't have to go alone."),
        (S.PERMITTED, "You are permitted to use it in breaks. It is not required."),
        (S.STATED, "The policy states that the office runs the page."),
    ],
)
def test_words_with_their_own_verb_pass(strength: Strength, words: str) -> None:
    assert too_strong_in_words(_line(strength, words)) is None
    assert not verb_missing(_line(strength, words))


@pytest.mark.parametrize(
    ("strength", "words", "strong"),
    [
        (S.ADVISED, "You are advised, and you should set it to private.", "should"),
        (S.ADVISED, "You are advised to. You have to look at it.", "have to"),
        (S.ADVISED, "You are advised to log out, and will log out.", "will"),
        (S.ADVISED, "You are expected to follow what the school advises.", "expected"),
        (S.ADVISED, "You are advised to do this always.", "always"),
        (S.ENCOURAGED, "You are encouraged, and it is required, to look.", "required"),
        (S.SHOULD, "You should, and must, keep it private.", "must"),
        (S.SHOULD, "You should never have it public.", "never"),
        (S.SHOULD, "You should keep it private at all times.", "at all times"),
        (S.SHOULD_NOT, "You should not do it. You are not allowed to.", "not allowed"),
        (S.SHOULD_NEVER, "You should never do it. It is forbidden.", "forbidden"),
        (S.SHOULD, "You should know that you need to look.", "need to"),
        (S.NEED_TO, "You need to, and will, be aware.", "will"),
        (S.WILL, "You will sign it. It is compulsory.", "compulsory"),
        (S.EXPECTED, "You are expected to, and should, tell the head.", "should"),
        (S.MAY, "Action may follow. You are advised to be careful.", "advised"),
        (S.STATED, "The policy states that you should go.", "should"),
    ],
)
def test_words_stronger_than_their_verb_are_refused(strength: Strength, words: str, strong: str) -> None:
    found = too_strong_in_words(_line(strength, words))
    assert found is not None
    assert found.lower().endswith(strong)


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (S.MUST, "You should report it."),
        (S.MUST, "You must not report it."),
        (S.MUST_NOT, "You must report it."),
        (S.SHOULD, "You should not report it."),
        (S.SHOULD_NOT, "You should report it."),
        (S.SHOULD_NEVER, "You should not report it."),
        (S.WILL_NOT, "You will report it."),
        (S.ADVISED, "You are encouraged to report it."),
        (S.PERMITTED, "Report it in your breaks."),
    ],
)
def test_words_without_their_own_verb_are_refused(strength: Strength, words: str) -> None:
    assert verb_missing(_line(strength, words))


ADVISED = _line(S.ADVISED, "You are advised to.")
SHOULD = _line(S.SHOULD, "You should.")
MUST = _line(S.MUST, "You must.")
NEVER = _line(S.SHOULD_NEVER, "You should never.")


@pytest.mark.parametrize(
    "text",
    [
        "Set it to Only me.",
        "You should now see a green tick.",
        "You may have to tap “See more”.",
        "Scroll down; you need to go a long way.",
        "The school will never ask for your password.",
        "Choose Never from the list.",
        "It may not be there on an older phone.",
        "The policy does not require this every year.",
        "That will take a minute.",
        "Don't answer.",
    ],
)
def test_a_step_or_a_fact_is_not_taken_for_an_order(text: str) -> None:
    assert too_strong_around(text, (ADVISED,)) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You must turn this off.", (ADVISED,)),
        ("You must turn this off.", (MUST, ADVISED)),
        ("You must turn this off.", ()),
        ("You have to turn this off.", (SHOULD,)),
        ("The policy requires this.", (SHOULD,)),
        ("You should turn this off.", (ADVISED,)),
        ("You should turn this off.", ()),
        ("The school expects it.", (ADVISED,)),
        ("Never accept a request.", (SHOULD,)),
        ("You should never accept one.", (SHOULD,)),
        ("Staff will turn it off.", (SHOULD,)),
    ],
)
def test_a_text_is_no_stronger_than_the_weakest_line_beside_it(
    text: str, lines: tuple[PolicyLine, ...]
) -> None:
    assert too_strong_around(text, lines) is not None


def test_a_text_may_be_as_strong_as_its_line() -> None:
    assert too_strong_around("You must report it.", (MUST,)) is None
    assert too_strong_around("You should turn this off.", (SHOULD, MUST)) is None
    assert too_strong_around("Never share it.", (NEVER,)) is None
