"""How a platform is found by what a person types: its start, another name people give it, a small slip."""

import re
import unicodedata
from collections.abc import Iterable

from nickaudit.domain.platforms import Platform

_LEAST_FOR_SLIPS = 4
"""Shorter words are too near to too much."""
_FEW_LETTERS = 2
"""Of several words, those with no more letters say nothing."""
_INSIDE = 3
_PER_WORD = 10
_OF_AN_ADDRESS = re.compile(r"^(https?://)?(www\.)?|\.(com|net|org|tv|app|co\.uk)/?$")


def ranked(platforms: Iterable[Platform], typed: str) -> tuple[Platform, ...]:
    """The platforms that fit what was typed, the best first; all of them, common ones first, for nothing."""
    listed = sorted(platforms, key=_place)
    typed = _OF_AN_ADDRESS.sub("", typed.strip().casefold())
    wanted = folded(typed)
    if not wanted:
        return tuple(listed)
    fits = [(fit, platform) for platform in listed if (fit := _fit(platform, wanted)) is not None]
    if not fits:
        words = [word for part in typed.split() if len(word := folded(part)) > _FEW_LETTERS]
        fits = [(fit, platform) for platform in listed if (fit := _fit_by_words(platform, words)) is not None]
    return tuple(platform for _, platform in sorted(fits, key=lambda pair: pair[0]))


def folded(text: str) -> str:
    """Letters and digits only, without accents, in lower case: `Tik-Tok` and `tik tok` are one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in plain if char.isalnum())


def slips(a: str, b: str, *, most: int) -> int:
    """How many letters have to be put in, left out, changed or swapped; `most + 1` for any number above."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        new = [i]
        for j, right in enumerate(b, 1):
            best = min(new[j - 1] + 1, row[j] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, before[j - 2] + 1)
            new.append(best)
        before, row = row, new
    return min(row[-1], most + 1)


def _place(platform: Platform) -> tuple[int, str]:
    return (platform.common or 1000, platform.name.casefold())


def _names(platform: Platform) -> tuple[str, ...]:
    return tuple(name for each in (platform.name, *platform.aka) if (name := folded(each)))


def _words(platform: Platform) -> tuple[str, ...]:
    every = (platform.name, *platform.aka)
    return tuple(word for each in every for part in each.split() if (word := folded(part)))


def _fit(platform: Platform, wanted: str) -> int | None:
    """How near: 0 the name itself, 1 its start, 2 a word's start, 3 inside, more with slips; else None."""
    names = _names(platform)
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(word.startswith(wanted) for word in _words(platform)):
        return 2
    if len(wanted) > 2 and any(wanted in name for name in names):
        return _INSIDE
    if len(wanted) < _LEAST_FOR_SLIPS:
        return None
    allowed = 1 if len(wanted) < 6 else 2
    nearest = min(_slips_at_start(wanted, name, allowed) for name in names)
    return _INSIDE + nearest if nearest <= allowed else None


def _fit_by_words(platform: Platform, words: list[str]) -> int | None:
    """For a name with more words to it, as in `Garmin watch`: the more of them fit, the better."""
    fits = [fit for word in words if (fit := _fit(platform, word)) is not None and fit != _INSIDE]
    return min(fits) - _PER_WORD * len(fits) if fits else None


def _slips_at_start(wanted: str, name: str, most: int) -> int:
    """Slips against the name, or against as much of it as has been typed so far."""
    if len(name) < _LEAST_FOR_SLIPS:
        return most + 1
    lengths = {len(name), *(n for n in range(len(wanted) - 1, len(wanted) + 2) if 3 < n < len(name))}
    return min(slips(wanted, name[:length], most=most) for length in lengths)
