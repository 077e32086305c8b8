"""Matters that no setting settles, each a short tree of questions, and short cases to think about.

Nothing of either is recorded. The content keeps them packed until a page asks, as most starts never do.
"""

from enum import StrEnum
from functools import lru_cache

import msgspec
from msgspec import Raw, Struct, field

from nickaudit.domain.ids import LineId


class Ending(StrEnum):
    """The three ways a matter can end."""

    KEEP_AND_TELL = "keep and tell"
    KEEP_BUT_RESTRICT = "keep but restrict"
    TAKE_LEAVE = "take leave"


class Choice(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer to a question of a matter."""

    answer: str
    leads_to: str
    """The id of another question, or of an end, of the same matter."""


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question of a matter."""

    id: str
    question: str
    choices: tuple[Choice, ...] = field(name="choice")


class Words(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words to copy."""

    to: str
    """To whom, as said in a sentence: `your friend`."""
    say: str


class End(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where the answers lead: what to do, why, and what to say."""

    id: str
    ending: Ending
    title: str
    do: tuple[str, ...]
    """Each a short sentence, in order."""
    why: str
    words: tuple[Words, ...]


class Matter(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One matter. Its first question is asked first."""

    id: str
    title: str
    lead: str
    """Under the heading: what to hold on to, whatever the answers."""
    policy: tuple[LineId, ...]
    """The policy's sentences beside all of it."""
    questions: tuple[Question, ...] = field(name="question")
    ends: tuple[End, ...] = field(name="end")
    beside_looks: bool = False
    """Whether a look through people links to it."""

    def question_of(self, own_id: str) -> Question | None:
        """The question of that id."""
        return next((each for each in self.questions if each.id == own_id), None)

    def end_of(self, own_id: str) -> End | None:
        """The end of that id."""
        return next((each for each in self.ends if each.id == own_id), None)


class Response(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing a person might do in a case, and what speaks for it or against it."""

    words: str
    why: str


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A short case to think about. No answer is marked as right."""

    id: str
    title: str
    story: str
    policy: tuple[LineId, ...]
    responses: tuple[Response, ...] = field(name="response")


class Complicated(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All matters and all cases, in the order they are shown."""

    matters: tuple[Matter, ...] = field(default=(), name="matter")
    scenarios: tuple[Scenario, ...] = field(default=(), name="scenario")

    def matter_of(self, own_id: str) -> Matter | None:
        """The matter of that id."""
        return next((each for each in self.matters if each.id == own_id), None)


def packed(complicated: Complicated) -> Raw:
    """As `Content` keeps it."""
    return Raw(msgspec.msgpack.encode(complicated))


def unpacked(raw: Raw) -> Complicated:
    """What `packed` was given; nothing at all where there is nothing."""
    return _unpacked(bytes(raw))


@lru_cache(maxsize=1)
def _unpacked(body: bytes) -> Complicated:
    return msgspec.msgpack.decode(body, type=Complicated) if body else Complicated()
