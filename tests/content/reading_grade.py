"""Flesch-Kincaid grade of a text, as textstat counts it, with the names of menus and sites left out."""

import re
import warnings
from collections.abc import Iterable

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat imports pkg_resources, which says that it will go
    import textstat

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d+")
_NAMED = re.compile(r"“[^”]*”")


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
    """School year (American) for which the text is written."""
    return float(textstat.flesch_kincaid_grade(text))
