"""How long content takes to be ready: read from its files, and as the home keeps it; few platforms and many.

Each run is a process of its own; the clock runs from before the first import of the package until the content
is there.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from nickaudit.bootstrap import KEPT_CONTENT
from tests.content.generated import write_platforms

ROOT = Path(__file__).parents[2]
ROUNDS = 10

_SCRIPT = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from nickaudit import paths
from nickaudit.bootstrap import content_for
read = content_for(Path(sys.argv[1]), resources=paths.resource("."))
took = time.perf_counter() - began
assert not read.own.faults
print(took * 1000)
"""


def measure(*, rounds: int = ROUNDS) -> dict[str, float | int]:
    """Medians in milliseconds."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        count = write_platforms(Path(many) / "content")
        taken: dict[str, list[float]] = {}
        for round_ in range(rounds + 1):
            for name, home in (("built_in", few), ("many", many)):
                (Path(home) / KEPT_CONTENT).unlink(missing_ok=True)
                cold, warm = _took(home), _took(home)
                if round_:  # the first also fills the caches
                    taken.setdefault(f"{name}_cold_ms", []).append(cold)
                    taken.setdefault(f"{name}_warm_ms", []).append(warm)
    medians = {name: round(statistics.median(times), 1) for name, times in taken.items()}
    return {**medians, "platforms": count, "n": rounds}


def _took(home: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, home],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        timeout=120,
    )
    return float(done.stdout)


if __name__ == "__main__":
    print(measure())
