"""How a sentence of the policy stands on a page: its verb in bold, how strong it is, where to find it.

Nothing is said more strongly here than the line itself says it: the verb shown is the line's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nickaudit.domain.audit_plan import PlannedCheck
from nickaudit.domain.policy import LEAD, PolicyLine, Strength

_VERBS = {
    Strength.MUST: ("must",),
    Strength.MUST_NOT: ("must not", "must"),
    Strength.SHOULD: ("should",),
    Strength.SHOULD_NOT: ("should not", "should"),
    Strength.SHOULD_NEVER: ("should never", "should"),
    Strength.NEED_TO: ("needs? to",),
    Strength.WILL: ("will",),
    Strength.WILL_NOT: ("will not", "will"),
    Strength.EXPECTED: ("will be expected", "expected", "expects"),
    Strength.ADVISED: ("advised not", "advised", "advises"),
    Strength.ENCOURAGED: ("encouraged not", "encouraged", "encourages"),
    Strength.MAY: ("may",),
    Strength.PERMITTED: ("permitted", "permits"),
    Strength.STATED: ("states", "stated"),
}
"""The words a strength may stand in, the longest first. What is ours has none."""

NOT_CHECKED = "We have not been able to check this one."
NOT_CHECKED_MANY = "We have not been able to check these."
OUR_WORDS = "These are our words, not the policy's."


def with_verb(words: str, strengths: Iterable[Strength]) -> str:
    """The words with the first verb of each strength marked bold; unchanged where none of them is in it."""
    for strength in sorted(set(strengths), key=lambda each: (-len(each), each)):
        for verb in _VERBS.get(strength, ()):
            marked = re.sub(rf"(?<!\*)\b{verb}\b(?!\*)", r"**\g<0>**", words, count=1, flags=re.IGNORECASE)
            if marked != words:
                words = marked
                break
    return words


def line_words(line: PolicyLine) -> str:
    """The line in our words, its verb bold."""
    return with_verb(line.words, (line.strength,))


def standing(lines: Iterable[PolicyLine]) -> tuple[str, ...]:
    """How strong, and where: `Advised, policy 2.5`; one entry for each sentence that differs."""
    each = tuple(dict.fromkeys(f"{_named(line.strength)}, {_place(line)}" for line in lines))
    return each or (_named(Strength.GOOD_PRACTICE),)


def _place(line: PolicyLine) -> str:
    return line.place if line.clause else f"policy “{line.heading}”"


def _named(strength: Strength) -> str:
    return strength.value.capitalize()


def leaving_words(planned: PlannedCheck, *, lead: str = LEAD) -> str:
    """What stands under a line that is left as it is: whose choice it is, as the policy's own verb has it."""
    if not planned.lines:
        return "That is your choice. This is good practice; the policy does not ask for it."
    if not planned.leaves_a_choice:
        return (
            f"The policy makes room for exceptions. Talk to the headteacher or {lead} before you rely on it."
        )
    advises = Strength.ADVISED in planned.strengths
    return f"That is your choice. The policy {'advises' if advises else 'encourages'}, it does not require."
