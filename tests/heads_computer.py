"""The head's computer: the school's file in use, the head's keys where keys are kept, and empty stores."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nickaudit.domain.school import VerifiedSchool
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import Services, own_school
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL
from tests.factories import make_content
from tests.reading_school import ReadingSchool


@contextmanager
def heads_computer(
    home: Path, school: ReadingSchool, file: VerifiedSchool, *, now: dt.datetime
) -> Iterator[Services]:
    """Its services, in that home."""
    home.mkdir(mode=0o700)
    own_school.take(home, file.raw)
    kept = KeptKeys(home)
    kept.write(names.READERS, json.dumps([json.loads(school.keys["head"])]))
    kept.write(names.RECEIPT, school.receipts["head"])
    private, taken_in = Database(home / "private.db", PRIVATE), Database(home / "school.db", SCHOOL)
    yield Services(
        home=home,
        content=make_content(),
        private=private,
        school=taken_in,
        now=lambda: now,
        school_file=file,
    )
    private.close()
    taken_in.close()
