"""The one place that prints: a line, an error line, a table, JSON."""

import sys
from collections.abc import Iterable, Sequence

from nickaudit import __version__

JSON_VERSION = 1
"""Version of the shapes that `--json` prints; it goes up when one of them changes."""


def line(text: str = "") -> None:
    """Print one line; letters the terminal cannot show become question marks."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def error(text: str) -> None:
    """Print one line to stderr."""
    encoding = sys.stderr.encoding or "utf-8"
    one_line = " ".join(text.split())
    print(one_line.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def as_json(value: object) -> None:
    """Print a mapping of plain values (msgspec structs and dates too) as JSON, with the shape's version."""
    import msgspec

    shape = {"version": JSON_VERSION, **msgspec.to_builtins(value)}
    line(msgspec.json.format(msgspec.json.encode(shape), indent=2).decode())


def table(rows: Iterable[Sequence[str]], *, header: Sequence[str]) -> None:
    """Print rows under a header, columns in line."""
    listed = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in listed) for column in range(len(header))]
    for row in listed:
        line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def version() -> str:
    """As `--version` prints it."""
    return f"NickAudit {__version__}"
