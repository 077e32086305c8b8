"""The composition root: home folder → stores, content → one `Services` bundle. Nobody else chooses parts."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from nickaudit import logs, paths
from nickaudit.services import Services
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL


def local_now() -> dt.datetime:
    """The time where the person is, with its zone."""
    return dt.datetime.now(tz=dt.UTC).astimezone()


def make_services(home: Path | None, *, now: Callable[[], dt.datetime] = local_now) -> Services:
    """Everything the window and the commands need, for that data home. Files are opened at first use.

    Raises:
        NickAuditError: the content is broken; OSError: the home cannot be made.
    """
    from nickaudit.content.library import load_content

    folder = paths.data_home(home)
    logs.set_up(folder)
    return Services(
        home=folder,
        content=load_content(paths.resource(".")),
        private=Database(folder / "private.db", PRIVATE),
        school=Database(folder / "school.db", SCHOOL),
        now=now,
    )
