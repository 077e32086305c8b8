"""On which line of a TOML file each key stands: a small scan, good enough to send somebody to the place."""

import re

from nickaudit.content.faults import KeyPath

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(
    r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_LONG_QUOTES = ('"""', "'''")


def lines_of_keys(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of each table and key that stands at the start of a line."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if header := _HEADER.match(line):
            table = _table(header[1] == "[[", _parts(header[2]), counts)
            lines.setdefault(table, number)
            for length in range(1, len(table)):
                lines.setdefault(table[:length], number)
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
            lines.setdefault(path, number)
        closing = _left_open(line)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _table(is_item: bool, parts: tuple[str, ...], counts: dict[KeyPath, int]) -> KeyPath:
    """The path of a header: `[[stop]]` counts on; `[stop.paths]` belongs to the last stop."""
    path: KeyPath = ()
    for index, part in enumerate(parts):
        path = (*path, part)
        is_last = index == len(parts) - 1
        if is_last and is_item:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _left_open(line: str) -> str:
    """The quotes of a text over several lines that this line begins and does not end."""
    for quotes in _LONG_QUOTES:
        if line.count(quotes) % 2:
            return quotes
    return ""
