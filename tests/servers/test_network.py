"""What the whole program says on the network: nothing, counted by the system itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WAYS_OUT = "connect,bind,sendto,sendmsg,sendmmsg,listen"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_whole_tour_of_the_window_opens_no_network_connection(
    tmp_path: Path, require: Callable[[object, str], None]
) -> None:
    """Every page as staff and as the head, and a certificate let into a folder, with every child process."""
    require(shutil.which("strace"), "strace")
    trace = tmp_path / "trace"
    done = subprocess.run(
        [
            "strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={WAYS_OUT}", "-o", str(trace),
            sys.executable, "-m", "nickaudit", "tour", str(tmp_path / "tour"),
        ],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = trace.read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^.*(?:AF_INET|sin_addr|sin6_addr).*$", said, flags=re.MULTILINE) == []
    assert len(list((tmp_path / "tour").rglob("*.png"))) > 20


@pytest.mark.slow
def test_the_counting_itself_sees_a_connection(
    tmp_path: Path, require: Callable[[object, str], None]
) -> None:
    require(shutil.which("strace"), "strace")
    trace = tmp_path / "trace"
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    inner = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run(
        [
            "strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={WAYS_OUT}", "-o", str(trace),
            sys.executable, "-c", code, inner,
        ],
        check=True,
    )  # fmt: skip
    assert len(re.findall("AF_INET", trace.read_text(encoding="utf-8"))) == 1
