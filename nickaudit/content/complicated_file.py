"""The matters and cases of `wording/en/complicated.toml`, read from their file, and the rules they keep."""

from collections.abc import Iterator

from msgspec import Struct

from nickaudit.content.faults import Fault, KeyPath, quoted
from nickaudit.content.field_rules import check_id, check_texts, check_unique, numbered
from nickaudit.content.passages import Passage
from nickaudit.content.roots import Found
from nickaudit.content.shapes import shape
from nickaudit.content.toml_source import TomlSource, read_source
from nickaudit.content.wording_rules import check_dsl, check_wording
from nickaudit.domain.complicated import Complicated, Matter
from nickaudit.domain.policy import PolicyPack

MOST_QUESTIONS = 3
"""How many questions there may be from the first to an end."""
_FEWEST_ANSWERS, _MOST_ANSWERS = 2, 4


class ComplicatedFile(Struct, frozen=True):
    """The matters and cases beside the file they came from."""

    source: TomlSource
    complicated: Complicated
    is_own: bool = False
    """Whether it lies in a folder that overrides and extends the built-in one."""


def read_complicated(
    found: Found | None, *, pack: PolicyPack | None, faults: list[Fault]
) -> ComplicatedFile | None:
    """The matters and cases; a folder of content may do without the file.

    Args:
        found: The file that counts.
        pack: The policy they were written for; None where a school's own stands in its place.
        faults: Where to take down what is wrong.
    """
    source = read_source(found.path, file=found.file, faults=faults) if found is not None else None
    if found is None or source is None:
        return None
    complicated = shape(source, Complicated)
    check_texts(source, complicated)
    _check_ids(source, complicated)
    for matter, at in numbered(complicated.matters, "matter"):
        _check_answers(source, matter, at)
        _check_tree(source, matter, at)
    for scenario, at in numbered(complicated.scenarios, "scenario"):
        _check_number(source, len(scenario.responses), (*at, "response"))
    if pack is not None:
        _check_lines(source, complicated, pack)
    return ComplicatedFile(source, complicated, found.is_own)


def check_complicated_words(file: ComplicatedFile, pack: PolicyPack) -> None:
    """Take down what does not read as it should, or sounds stronger than the lines beside it."""
    check_wording(file.source, passages_of_complicated(file.complicated, pack))
    for matter, at in numbered(file.complicated.matters, "matter"):
        for number, end in enumerate(matter.ends):
            said = [part for words in end.words for part in (words.to, words.say)]
            check_dsl(file.source, (*at, "end", number), " ".join([end.title, *end.do, end.why, *said]))
    for scenario, at in numbered(file.complicated.scenarios, "scenario"):
        said = [part for response in scenario.responses for part in (response.words, response.why)]
        check_dsl(file.source, at, " ".join([scenario.story, *said]))


def passages_of_complicated(complicated: Complicated, pack: PolicyPack) -> Iterator[Passage]:
    """Every text of the file, beside the lines of its matter or case."""
    for matter, at in numbered(complicated.matters, "matter"):
        lines = pack.lines_of(matter.policy)
        yield from (Passage((*at, key), getattr(matter, key), lines) for key in ("title", "lead"))
        for number, question in enumerate(matter.questions):
            here = (*at, "question", number)
            yield Passage((*here, "question"), question.question, lines)
            for n, choice in enumerate(question.choices):
                yield Passage((*here, "choice", n, "answer"), choice.answer, lines)
        for number, end in enumerate(matter.ends):
            here = (*at, "end", number)
            yield from (Passage((*here, key), getattr(end, key), lines) for key in ("title", "why"))
            yield from (Passage((*here, "do"), text, lines) for text in end.do)
            for n, words in enumerate(end.words):
                yield from (Passage((*here, "words", n, key), getattr(words, key)) for key in ("to", "say"))
    for scenario, at in numbered(complicated.scenarios, "scenario"):
        lines = pack.lines_of(scenario.policy)
        yield from (Passage((*at, key), getattr(scenario, key), lines) for key in ("title", "story"))
        for n, response in enumerate(scenario.responses):
            here = (*at, "response", n)
            yield from (Passage((*here, key), getattr(response, key), lines) for key in ("words", "why"))


def _check_ids(source: TomlSource, complicated: Complicated) -> None:
    ids: list[tuple[str, KeyPath]] = []
    for matter, at in numbered(complicated.matters, "matter"):
        ids.append((matter.id, (*at, "id")))
        check_id(source, matter.id, (*at, "id"))
        for own_id, place in _parts(matter, at):
            ids.append((own_id, (*place, "id")))
            check_id(source, own_id, (*place, "id"), begins=f"{matter.id}.")
    for scenario, at in numbered(complicated.scenarios, "scenario"):
        ids.append((scenario.id, (*at, "id")))
        check_id(source, scenario.id, (*at, "id"))
    check_unique(source, ids)


def _check_answers(source: TomlSource, matter: Matter, at: KeyPath) -> None:
    for number, question in enumerate(matter.questions):
        _check_number(source, len(question.choices), (*at, "question", number, "choice"))
    for number, end in enumerate(matter.ends):
        for key, entries in (("do", end.do), ("words", end.words)):
            if not entries:
                source.fault(
                    (*at, "end", number, key), "This list is empty.", "Say what to do, and give words to say."
                )


def _check_number(source: TomlSource, count: int, at: KeyPath) -> None:
    if not _FEWEST_ANSWERS <= count <= _MOST_ANSWERS:
        source.fault(
            at,
            f"There {'is' if count == 1 else 'are'} {count} to choose from.",
            f"Give between {_FEWEST_ANSWERS} and {_MOST_ANSWERS}.",
        )


def _check_tree(source: TomlSource, matter: Matter, at: KeyPath) -> None:
    """Every answer leads on, none in a circle, and everything can be reached."""
    if not matter.questions:
        source.fault((*at, "question"), "This matter asks nothing.", "Add a [[matter.question]].")
        return
    known = {own_id for own_id, _ in _parts(matter, at)}
    for number, question in enumerate(matter.questions):
        for n, choice in enumerate(question.choices):
            if choice.leads_to not in known:
                source.fault(
                    (*at, "question", number, "choice", n, "leads_to"),
                    f"There is no question or end {quoted(choice.leads_to)} in this matter.",
                    f"Use one of: {', '.join(sorted(known))}.",
                )
    if source.is_faulty(at):
        return
    reached: set[str] = set()
    level = {matter.questions[0].id}
    for _ in range(MOST_QUESTIONS + 1):
        reached |= level
        asked = [found for own_id in level if (found := matter.question_of(own_id)) is not None]
        level = {choice.leads_to for found in asked for choice in found.choices}
    if level:
        source.fault(
            (*at, "question"),
            f"After {MOST_QUESTIONS} questions there is still no end.",
            "Let each answer come to an end sooner, and none lead back.",
        )
        return
    for own_id, place in _parts(matter, at):
        if own_id not in reached:
            source.fault(
                (*place, "id"), f"No answer leads to {quoted(own_id)}.", "Let one lead there, or take it out."
            )


def _parts(matter: Matter, at: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    yield from ((question.id, (*at, "question", n)) for n, question in enumerate(matter.questions))
    yield from ((end.id, (*at, "end", n)) for n, end in enumerate(matter.ends))


def _check_lines(source: TomlSource, complicated: Complicated, pack: PolicyPack) -> None:
    known = {line.id for line in pack.lines}
    named = [(each.policy, at) for each, at in numbered(complicated.matters, "matter")]
    named += [(each.policy, at) for each, at in numbered(complicated.scenarios, "scenario")]
    for lines, at in named:
        for line in lines:
            if line not in known:
                source.fault(
                    (*at, "policy"),
                    f"The policy has no line {quoted(line)}.",
                    "Use the id of a [[line]] of the policy pack.",
                )
