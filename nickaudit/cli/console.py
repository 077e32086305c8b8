"""The one place that prints: a line, an error line, a table, JSON."""

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from nickaudit import __version__
from nickaudit.domain.errors import NickAuditError

JSON_VERSION = 1
"""Version of the shapes that `--json` prints; it goes up when one of them changes."""


def line(text: str = "") -> None:
    """Print one line. What the terminal cannot show, or what could steer it, becomes a question mark."""
    print(_shown(text, sys.stdout), flush=True)


def error(text: str) -> None:
    """Print one line to stderr."""
    print(_shown(" ".join(text.split()), sys.stderr), file=sys.stderr, flush=True)


def sentence_of(problem: NickAuditError | OSError) -> str:
    """What is wrong, in words for people; the system's own words for what the system says."""
    if isinstance(problem, NickAuditError):
        return problem.sentence
    place = f" ({problem.filename})" if problem.filename else ""
    return f"{problem.strerror or problem}{place}"


def as_json(value: object) -> None:
    """Print a mapping of plain values (msgspec structs and dates too) as JSON, with the shape's version.

    JSON is UTF-8. Where the output has another encoding, or a file's name is in none, letters are spelled
    out, so that nothing is lost on the way.
    """
    import json

    import msgspec

    shape = {"version": JSON_VERSION, **msgspec.to_builtins(value)}
    text = json.dumps(shape, indent=2, ensure_ascii=False)
    print(text if _goes_as_utf8(text, sys.stdout) else json.dumps(shape, indent=2), flush=True)


def table(rows: Iterable[Sequence[str]], *, header: Sequence[str]) -> None:
    """Print rows under a header, columns in line."""
    listed = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in listed) for column in range(len(header))]
    for row in listed:
        line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _shown(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    plain = "".join(char if char.isprintable() else "?" for char in text)
    return plain.encode(encoding, "replace").decode(encoding)


def _goes_as_utf8(text: str, stream: TextIO) -> bool:
    try:
        return text.encode("utf-8") == text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False


def version() -> str:
    """As `--version` prints it."""
    return f"NickAudit {__version__}"
