"""The real window ended without warning: no answer is lost, and the next start carries on at the same place.

The processes are killed, not the power: what the disk itself loses is not shown here.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import make_services
from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import AccountId, CheckId, PlatformId
from nickaudit.services.audit_session import open_session
from nickaudit.services.preferences import Preference, remember
from tests.finishing import person

ROOT = Path(__file__).parents[2]
ROUNDS = 40

Key = tuple[str, str]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX"),
    pytest.mark.timeout(400),
]


def begin(home: Path) -> None:
    """Somebody has said who they are and which accounts they have."""
    services = make_services(home)
    remember(services, Preference.ROAD, "staff")
    remember(services, Preference.COMPUTER, Computer.MINE)
    session = open_session(services, computer=Computer.MINE)
    session.set_person(person(session))
    for platform in ("whatsapp", "instagram", "facebook"):
        session.add_account(PlatformId(platform))
    services.private.close()


def one_life(home: Path, first: int, *, seconds: float) -> list[list[str]]:
    """Start the window, let it answer for so long after its first answer, kill it; what it told."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.answering_child", str(home), str(first)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert child.stdout is not None
    told = []
    for line in child.stdout:
        told.append(line.split())
        if line.startswith("SAVED"):
            break
    time.sleep(seconds)
    os.killpg(child.pid, signal.SIGKILL)
    told += [line.split() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    child.stdout.close()
    child.wait()
    return told


def test_killed_at_forty_random_moments_no_answer_is_lost(home: Path, as_started: QApplication) -> None:
    begin(home)
    chance = random.Random(20261124)
    known: dict[Key, str] = {}
    saved = 0
    carries_on_at = ""
    for number in range(ROUNDS):
        told = one_life(home, number, seconds=chance.uniform(0, 0.5))
        assert told, "it did not start"
        assert not carries_on_at or told[0] == ["START", carries_on_at]
        known |= {(account, check): answer for word, account, check, answer in told[1:] if word == "SAVED"}
        saved += sum(line[0] == "SAVED" for line in told)
        under_way = told[-1] if told[-1][0] == "WILL" else None

        services = make_services(home)
        assert services.private.integrity_check()
        session = open_session(services, computer=Computer.MINE)
        for (account, check), answer in known.items():
            stored = session.progress.answers[AccountId(account), CheckId(check)].replace(" ", "_")
            # What was clicked in the very last moment may be stored without anybody having heard of it.
            assert stored == answer or [account, check, stored] == (under_way or [])[1:]
            known[account, check] = stored
        carries_on_at = session.carry_on().token
        services.private.close()
        services.school.close()
    assert saved > 5 * ROUNDS
    assert len(known) > 10


def test_a_killed_windows_home_can_be_opened_again_at_once(home: Path, as_started: QApplication) -> None:
    begin(home)
    for number in range(2):
        told = one_life(home, number, seconds=0.0)
        assert told[0][0] == "START"
        assert told[0][1].startswith("stop|")
