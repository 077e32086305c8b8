"""The folder of a tour, made or made anew, and `tour.json`, which says what a tour left in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.steps import StepKind

VERSION = 2
"""Version of `tour.json`; it goes up when its shape changes."""
FILE = "tour.json"
HOME, PICTURES, SCHOOL, TO_HAND_IN = "home", "pictures", "school folder", "to hand in"
HEAD = "home of the headteacher"
CERTIFICATE, PDF, HTML = "certificate.nickaudit-certificate", "certificate.pdf", "certificate.html"
CALENDAR, REPORT = "next-check.ics", "report.json"
_FOLDERS = (HOME, HEAD, PICTURES, SCHOOL, TO_HAND_IN)
_FILES = (FILE, CERTIFICATE, PDF, HTML, CALENDAR, REPORT)


class FolderInUseError(NickAuditError):
    """There is something else in that folder. Choose another one, or an empty one."""


class PageRecord(Struct, frozen=True, kw_only=True):
    """One page of the way."""

    name: str
    kind: StepKind
    title: str
    seconds: float
    """How long the tour was on the page, without the time for pictures and measuring."""
    pictures: tuple[str, ...]
    faults: tuple[str, ...]
    """What was cut off, covered or out of reach; none is as it should be."""


class TourRecord(Struct, frozen=True, kw_only=True):
    """The whole of `tour.json`."""

    version: int = VERSION
    program: str
    date: str
    seconds: float
    pages: tuple[PageRecord, ...]
    files: tuple[str, ...] = ()
    """Made beside the pictures; names within the folder. `write` fills it in."""
    links: tuple[str, ...] = ()
    """Hosts (or the kind of address) that would have been opened; nothing was."""

    @property
    def faults(self) -> tuple[str, ...]:
        """All faults, each with its page."""
        return tuple(f"{page.name}: {fault}" for page in self.pages for fault in page.faults)

    @property
    def pictures(self) -> tuple[str, ...]:
        """All pictures, in order."""
        return tuple(picture for page in self.pages for picture in page.pictures)


def prepare(folder: Path) -> None:
    """Make the folder ready: new, empty, or rid of what an earlier tour left there.

    Raises:
        FolderInUseError: Something is there that no tour has made; OSError: It cannot be made or emptied.
    """
    if folder.is_dir() and any(folder.iterdir()) and not _is_a_tour(folder):
        raise FolderInUseError(
            f"There is something else in {folder}. Choose another folder for the tour, or an empty one."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FOLDERS:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        (folder / name).mkdir(mode=0o700)
    for name in _FILES:
        (folder / name).unlink(missing_ok=True)
    # At once, so that a tour that was stopped half way is recognised too.
    (folder / FILE).write_bytes(_json({"version": VERSION, "unfinished": True}))


def write(folder: Path, record: TourRecord) -> None:
    """Leave `tour.json`."""
    shape = msgspec.to_builtins(structs.replace(record, files=made(folder)))
    shape["faults"] = record.faults
    (folder / FILE).write_bytes(_json(shape))


def made(folder: Path) -> tuple[str, ...]:
    """Names of the files that lie beside the pictures."""
    return tuple(name for name in (*_FILES[1:], FILE) if (folder / name).is_file())


def _is_a_tour(folder: Path) -> bool:
    try:
        shape = msgspec.json.decode((folder / FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(shape, dict) and "version" in shape and ("pages" in shape or "unfinished" in shape)


def _json(shape: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(shape), indent=2) + b"\n"
