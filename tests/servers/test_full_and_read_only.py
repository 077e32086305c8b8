"""A school's folder, and a person's own disk, that are really full or really may not be written to."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers import small_disk

Require = Callable[[object, str], None]

QUEUED = """
import datetime as dt, os, pathlib, subprocess, sys
from nickaudit.domain.delivery import Issued
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery
from nickaudit.store.database import Database
from nickaudit.store.private import issued
from nickaudit.store.private.migrations import SCHEMA
box = pathlib.Path(sys.argv[1])
now = dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC)
signed = b'eyJ.signed' * 150
private = Database(pathlib.Path({home!r}) / 'private.db', SCHEMA)
day = now.date()
issued.add(private, Issued(number='N', finished_on=day, next_due=day, folder=''), signed)
item = delivery.queue(private, number='N', address=ShareAddress(folder=str(box)), now=now)
def attempt():
    state = delivery.try_now(private, 'N', now=now).state.name
    print(state, len(delivery.waiting(private)), sorted(p.name == item.file_name for p in box.iterdir()))
"""

FULL = """
filling = open(box / 'filling', 'wb', buffering=0)
try:
    while True:
        filling.write(bytes(512))
except OSError:
    pass
attempt()
filling.truncate(8192)
attempt()
print((box / item.file_name).read_bytes() == signed)
"""

READ_ONLY = """
subprocess.run(['mount', '-o', 'remount,ro', str(box)], check=True)
attempt()
subprocess.run(['mount', '-o', 'remount,rw', str(box)], check=True)
attempt()
print((box / item.file_name).read_bytes() == signed)
"""

GONE = """
subprocess.run(['umount', str(box)], check=True)
box.rmdir()
print(delivery.try_now(private, 'N', now=now).state.name, len(delivery.waiting(private)))
box.mkdir()
subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', str(box)], check=True)
attempt()
"""

STORE = """
import datetime as dt, pathlib, sys
from nickaudit.domain.answers import Answer
from nickaudit.store.database import Database
from nickaudit.store.errors import FullStoreError
from nickaudit.store.private import audits
from nickaudit.store.private.migrations import SCHEMA
home = pathlib.Path(sys.argv[1])
filling = home / 'filling'
filling.write_bytes(bytes(200_000))
private = Database(home / 'private.db', SCHEMA)
audit = audits.begin(private, began_on=dt.date(2026, 11, 24))
stored = 0
try:
    while True:
        audits.record_answer(private, audit, 'account', 'check-%d' % stored * 20, Answer.DONE)
        stored += 1
except FullStoreError as error:
    print(error.sentence.split('.')[0])
print(stored > 10, len(audits.load(private, audit).answers) == stored, private.integrity_check())
private.close()
filling.unlink()
again = Database(home / 'private.db', SCHEMA)
print(len(audits.load(again, audit).answers) == stored, again.integrity_check())
audits.record_answer(again, audit, 'account', 'one more', Answer.LATER)
print(len(audits.load(again, audit).answers) == stored + 1)
"""

NO_RIGHT = """
import os, pathlib, sys
from nickaudit.share.errors import FolderError
from nickaudit.share.folder import deliver
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    deliver(pathlib.Path(sys.argv[1]), 'x.nickaudit-certificate', b'x')
except FolderError as error:
    print(error.state.name)
"""


@pytest.fixture
def box(tmp_path: Path, require: Require) -> Path:
    require(small_disk.can_be_made(tmp_path / "trial"), "the right to mount a small disk")
    return tmp_path / "school"


def lines_of(code: str, box: Path, home: Path, *, size: str = "64k") -> list[str]:
    return small_disk.run_on(QUEUED.format(home=str(home)) + code, box, size=size).splitlines()


def test_a_full_share_keeps_the_certificate_waiting_and_gets_it_when_there_is_room(
    box: Path, home: Path
) -> None:
    assert lines_of(FULL, box, home) == ["WAITING_FULL 1 [False]", "SENT 0 [False, True]", "True"]


def test_a_read_only_share_keeps_it_waiting_and_gets_it_when_it_can(box: Path, home: Path) -> None:
    assert lines_of(READ_ONLY, box, home) == ["WAITING_READ_ONLY 1 []", "SENT 0 [True]", "True"]


def test_a_share_that_was_taken_away_and_is_back_gets_it(box: Path, home: Path) -> None:
    assert lines_of(GONE, box, home) == ["WAITING_GONE 1", "SENT 0 [True]"]


def test_a_full_disk_of_ones_own_loses_no_answer_that_was_given(box: Path) -> None:
    said = small_disk.run_on(STORE, box, size="512k").splitlines()
    assert said == [
        "This computer's disk is full, so nothing can be saved",
        "True True True",
        "True True",
        "True",
    ]


def test_a_folder_that_one_may_not_write_to_says_so(require: Require) -> None:
    require(hasattr(os, "geteuid") and os.geteuid() == 0, "the right to become somebody else")
    with tempfile.TemporaryDirectory() as made:  # pytest's own folders are closed to others
        folder = Path(made) / "school"
        folder.mkdir(mode=0o755)
        Path(made).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", NO_RIGHT, str(folder)], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "WAITING_READ_ONLY"
        assert list(folder.iterdir()) == []
