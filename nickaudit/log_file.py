"""The file behind `logs`: for its owner only, and never larger than a few hundred kilobytes."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import cast

_KEEP_BYTES = 256 * 1024
_KEEP_FILES = 2


class PrivateFile(RotatingFileHandler):
    """A rotating file that only its owner can read, and that never disturbs the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_KEEP_BYTES, backupCount=_KEEP_FILES, encoding="utf-8", delay=True)

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
