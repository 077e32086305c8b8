"""The folder of one certificate in the person's home: there with all its files, or not at all.

Names of files say nothing of the person or the computer.
"""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber

FOLDER = "certificates"
SIGNED = "certificate.nickaudit-certificate"
PDF = "certificate.pdf"
HTML = "certificate.html"
CALENDAR = "next-check.ics"


class CertificateNotSavedError(NickAuditError):
    """The certificate could not be saved in its folder. Check that you may write to it, then try again."""


class DiskFullError(CertificateNotSavedError):
    """The disk is full, so the certificate could not be saved. Free some space, then try again."""


def save(home: Path, number: CertificateNumber, files: Mapping[str, bytes]) -> Path:
    """Write all files where only their owner can read them; the folder appears when the last one is safe.

    Raises:
        CertificateNotSavedError: nothing was left behind.
    """
    final = home / FOLDER / number
    part = home / FOLDER / f".{token_hex(8)}"
    try:
        part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.mkdir(mode=0o700)
        for name, content in files.items():
            _write(part / name, content)
        part.rename(final)
    except OSError as err:
        shutil.rmtree(part, ignore_errors=True)
        full = err.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        raise (DiskFullError if full else CertificateNotSavedError) from err
    return final


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)
