"""Real certificates in a real folder."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

from nickaudit.credentials.certificate_jwt import new_key, sign
from tests.factories import TODAY, make_claims

SUFFIX = ".nickaudit-certificate"


def put(folder: Path, number: int, *, key: dict[str, Any] | None = None, **claims: Any) -> Path:
    """A signed certificate, as old as it says."""
    claims = {"name": "Rosalind Ash", "finished_on": TODAY, **claims}
    path = folder / f"{number:04}{SUFFIX}"
    signed = sign(make_claims(number=f"0000-0000-{number:04X}", **claims), private_jwk=key or new_key())
    path.write_bytes(signed)
    noon = dt.datetime.combine(claims["finished_on"], dt.time(12), tzinfo=dt.UTC).timestamp()
    os.utime(path, (noon, noon))
    return path


def fill(folder: Path) -> Path:
    """One who has finished, one who is due, one overdue; and an altered file, a damaged one, a copy."""
    folder.mkdir()
    first = put(folder, 1, name="Rosalind Ash", role="Teaching assistant")
    put(folder, 2, name="Idris Maple", role="Teacher", finished_on=dt.date(2025, 12, 5))
    put(folder, 3, name="Priya Cedar", role="Governor", finished_on=dt.date(2025, 11, 5))
    signed = bytearray(first.read_bytes())
    signed[len(signed) // 2] ^= 1
    (folder / f"altered{SUFFIX}").write_bytes(bytes(signed))
    (folder / f"copy{SUFFIX}").write_bytes(first.read_bytes())
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder
