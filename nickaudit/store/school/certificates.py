"""Certificates the school has taken in, and every file that was looked at, with what came of it."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct

from nickaudit.domain.certificate import Claims, Refusal
from nickaudit.domain.status import SetAside
from nickaudit.domain.taken_in import TakenIn
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


class Outcome(StrEnum):
    """What came of a file that was not refused; for a refused one its reason stands in the same column."""

    TAKEN_IN = "taken in"
    PAGE_OF_IT = "page of it"
    """The PDF that belongs to a signed file of the same name."""
    COPY = "copy"


class SeenFile(Struct, frozen=True, kw_only=True):
    """A file of a folder as it was when it was looked at."""

    folder: str
    name: str
    size: int
    modified_ns: int
    outcome: Outcome | Refusal
    hash: str = ""
    """SHA-256 of the signed bytes in it, where it holds any."""
    copy_of: str = ""
    seen_on: dt.date
    """When it was first seen with this size and date."""


class Found(Struct, frozen=True, kw_only=True):
    """A certificate to be taken in."""

    hash: str
    taken_in: TakenIn
    signed: bytes


def take_in(db: Database, certificates: Iterable[Found]) -> None:
    """Keep certificates, copied whole; one that is there already stays as it is."""
    db.write_many(
        "INSERT OR IGNORE INTO certificates (hash, claims, signed, key, file_name, received_on)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                found.hash,
                msgspec.json.encode(found.taken_in.claims),
                found.signed,
                found.taken_in.key,
                found.taken_in.file_name,
                found.taken_in.received_on.isoformat(),
            )
            for found in certificates
        ),
    )


def all_taken_in(db: Database) -> tuple[TakenIn, ...]:
    """Every certificate, in order of arrival."""
    rows = db.rows("SELECT claims, key, file_name, received_on FROM certificates ORDER BY received_on, hash")
    decoder = msgspec.json.Decoder(Claims)
    try:
        return tuple(
            TakenIn(
                claims=decoder.decode(claims),
                key=key,
                file_name=file_name,
                received_on=dt.date.fromisoformat(received_on),
            )
            for claims, key, file_name, received_on in rows
        )
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedStoreError from error


def names_by_hash(db: Database) -> dict[str, str]:
    """For each certificate the name of the file it came in."""
    return dict(db.rows("SELECT hash, file_name FROM certificates"))


def record_files(db: Database, files: Iterable[SeenFile]) -> None:
    """Note what came of files; replaces what was noted of them before."""
    db.write_many(
        "INSERT OR REPLACE INTO files (folder, name, size, modified_ns, hash, outcome, copy_of, seen_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                file.folder,
                file.name,
                file.size,
                file.modified_ns,
                file.hash,
                file.outcome,
                file.copy_of,
                file.seen_on.isoformat(),
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
        "SELECT name, size, modified_ns, outcome, hash, copy_of, seen_on FROM files WHERE folder = ?", folder
    )
    try:
        return {
            name: SeenFile(
                folder=folder,
                name=name,
                size=size,
                modified_ns=modified_ns,
                outcome=_outcome(outcome),
                hash=signed_hash,
                copy_of=copy_of,
                seen_on=dt.date.fromisoformat(seen_on),
            )
            for name, size, modified_ns, outcome, signed_hash, copy_of, seen_on in rows
        }
    except ValueError as error:
        raise DamagedStoreError from error


def set_aside(db: Database) -> tuple[SetAside, ...]:
    """Files that need a look, by name."""
    rows = db.rows(
        "SELECT folder, name, outcome, copy_of, seen_on FROM files WHERE outcome NOT IN (?, ?)"
        " ORDER BY name, folder",
        Outcome.TAKEN_IN,
        Outcome.PAGE_OF_IT,
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


def _outcome(text: str) -> Outcome | Refusal:
    try:
        return Outcome(text)
    except ValueError:
        return Refusal(text)
