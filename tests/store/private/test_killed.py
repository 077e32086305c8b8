"""Ended without warning at random moments: no answer that was given is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nickaudit.domain.answers import Answer
from nickaudit.domain.ids import AccountId, CheckId
from nickaudit.store.database import Database
from nickaudit.store.private import audits
from nickaudit.store.private.migrations import SCHEMA

ROUNDS = 40

# Says which answer it was only after the store has returned, as the window says "Saved".
SCRIPT = """
import datetime, pathlib, sys
from nickaudit.domain.answers import Answer
from nickaudit.store.database import Database
from nickaudit.store.private import audits
from nickaudit.store.private.migrations import SCHEMA
db = Database(pathlib.Path(sys.argv[1]), SCHEMA)
first = int(sys.argv[2])
audit = audits.current(db) or audits.begin(db, began_on=datetime.date(2026, 11, 24))
answers = list(Answer)
number = first
while True:
    audits.record_answer(db, audit, 'a', f'c{number % 499}', answers[number % 4])
    if number % 7 == 0:
        audits.record_answers(db, audit, {('b', f'{number}-{n}'): Answer.DONE for n in range(3)})
    sys.stdout.write(f'{number}\\n')
    sys.stdout.flush()
    number += 1
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_killed_at_forty_random_moments_no_answer_is_lost(home: Path) -> None:
    path = home / "private.db"
    chance = random.Random(20261124)
    next_number = 0
    for _ in range(ROUNDS):
        child = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(path), str(next_number)],
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.15))
        os.killpg(child.pid, signal.SIGKILL)
        said = [int(line) for line in (first + child.stdout.read()).splitlines()]
        child.stdout.close()
        child.wait()
        last = said[-1]

        database = Database(path, SCHEMA)
        assert database.integrity_check()
        audit = audits.current(database)
        assert audit is not None
        answers = audits.load(database, audit).answers
        for number in range(max(0, last - 490), last + 1):
            given = answers[AccountId("a"), CheckId(f"c{number % 499}")]
            assert given is list(Answer)[number % 4]
        together = [str(check) for account, check in answers if account == "b"]
        assert len(together) % 3 == 0
        assert {int(check.split("-")[0]) for check in together} >= set(range(0, last + 1, 7))
        database.close()
        next_number = last + 1
    assert next_number > 400, "the rounds ended before they had begun"
