"""One look at files that may hold certificates: what is known of each, what is new, and what came of it."""

import datetime as dt
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from nickaudit.documents.attachment import LARGEST_PDF
from nickaudit.domain.certificate import CertificateRefused, Refusal, Verified
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.taken_in import TakenIn
from nickaudit.services.verification import signed_in
from nickaudit.share import reading
from nickaudit.store.database import Database
from nickaudit.store.school import certificates
from nickaudit.store.school.certificates import Found, Outcome, SeenFile

_ROWS_AT_ONCE = 500
"""So many files are stored in one go; after each the database is whole, whatever happens next."""

Verify = Callable[[bytes], Verified]


class FolderNotReadError(NickAuditError):
    """The folder could not be read. Check that it is there and that you may open it."""

    def __init__(self, folder: Path) -> None:
        place = reading.as_text(folder)
        super().__init__(f"The folder {place} could not be read. Check that it is there and you may open it.")
        self.folder = folder


class Look:
    """One look: what is known, what was found, and what is still to be stored."""

    def __init__(self, school: Database, *, now: dt.datetime, verify: Verify) -> None:
        self._school = school
        self._now = now
        self._verify = verify
        self._names = certificates.names_by_hash(school)
        self._seen: dict[str, dict[str, SeenFile]] = {}
        self._last_look: dict[str, dt.datetime | None] = {}
        self._found: list[Found] = []
        self._files: list[SeenFile] = []
        self.new = self.unchanged = self.set_aside = self.done = 0

    def at(self, entry: reading.Entry, *, neighbours: set[str] | None) -> None:
        """Look at one file. `neighbours` are the names in its folder; None where that was not listed."""
        before = self._before(entry)
        same = before is not None and (before.size, before.modified_ns) == (entry.size, entry.modified_ns)
        if before is not None and same and _is_settled(before, neighbours):
            file = before
            self.unchanged += 1
        else:
            first_seen = before.seen_on if before is not None and same else self._now.date()
            file = self._looked_at(entry, neighbours=neighbours, first_seen=first_seen)
            self._files.append(file)
        self.set_aside += file.outcome not in (Outcome.TAKEN_IN, Outcome.PAGE_OF_IT)
        self.done += 1
        if len(self._files) >= _ROWS_AT_ONCE:
            self.store()

    def store(self) -> None:
        """Write what was found so far, all or none."""
        with self._school.atomic():
            certificates.take_in(self._school, self._found)
            certificates.record_files(self._school, self._files)
        self._found.clear()
        self._files.clear()

    def finish_folder(self, folder: Path, names: set[str]) -> None:
        """The folder was looked through to the end: files that are gone are no longer listed."""
        with self._school.atomic():
            gone = certificates.files_in(self._school, reading.as_text(folder)).keys() - names
            certificates.drop_files(self._school, reading.as_text(folder), gone)
            certificates.record_look(self._school, reading.as_text(folder), at=self._now)

    def _before(self, entry: reading.Entry) -> SeenFile | None:
        folder = reading.as_text(entry.folder)
        if folder not in self._seen:
            self._seen[folder] = certificates.files_in(self._school, folder)
            self._last_look[folder] = certificates.last_look(self._school, folder)
        return self._seen[folder].get(entry.shown)

    def _looked_at(
        self, entry: reading.Entry, *, neighbours: set[str] | None, first_seen: dt.date
    ) -> SeenFile:
        outcome: Outcome | Refusal
        signed_hash = copy_of = ""
        try:
            signed = signed_in(reading.read(entry, limit=LARGEST_PDF))
            signed_hash = hashlib.sha256(signed).hexdigest()
            known_as = self._names.get(signed_hash)
            if known_as is None:
                self._keep(entry, signed, signed_hash, first_seen)
                outcome = Outcome.TAKEN_IN
            else:
                outcome = _again(entry.shown, known_as, neighbours)
                copy_of = known_as if outcome is Outcome.COPY else ""
                if outcome is Outcome.TAKEN_IN:
                    self._names[signed_hash] = entry.shown
        except CertificateRefused as refused:
            outcome = refused.reason
        except OSError as error:
            if not os.path.isdir(entry.folder):  # the whole share has gone: that says nothing about its files
                self.store()
                raise FolderNotReadError(entry.folder) from error
            outcome = Refusal.UNREADABLE
        return SeenFile(
            folder=reading.as_text(entry.folder),
            name=entry.shown,
            size=entry.size,
            modified_ns=entry.modified_ns,
            outcome=outcome,
            hash=signed_hash,
            copy_of=copy_of,
            seen_on=first_seen,
        )

    def _keep(self, entry: reading.Entry, signed: bytes, signed_hash: str, first_seen: dt.date) -> None:
        verified = self._verify(signed)
        taken_in = TakenIn(
            claims=verified.claims,
            key=verified.key,
            file_name=entry.shown,
            received_on=self._arrived_on(entry, first_seen),
        )
        self._found.append(Found(hash=signed_hash, taken_in=taken_in, signed=signed))
        self._names[signed_hash] = entry.shown
        self.new += 1

    def _arrived_on(self, entry: reading.Entry, first_seen: dt.date) -> dt.date:
        """The file's own date, as far as it can be true: not before the last look, which did not find it."""
        written = dt.datetime.fromtimestamp(entry.modified_ns / 1e9, tz=self._now.tzinfo or dt.UTC).date()
        last_look = self._last_look[reading.as_text(entry.folder)]
        if last_look is not None:
            written = max(written, last_look.date())
        return min(written, first_seen)


def _is_settled(before: SeenFile, neighbours: set[str] | None) -> bool:
    """Whether there is no need to read it again: taken in, or a copy of one that still lies beside it."""
    if before.outcome is Outcome.COPY:
        return neighbours is None or before.copy_of in neighbours
    return before.outcome in (Outcome.TAKEN_IN, Outcome.PAGE_OF_IT)


def _again(name: str, known_as: str, neighbours: set[str] | None) -> Outcome:
    """What a file is whose certificate is known: the same file, its page, the same renamed, or a copy."""
    if name == known_as:
        return Outcome.TAKEN_IN
    if Path(name).stem == Path(known_as).stem:
        return Outcome.PAGE_OF_IT
    if neighbours is not None and known_as not in neighbours:
        return Outcome.TAKEN_IN
    return Outcome.COPY
