"""How a sentence of the policy stands on a page: its verb in bold, how strong it is, where to find it.

Nothing is said more strongly here than the line itself says it: the verb shown is the line's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.policy import PolicyLine, Strength

_VERBS = {
    Strength.MUST: r"must",
    Strength.MUST_NOT: r"must not|must",
    Strength.SHOULD: r"should",
    Strength.SHOULD_NOT: r"should not|should",
    Strength.SHOULD_NEVER: r"should never|should",
    Strength.NEED_TO: r"needs? to",
    Strength.WILL: r"will",
    Strength.WILL_NOT: r"will not|will",
    Strength.EXPECTED: r"will be expected|expected|expects",
    Strength.ADVISED: r"advised not|advised|advises",
    Strength.ENCOURAGED: r"encouraged not|encouraged|encourages",
    Strength.MAY: r"may",
    Strength.PERMITTED: r"permitted|permits",
}
"""The words a strength may stand in, the longest first. What only states, or is ours, has none."""

NOT_CHECKED = "We have not been able to check this one."
OUR_WORDS = "These are our words, not the policy's."


def with_verb(words: str, strengths: Iterable[Strength]) -> str:
    """The words with the first verb of each strength marked bold; unchanged where none of them is in it."""
    for strength in dict.fromkeys(strengths):
        if strength in _VERBS:
            words = re.sub(
                rf"(?<!\*)\b({_VERBS[strength]})\b(?!\*)", r"**\1**", words, count=1, flags=re.IGNORECASE
            )
    return words


def line_words(line: PolicyLine) -> str:
    """The line in our words, its verb bold."""
    return with_verb(line.words, (line.strength,))


def standing(lines: Iterable[PolicyLine]) -> tuple[str, ...]:
    """How strong, and where: `Advised, policy 2.5`; one entry for each sentence that differs."""
    each = tuple(dict.fromkeys(f"{_named(line.strength)}, {line.place}" for line in lines))
    return each or (_named(Strength.GOOD_PRACTICE),)


def _named(strength: Strength) -> str:
    return strength.value.capitalize()


def leaving_words(planned: PlannedCheck) -> str:
    """What stands under a line that is left as it is: whose choice it is, as the policy's own verb has it."""
    if not planned.lines:
        return "That is your choice. This is good practice; the policy does not ask for it."
    if not planned.leaves_a_choice:
        return (
            "The policy makes room for exceptions. Talk to the headteacher or the safeguarding lead (DSL) "
            "before you rely on it."
        )
    advises = Strength.ADVISED in planned.strengths
    return f"That is your choice. The policy {'advises' if advises else 'encourages'}, it does not require."
