"""Sees to it that no page asks a place for keys on the window's thread, where a locked one would stop it."""

import functools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import nickaudit.ui
from nickaudit.keys import kept, lock
from nickaudit.keys.key_file import KeyFile
from nickaudit.keys.system_keyring import SystemKeyring

_OF_THE_WINDOW = str(Path(nickaudit.ui.__file__).parent)


@contextmanager
def guarded() -> Iterator[list[str]]:
    """What the window asked of the keys on its own thread while `with` lasts; a test itself may ask."""
    asked: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for place in (KeyFile, SystemKeyring):
            for name in ("read", "write", "delete"):
                patch.setattr(place, name, _watched(getattr(place, name), asked))
        patch.setattr(kept, "usable_backend", _watched(kept.usable_backend, asked))
        patch.setattr(lock, "held", _watched(lock.held, asked))
        yield asked


def _watched(call: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    @functools.wraps(call)
    def watched(*args: Any, **named: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            callers = _callers()
            if any(caller.startswith(_OF_THE_WINDOW) for caller in callers):
                asked.append(f"{call.__qualname__} by {' ← '.join(callers[:8])}")
        return call(*args, **named)

    return watched


def _callers() -> list[str]:
    frame, found = sys._getframe(2), []
    while frame is not None:
        found.append(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        frame = frame.f_back  # type: ignore[assignment]
    return found
