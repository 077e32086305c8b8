"""Searches for oneself, built from what a person types. Nothing of it is stored anywhere."""

import re
from enum import StrEnum

MOST_NAMES = 5
_BETWEEN_NAMES = re.compile(r"[,;\n]+")


class Engine(StrEnum):
    """Where to search; the value is its name."""

    GOOGLE = "Google"
    BING = "Bing"
    DUCKDUCKGO = "DuckDuckGo"


_ADDRESSES = {
    Engine.GOOGLE: "https://www.google.com/search?q=",
    Engine.BING: "https://www.bing.com/search?q=",
    Engine.DUCKDUCKGO: "https://duckduckgo.com/?q=",
}


def own_searches(name: str, *, former: str = "", town: str = "", school: str = "") -> tuple[str, ...]:
    """Each name by itself, with the town and with the school; names stand in quotation marks."""
    names = [_plain(each) for each in (name, *_BETWEEN_NAMES.split(former))]
    places = [_plain(each) for each in (town, school)]
    found = [
        " ".join(part for part in (f'"{each}"', f'"{place}"' if " " in place else place) if part)
        for each in list(dict.fromkeys(filter(None, names)))[:MOST_NAMES]
        for place in ("", *filter(None, places))
    ]
    return tuple(dict.fromkeys(found))


def address(search: str, engine: Engine) -> str:
    """The address that makes that search."""
    from urllib.parse import quote_plus

    return _ADDRESSES[engine] + quote_plus(search)


def _plain(text: str) -> str:
    return " ".join(text.replace('"', " ").split())
