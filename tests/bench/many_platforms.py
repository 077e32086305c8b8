"""What more platforms cost at the start: the first paint of Home with eight, with all, and with 630 more.

The person has the same four accounts each time. Runs of the three take turns.
"""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nickaudit import paths
from nickaudit.bootstrap import KEPT_CONTENT
from tests.bench.first_paint import OURS, PLATFORMS, home_half_way, painted_after
from tests.content.generated import write_platforms

ROUNDS = 30
EIGHT = (*PLATFORMS, "snapchat", "tiktok", "x", "youtube")
# As where the program is one file: its resources lie in a folder that was made for it.
_WITH_RESOURCES = "import sys\nsys._MEIPASS = sys.argv[2]\n"


def measure(*, rounds: int = ROUNDS) -> dict[str, float | int]:
    """Medians in milliseconds, and how much slower than with eight, in per cent."""
    taken: dict[str, list[float]] = {"eight": [], "all": [], "many": []}
    with _homes() as homes:
        for round_ in range(rounds + 1):
            for name, (home, resources) in homes.items():
                took = painted_after(_WITH_RESOURCES + OURS, str(home), str(resources))
                if round_:  # the first of each also fills the caches
                    taken[name].append(took)
        kept = {name: (home / KEPT_CONTENT).stat().st_size for name, (home, _) in homes.items()}
    # Content with a fault would be left out, and cost nothing.
    assert 5 * kept["eight"] < 5 * kept["all"] < kept["many"], "the content was not what it should be"
    middle = {name: statistics.median(times) for name, times in taken.items()}
    return {
        "all_slower_percent": round(100 * (middle["all"] / middle["eight"] - 1), 1),
        "many_slower_percent": round(100 * (middle["many"] / middle["eight"] - 1), 1),
        **{f"{name}_ms": round(each, 1) for name, each in middle.items()},
        "n": rounds,
    }


@contextmanager
def _homes() -> Iterator[dict[str, tuple[Path, Path]]]:
    """For each of the three: a home in which a check is half done, and the folder of resources."""
    with tempfile.TemporaryDirectory() as folder, home_half_way() as half_way:
        homes = {}
        for name in ("eight", "all", "many"):
            home, bundle = Path(folder) / name, Path(folder) / f"{name}-bundle"
            shutil.copytree(half_way, home)
            shutil.copytree(paths.resource("."), bundle / "resources")
            homes[name] = (home, bundle)
        for file in (homes["eight"][1] / "resources" / "platforms").glob("*.toml"):
            if file.stem not in EIGHT:
                file.unlink()
        write_platforms(homes["many"][0] / "content")
        yield homes
