"""The head's table: one person a row, surname first, with the status as a tag and a note where one is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from nickaudit.domain.due_dates import in_short, in_words
from nickaudit.domain.search import folded
from nickaudit.domain.status import Row, Status, surname_first
from nickaudit.ui.messages import NOTES, notes_in_words, status_in_words
from nickaudit.ui.widgets.record_model import Column
from nickaudit.ui.widgets.record_table import RecordTable
from nickaudit.ui.widgets.tag import Tone

TABLE = "Who has finished"
_TONES = {Status.FINISHED: Tone.FINISHED, Status.DUE: Tone.PROGRESS, Status.OVERDUE: Tone.OVERDUE}
_ORDER = tuple(_TONES)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown. What is asked for at every sort and letter typed is worked out once."""

    row: Row
    name: str
    sort_name: str
    status: str
    note: str
    school: str = ""
    """Said only where there are people of several schools."""

    def is_called(self, typed: Iterable[str]) -> bool:
        """Whether every folded word is in the name."""
        name = _folded_name(self.row.name)
        return all(word in name for word in typed)


def lines_of(rows: Iterable[Row], *, as_of: dt.date, names_school: bool = False) -> list[Line]:
    """The rows, ready to be shown on a given day."""
    return [
        Line(
            row=row,
            name=(name := surname_first(row.name)),
            sort_name=name.casefold(),
            status=status_in_words(row, as_of=as_of),
            note=notes_in_words(row.notes),
            school=row.school_in_short if names_school else "",
        )
        for row in rows
    ]


@lru_cache(maxsize=16_384)
def _folded_name(name: str) -> str:
    return " ".join(map(folded, name.split()))


def words_of(typed: str) -> tuple[str, ...]:
    """What was typed in "Find a name", for comparing: accents and capitals make no difference."""
    return tuple(word for part in typed.split() if (word := folded(part)))


def report_table() -> RecordTable:
    """An empty table with its columns; its records are `Line`s."""
    return RecordTable(TABLE, _COLUMNS)


def sentence(line: Line) -> str:
    """A whole row as it is read aloud."""
    row = line.row
    who = f"{row.name}, {row.role}, {line.school}" if line.school else f"{row.name}, {row.role}"
    said = [f"{who}. {line.status}"]
    said.append(f"Finished on {in_words(row.finished_on)}, next due {in_words(row.next_due)}")
    said += [NOTES[note] for note in row.notes]
    return ". ".join(said) + "."


def _line(record: object) -> Line:
    return cast(Line, record)


def _note_tone(record: object) -> Tone | None:
    return Tone.PROGRESS if _line(record).note else None


def columns(*, names_school: bool) -> tuple[Column[object], ...]:
    """The columns; with the school where there are several."""
    if not names_school:
        return _COLUMNS
    return (*_COLUMNS[:-1], Column("School", lambda record: _line(record).school), _COLUMNS[-1])


_COLUMNS: tuple[Column[object], ...] = (
    Column(
        "Name",
        lambda record: _line(record).name,
        sort_key=lambda record: _line(record).sort_name,
        spoken=lambda record: sentence(_line(record)),
    ),
    Column("Role", lambda record: _line(record).row.role),
    Column(
        "Status",
        lambda record: _line(record).status,
        sort_key=lambda record: (_ORDER.index(_line(record).row.status), _line(record).row.next_due),
        tone=lambda record: _TONES[_line(record).row.status],
    ),
    Column(
        "Finished on",
        lambda record: in_short(_line(record).row.finished_on),
        sort_key=lambda record: _line(record).row.finished_on,
    ),
    Column(
        "Next due",
        lambda record: in_short(_line(record).row.next_due),
        sort_key=lambda record: _line(record).row.next_due,
    ),
    Column("Note", lambda record: _line(record).note, tone=_note_tone),
)
