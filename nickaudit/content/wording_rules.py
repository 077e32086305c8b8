"""How the texts read: plain, short, one word for one thing, never stronger than the policy's sentence."""

import re
from collections.abc import Iterable

from nickaudit.content.faults import quoted
from nickaudit.content.passages import Passage
from nickaudit.content.toml_source import TomlSource
from nickaudit.content.verbs import too_strong_around, too_strong_in_words, verb_missing
from nickaudit.domain.policy import PolicyPack

LONGEST_SENTENCE = 25

_SENTENCE_END = re.compile(r"[.!?](?=[\s”\"')]|$)")
_WORD = re.compile(r"[^\W_][\w'’/-]*")
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_UNWANTED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), instead)
    for pattern, instead in (
        (r"audit(?:s|ed|ing|or|ors)?", "Say “check”."),
        (r"complian(?:ce|t)", "Say what is done, in plain words."),
        (r"offen[cs]es?", "Say “against the law”."),
        (r"genuine(?:ly)?", "Say “unchanged” or leave it out."),
        (r"(?:you|has|have|account|person) passed", "Say “finished”."),
        (
            r"(?:account|profile|page|person|you)s?(?: is| are| will be|['’]re)(?: now)? (?:safe|secure)",
            "Say what others can see; nothing here can tell that it is safe.",
        ),
        (
            r"sign(?:ed|ing|s)? (?:in|out)|sign-?(?:in|out)s?|logins?|log(?:ged)? on",
            "Say “log in” or “log out”.",
        ),
        (r"emails?", "Write “e-mail”."),
        (r"he|she|his|her|hers|him|himself|herself", "Say “they”, or name the person by their role."),
    )
)
_ABBREVIATED = re.compile(r"\bDSL\b")
_SPELLED_OUT = "safeguarding lead (DSL)"


def check_wording(source: TomlSource, passages: Iterable[Passage]) -> None:
    """Take down what does not read as it should; one fault a text."""
    for passage in passages:
        _check_plain(source, passage)
        _check_strength(source, passage)


def _check_plain(source: TomlSource, passage: Passage) -> None:
    text = _QUOTATION.sub("…", passage.text)
    if "!" in text:
        source.fault(passage.at, "There is an exclamation mark.", "End the sentence with a full stop.")
    for sentence in _SENTENCE_END.split(passage.text):
        count = len(_WORD.findall(sentence))
        if count > LONGEST_SENTENCE:
            beginning = " ".join(sentence.split()[:6])
            source.fault(
                passage.at,
                f"The sentence {quoted(beginning + ' …')} has {count} words.",
                f"Make two of it; {LONGEST_SENTENCE} words is the most.",
            )
    for pattern, instead in _UNWANTED:
        if found := pattern.search(text):
            source.fault(passage.at, f"The word {quoted(found[0])} is not used here.", instead)


def _check_strength(source: TomlSource, passage: Passage) -> None:
    if passage.is_line:
        (line,) = passage.lines
        if strong := too_strong_in_words(line):
            source.fault(
                passage.at,
                f"{quoted(strong)} is stronger than the policy's own verb, {quoted(line.strength.value)}.",
                f"Word it with {quoted(line.strength.value)}.",
            )
        elif verb_missing(line):
            source.fault(
                passage.at,
                f"The words lack the policy's own verb, {quoted(line.strength.value)}.",
                "Put the verb into them, in one of its forms.",
            )
    elif passage.is_advice and (strong := too_strong_around(passage.text, passage.lines)):
        verbs = sorted({line.strength.value for line in passage.lines})
        beside = f"the lines beside it ({', '.join(verbs)})" if verbs else "good practice, which is ours"
        source.fault(
            passage.at, f"{quoted(strong)} is stronger than {beside}.", "Say it as a choice or a step."
        )


def check_spelled_out(source: TomlSource, pack: PolicyPack) -> None:
    """The safeguarding lead is spelled out on each page and in each situation that speaks of the DSL."""
    for index, page in enumerate(pack.pages):
        lines = pack.lines_of(page.lines)
        check_dsl(
            source,
            ("page", index),
            " ".join([*(line.words for line in lines), page.where_to_turn, page.note]),
        )
    for index, situation in enumerate(pack.situations):
        titles = [found.title for contact in situation.tell if (found := pack.contact(contact))]
        own = [*situation.first, *situation.evidence, situation.say]
        check_dsl(source, ("situation", index), " ".join([*own, *titles]))


def check_dsl(source: TomlSource, at: tuple[str | int, ...], text: str) -> None:
    """In the texts of one page, DSL is spelled out once."""
    if _ABBREVIATED.search(text) and _SPELLED_OUT not in text:
        source.fault(at, "DSL is not spelled out here.", f"Write “{_SPELLED_OUT}” once.")
