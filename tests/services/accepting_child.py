"""Takes the offer that lies in a home; for a test that ends this process at any moment."""

import datetime as dt
import sys
from pathlib import Path

from nickaudit import paths
from nickaudit.bootstrap import content_for
from nickaudit.credentials.school_file import verify_school
from nickaudit.services import Services, content_pack
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL


def main(home: Path, school: Path) -> None:
    services = Services(
        home=home,
        content=content_for(home, resources=paths.resource(".")).content,
        private=Database(home / "private.db", PRIVATE),
        school=Database(home / "school.db", SCHOOL),
        now=lambda: dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC),
        school_file=verify_school(school.read_bytes()),
    )
    offer = content_pack.offered(services)
    assert offer is not None
    _say("now")
    content_pack.accept(services, offer)
    _say("done")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
