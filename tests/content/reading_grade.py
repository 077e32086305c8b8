"""Flesch-Kincaid grade of a text, as textstat counts it: sentences by their end, syllables by hyphenation.

textstat itself does not import beside a current setuptools, so only its syllable source is used here.
"""

import re
from collections.abc import Iterable

from pyphen import Pyphen

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d+")
_NAMED = re.compile(r"“[^”]*”")
_HYPHENS = Pyphen(lang="en_US")


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with menu names in quotation marks and the names given each put as one short word."""
    text = _NAMED.sub("that", text)
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "it", text)
    return text


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a full stop inside a menu name in quotation marks ends none."""
    return tuple(part.strip() for part in _SENTENCE.findall(_NAMED.sub("that", text)) if part.strip())


def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def grade(text: str) -> float:
    """School year (American) for which the text is written; sentences of one or two words are not counted."""
    spoken = words(text)
    parts = max(1, sum(len(words(part)) > 2 for part in sentences(text)))
    syllables = sum(len(_HYPHENS.positions(word.lower().strip("'’-"))) + 1 for word in spoken)
    return 0.39 * len(spoken) / parts + 11.8 * syllables / len(spoken) - 15.59
