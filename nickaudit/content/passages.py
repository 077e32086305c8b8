"""Every text that people will read, with its place and the lines of the policy it stands beside."""

from collections.abc import Iterator

from msgspec import Struct

from nickaudit.content.faults import KeyPath
from nickaudit.content.field_rules import numbered
from nickaudit.domain.platforms import Check, CloseAccount, Look, Platform, Stop, Tool
from nickaudit.domain.policy import PolicyLine, PolicyPack, Situation, StatementPage


class Passage(Struct, frozen=True):
    """One text."""

    at: KeyPath
    text: str
    lines: tuple[PolicyLine, ...] = ()
    """The policy's sentences it stands beside; it is never stronger than the weakest."""
    is_line: bool = False
    """Whether it is the wording of the line itself."""
    is_advice: bool = True
    """Whether it tells people what to do; a question for the head quotes the policy instead."""


def passages_of_pack(pack: PolicyPack) -> Iterator[Passage]:
    """The texts of a policy pack."""
    for line, at in numbered(pack.lines, "line"):
        yield Passage((*at, "words"), line.words, (line,), is_line=True)
        yield Passage((*at, "why"), line.why, (line,))
        yield Passage((*at, "help"), line.help, (line,))
    for page, at in numbered(pack.pages, "page"):
        yield from _of_page(pack, page, at)
    for situation, at in numbered(pack.situations, "situation"):
        yield from _of_situation(pack, situation, at)
    for contact, at in numbered(pack.contacts, "contact"):
        yield Passage((*at, "note"), contact.note)
    for key in ("keep_before_you_tidy", "exception_words", "yearly_note", "statement"):
        yield Passage((key,), getattr(pack, key))
    duty = pack.responsibility
    for key, text in (
        ("controller", duty.controller),
        ("basis", duty.basis),
        ("kept_for", duty.kept_for),
        ("complain", duty.complain),
    ):
        yield Passage(("responsibility", key), text)
    for text in duty.rights:
        yield Passage(("responsibility", "rights"), text)
    for question, at in numbered(pack.questions, "question"):
        yield Passage((*at, "question"), question.question, is_advice=False)
    for guidance, at in numbered(pack.guidance, "guidance"):
        yield Passage((*at, "replaced_by"), guidance.replaced_by, is_advice=False)


def _of_page(pack: PolicyPack, page: StatementPage, at: KeyPath) -> Iterator[Passage]:
    lines = pack.lines_of(page.lines)
    for key, text in (
        ("title", page.title),
        ("heading", page.heading),
        ("where_to_turn", page.where_to_turn),
    ):
        yield Passage((*at, key), text, lines)
    yield Passage((*at, "note"), page.note)
    for index, group in enumerate(page.groups):
        yield Passage((*at, "group", index, "heading"), group.heading, pack.lines_of(group.lines))


def _of_situation(pack: PolicyPack, situation: Situation, at: KeyPath) -> Iterator[Passage]:
    lines = pack.lines_of(situation.lines)
    yield Passage((*at, "title"), situation.title, lines)
    yield Passage((*at, "say"), situation.say, lines)
    for text in situation.first:
        yield Passage((*at, "first"), text, lines)
    for text in situation.evidence:
        yield Passage((*at, "evidence"), text, lines)


def passages_of_platform(platform: Platform, pack: PolicyPack) -> Iterator[Passage]:
    """The texts of a platform file; what the platform itself wrote (settings, menus) is left out."""
    yield Passage(("note",), platform.note)
    for stop, at in numbered(platform.stops, "stop"):
        yield from _of_stop(platform, stop, at, pack)
    for check, at in numbered(platform.checks, "check"):
        yield from _of_check(check, at, pack)
    for look, at in numbered(platform.looks, "look"):
        yield from _of_look(look, at, pack)
    for tool, at in numbered(platform.tools, "tool"):
        yield from _of_tool(tool, at)
    if platform.close is not None:
        yield from _of_close(platform.close)
    for topic, reason in platform.not_covered.items():
        yield Passage(("not_covered", topic.value), reason)


def _of_stop(platform: Platform, stop: Stop, at: KeyPath, pack: PolicyPack) -> Iterator[Passage]:
    checks = platform.checks_of(stop.id)
    # Good practice on the screen is not dressed up as the policy's: then the texts stand beside no line.
    ours = any(check.good_practice for check in checks)
    lines = () if ours else pack.lines_of(tuple(line for check in checks for line in check.policy))
    for key, text in (("heading", stop.heading), ("why", stop.why), ("good_to_know", stop.good_to_know)):
        yield Passage((*at, key), text, lines)
    for text in stop.steps:
        yield Passage((*at, "steps"), text, lines)


def _of_check(check: Check, at: KeyPath, pack: PolicyPack) -> Iterator[Passage]:
    lines = pack.lines_of(check.policy)
    yield Passage((*at, "strictest"), check.strictest, lines)
    yield Passage((*at, "help"), check.help, lines)


def _of_look(look: Look, at: KeyPath, pack: PolicyPack) -> Iterator[Passage]:
    lines = pack.lines_of(look.policy)
    for key, text in (("heading", look.heading), ("title", look.title), ("good_to_know", look.good_to_know)):
        yield Passage((*at, key), text, lines)
    for text in look.prompts:
        yield Passage((*at, "prompts"), text, lines)


def _of_tool(tool: Tool, at: KeyPath) -> Iterator[Passage]:
    """No sentence of the policy asks for a tool, so its texts stand beside none."""
    for key, text in (("title", tool.title), ("why", tool.why), ("good_to_know", tool.good_to_know)):
        yield Passage((*at, key), text)
    for text in tool.steps:
        yield Passage((*at, "steps"), text)


def _of_close(close: CloseAccount) -> Iterator[Passage]:
    yield Passage(("close", "lost"), close.lost)
    for text in close.steps:
        yield Passage(("close", "steps"), text)
