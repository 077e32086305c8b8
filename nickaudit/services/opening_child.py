"""A process that opens and checks files for another: this same program again, spoken to through pipes.

`python -m nickaudit.services.opening_child` from source and from a wheel, the program itself with `--open`
where it is frozen. The keys go through the pipe, so no other program sees them; what comes and goes is
msgpack of plain values. It ends with whoever started it, as its pipe does.
"""

import os
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from nickaudit.services.opening import Checked, ReaderKeys, checker

OPTION = "--open"
"""First argument by which the frozen program knows that it is such a child."""

_LENGTH = struct.Struct(">I")
_TIME_TO_DIE = 2.0
_keys = msgspec.msgpack.Decoder(ReaderKeys)
_asked = msgspec.msgpack.Decoder(list[bytes])
_answers = msgspec.msgpack.Decoder(list[Checked])


class Child:
    """A child at work, until `kill` and `close`. One thread may ask at a time."""

    def __init__(self, keys: ReaderKeys) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                _program(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd=Path(sys.executable).parent,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        self._is_ready = self._process is not None and self._tell(msgspec.msgpack.encode(keys))

    def ask(self, contents: list[bytes]) -> list[Checked] | None:
        """What each file came to; None where the child does not answer (any more)."""
        process = self._process
        if not self._is_ready or process is None or process.stdout is None:
            return None
        try:
            answer = _read(process.stdout) if self._tell(msgspec.msgpack.encode(contents)) else None
            found = None if answer is None else _answers.decode(answer)
        except (OSError, ValueError):  # msgspec's own errors are ValueErrors
            found = None
        if found is None or len(found) != len(contents):
            self._is_ready = False
            return None
        return found

    def kill(self) -> None:
        """End the child; whoever asks it meanwhile gets no answer."""
        self._is_ready = False
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Let go of it, once nobody asks it any more."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=_TIME_TO_DIE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _tell(self, packed: bytes) -> bool:
        pipe = self._process.stdin if self._process is not None else None
        if pipe is None:
            return False
        try:
            _write(pipe, packed)
        except (OSError, ValueError):  # the pipe was closed
            return False
        return True


def run() -> bool:
    """What the child does: gets the keys, then files, and answers what they came to, until its pipe ends.

    Returns:
        Whether it was asked at all.
    """
    with open(0, "rb", closefd=False) as pipe, open(1, "wb", closefd=False) as answers:
        keys = _read(pipe)
        if keys is None:
            return False
        check = checker(_keys.decode(keys))
        with suppress(OSError):  # whoever asked has ended
            while (asked := _read(pipe)) is not None:
                _write(answers, msgspec.msgpack.encode(check(_asked.decode(asked))))
    return True


def _read(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    packed = pipe.read(length)
    return packed if len(packed) == length else None


def _write(pipe: IO[bytes], packed: bytes) -> None:
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-P", "-m", "nickaudit.services.opening_child"]


def _environment() -> dict[str, str]:
    """Ours, with the place this program was imported from, wherever that is."""
    package = Path(__file__).resolve().parents[2]
    before = os.environ.get("PYTHONPATH")
    path = f"{package}{os.pathsep}{before}" if before else str(package)
    return {**os.environ, "PYTHONPATH": path}


if __name__ == "__main__":
    sys.exit(0 if run() else 1)
