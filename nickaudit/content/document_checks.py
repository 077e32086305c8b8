"""Holds a policy pack against the policy document: is each sentence there, and is its verb the one said?"""

import re

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.field_rules import numbered
from nickaudit.content.policy_document import FoundSentence, PolicyDocument, find_sentence
from nickaudit.content.policy_text import Sentence, bare
from nickaudit.content.toml_source import TomlSource
from nickaudit.content.verbs import has_absolute
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import PolicyLine, PolicyPack, Strength

# Only where *staff* will: what the school, pupils or others will do asks nothing of the reader.
_OTHERS = re.compile(
    r"(?P<within>\b(?:of|for|by|in|at|from|to|with) (?:the |our )?)?"
    r"\b(?:schools?|pupils|children|parents|carers|body|governors|council|headteachers?|advice|police|incidents"
    r"|concerns|it|that|which|^this) $"
)
_SAID_FOR_ANOTHER = r"(?! (?:always )?be (?:expected|advised|encouraged|permitted)\b)"

_IN_SENTENCE: dict[Strength, re.Pattern[str]] = {
    strength: re.compile(pattern)
    for strength, pattern in {
        Strength.MUST: r"\bmust\b(?! (?:not|never)\b)",
        Strength.MUST_NOT: r"\bmust (?:not|never)\b",
        Strength.SHOULD: r"(?<!\bnor )(?<!\bneither )\bshould\b(?! (?:not|never)\b)",
        Strength.SHOULD_NOT: r"\bshould not\b|\b(?:nor|neither) should\b",
        Strength.SHOULD_NEVER: r"\bshould never\b",
        Strength.NEED_TO: r"(?<!\bno )(?<!\bnot )\bneeds? to\b(?! do so\b)",
        Strength.WILL: rf"\bwill\b(?! (?:not|never)\b){_SAID_FOR_ANOTHER}",
        Strength.WILL_NOT: r"\bwill (?:not|never)\b",
        Strength.EXPECTED: r"\bexpected\b",
        Strength.ADVISED: r"\badvise[ds]\b",
        Strength.ENCOURAGED: r"\bencouraged\b",
        Strength.MAY: r"\bmay\b|\bcould\b|\bmight\b",
        Strength.PERMITTED: r"\bpermitted\b|\ballowed\b",
    }.items()
}
_ASKING = tuple(set(_IN_SENTENCE) - {Strength.MAY, Strength.PERMITTED})
_EXPECTED_THAT = re.compile(r"\bexpected that\b.*\bwill\b")
_SPLIT_NOT = {Strength.SHOULD_NOT: "should", Strength.WILL_NOT: "will", Strength.MUST_NOT: "must"}


def check_against_document(
    source: TomlSource, pack: PolicyPack, document: PolicyDocument
) -> dict[LineId, int]:
    """Take down each sentence and each verb that is not there; return the lines where the sentences are."""
    places: dict[LineId, int] = {}
    for line, at in numbered(pack.lines, "line"):
        found = find_sentence(document, line)
        if found is None:
            _explain_missing(source, line, at, document)
            continue
        places[line.id] = found.line
        _check_verb(source, line, at, found)
        for opening in line.also:
            _check_there(source, (*at, "also"), opening, document.beginning(opening))
    _check_asides(source, pack, document)
    for guidance, at in numbered(pack.guidance, "guidance"):
        cited = bare(guidance.opening)
        if not any(cited in sentence.key for sentence in document.sentences):
            source.fault(
                (*at, "opening"), f"The document does not say {quoted(guidance.opening)}.", "Copy its words."
            )
    return places


def _check_asides(source: TomlSource, pack: PolicyPack, document: PolicyDocument) -> None:
    for aside, at in numbered(pack.asides, "aside"):
        if not document.has_heading(aside.heading):
            source.fault(
                (*at, "heading"),
                f"The document has no heading {quoted(aside.heading)}.",
                "Copy it as printed.",
            )
            continue
        for opening in aside.openings:
            _check_there(
                source, (*at, "openings"), opening, document.beginning(opening, heading=aside.heading)
            )


def carries(strength: Strength, found: FoundSentence) -> bool:
    """Whether that verb is in the sentence, or in the line its list hangs from."""
    if strength is Strength.STATED:
        return not any(carries(other, found) for other in _ASKING)
    if strength not in _IN_SENTENCE:
        return False
    if strength is Strength.WILL and _EXPECTED_THAT.search(found.key):
        return False
    pattern = _IN_SENTENCE[strength]
    if any(_asks_staff(strength, found.key, match.start()) for match in pattern.finditer(found.key)):
        return True
    first = found.key.split(" ", 1)[0]
    if strength in _SPLIT_NOT:
        is_split = first == "not" and found.head_key.endswith(f" {_SPLIT_NOT[strength]}")
        return is_split or pattern.search(found.head_key) is not None
    if strength is Strength.SHOULD_NEVER:
        return first == "never" and found.head_key.endswith(" should")
    return first not in ("not", "never") and pattern.search(found.head_key) is not None


def _asks_staff(strength: Strength, key: str, start: int) -> bool:
    if strength not in (Strength.WILL, Strength.WILL_NOT):
        return True
    others = _OTHERS.search(key[:start])
    return others is None or others["within"] is not None


def _check_verb(source: TomlSource, line: PolicyLine, at: KeyPath, found: FoundSentence) -> None:
    if not carries(line.strength, found):
        there = [
            strength.value for strength in Strength if strength in _IN_SENTENCE and carries(strength, found)
        ]
        source.fault(
            (*at, "strength"),
            f"Line {found.line} of the document does not say {quoted(line.strength.value)}.",
            f"It says: {', '.join(there)}." if there else "It asks for nothing; call it “stated”.",
        )
    elif has_absolute(line.words) and not has_absolute(f"{found.head_key} {found.key}"):
        source.fault(
            (*at, "words"),
            f"The words say always or never; the sentence on line {found.line} of the document does not.",
            "Leave it out.",
        )


def _explain_missing(source: TomlSource, line: PolicyLine, at: KeyPath, document: PolicyDocument) -> None:
    if not document.has_heading(line.heading):
        source.fault(
            (*at, "heading"),
            f"The document has no heading {quoted(line.heading)}.",
            "Copy the heading as the document prints it, without its number.",
        )
        return
    found = document.beginning(line.opening, heading=line.heading)
    if len(found) == 1:
        source.fault(
            (*at, "hangs_from"),
            f"The sentence on line {found[0].line} does not hang from {quoted(line.hangs_from)}.",
            "Copy the first words of the line before its list.",
        )
        return
    _check_there(source, (*at, "opening"), line.opening, found)


def _check_there(source: TomlSource, at: KeyPath, opening: str, found: tuple[Sentence, ...]) -> None:
    if not found:
        source.fault(
            at,
            f"No sentence there begins {quoted(opening)}.",
            "Copy the sentence's first words from the document.",
        )
    elif len(found) > 1:
        lines = ", ".join(str(sentence.line) for sentence in found)
        source.fault(
            at, f"Several sentences begin {quoted(opening)}, on lines {lines}.", "Give a few words more."
        )
