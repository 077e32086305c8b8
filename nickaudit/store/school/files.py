"""Every file that was looked at, with what came of it; and when each folder was looked through."""

import datetime as dt
from collections.abc import Collection, Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct

from nickaudit.domain.certificate import FOR_OTHERS, Refusal
from nickaudit.domain.status import SetAside
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


class Outcome(StrEnum):
    """What came of a file that was not refused; for a refused one its reason stands in the same column."""

    TAKEN_IN = "taken in"
    PAGE_OF_IT = "page of it"
    """The PDF that belongs to a signed file of the same name."""
    COPY = "copy"


NOTHING_TO_SEE_TO: frozenset[Outcome | Refusal] = frozenset(
    {Outcome.TAKEN_IN, Outcome.PAGE_OF_IT, *FOR_OTHERS}
)
"""After these no file needs a look."""


class SeenFile(Struct, frozen=True, kw_only=True, gc=False):
    """A file of a folder or share as it was when it was looked at."""

    folder: str
    name: str
    size: int
    modified_ns: int
    outcome: Outcome | Refusal
    hash: str = ""
    """SHA-256 of the signed bytes in it, where it holds any; of those taken in where it changed since."""
    content: str = ""
    """SHA-256 of the whole file as it lay, where a certificate was taken in from it, or from an open copy of
    what is sealed in it; as it was then."""
    copy_of: str = ""
    receipt: str = ""
    """The day a receipt was put beside it, in ISO form."""
    seen_on: dt.date
    """When it was first seen with this size and date."""


class Owed(Struct, frozen=True):
    """A file beside which a receipt is to be put."""

    name: str
    file_hash: str
    """SHA-256 of the file as it lay."""
    received_on: dt.date


_OUTCOMES: dict[str, Outcome | Refusal] = {each.value: each for each in (*Refusal, *Outcome)}


def record_files(db: Database, files: Iterable[SeenFile]) -> None:
    """Note what came of files; replaces what was noted of them before."""
    db.write_many(
        "INSERT OR REPLACE INTO files"
        " (folder, name, size, modified_ns, hash, outcome, copy_of, seen_on, content, receipt)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                file.folder,
                file.name,
                file.size,
                file.modified_ns,
                file.hash,
                file.outcome.value,
                file.copy_of,
                file.seen_on.isoformat(),
                file.content,
                file.receipt,
            )
            for file in files
        ),
    )


def drop_files(db: Database, folder: str, names: Iterable[str]) -> None:
    """No longer list files that are gone. Certificates taken in from them stay."""
    db.write_many("DELETE FROM files WHERE folder = ? AND name = ?", ((folder, name) for name in names))


def files_in(db: Database, folder: str) -> dict[str, SeenFile]:
    """What was noted of each file of a folder, by name."""
    rows = db.rows(
        "SELECT name, size, modified_ns, outcome, hash, copy_of, seen_on, content, receipt"
        " FROM files WHERE folder = ?",
        folder,
    )
    days: dict[str, dt.date] = {}
    try:
        return {
            name: SeenFile(
                folder=folder,
                name=name,
                size=size,
                modified_ns=modified_ns,
                outcome=_OUTCOMES[outcome],
                hash=signed_hash,
                copy_of=copy_of,
                seen_on=days.get(seen_on) or days.setdefault(seen_on, dt.date.fromisoformat(seen_on)),
                content=content,
                receipt=receipt,
            )
            for name, size, modified_ns, outcome, signed_hash, copy_of, seen_on, content, receipt in rows
        }
    except (KeyError, ValueError) as error:
        raise DamagedStoreError from error


def without_receipt(db: Database, folder: str) -> tuple[Owed, ...]:
    """Files with a certificate that the school has, and no receipt beside them yet."""
    rows = db.rows(
        "SELECT files.name, files.content, certificates.received_on"
        " FROM files JOIN certificates ON certificates.hash = files.hash"
        " WHERE files.folder = ? AND files.outcome IN (?, ?) AND files.receipt = '' AND files.content <> ''"
        " ORDER BY files.name",
        folder,
        Outcome.TAKEN_IN.value,
        Outcome.COPY.value,
    )
    try:
        return tuple(Owed(name, content, dt.date.fromisoformat(day)) for name, content, day in rows)
    except ValueError as error:
        raise DamagedStoreError from error


def note_receipts(db: Database, folder: str, names: Iterable[str], *, on: dt.date) -> None:
    """A receipt lies beside these files."""
    db.write_many(
        "UPDATE files SET receipt = ? WHERE folder = ? AND name = ?",
        ((on.isoformat(), folder, name) for name in names),
    )


def set_aside(db: Database) -> tuple[SetAside, ...]:
    """Files that need a look, by name."""
    rows = db.rows(
        "SELECT folder, name, outcome, copy_of, seen_on FROM files"
        " WHERE outcome NOT IN (SELECT value FROM json_each(?)) ORDER BY name, folder",
        _written(NOTHING_TO_SEE_TO),
    )
    try:
        return tuple(
            SetAside(
                file_name=name,
                folder=folder,
                reason=None if outcome == Outcome.COPY else Refusal(outcome),
                copy_of=copy_of,
                seen_on=dt.date.fromisoformat(seen_on),
            )
            for folder, name, outcome, copy_of, seen_on in rows
        )
    except ValueError as error:
        raise DamagedStoreError from error


def for_others(db: Database) -> dict[Refusal, int]:
    """How many files others are to open, and nobody here: nothing is wrong with them."""
    rows = db.rows(
        "SELECT outcome, count(*) FROM files"
        " WHERE outcome IN (SELECT value FROM json_each(?)) GROUP BY outcome",
        _written(FOR_OTHERS),
    )
    return {Refusal(outcome): count for outcome, count in rows}


def _written(outcomes: Collection[Outcome | Refusal]) -> str:
    return msgspec.json.encode(sorted(each.value for each in outcomes)).decode()


def record_look(db: Database, folder: str, *, at: dt.datetime) -> None:
    """The whole folder was looked through."""
    db.write("INSERT OR REPLACE INTO folders VALUES (?, ?)", folder, at.isoformat())


def last_look(db: Database, folder: str | None = None) -> dt.datetime | None:
    """When that folder, or any, was last looked through."""
    if folder is None:
        row = db.row("SELECT looked_at FROM folders ORDER BY julianday(looked_at) DESC LIMIT 1")
    else:
        row = db.row("SELECT looked_at FROM folders WHERE folder = ?", folder)
    return dt.datetime.fromisoformat(row[0]) if row else None
