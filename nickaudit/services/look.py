"""One look at files that may hold certificates: what is known of each, what is new, and what came of it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from msgspec import Struct

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.services.opening import Checked
from nickaudit.share.base import Listed
from nickaudit.store.database import Database
from nickaudit.store.school import certificates, files
from nickaudit.store.school.certificates import Found, Known
from nickaudit.store.school.files import NOTHING_TO_SEE_TO, Outcome, SeenFile

_ROWS_AT_ONCE = 500
"""So many files are stored in one go; after each the database is whole, whatever happens next."""

_SETTLED = frozenset({
    Outcome.TAKEN_IN, Outcome.PAGE_OF_IT, Refusal.CHANGED_SINCE, Refusal.REPLAYED, Refusal.PRACTICE,
})  # fmt: skip
"""There is no need to read such a file again while it is as old and as large as it was."""

_COUNTED = frozenset({Outcome.TAKEN_IN, Outcome.PAGE_OF_IT})


class FolderNotReadError(NickAuditError):
    """The folder could not be read. Check that it is there and that you may open it."""

    def __init__(self, place: str) -> None:
        super().__init__(f"The folder {place} could not be read. Check that it is there and you may open it.")
        self.place = place


class IntakeResult(Struct, frozen=True, kw_only=True):
    """What came of one look."""

    taken_in: int = 0
    """Certificates that were new."""
    unchanged: int = 0
    """Files known from before."""
    set_aside: int = 0
    """Files of this look that need a look by somebody, the ones known from before too."""
    total: int = 0
    """Files that were there."""
    is_cancelled: bool = False
    """Stopped half-way: what was read so far is taken in, the rest comes with the next look."""

    def __add__(self, other: "IntakeResult") -> "IntakeResult":
        return IntakeResult(
            taken_in=self.taken_in + other.taken_in,
            unchanged=self.unchanged + other.unchanged,
            set_aside=self.set_aside + other.set_aside,
            total=self.total + other.total,
            is_cancelled=self.is_cancelled or other.is_cancelled,
        )


class Place:
    """One folder or share during a look: what was known of it, and which names lie there now."""

    def __init__(self, school: Database, address: str, *, names: set[str] | None = None) -> None:
        """`names`: what lies there; None where that was not listed."""
        self.address = address
        self.names = names
        self.seen = files.files_in(school, address)
        self.last_look = files.last_look(school, address)

    def known(self) -> dict[str, tuple[int, int]]:
        """Size and time of change of what need not be read again, by name."""
        return {
            name: (file.size, file.modified_ns)
            for name, file in self.seen.items()
            if file.outcome in _SETTLED or file.outcome is Outcome.COPY
        }

    def settled(self, file: Listed) -> SeenFile | None:
        """What was noted of it, if there is no need to read it again."""
        before = self.seen.get(file.name)
        if before is None or (before.size, before.modified_ns) != (file.size, file.modified_ns):
            return None
        if before.outcome is Outcome.COPY:
            return before if self.names is None or before.copy_of in self.names else None
        return before if before.outcome in _SETTLED else None


class Look:
    """One look: what was found, and what is still to be stored."""

    def __init__(self, school: Database, *, now: dt.datetime) -> None:
        self._school = school
        self._now = now
        self._known = certificates.known_by_hash(school)
        self._found: list[Found] = []
        self._files: list[SeenFile] = []
        self.new = self.unchanged = self.set_aside = self.done = 0

    def leave(self, before: SeenFile) -> None:
        """Count a file that is as it was."""
        self.unchanged += 1
        self._count(before)

    def at(self, place: Place, file: Listed, came: Checked | None) -> None:
        """Note what came of a file that was read; None where it could not be."""
        before = place.seen.get(file.name)
        is_as_old = before is not None and (before.size, before.modified_ns) == (file.size, file.modified_ns)
        first_seen = before.seen_on if before is not None and is_as_old else self._now.date()
        seen = self._seen(place, file, came, before, first_seen)
        self._files.append(seen)
        self._count(seen)
        if len(self._files) >= _ROWS_AT_ONCE:
            self.store()

    @contextmanager
    def storing(self) -> Iterator[None]:
        """Whatever happens inside, what was found is stored at the end."""
        try:
            yield
        finally:
            self.store()

    def store(self) -> None:
        """Write what was found so far, all or none."""
        if not self._files:
            return
        with self._school.atomic():
            certificates.take_in(self._school, self._found)
            files.record_files(self._school, self._files)
        self._found.clear()
        self._files.clear()

    def finish(self, place: Place) -> None:
        """The place was looked through to the end: files that are gone are no longer listed."""
        with self._school.atomic():
            files.drop_files(self._school, place.address, place.seen.keys() - (place.names or set()))
            files.record_look(self._school, place.address, at=self._now)

    def result(self, *, total: int, is_cancelled: bool = False) -> IntakeResult:
        """What it came to."""
        return IntakeResult(
            taken_in=self.new,
            unchanged=self.unchanged,
            set_aside=self.set_aside,
            total=total,
            is_cancelled=is_cancelled,
        )

    def _count(self, file: SeenFile) -> None:
        self.set_aside += file.outcome not in NOTHING_TO_SEE_TO
        self.done += 1

    def _seen(
        self, place: Place, file: Listed, came: Checked | None, before: SeenFile | None, first_seen: dt.date
    ) -> SeenFile:
        signed_hash = content = copy_of = receipt = ""
        outcome: Outcome | Refusal
        if came is None:
            outcome = Refusal.UNREADABLE
            if before is not None:
                signed_hash, content, receipt = before.hash, before.content, before.receipt
        elif before is not None and _was_taken_in(before) and not _is_the_same(came, before):
            # What is there now is taken in too, where it is a certificate: nobody's is lost.
            self._outcome(place, file, came, first_seen)
            outcome, signed_hash, content = Refusal.CHANGED_SINCE, before.hash, before.content
            receipt = before.receipt
        else:
            outcome, copy_of = self._outcome(place, file, came, first_seen)
            if came.reason is None:
                signed_hash = came.hash
                content = came.file_hash if outcome in _COUNTED or _was_sent(came, copy_of) else ""
            if before is not None and content and content == before.content:
                receipt = before.receipt
        return SeenFile(
            folder=place.address,
            name=file.name,
            size=file.size,
            modified_ns=file.modified_ns,
            outcome=outcome,
            hash=signed_hash,
            content=content,
            copy_of=copy_of,
            receipt=receipt,
            seen_on=first_seen,
        )

    def _outcome(
        self, place: Place, file: Listed, came: Checked, first_seen: dt.date
    ) -> tuple[Outcome | Refusal, str]:
        """What a file is, and of which other one it is a copy."""
        if came.reason is not None:
            return came.reason, ""
        known = self._known.get(came.hash)
        if known is None:
            self._keep(place, file, came, first_seen)
            return Outcome.TAKEN_IN, ""
        if came.is_sealed and known.file_name.endswith(SEALED_SUFFIX) and came.file_hash != known.file_hash:
            return Refusal.REPLAYED, known.file_name
        if file.name == known.file_name:
            return Outcome.TAKEN_IN, ""
        if PurePath(file.name).stem == PurePath(known.file_name).stem:
            return Outcome.PAGE_OF_IT, ""
        if place.names is not None and known.file_name not in place.names:
            self._known[came.hash] = Known(file.name, came.file_hash)
            return Outcome.TAKEN_IN, ""
        return Outcome.COPY, known.file_name

    def _keep(self, place: Place, file: Listed, came: Checked, first_seen: dt.date) -> None:
        self._found.append(
            Found(
                hash=came.hash,
                signed=came.signed,
                claims=came.claims,
                key=came.key,
                file_name=file.name,
                file_hash=came.file_hash,
                place=place.address,
                received_on=self._arrived_on(place, file, first_seen),
            )
        )
        self._known[came.hash] = Known(file.name, came.file_hash)
        self.new += 1

    def _arrived_on(self, place: Place, file: Listed, first_seen: dt.date) -> dt.date:
        """The file's own date, as far as it can be true: not before the last look, which did not find it."""
        written = dt.datetime.fromtimestamp(file.modified_ns / 1e9, tz=self._now.tzinfo or dt.UTC).date()
        if place.last_look is not None:
            written = max(written, place.last_look.date())
        return min(written, first_seen)


def _was_sent(came: Checked, copy_of: str) -> bool:
    """Whether the sealed file is what somebody sent, and what was taken in was an open copy of it.

    Whoever sent it looks for the receipt beside this one, whichever came first.
    """
    return came.is_sealed and not copy_of.endswith(SEALED_SUFFIX)


def _was_taken_in(before: SeenFile) -> bool:
    return before.outcome in _COUNTED or before.outcome is Refusal.CHANGED_SINCE or bool(before.content)


def _is_the_same(came: Checked, before: SeenFile) -> bool:
    """Whether a file still holds what was taken in from it."""
    if not came.is_sealed:
        return came.hash == before.hash != ""
    return came.hash == before.hash and before.content in ("", came.file_hash)
