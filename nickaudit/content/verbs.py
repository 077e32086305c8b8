"""How strong a wording is: the table of verbs that keeps texts from sounding stronger than the policy."""

import re
from enum import IntEnum

from nickaudit.domain.policy import PolicyLine, Strength


class Force(IntEnum):
    """The order of strength, weakest first."""

    OURS = 0
    LEAVE = 1
    ADVICE = 2
    EXPECTATION = 3
    SHOULD = 4
    NEED = 5
    WILL = 6
    MUST = 7


FORCE: dict[Strength, Force] = {
    Strength.GOOD_PRACTICE: Force.OURS,
    Strength.MAY: Force.LEAVE,
    Strength.PERMITTED: Force.LEAVE,
    Strength.STATED: Force.LEAVE,
    Strength.ENCOURAGED: Force.ADVICE,
    Strength.ADVISED: Force.ADVICE,
    Strength.EXPECTED: Force.EXPECTATION,
    Strength.SHOULD: Force.SHOULD,
    Strength.SHOULD_NOT: Force.SHOULD,
    Strength.SHOULD_NEVER: Force.SHOULD,
    Strength.NEED_TO: Force.NEED,
    Strength.WILL: Force.WILL,
    Strength.WILL_NOT: Force.WILL,
    Strength.MUST: Force.MUST,
    Strength.MUST_NOT: Force.MUST,
}

_MAY_BE_ABSOLUTE = frozenset(
    {Strength.SHOULD_NEVER, Strength.WILL, Strength.WILL_NOT, Strength.MUST, Strength.MUST_NOT}
)

OWN_VERB: dict[Strength, re.Pattern[str]] = {
    strength: re.compile(pattern, re.IGNORECASE)
    for strength, pattern in {
        Strength.MUST: r"\bmust\b(?! (?:not|never)\b)",
        Strength.MUST_NOT: r"\bmust (?:not|never)\b|\bmustn['’]t\b",
        Strength.SHOULD: r"(?<!\bnor )\bshould\b(?! (?:not|never)\b)",
        Strength.SHOULD_NOT: r"\bshould not\b|\bshouldn['’]t\b|\b(?:nor|neither) should\b",
        Strength.SHOULD_NEVER: r"\bshould never\b",
        Strength.NEED_TO: r"\bneeds? to\b",
        Strength.WILL: r"\bwill\b(?! (?:not|never)\b)",
        Strength.WILL_NOT: r"\bwill (?:not|never)\b|\bwon['’]t\b",
        Strength.EXPECTED: r"\bexpect(?:s|ed|ation|ations)?\b",
        Strength.ADVISED: r"\badvis(?:e|es|ed)\b|\badvice\b",
        Strength.ENCOURAGED: r"\bencourag(?:e|es|ed)\b",
        Strength.MAY: r"\bmay\b",
        Strength.PERMITTED: r"\bpermit(?:s|ted)?\b",
        Strength.STATED: r"\bpolicy (?:states|says)\b",
        Strength.GOOD_PRACTICE: r"\bgood practice\b",
    }.items()
}
"""The verb a line's own words carry, in one of its forms."""

_NOT_BEFORE = r"(?<!\bnot )(?<!n['’]t )(?<!\bno )(?<!\bnever )(?<!\bnobody )(?<!\bno one )"
_MUST_WORDS = (
    r"\bmust(?:n['’]t)?\b"
    rf"|{_NOT_BEFORE}(?<!\bmay )(?<!\bmight )\b(?:have|has|had) to\b(?! do with)"
    rf"|{_NOT_BEFORE}\b(?:required|requires|require|requirement|requirements)\b"
    r"|\b(?:compulsory|mandatory|obliged|obligation|forbidden|forbids|prohibited|prohibits|banned)\b"
)
_BANS = r"|\b(?:not|n['’]t|never) (?:be )?(?:allowed|permitted)\b"
_ABSOLUTE = re.compile(
    r"\b(?:always|never|at all times|(?:in|under) no circumstances|without exception|no exceptions?)\b",
    re.IGNORECASE,
)

_IN_OWN_WORDS: tuple[tuple[Force, re.Pattern[str]], ...] = tuple(
    (force, re.compile(pattern, re.IGNORECASE))
    for force, pattern in (
        (Force.MUST, _MUST_WORDS + _BANS),
        (Force.WILL, r"\bwill\b(?! be (?:expected|advised|encouraged|permitted)\b)|\bwon['’]t\b"),
        (Force.NEED, rf"{_NOT_BEFORE}\bneeds? to\b"),
        (Force.SHOULD, r"\bshould(?:n['’]t)?\b|\bought\b"),
        (Force.EXPECTATION, r"\bexpect(?:s|ed)?\b"),
        (Force.ADVICE, r"\badvis(?:e|es|ed)\b|\bencourag(?:e|es|ed)\b|\brecommend(?:s|ed)?\b"),
    )
)
# In a text about a setting, "you should see a green tick" or "you need to scroll" asks for nothing.
_AROUND: tuple[tuple[Force, re.Pattern[str]], ...] = tuple(
    (force, re.compile(pattern, re.IGNORECASE))
    for force, pattern in (
        (Force.MUST, _MUST_WORDS),
        (Force.WILL, r"\b(?:staff|adults|everyone) (?:will|won['’]t)\b"),
        (Force.NEED, r"\b(?:policy|school) (?:needs|wants) you to\b"),
        (
            Force.SHOULD,
            r"\byou should(?:n['’]t)?\b(?! (?:now |then |still )?(?:see|find|get|notice|be able|have)\b)",
        ),
        (Force.EXPECTATION, r"\b(?:policy|school) expects\b|\byou(?: are|['’]re) expected\b"),
    )
)
_ABSOLUTE_ORDER = re.compile(r"(?:^|[.:;] )(?:always|never)\b|\byou should (?:always|never)\b", re.IGNORECASE)


def verb_missing(line: PolicyLine) -> bool:
    """Whether the line's words do without their own verb."""
    return OWN_VERB[line.strength].search(line.words) is None


def too_strong_in_words(line: PolicyLine) -> str | None:
    """What in the line's own words is stronger than its strength, if anything."""
    absolute = _ABSOLUTE.search(line.words)
    if absolute and line.strength not in _MAY_BE_ABSOLUTE:
        return absolute[0]
    return _stronger(_IN_OWN_WORDS, line.words, FORCE[line.strength])


def too_strong_around(text: str, lines: tuple[PolicyLine, ...]) -> str | None:
    """What in a text beside these lines is stronger than the weakest of them; with none, than advice."""
    weakest = min((FORCE[line.strength] for line in lines), default=Force.OURS)
    order = _ABSOLUTE_ORDER.search(text)
    if order and not (lines and all(line.strength in _MAY_BE_ABSOLUTE for line in lines)):
        return order[0].strip(" .:;")
    return _stronger(_AROUND, text, weakest)


def has_absolute(text: str) -> bool:
    """Whether the text says always, never or the like."""
    return _ABSOLUTE.search(text) is not None


def _stronger(table: tuple[tuple[Force, re.Pattern[str]], ...], text: str, allowed: Force) -> str | None:
    found = (match[0] for force, pattern in table if force > allowed and (match := pattern.search(text)))
    return next(found, None)
