"""What the head sees on a given day: one row per person, the totals, and the files that need a look."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.platforms import Content
from nickaudit.domain.school import VerifiedSchool
from nickaudit.domain.status import Report, Status, rows_on
from nickaudit.services.intake import take_in
from nickaudit.services.opening import NO_KEYS, ReaderKeys
from nickaudit.services.school_expectations import expected_elsewhere, expected_of, known_schools
from nickaudit.store.database import Database
from nickaudit.store.school import certificates, confirmed, files
from nickaudit.store.school.migrations import SCHEMA


def report(
    school: Database,
    *,
    today: dt.date,
    content: Content,
    own: tuple[VerifiedSchool, ...] = (),
    asks_whose_key: bool = True,
) -> Report:
    """The report over everything taken in so far.

    Args:
        school: The school's database.
        today: Decides who is due and who is overdue.
        content: With the policy that counts where there is no school file.
        own: The school file in use here and those before it, newest first.
        asks_whose_key: Whether keys that nobody has confirmed are noted.
    """
    schools = known_schools(school, own)
    rows = rows_on(
        certificates.all_taken_in(school),
        today=today,
        expected=expected_of(content, schools),
        elsewhere=expected_elsewhere(schools),
        confirmed=confirmed.all_confirmed(school) if asks_whose_key else None,
    )
    count = Counter(row.status for row in rows)
    set_aside, for_others = files.set_aside(school), files.for_others(school)
    named = own[0].school if own else None
    return Report(
        as_of=today,
        school=own[0].school.name if own else content.policy.school.name,
        rows=rows,
        set_aside=set_aside,
        finished=count[Status.FINISHED],
        due=count[Status.DUE],
        overdue=count[Status.OVERDUE],
        read_at=files.last_look(school),
        other_schools=len(schools.others),
        sealed_for_others=sum(file.reason is Refusal.SEALED_FOR_OTHERS for file in set_aside),
        for_head_reader=for_others.get(Refusal.FOR_HEAD_READER, 0),
        for_readers=for_others.get(Refusal.FOR_READERS, 0),
        head_reader=named.head_reader.title if named and named.head_reader else "",
        readers=tuple(reader.title for reader in named.readers) if named else (),
    )


def report_of_folder(
    folder: Path,
    *,
    now: dt.datetime,
    content: Content,
    keys: ReaderKeys = NO_KEYS,
    own: tuple[VerifiedSchool, ...] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """The report over one folder by itself; nothing is written anywhere.

    Whose keys the head has confirmed is not looked at: the first key a person came with will do.

    Raises:
        FolderNotReadError: the folder is gone or may not be read.
    """
    school = Database(None, SCHEMA)
    try:
        take_in(school, folder, now=now, keys=keys, progress=progress, cancelled=cancelled)
        return report(school, today=now.date(), content=content, own=own, asks_whose_key=False)
    finally:
        school.close()
