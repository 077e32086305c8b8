"""Every link of the content with its host and where it is used, for a person to click through."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from nickaudit.content.cross_checks import PlatformFile
from nickaudit.domain.platforms import Platform


class Link(Struct, frozen=True):
    """One address, however often it is used."""

    link: str
    host: str
    used: tuple[str, ...]
    """`platforms/strava.toml: strava.audience`, for each place."""


def links(files: Iterable[PlatformFile]) -> tuple[Link, ...]:
    """Every https link, by host. Nothing is opened."""
    used: dict[str, list[str]] = {}
    for file in files:
        for place, link in _links(file.platform):
            if link.startswith("https://"):
                used.setdefault(link, []).append(f"{file.source.file}: {place}")
    found = (Link(link, _host(link), tuple(dict.fromkeys(places))) for link, places in used.items())
    return tuple(sorted(found, key=lambda each: (each.host, each.link)))


def _links(platform: Platform) -> Iterator[tuple[str, str]]:
    yield "home", platform.home
    yield "settings_root", platform.settings_root
    yield from ((stop.id, stop.link) for stop in platform.stops)
    yield from ((look.id, look.link) for look in platform.looks)
    yield from ((tool.id, tool.link) for tool in platform.tools)
    if platform.close is not None:
        yield "close", platform.close.link


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""  # `content check` tells what is wrong with it
