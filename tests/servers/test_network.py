"""What the whole program says on the network: nothing, counted by the system itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers.samba import Samba

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


SENDS = """
import datetime as dt, pathlib, sys
from nickaudit.domain.share_address import address_in
from nickaudit.services.sealing import Sealing
from tests.reading_school import ReadingSchool
from tests.servers.senders import certify, send_all
path = pathlib.Path(sys.argv[1])
certify(path, 3)
sealing = Sealing(school=ReadingSchool().file().school, roles={})
send_all(path, address_in(sys.argv[2]), sys.stdin.readline().rstrip(), sealing, 60)
"""


@pytest.mark.slow
def test_sending_straight_to_a_server_connects_to_it_once_a_certificate_and_to_nothing_else(
    server: Samba, tmp_path: Path, require: Callable[[object, str], None]
) -> None:
    """The sender and the children it sends, all of them followed."""
    require(shutil.which("strace"), "strace")
    trace = tmp_path / "trace"
    subprocess.run(
        [
            "strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={WAYS_OUT}", "-o", str(trace),
            sys.executable, "-c", SENDS, str(tmp_path / "private.db"), server.address("staff1").text,
        ],
        cwd=ROOT, input=server.password("staff1") + "\n", text=True, check=True, timeout=120,
    )  # fmt: skip
    assert len(server.files()) == 3
    said = trace.read_text(encoding="utf-8", errors="replace")
    to = f'sin_port=htons({server.port}), sin_addr=inet_addr("127.0.0.1")'
    lines = re.findall(r"^.*(?:AF_INET|sin_addr|sin6_addr).*$", said, flags=re.MULTILINE)
    assert [line for line in lines if to not in line or "connect(" not in line] == []
    assert len(lines) == 3
