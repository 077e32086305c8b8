"""What the head sees on a given day: one row per person, the totals, and the files that need a look."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from nickaudit.domain.platforms import Content
from nickaudit.domain.status import Report, Status, rows_on
from nickaudit.services.intake import take_in
from nickaudit.services.look import Verify
from nickaudit.store.database import Database
from nickaudit.store.school import certificates
from nickaudit.store.school.migrations import SCHEMA


def report(school: Database, *, today: dt.date, content: Content) -> Report:
    """The report over everything taken in so far."""
    policy = content.policy
    names = (policy.school.name, policy.school.short_name, *policy.school.other_names)
    rows = rows_on(certificates.all_taken_in(school), today=today, school_names=names, policy_id=policy.id)
    count = Counter(row.status for row in rows)
    return Report(
        as_of=today,
        school=policy.school.name,
        rows=rows,
        set_aside=certificates.set_aside(school),
        finished=count[Status.FINISHED],
        due=count[Status.DUE],
        overdue=count[Status.OVERDUE],
        read_at=certificates.last_look(school),
    )


def report_of_folder(
    folder: Path,
    *,
    now: dt.datetime,
    content: Content,
    verify: Verify | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """The report over one folder by itself; nothing is written anywhere.

    Raises:
        FolderNotReadError: the folder is gone or may not be read.
    """
    school = Database(None, SCHEMA)
    try:
        take_in(school, folder, now=now, verify=verify, progress=progress, cancelled=cancelled)
        return report(school, today=now.date(), content=content)
    finally:
        school.close()
