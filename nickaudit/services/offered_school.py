"""The school file that lies beside the program on a managed computer: offered at a start, never just used."""

from pathlib import Path

from nickaudit.services import Services, beside_program
from nickaudit.services.preferences import Preference, remember, remembered


def offered_at_start(services: Services) -> Path | None:
    """That file, unless it is the one in use or was refused before. Nothing is checked yet."""
    found = beside_program.found()
    if found is None:
        return None
    from nickaudit.services import own_school  # with what it needs, twenty milliseconds of every start

    raw = _read(found)
    if not raw or raw == _read(services.home / own_school.FILE_NAME):
        return None
    return None if remembered(services, Preference.REFUSED_SCHOOL) == _mark(raw) else found


def pass_over(services: Services, path: Path) -> None:
    """This one cannot be used here (it is older, say): if it came with the program, show it no more."""
    if path == beside_program.found():
        remember(services, Preference.REFUSED_SCHOOL, _mark(_read(path)))


def _read(path: Path) -> bytes:
    """What is in it; nothing where there is no such file, or one too large to be a school file."""
    from nickaudit.services.own_school import LARGEST

    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def _mark(raw: bytes) -> str:
    import hashlib

    return hashlib.sha256(raw).hexdigest()
