"""Rules for content of one's own that takes the place of a built-in file: what others rest on stays there."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from nickaudit.content.cross_checks import PlatformFile
from nickaudit.content.faults import quoted
from nickaudit.content.plain_file import read_at_most
from nickaudit.content.toml_source import LARGEST_FILE, TomlSource
from nickaudit.domain.policy import PolicyPack

_TABLES = ("stop", "check", "look", "tool")


def check_lines_are_kept(source: TomlSource, pack: PolicyPack, files: Iterable[PlatformFile]) -> None:
    """Every line that a built-in file names is in the pack, whatever its words are."""
    known = {line.id for line in pack.lines}
    resting: dict[str, str] = {}
    for file in files:
        if not file.is_own:
            named: list[tuple[str, tuple[str, ...]]] = [
                *((check.id, check.policy) for check in file.platform.checks),
                *((look.id, look.policy) for look in file.platform.looks),
            ]
            for own_id, lines in named:
                for line in lines:
                    resting.setdefault(line, own_id)
    for line, own_id in resting.items():
        if line not in known and not source.is_faulty(("line",)):
            source.fault(
                ("line", line),
                f"There is no [[line]] with the id {quoted(line)}, and {own_id} rests on it.",
                "Put the line back with this id; you can change its words.",
            )


def check_ids_are_kept(source: TomlSource, replaced: Path) -> None:
    """Every id of the file it takes the place of is still there: answers are kept under them."""
    try:
        before = tomllib.loads(read_at_most(replaced, LARGEST_FILE).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return  # that file cannot be read: there is nothing to keep
    for table in _TABLES:
        if source.is_faulty((table,)):
            continue
        now = {_id(item) for item in _items(source.data.get(table))}
        for own_id in (_id(item) for item in _items(before.get(table))):
            if own_id not in now:
                source.fault(
                    (table, own_id),
                    f"There is no [[{table}]] with the id {quoted(own_id)}, as the file has that came with "
                    "the program.",
                    "Put it back with this id; you can change its words. Answers are kept under it.",
                )


def _items(table: object) -> list[object]:
    return table if isinstance(table, list) else []


def _id(item: object) -> str:
    own_id = item.get("id") if isinstance(item, dict) else None
    return own_id if isinstance(own_id, str) else ""
