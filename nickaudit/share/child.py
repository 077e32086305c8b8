"""One child process: gets its errand through a pipe, and is never waited for longer than the deadline."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share import errand
from nickaudit.share.errand import Answer, Ended, Errand

OPTION = "--courier"
"""First argument by which the frozen program knows that it is the courier's child."""

_LOOK_EVERY = 0.1
_TIME_TO_DIE = 2.0
_AHEAD = 64
"""So many answers are read ahead of whoever takes them."""


class SilentError(Exception):
    """No answer within the deadline."""


class CancelledError(Exception):
    """Whoever waited no longer wants to."""


class NotStartedError(Exception):
    """The system could not start the child."""


class Child:
    """A child at work, until `with` ends."""

    def __init__(self, asked: Errand) -> None:
        self._asked = _absolute(asked)
        self._answers: queue.Queue[Answer | None] = queue.Queue(_AHEAD)
        self._is_over = False
        self._until = time.monotonic() + asked.deadline
        try:
            self._process = subprocess.Popen(
                _program(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd=Path(sys.executable).parent,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise NotStartedError from error
        self._pipes = (cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout))
        # A child that is stopped reads nothing, and a pipe that is full waits: not this thread.
        self._talk = threading.Thread(target=self._talking, name="courier", daemon=True)
        self._talk.start()

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        return self._process.pid

    def next(self, cancelled: Callable[[], bool]) -> Answer:
        """Wait for the next answer.

        Raises:
            SilentError: none came in time.
            CancelledError: before one came.
        """
        while not cancelled():
            left = self._until - time.monotonic()
            if left <= 0:
                raise SilentError
            try:
                answer = self._answers.get(timeout=min(left, _LOOK_EVERY))
            except queue.Empty:
                continue
            self._until = time.monotonic() + self._asked.deadline
            # It ended without a last word: it was killed, or could not even begin.
            return Ended(Delivery.WAITING_OTHER) if answer is None else answer
        raise CancelledError

    def _talking(self) -> None:
        given, answers = self._pipes
        with suppress(OSError), given:
            errand.write(given, self._asked)
        answer: Answer | None = None
        while not self._is_over:
            with suppress(OSError, ValueError):
                answer = errand.read_answer(answers)
            self._hand_on(answer)
            if answer is None or isinstance(answer, Ended):
                return

    def _hand_on(self, answer: Answer | None) -> None:
        while not self._is_over:
            with suppress(queue.Full):
                self._answers.put(answer, timeout=_LOOK_EVERY)
                return

    def _end(self) -> None:
        """End the child. One that waits for a dead disk may not die; then it is left behind."""
        self._is_over = True
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=_TIME_TO_DIE)
            self._talk.join(_TIME_TO_DIE)
            for pipe in self._pipes:
                with suppress(OSError):
                    pipe.close()


def _absolute(asked: Errand) -> Errand:
    """The child works elsewhere: a folder is named from the top."""
    if asked.address.is_direct:
        return asked
    return structs.replace(asked, address=ShareAddress(folder=os.path.abspath(asked.address.folder)))


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-P", "-m", "nickaudit.share.carrier"]


def _environment() -> dict[str, str]:
    """Ours, with the place this program was imported from, wherever that is."""
    package = Path(__file__).resolve().parents[2]
    before = os.environ.get("PYTHONPATH")
    path = f"{package}{os.pathsep}{before}" if before else str(package)
    return {**os.environ, "PYTHONPATH": path}
