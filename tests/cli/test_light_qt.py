"""What the binding is spared; each run is a process of its own, as it is spared once and for all."""

import os
import subprocess
import sys

_SPARED = """
import sys
from nickaudit.cli import light_qt
finders = list(sys.meta_path)
light_qt.spare_making_stubs()
from PySide6.QtCore import QObject, QTimer
light_qt.spare_reading_sources()
"""


def _printed(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _SPARED + script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert not done.stderr
    return done.stdout.strip()


def test_what_writes_stub_files_is_not_loaded() -> None:
    script = """
writer = sys.modules["shibokensupport.signature.lib.pyi_generator"]
print(hasattr(writer, "generate_pyi"), "argparse" in sys.modules, sys.meta_path == finders)
"""
    assert _printed(script) == "False False True"


def test_no_source_of_ours_is_read() -> None:
    script = """
import linecache, nickaudit.ui.page
print([name for name in linecache.cache if name.endswith("page.py")])
"""
    assert _printed(script) == "[]"


def test_the_binding_still_says_what_is_wrong_with_a_call() -> None:
    script = """
try:
    QObject().startTimer("soon")
except TypeError as error:
    print(error)
"""
    assert "Supported signatures" in _printed(script)


def test_once_qt_is_loaded_nothing_is_left_in_the_way() -> None:
    assert _printed("light_qt.spare_making_stubs(); print(sys.meta_path == finders)") == "True"
