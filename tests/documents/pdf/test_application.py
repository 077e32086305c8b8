import os
import subprocess
import sys

CODE = """
from nickaudit.documents.pdf.sheet import Sheet, write
for _ in range(2):
    assert write(Sheet(title="Painted with no window")).startswith(b"%PDF")
print("painted")
"""


def test_a_command_without_a_window_or_a_display_can_paint() -> None:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in without}
    result = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout == "painted\n"
    assert result.stderr == ""
