"""A share with sealed certificates in it, and hands that put them there and look."""

import datetime as dt
import os
from pathlib import Path

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import SEALED_SUFFIX, VerifiedSchool
from nickaudit.domain.status import Note
from nickaudit.services.intake import IntakeResult, take_in
from nickaudit.services.opening import ReaderKeys
from nickaudit.services.report import report
from nickaudit.services.school_expectations import KnownSchools, for_others, may_be_for
from nickaudit.store.database import Database
from nickaudit.store.school import files
from tests.factories import make_claims, make_content
from tests.reading_school import ReadingSchool

NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
ROSALIND = new_key()
SCHOOL = ReadingSchool()
FILE = SCHOOL.file(signed_on=dt.date(2026, 11, 1))


def keys(*who: str, known: tuple[VerifiedSchool, ...] = (FILE,)) -> ReaderKeys:
    private = tuple(SCHOOL.keys[each] for each in who or ("head",))
    schools = KnownSchools(own=known)
    return ReaderKeys(
        private, may_be_for(schools, private_jwks=private), for_others(schools, private_jwks=private)
    )


def signed(number: int = 1, *, key: str = ROSALIND, **claims: object) -> bytes:
    return sign(make_claims(number=f"0000-0000-{number:04X}", **claims), private_jwk=key)


def seal(content: bytes, *, to: tuple[str, ...] | None = None) -> bytes:
    return sealed.seal(content, to=to or FILE.school.keys_for("teacher"))  # type: ignore[arg-type]


def put(box: Path, name: str, content: bytes, *, at: dt.datetime = NOW) -> Path:
    path = box / f"{name}{SEALED_SUFFIX}"
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def look(school: Database, box: Path, opening: ReaderKeys | None = None) -> IntakeResult:
    return take_in(school, box, now=NOW, keys=opening or keys())


def aside(school: Database) -> dict[str, Refusal | str | None]:
    return {
        file.file_name.removesuffix(SEALED_SUFFIX): file.reason or file.copy_of
        for file in files.set_aside(school)
    }


def notes(school: Database, known: tuple[VerifiedSchool, ...] = (FILE,)) -> set[Note]:
    rows = report(school, today=NOW.date(), content=make_content(), own=known).rows
    return {note for row in rows for note in row.notes} - {Note.NOT_CONFIRMED}
