"""The log file: what happened and how it ended, never to whom (`log_lines` sees to that).

Python's own logging is loaded with the first line that is written: most starts write none.
"""

import sys
from pathlib import Path

FILE_NAME = "nickaudit.log"
INFO = 20
WARNING = 30
ERROR = 40
"""How serious it is; numbers of Python's `logging`."""

_wanted: list[Path] = []
"""The log file that is not set up yet, if there is one."""


def write(event: str, *, level: int = INFO, error: BaseException | None = None, **fields: object) -> None:
    """Write one event, such as `write("delivery_tried", state=Delivery.WAITING, tries=3)`.

    Args:
        event: Its name, in lower case with underscores.
        level: How serious it is.
        error: Of this only the type and the place in our own code are kept.
        fields: Numbers, enum members or versions, under a name of `log_lines.FIELDS`.
    """
    from nickaudit import log_lines

    _set_up_now()
    log_lines.write(event, level=level, error=error, fields=fields)


def set_up(home: Path) -> None:
    """Write the log of this run to the data folder; a second call moves it."""
    _wanted[:] = [home / FILE_NAME]
    if "logging" in sys.modules:  # then others may write too, and nothing is saved by waiting
        _set_up_now()


def close() -> None:
    """Let go of the log file."""
    from nickaudit import log_lines

    _wanted.clear()
    log_lines.close()


def _set_up_now() -> None:
    from nickaudit import log_lines

    while _wanted:
        log_lines.set_up(_wanted.pop())
