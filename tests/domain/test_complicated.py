"""Matters and cases are kept packed, and come out as they went in."""

from msgspec import Raw

from nickaudit.domain.complicated import (
    Choice,
    Complicated,
    End,
    Ending,
    Matter,
    Question,
    Response,
    Scenario,
    Words,
    packed,
    unpacked,
)
from nickaudit.domain.ids import LineId

MATTER = Matter(
    id="cousin",
    title="A cousin is a parent",
    lead="Family stays family.",
    policy=(LineId("ties-discussed"),),
    questions=(
        Question(
            id="cousin.close",
            question="Are you close?",
            choices=(
                Choice(answer="Yes", leads_to="cousin.keep"),
                Choice(answer="No", leads_to="cousin.keep"),
            ),
        ),
    ),
    ends=(
        End(
            id="cousin.keep",
            ending=Ending.KEEP_AND_TELL,
            title="Keep them",
            do=("Say it once.",),
            why="It is known then.",
            words=(Words(to="the head", say="My cousin is a parent here."),),
        ),
    ),
)
CASE = Scenario(
    id="friday",
    title="Friday",
    story="A parent asks.",
    policy=(),
    responses=(
        Response(words="I wait.", why="It is late."),
        Response(words="I tell.", why="It is known then."),
    ),
)
EVERY = Complicated(matters=(MATTER,), scenarios=(CASE,))


def test_what_was_packed_comes_out_as_it_went_in() -> None:
    assert unpacked(packed(EVERY)) == EVERY


def test_content_without_any_of_it_has_none() -> None:
    assert unpacked(Raw()) == Complicated()


def test_parts_are_found_by_their_ids_and_unknown_ones_are_not() -> None:
    assert EVERY.matter_of("cousin") is not None
    assert MATTER.question_of("cousin.close") is MATTER.questions[0]
    assert MATTER.end_of("cousin.keep") is MATTER.ends[0]
    assert EVERY.matter_of("friday") is None
    assert MATTER.question_of("cousin.keep") is None
    assert MATTER.end_of("cousin.close") is None
