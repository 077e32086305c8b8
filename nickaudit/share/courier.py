"""Carries one file to a folder in a child process with a deadline: a share that went silent never blocks us.

The child is this same program again: `python -m nickaudit.share.courier` from source and from a wheel, the
program itself with `--deliver` where it is frozen. No shell; the content goes through a pipe, the answer
comes back as the exit code.
"""

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from nickaudit.domain.delivery import Delivery
from nickaudit.share import folder as letter_box
from nickaudit.share.errors import FolderError

OPTION = "--deliver"
"""First argument by which the frozen program knows that it is the courier."""

DEADLINE = 20.0
"""Seconds after which a share counts as silent."""

_LOOK_EVERY = 0.1
_TIME_TO_DIE = 2.0
_FIRST_CODE = 64
_STATES = tuple(Delivery)


def send(
    folder: Path,
    name: str,
    content: bytes,
    *,
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = lambda: False,
) -> Delivery:
    """Deliver, and say how it stands. Returns within the deadline and a little more, whatever the share does.

    A try that is cancelled may have been delivered all the same; the next one finds out.
    """
    until = time.monotonic() + deadline
    try:
        child = subprocess.Popen(
            [*_program(), os.path.abspath(folder), name, _hash(content)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd=Path(sys.executable).parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return Delivery.WAITING_OTHER
    given: bytes | None = content
    while time.monotonic() < until and not cancelled():
        try:
            child.communicate(given, timeout=_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            given = None
        else:
            return _state(child.returncode)
    _end(child)
    return Delivery.WAITING_NOT_TRIED if cancelled() else Delivery.WAITING_SILENT


def run(arguments: Sequence[str]) -> int:
    """What the child does: folder, name, hash as arguments, content from the pipe; returns the exit code."""
    folder, name, wanted = arguments
    # Should the window have been killed meanwhile, nobody else ends a child whose share stays silent.
    guard = threading.Timer(DEADLINE * 2, os._exit, (_code(Delivery.WAITING_SILENT),))
    guard.daemon = True
    guard.start()
    os.umask(0o022)  # the folder's own rights decide who reads it, not this person's habits
    with open(0, "rb", closefd=False) as pipe:
        content = pipe.read()
    if _hash(content) != wanted:  # whoever sent it ended while sending
        return _code(Delivery.WAITING_OTHER)
    try:
        letter_box.deliver(Path(folder), name, content)
    except FolderError as error:
        return _code(error.state)
    return _code(Delivery.SENT)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-P", "-m", "nickaudit.share.courier"]


def _environment() -> dict[str, str]:
    """Ours, with the place this program was imported from, wherever that is."""
    package = Path(__file__).resolve().parents[2]
    before = os.environ.get("PYTHONPATH")
    path = f"{package}{os.pathsep}{before}" if before else str(package)
    return {**os.environ, "PYTHONPATH": path}


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child. One that waits for a dead disk may not die; then it is left behind, not waited for."""
    child.kill()
    if child.stdin is not None:
        with suppress(OSError):
            child.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        child.wait(timeout=_TIME_TO_DIE)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _code(state: Delivery) -> int:
    return _FIRST_CODE + _STATES.index(state)


def _state(code: int) -> Delivery:
    place = code - _FIRST_CODE
    return _STATES[place] if 0 <= place < len(_STATES) else Delivery.WAITING_OTHER


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
