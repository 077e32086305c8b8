"""JSON from outside, read strictly: one object, no name twice, no NaN, no deep nesting.

What a lenient reader lets through (the last of two equal names, an infinity) is where two programs can read
one file differently. A certificate has to read the same everywhere.
"""

import json
import math
import re
from typing import NoReturn

from nickaudit.domain.certificate import CertificateRefused, Refusal

DEEPEST = 8
"""Objects and lists inside each other, the outermost counted."""

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


def parse_object(untrusted: bytes) -> dict[str, object]:
    """The object these bytes spell.

    Raises:
        CertificateRefused: a name twice, NaN or an infinity, nested too deep, or not one object in UTF-8.
    """
    if _depth(untrusted) > DEEPEST:
        raise CertificateRefused(Refusal.TOO_DEEP)
    try:
        text = untrusted.decode("utf-8")
        value, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError) as err:
        raise CertificateRefused(Refusal.NOT_A_CERTIFICATE) from err
    if not isinstance(value, dict) or end != len(text):
        raise CertificateRefused(Refusal.NOT_A_CERTIFICATE)
    return value


def names(value: object, name: str) -> bool:
    """Whether a member of that name stands anywhere in what was parsed."""
    if isinstance(value, dict):
        return name in value or any(names(inner, name) for inner in value.values())
    return isinstance(value, list) and any(names(inner, name) for inner in value)


def _depth(untrusted: bytes) -> int:
    """How deep it goes, counted before any parser recurses into it."""
    opened = untrusted.count(b"{") + untrusted.count(b"[")
    if opened <= DEEPEST:
        return opened
    deepest = depth = 0
    for byte in _STRING.sub(b"", untrusted):
        if byte in b"{[":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"}]":
            depth -= 1
    return deepest


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise CertificateRefused(Refusal.DUPLICATE_KEY)
    return members


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise CertificateRefused(Refusal.NOT_A_NUMBER)
    return number


def _no_constant(text: str) -> NoReturn:
    raise CertificateRefused(Refusal.NOT_A_NUMBER)


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_float=_finite, parse_constant=_no_constant)
