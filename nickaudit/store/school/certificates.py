"""Certificates the school has taken in, each kept whole."""

import datetime as dt
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from nickaudit.domain.certificate import Claims
from nickaudit.domain.taken_in import TakenIn
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


class Found(Struct, frozen=True, kw_only=True, gc=False):
    """A certificate to be taken in."""

    hash: str
    """SHA-256 of the signed bytes."""
    signed: bytes
    claims: bytes
    """The claims as JSON, as they are stored: thousands are not read and written again on the way."""
    key: str
    file_name: str
    file_hash: str
    """SHA-256 of the file it came in; differs from `hash` where that was sealed, or a PDF."""
    place: str
    received_on: dt.date


class Known(Struct, frozen=True, gc=False):
    """In which file a certificate came."""

    file_name: str
    file_hash: str
    """Empty for one that was taken in before this was written down."""


def take_in(db: Database, certificates: Iterable[Found]) -> None:
    """Keep certificates, copied whole; one that is there already stays as it is."""
    db.write_many(
        "INSERT OR IGNORE INTO certificates"
        " (hash, claims, signed, key, file_name, received_on, file_hash, place)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                found.hash,
                found.claims,
                found.signed,
                found.key,
                found.file_name,
                found.received_on.isoformat(),
                found.file_hash,
                found.place,
            )
            for found in certificates
        ),
    )


def all_taken_in(db: Database) -> tuple[TakenIn, ...]:
    """Every certificate, in order of arrival."""
    rows = db.rows(
        "SELECT claims, key, file_name, received_on, place FROM certificates ORDER BY received_on, hash"
    )
    decoder = msgspec.json.Decoder(Claims)
    try:
        return tuple(
            TakenIn(
                claims=decoder.decode(claims),
                key=key,
                file_name=file_name,
                received_on=dt.date.fromisoformat(received_on),
                place=place,
            )
            for claims, key, file_name, received_on, place in rows
        )
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedStoreError from error


def known_by_hash(db: Database) -> dict[str, Known]:
    """For each certificate the file it came in."""
    rows = db.rows("SELECT hash, file_name, file_hash FROM certificates")
    return {signed_hash: Known(file_name, file_hash) for signed_hash, file_name, file_hash in rows}
