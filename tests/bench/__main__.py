"""`python -m tests.bench [--quick]`: prints what was measured beside its goal, and writes build/bench.json.

Ends with 1 where a goal is missed.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

# Before anything loads Qt or keyring: no screen, and never the keyring or the folder of whoever measures.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "bench.json"
Measured = dict[str, float | int]


class Goal(NamedTuple):
    """What one figure should be at most."""

    part: str
    figure: str
    limit: float
    words: str


GOALS = (
    Goal("first_paint", "ratio", 1.5, "first paint of Home, over a bare window's"),
    Goal("many_platforms", "all_slower_percent", 5, "first paint with all platforms, per cent over eight"),
    Goal("many_platforms", "many_slower_percent", 15, "first paint with 630 more, per cent over eight"),
    Goal("page_turns", "p99_ms", 16, "99th percentile of a page turn, in ms"),
    Goal("page_turns", "grown_mb", 3, "memory grown from a fifth of the turns to all, in MB"),
    Goal("verify", "ratio", 1.5, "checking a certificate, over the least it can cost"),
    Goal(
        "intake", "ratio_processor", 1.5, "taking in 5,000 sealed files, over bare decrypting and verifying"
    ),
    Goal("intake", "two_over_one_processor", 0.8, "the same with two processes, over one"),
    Goal("intake", "again_percent", 5, "a second look with 5 new files, per cent of the first"),
)


def measure(*, is_quick: bool) -> dict[str, Measured]:
    """Everything, one after the other."""
    from tests.bench import first_paint, intake_speed, many_platforms, page_turns, verify_ratio

    parts: dict[str, Callable[[], Measured]] = {
        "first_paint": lambda: first_paint.measure(rounds=8 if is_quick else first_paint.ROUNDS),
        "many_platforms": lambda: many_platforms.measure(rounds=6 if is_quick else many_platforms.ROUNDS),
        "page_turns": lambda: page_turns.measure(turns=1_000 if is_quick else page_turns.TURNS),
        "verify": verify_ratio.measure,
        "intake": lambda: intake_speed.measure(rounds=2 if is_quick else intake_speed.ROUNDS),
    }
    found = {}
    for name, part in parts.items():
        found[name] = part()
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in found[name].items()), flush=True)
    return found


def missed(found: dict[str, Measured]) -> list[Goal]:
    """The goals that what was found does not reach."""
    return [goal for goal in GOALS if found[goal.part][goal.figure] > goal.limit]


def main(arguments: list[str]) -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        os.environ["NICKAUDIT_HOME"] = home
        found = measure(is_quick=given.quick)
    failed = missed(found)
    print()
    for goal in GOALS:
        figure = found[goal.part][goal.figure]
        verdict = "missed" if goal in failed else "met   "
        print(f"{verdict}  {figure:>8} of at most {goal.limit:<4}  {goal.words}")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    goals = [{"part": g.part, "figure": g.figure, "limit": g.limit, "is_met": g not in failed} for g in GOALS]
    shape = {
        "version": 1,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "is_quick": given.quick,
        "goals": goals,
        **found,
    }
    OUT.write_text(json.dumps(shape, indent=2) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
