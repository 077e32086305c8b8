"""What a line of the log holds: a time, a level, the name of an event and a few fields from a fixed list.

Everything else is left out when the line is written, whoever asked for it: names, answers, addresses, paths
and the texts of exceptions never arrive.
"""

import logging
import re
import time
from enum import Enum
from pathlib import Path
from types import TracebackType

FIELDS = frozenset({"files", "python", "reason", "seconds", "state", "step", "tries", "version"})
_EVENT = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_VERSION = re.compile(r"\d+(\.\d+)*")
_WITHHELD = "withheld"

_logger = logging.getLogger("nickaudit")
_logger.addHandler(logging.NullHandler())


def write(event: str, *, level: int, error: BaseException | None, fields: dict[str, object]) -> None:
    """Write one event, as `logs.write` was given it."""
    exc_info = None if error is None else (type(error), error, error.__traceback__)
    _logger.log(level, event, exc_info=exc_info, extra={"fields": fields})


def set_up(path: Path) -> None:
    """Write the log of this run to that file; a second call moves it."""
    close()
    _logger.addHandler(_WhenNeeded(path))
    _logger.setLevel(logging.INFO)


def close() -> None:
    """Let go of the log file."""
    for handler in [each for each in _logger.handlers if isinstance(each, _WhenNeeded)]:
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


class _WhenNeeded(logging.Handler):
    """Opens the file at the first line; what that needs takes a while to load, and most starts write none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand it on to the file."""
        if self._file is None:
            from nickaudit.log_file import PrivateFile

            self._file = PrivateFile(self._path)
            self._file.setFormatter(WhiteList())
        self._file.handle(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


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
