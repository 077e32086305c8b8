"""Rules for single values that policy packs and platform files share: ids, months, texts, links."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.shapes import fields_of
from nickaudit.content.toml_source import TomlSource

_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")

T = TypeVar("T")


def check_id(source: TomlSource, own_id: str, at: KeyPath, *, begins: str = "") -> None:
    """An id has only a-z, 0-9, dots and hyphens; inside a platform file it begins with the platform's own."""
    if not _ID.fullmatch(own_id):
        source.fault(
            at, f"The id {quoted(own_id)} has other characters than a-z, 0-9, dot and hyphen.", "Rename it."
        )
    elif begins and not own_id.startswith(begins):
        source.fault(
            at, f"The id {quoted(own_id)} does not begin with {begins}", f"Call it {begins}{own_id}."
        )


def check_month(source: TomlSource, month: str, at: KeyPath) -> None:
    if not _MONTH.fullmatch(month):
        source.fault(at, f"{quoted(month)} is not a month.", "Write it as “2026-11”.")


def check_texts(source: TomlSource, struct: Struct, at: KeyPath = (), *, stands_for: str = "") -> None:
    """No text that is wanted is empty, none has anything in it that cannot be seen or filled in.

    Args:
        source: The file.
        struct: What was read from it, or a part of that.
        at: Where the part stands.
        stands_for: The one place holder that may stand in a text, such as `{name}`.
    """
    for info in fields_of(type(struct)).values():
        value = getattr(struct, info.name)
        here = (*at, info.encode_name)
        if isinstance(value, str):
            _check_text(source, value, here, is_wanted=info.required, stands_for=stands_for)
        elif isinstance(value, Struct):
            check_texts(source, value, here, stands_for=stands_for)
        elif isinstance(value, dict):
            for key, text in value.items():
                _check_text(source, text, (*here, str(key)), is_wanted=True, stands_for=stands_for)
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                if isinstance(entry, Struct):
                    check_texts(source, entry, (*here, index), stands_for=stands_for)
                elif isinstance(entry, str):
                    _check_text(source, entry, here, is_wanted=True, stands_for=stands_for)


def _check_text(source: TomlSource, text: str, at: KeyPath, *, is_wanted: bool, stands_for: str) -> None:
    if is_wanted and not text.strip():
        source.fault(at, "This text is empty.", "Write it, or take the whole entry out.")
    elif not text.isprintable():
        source.fault(at, "This text has a character in it that cannot be seen.", "Type it anew, on one line.")
    elif "{" in (rest := text.replace(stands_for, "") if stands_for else text) or "}" in rest:
        allowed = f"Only {stands_for} may stand there." if stands_for else "Take the braces out."
        source.fault(at, "There is something in braces that nothing fills in.", allowed)


def check_unique(source: TomlSource, ids: Iterable[tuple[str, KeyPath]]) -> None:
    """No id twice in one file."""
    seen: set[str] = set()
    for own_id, at in ids:
        if own_id and own_id in seen:
            source.fault(at, f"The id {quoted(own_id)} is used twice.", "Give each its own id.")
        seen.add(own_id)


def check_hosts(source: TomlSource, hosts: tuple[str, ...]) -> None:
    for host in hosts:
        if not _HOST.fullmatch(host):
            source.fault(
                ("hosts",), f"{quoted(host)} is not a host.", "Write it as “instagram.com”, without https://."
            )


def check_link(source: TomlSource, link: str, at: KeyPath, *, hosts: tuple[str, ...]) -> None:
    """A link is plain https to one of the platform's own hosts."""
    parts = _split(link)
    if parts is None or not parts.hostname or not link.isascii() or any(letter.isspace() for letter in link):
        source.fault(
            at, f"{quoted(link)} is not a link.", "Write the whole address, beginning with https://."
        )
    elif parts.scheme != "https":
        source.fault(at, f"The link {quoted(link)} does not begin with https://.", "Use the https address.")
    elif parts.username is not None or parts.netloc.lower() != parts.hostname:
        source.fault(
            at, f"The link {quoted(link)} has more than a host in its first part.", "Use the plain address."
        )
    elif not any(parts.hostname == host or parts.hostname.endswith(f".{host}") for host in hosts):
        source.fault(
            at,
            f"The host {quoted(parts.hostname)} is not on this platform's own list of hosts.",
            "Use a link to the platform itself, or add the host to hosts.",
        )


def _split(link: str) -> SplitResult | None:
    try:
        parts = urlsplit(link)
        _ = parts.port  # looked at only here, so that a broken port is told apart from a good link
    except ValueError:
        return None
    return parts


def numbered(items: tuple[T, ...], table: str) -> Iterator[tuple[T, KeyPath]]:
    """Each item with its place in the file."""
    return ((item, (table, index)) for index, item in enumerate(items))
