"""The log file: what happened and how it ended, never to whom.

A line holds a time, a level, the name of an event and a few fields from a fixed list. Everything else is
left out when the line is written, whoever asked for it: names, answers, addresses, paths and the texts of
exceptions never arrive.
"""

import logging
import logging.handlers
import os
import re
import time
from enum import Enum
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import cast

FILE_NAME = "nickaudit.log"
FIELDS = frozenset({"files", "python", "reason", "seconds", "state", "step", "tries", "version"})
_KEEP_BYTES = 256 * 1024
_KEEP_FILES = 2
_EVENT = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_VERSION = re.compile(r"\d+(\.\d+)*")
_WITHHELD = "withheld"

_logger = logging.getLogger("nickaudit")
_logger.addHandler(logging.NullHandler())


def write(
    event: str, *, level: int = logging.INFO, error: BaseException | None = None, **fields: object
) -> None:
    """Write one event, such as `write("delivery_tried", state=Delivery.WAITING, tries=3)`.

    Args:
        event: Its name, in lower case with underscores.
        level: How serious it is.
        error: Of this only the type and the place in our own code are kept.
        fields: Numbers, enum members or versions, under a name of `FIELDS`.
    """
    exc_info = None if error is None else (type(error), error, error.__traceback__)
    _logger.log(level, event, exc_info=exc_info, extra={"fields": fields})


def set_up(home: Path) -> None:
    """Write the log of this run to the data folder; a second call moves it."""
    close()
    handler = _PrivateFile(
        home / FILE_NAME, maxBytes=_KEEP_BYTES, backupCount=_KEEP_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(WhiteList())
    _logger.addHandler(handler)
    _logger.setLevel(logging.INFO)


def close() -> None:
    """Let go of the log file."""
    for handler in [each for each in _logger.handlers if isinstance(each, _PrivateFile)]:
        _logger.removeHandler(handler)
        handler.close()


class WhiteList(logging.Formatter):
    """Makes a line out of nothing but what is known to be harmless."""

    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        words = [moment, record.levelname, _event(record)]
        fields = getattr(record, "fields", {})
        words += [f"{key}={_value(fields[key])}" for key in sorted(fields) if key in FIELDS]
        if record.exc_info and record.exc_info[0] is not None:
            words += [f"error={record.exc_info[0].__name__}", f"where={_place(record.exc_info[2])}"]
        return " ".join(words)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read, and that never disturbs the program."""

    def _open(self) -> TextIOWrapper:
        return cast(
            TextIOWrapper,
            open(
                self.baseFilename,
                self.mode,
                encoding=self.encoding,
                opener=lambda path, flags: os.open(path, flags, 0o600),
            ),
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (logging's own name)
        """Pass over a full disk or a folder that has gone: the log is the least of what is lost then."""


def _event(record: logging.LogRecord) -> str:
    if record.args or not isinstance(record.msg, str) or not _EVENT.fullmatch(record.msg):
        return _WITHHELD
    return record.msg


def _value(value: object) -> str:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, int) or (isinstance(value, str) and _VERSION.fullmatch(value)):
        return str(value)
    return _WITHHELD


def _place(traceback: TracebackType | None) -> str:
    place = "elsewhere"
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] == "nickaudit":
            place = f"{module}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
