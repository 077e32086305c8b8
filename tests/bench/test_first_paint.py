"""What is loaded when Home is first painted, and that the bench sees both windows."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import first_paint, many_platforms
from tests.bench.__main__ import GOALS, missed

NOT_YET = {
    "click", "cryptography", "icalendar", "joserfc", "keyring", "nickaudit.content", "pypdf", "segno",
    "sqlite_utils", "tomllib",
}  # fmt: skip
LIST = first_paint._STAMP.replace(
    "os.write(1, str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)).encode())",
    "print(*sorted(sys.modules), flush=True)",
)


def test_nothing_heavy_is_loaded_when_home_is_first_painted(qapp: QApplication) -> None:
    with first_paint.home_half_way() as home:
        for _ in range(2):  # the first start reads the content and keeps it
            done = subprocess.run(
                [sys.executable, "-c", LIST + first_paint.OURS, str(home)],
                cwd=first_paint.ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                capture_output=True,
                text=True,
                check=True,
                timeout=60,
            )
    loaded = set(done.stdout.split())
    assert {"PySide6.QtWidgets", "nickaudit.ui.pages.staff.home", "sqlite3"} <= loaded
    assert loaded & NOT_YET == set()


def test_both_windows_are_painted_and_timed(qapp: QApplication) -> None:
    measured = first_paint.measure(rounds=1)
    assert 0 < measured["bare_ms"] < measured["home_ms"]


def test_few_platforms_and_many_are_timed(qapp: QApplication) -> None:
    measured = many_platforms.measure(rounds=1)
    assert all(measured[f"{name}_ms"] > 0 for name in ("eight", "all", "many"))


def test_a_missed_goal_is_told() -> None:
    found = {goal.part: {} for goal in GOALS}  # type: ignore[var-annotated]
    for goal in GOALS:
        found[goal.part][goal.figure] = goal.limit
    assert missed(found) == []
    found["page_turns"]["p99_ms"] = 16.01
    assert [goal.figure for goal in missed(found)] == ["p99_ms"]


@pytest.mark.slow
def test_page_turns_are_timed(qapp: QApplication) -> None:
    from tests.bench import page_turns

    measured = page_turns.measure(turns=20)
    assert measured["n"] == 20
    assert 0 < measured["median_ms"] <= measured["p99_ms"] <= measured["longest_ms"]
