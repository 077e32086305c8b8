"""One TOML file: read within limits, with the line of every key, taking down what is wrong with it."""

import re
import tomllib
from pathlib import Path

from nickaudit.content.faults import Fault, KeyPath, printable
from nickaudit.content.plain_file import read_at_most
from nickaudit.content.toml_lines import lines_of_keys

LARGEST_FILE = 256 * 1024
LONGEST_LINE = 6000
"""Characters; a key of thousands of parts keeps a TOML reader busy for minutes."""
_LONGEST_NAME = 80
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


class TomlSource:
    """A parsed file that knows its lines and collects its faults, at most one for each key."""

    def __init__(self, *, file: str, text: str, data: dict[str, object], faults: list[Fault]) -> None:
        self.file = file
        self.data = data
        self._text = text
        self._faults = faults
        self._faulty: set[KeyPath] = set()
        self._above_faulty: set[KeyPath] = set()
        """Every faulty key, and all that it stands in."""
        self._lines: dict[KeyPath, int] | None = None

    def fault(self, at: KeyPath, message: str, remedy: str) -> None:
        """Take down a fault, unless that key or what it stands in already has one."""
        if any(at[:length] in self._faulty for length in range(len(at) + 1)):
            return
        self._faulty.add(at)
        self._above_faulty.update(at[:length] for length in range(len(at) + 1))
        self._faults.append(
            Fault(
                file=self.file,
                line=self._line(at),
                key=self._name(at),
                message=message,
                remedy=remedy,
            )
        )

    def is_faulty(self, under: KeyPath) -> bool:
        """Whether a fault was found at that key or anywhere under it."""
        return under in self._above_faulty

    def _line(self, at: KeyPath) -> int | None:
        if self._lines is None:
            self._lines = lines_of_keys(self._text)
        return next((self._lines[at[:n]] for n in range(len(at), 0, -1) if at[:n] in self._lines), None)

    def _name(self, at: KeyPath) -> str:
        name = ""
        place: object = self.data
        for step in at:
            if isinstance(step, str):
                place = place.get(step) if isinstance(place, dict) else None
                name += f".{_printable(step)}" if name else _printable(step)
            else:
                place = place[step] if isinstance(place, list) and step < len(place) else None
                own_id = place.get("id") if isinstance(place, dict) else None
                name += f"[{_printable(own_id)}]" if isinstance(own_id, str) and own_id else f"[{step + 1}]"
        return name


def _printable(text: str) -> str:
    return printable(text)[:_LONGEST_NAME]


def read_source(path: Path, *, file: str, faults: list[Fault]) -> TomlSource | None:
    """The parsed file, or None with a fault taken down where it cannot be read at all."""

    def refuse(message: str, remedy: str, line: int | None = None) -> TomlSource | None:
        faults.append(Fault(file=file, line=line, key="", message=message, remedy=remedy))
        return None

    try:
        raw = read_at_most(path, LARGEST_FILE)
    except OSError:
        return refuse("This file is missing or cannot be opened.", "Put it there, or check who may read it.")
    if len(raw) > LARGEST_FILE:
        return refuse("This file is larger than 256 KB.", "Split it, or take out what is not text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return refuse("This file is not UTF-8 text.", "Save it again with the encoding UTF-8.", line)
    for number, row in enumerate(text.split("\n"), start=1):
        if len(row) > LONGEST_LINE:
            return refuse("This line is far too long.", f"Keep to {LONGEST_LINE} characters.", number)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        return refuse("This file is nested too deeply.", "Use plain tables and short lists.")
    except ValueError as error:  # tomllib's own error, and a number too long to read
        place = _AT_LINE.search(str(error))
        at_line = int(place[1]) if place and place[1] else text.count("\n") + 1 if place else None
        what = _printable(_AT_LINE.sub("", str(error))).rstrip(".")
        return refuse(f"This is not valid TOML: {what}.", "Put this line right.", at_line)
    return TomlSource(file=file, text=text, data=data, faults=faults)
