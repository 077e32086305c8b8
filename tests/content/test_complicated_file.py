"""The matters that no setting settles, and the short cases: all there, plain, never too strong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit.content.complicated_file import MOST_QUESTIONS
from nickaudit.content.library import load_content
from nickaudit.content.report import check_content
from nickaudit.content.roots import COMPLICATED as PLACE
from nickaudit.domain.complicated import Complicated, End, Ending, Matter, unpacked
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import Strength
from tests.content.conftest import Workbench
from tests.content.reading_grade import grade

SMALL = """
[[matter]]
id = "cousin"
title = "A cousin is a parent"
lead = "Family stays family."
policy = ["private"]

[[matter.question]]
id = "cousin.close"
question = "Are you close?"

[[matter.question.choice]]
answer = "Yes"
leads_to = "cousin.keep"

[[matter.question.choice]]
answer = "No"
leads_to = "cousin.how"

[[matter.question]]
id = "cousin.how"
question = "Do you write?"

[[matter.question.choice]]
answer = "Often"
leads_to = "cousin.keep"

[[matter.question.choice]]
answer = "Seldom"
leads_to = "cousin.keep"

[[matter.end]]
id = "cousin.keep"
ending = "keep and tell"
title = "Keep them"
do = ["Say it once."]
why = "It is known then."

[[matter.end.words]]
to = "the head"
say = "My cousin is a parent here."

[[scenario]]
id = "friday"
title = "Friday"
story = "A parent asks to be your friend."
policy = ["private"]

[[scenario.response]]
words = "I wait."
why = "It is late."

[[scenario.response]]
words = "I tell the office."
why = "Then it is known."
"""


@pytest.fixture(scope="module")
def complicated(built_in: Path) -> Complicated:
    return unpacked(load_content(built_in).complicated)


@pytest.fixture
def small(bench: Workbench) -> Workbench:
    (bench.resources / PLACE).write_text(SMALL, encoding="utf-8")
    return bench


def ends(complicated: Complicated) -> Iterator[tuple[Matter, End]]:
    return ((matter, end) for matter in complicated.matters for end in matter.ends)


def test_all_seven_matters_and_four_cases_are_there(complicated: Complicated) -> None:
    assert [matter.id for matter in complicated.matters] == [
        "own-child",
        "friend-parent",
        "was-pupil",
        "village",
        "governors-family",
        "youth-club",
        "former-names",
    ]
    assert len(complicated.scenarios) == 4
    beside = [matter.title for matter in complicated.matters if matter.beside_looks]
    assert beside == ["My own child is a pupil", "A friend is a parent", "I was a pupil here"]


def test_each_matter_can_end_in_each_of_the_three_ways(complicated: Complicated) -> None:
    for matter in complicated.matters:
        assert {end.ending for end in matter.ends} == set(Ending), matter.id


def test_an_end_that_keeps_and_tells_names_whom_and_gives_the_words(complicated: Complicated) -> None:
    for _, end in ends(complicated):
        if end.ending is Ending.KEEP_AND_TELL:
            assert {words.to for words in end.words} & {"the safeguarding lead (DSL)", "the headteacher"}, (
                end.id
            )


def test_writing_to_parents_goes_on_only_with_the_heads_approval(complicated: Complicated) -> None:
    asked = ("friend-parent.keep", "own-child.friends", "was-pupil.restrict", "village.friends")
    told = {end.id: " ".join(end.do) for _, end in ends(complicated)}
    assert [own_id for own_id in asked if "Ask the headteacher whether you may" not in told[own_id]] == []


def test_the_lines_beside_them_are_there_and_the_weakest_only_advises(built_in: Path) -> None:
    content = load_content(built_in)
    for matter in unpacked(content.complicated).matters:
        lines = content.policy.lines_of(matter.policy)
        assert len(lines) == len(matter.policy)
        assert Strength.ADVISED in {line.strength for line in lines}, matter.id


def test_each_end_and_case_reads_at_grade_six_at_most(complicated: Complicated) -> None:
    pages = {
        end.id: " ".join([matter.lead, *end.do, end.why, *(words.say for words in end.words)])
        for matter, end in ends(complicated)
    }
    for case in complicated.scenarios:
        said = (part for response in case.responses for part in (response.words, response.why))
        pages[case.id] = " ".join([case.story, *said])
    assert {name: grade(text) for name, text in pages.items() if grade(text) > 6} == {}


def test_telling_the_school_does_not_stand_in_the_same_place_in_each_case(complicated: Complicated) -> None:
    places = [
        place
        for case in complicated.scenarios
        for place, response in enumerate(case.responses)
        if "tell the safeguarding lead (DSL)" in response.words
    ]
    assert len(places) == 3
    assert len(set(places)) == 3
    assert all(len(case.responses) >= 3 for case in complicated.scenarios)


def test_a_good_file_has_no_fault_and_reaches_the_program(small: Workbench) -> None:
    assert [str(fault) for fault in check_content(small.resources).faults] == []
    (matter,) = unpacked(load_content(small.resources, policy="marsh-lane").complicated).matters
    assert matter.policy == (LineId("private"),)


def test_a_folder_may_do_without(bench: Workbench) -> None:
    assert unpacked(load_content(bench.resources, policy="marsh-lane").complicated) == Complicated()


MISTAKES = {
    "an answer that leads nowhere": (
        'answer = "Often"\nleads_to = "cousin.keep"',
        'answer = "Often"\nleads_to = "cousin.kept"',
        "matter[cousin].question[cousin.how].choice[1].leads_to",
        "Use one of: cousin.close, cousin.how, cousin.keep.",
    ),
    "a circle": (
        'answer = "Often"\nleads_to = "cousin.keep"',
        'answer = "Often"\nleads_to = "cousin.close"',
        "matter[cousin].question",
        f"After {MOST_QUESTIONS} questions there is still no end.",
    ),
    "a question nobody comes to": (
        'answer = "No"\nleads_to = "cousin.how"',
        'answer = "No"\nleads_to = "cousin.keep"',
        "matter[cousin].question[cousin.how].id",
        "No answer leads to",
    ),
    "one answer only": (
        '[[matter.question.choice]]\nanswer = "Seldom"\nleads_to = "cousin.keep"\n',
        "",
        "matter[cousin].question[cousin.how].choice",
        "There is 1 to choose from.",
    ),
    "an unknown ending": (
        'ending = "keep and tell"',
        'ending = "keep quiet"',
        "matter[cousin].end[cousin.keep].ending",
        "keep and tell, keep but restrict, take leave",
    ),
    "an end without words": (
        '[[matter.end.words]]\nto = "the head"\nsay = "My cousin is a parent here."\n',
        "words = []\n",
        "matter[cousin].end[cousin.keep].words",
        "give words to say",
    ),
    "a line the policy does not have": (
        'lead = "Family stays family."\npolicy = ["private"]',
        'lead = "Family stays family."\npolicy = ["privat"]',
        "matter[cousin].policy",
        "no line “privat”",
    ),
    "an id that is not the matter's": (
        'id = "cousin.how"',
        'id = "how"',
        "matter[cousin].question[how].id",
        "Call it cousin.how.",
    ),
    "one id twice": ('id = "friday"', 'id = "cousin"', "scenario[cousin].id", "is used twice"),
    "stronger than the policy": (
        'do = ["Say it once."]',
        'do = ["You must say it once."]',
        "matter[cousin].end[cousin.keep].do",
        "“must” is stronger",
    ),
    "a response without its reason": (
        'words = "I wait."\nwhy = "It is late."',
        'words = "I wait."',
        "scenario[friday].response[1].why",
        "is missing",
    ),
    "DSL that is not spelled out": (
        'why = "It is known then."',
        'why = "The DSL knows it then."',
        "matter[cousin].end[cousin.keep]",
        "DSL is not spelled out here.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_remedy(small: Workbench, name: str) -> None:
    old, new, key, says = MISTAKES[name]
    small.change(PLACE, old, new)
    faults = check_content(small.resources).faults
    told = [fault for fault in faults if fault.key == key and fault.file == PLACE]
    assert [says in f"{fault.message} {fault.remedy}" for fault in told] == [True], [
        str(each) for each in faults
    ]
    assert told[0].line is not None
    assert len(faults) <= 3
