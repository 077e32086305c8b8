"""msgspec is whole without the back-ports, and they are there for others afterwards."""

import subprocess
import sys

SCRIPT = """
import sys
from nickaudit.cli.light_structs import load_structs
load_structs()
print("msgspec" in sys.modules, "typing_extensions" in sys.modules)
from pathlib import Path
from nickaudit import paths
from nickaudit.bootstrap import content_for
home = Path(sys.argv[1])
read = content_for(home, resources=paths.resource("."))
print(content_for(home, resources=paths.resource(".")) == read)
import icalendar, typing_extensions
"""


def test_content_is_read_and_kept_without_the_back_ports_and_others_find_them(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["True", "False", "True"]
