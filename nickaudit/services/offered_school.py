"""The school file that lies beside the program on a managed computer: offered at a start, never just used."""

import hashlib
from pathlib import Path

from nickaudit.services import Services, own_school
from nickaudit.services.preferences import Preference, remember, remembered


def offered_at_start(services: Services) -> Path | None:
    """That file, unless it is the one in use or was refused before. Nothing is checked yet."""
    found = own_school.found_beside_program()
    if found is None:
        return None
    try:
        raw = found.read_bytes() if found.stat().st_size <= own_school.LARGEST else b""
        in_use = services.home / own_school.FILE_NAME
        if not raw or (in_use.is_file() and in_use.read_bytes() == raw):
            return None
    except OSError:
        return None
    return None if remembered(services, Preference.REFUSED_SCHOOL) == _mark(raw) else found


def pass_over(services: Services, raw: bytes) -> None:
    """This one cannot be used here (it is older, say): the next start does not show it again."""
    remember(services, Preference.REFUSED_SCHOOL, _mark(raw))


def _mark(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
