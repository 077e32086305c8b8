"""One row of the head's table, and the totals over it, on a given day."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain import due_dates
from nickaudit.domain.certificate import Claims, Refusal
from nickaudit.domain.taken_in import TakenIn, by_person, folded


class Status(StrEnum):
    """How it stands with one person. With no staff list yet only those who have finished are known."""

    FINISHED = "finished"
    DUE = "due"
    OVERDUE = "overdue"


DUE_WITHIN_DAYS = 30
"""A next check so near is shown as due."""


class Note(StrEnum):
    """What the head may want to ask about."""

    SAME_NAME = "same name as another row"
    DATED_AHEAD = "dated in the future"
    DATED_BACK = "dated more than a day before it arrived"
    NEW_KEY = "from a new computer"
    OTHER_SCHOOL = "names another school"
    OTHER_POLICY = "made under another policy"
    OTHER_VERSION = "made under another version of the policy"
    NOT_CONFIRMED = "not yet confirmed"
    """The first key of this person; the head has not said yet that it is theirs."""


BY_HAND = frozenset({Note.SAME_NAME, Note.NEW_KEY, Note.DATED_AHEAD, Note.OTHER_SCHOOL})
"""Whoever has one of these is asked in person, and never confirmed together with others."""


class PolicyVersion(Struct, frozen=True):
    """The policy pack that the school named, and from which day."""

    since: dt.date
    policy_hash: str


class Expected(Struct, frozen=True, kw_only=True):
    """What a certificate of one school should say; what is empty is not looked at."""

    school_names: tuple[str, ...] = ()
    """Every name it goes by, whole and in short."""
    short_name: str = ""
    policy_id: str = ""
    versions: tuple[PolicyVersion, ...] = ()
    """Every version the school has named, oldest first."""
    hash_here: str = ""
    """Of the policy on this computer: a newer program may bring its text in another form."""
    every_months: int = 0
    """How often the check comes round; 0 where the school has not said: yearly."""

    def due_after(self, claims: Claims) -> dt.date:
        """When the next check is due."""
        if self.every_months:
            return due_dates.next_due(claims.finished_on, self.every_months)
        # Whatever a certificate says, nobody's next check is more than a year after the last.
        return min(claims.next_due, due_dates.next_due(claims.finished_on))

    def is_other_version(self, claims: Claims) -> bool:
        """Whether it was made under a version that was not the school's on that day."""
        if not self.versions or claims.policy_hash == self.hash_here:
            return False
        before = [version for version in self.versions if version.since < claims.finished_on]
        if not before:
            return False
        good = {before[-1].policy_hash}
        good.update(version.policy_hash for version in self.versions if version.since >= claims.finished_on)
        return claims.policy_hash not in good


class SetAside(Struct, frozen=True, kw_only=True):
    """One file that needs a look: which, and why."""

    file_name: str
    reason: Refusal | None
    """None for a file that is a copy of one already taken in."""
    copy_of: str = ""
    """File name of the one it repeats."""
    seen_on: dt.date
    folder: str = ""
    """Where it lies."""


class Row(Struct, frozen=True, kw_only=True):
    """One person in the head's table."""

    name: str
    role: str
    status: Status
    finished_on: dt.date
    next_due: dt.date
    notes: tuple[Note, ...] = ()
    number: str = ""
    key: str = ""
    school: str = ""
    """As the certificate names it."""
    school_in_short: str = ""
    """The same as shown in a table, where it is a name of the school it came from."""

    @property
    def may_be_confirmed(self) -> bool:
        """Whether its key waits for the head's yes."""
        return Note.NOT_CONFIRMED in self.notes or Note.NEW_KEY in self.notes


class Report(Struct, frozen=True, kw_only=True):
    """What the head sees on a given day."""

    as_of: dt.date
    school: str
    rows: tuple[Row, ...]
    set_aside: tuple[SetAside, ...]
    finished: int
    due: int
    overdue: int
    read_at: dt.datetime | None = None
    other_schools: int = 0
    """So many letter boxes of other schools are read too."""
    sealed_for_others: int = 0
    """Files among those set aside that no key on this computer opens."""
    for_head_reader: int = 0
    """Files of the head's own, which are for somebody else and nothing is wrong with."""
    for_readers: int = 0
    """Files for the school's readers, where only the head's own are read."""
    head_reader: str = ""
    """Who reads the head's own, as said in a sentence."""
    readers: tuple[str, ...] = ()
    """Who reads everybody else's."""

    @property
    def to_confirm(self) -> int:
        """People whose key waits for the head's yes."""
        return sum(row.may_be_confirmed for row in self.rows)

    @property
    def has_several_schools(self) -> bool:
        """Whether the people are of more than one school."""
        return self.other_schools > 0


def for_others_in_words(report: Report) -> str:
    """`1 certificate is for the chair of governors.`; empty where there is none for others."""
    told = (
        (report.for_head_reader, report.head_reader or "whoever reads the head's own"),
        (report.for_readers, " and ".join(report.readers) or "those who read the others"),
    )
    return " ".join(
        f"{count:,} certificate{' is' if count == 1 else 's are'} for {who}." for count, who in told if count
    )


def surname_first(name: str) -> str:
    """`Rosalind Ash` as `Ash, Rosalind`, for a table; a name of one word stays."""
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name


def status_on(*, next_due: dt.date, today: dt.date) -> Status:
    """Finished, due within a month, or overdue."""
    if next_due < today:
        return Status.OVERDUE
    if next_due <= today + dt.timedelta(days=DUE_WITHIN_DAYS):
        return Status.DUE
    return Status.FINISHED


def rows_on(
    taken_in: tuple[TakenIn, ...],
    *,
    today: dt.date,
    expected: Expected = Expected(),  # noqa: B008 - frozen
    elsewhere: Mapping[str, Expected] | None = None,
    confirmed: Collection[tuple[str, str]] | None = None,
) -> tuple[Row, ...]:
    """One row per person: their newest certificate, with what to ask about.

    Args:
        taken_in: Every certificate the school has.
        today: Decides who is due and who is overdue.
        expected: What a certificate should say.
        elsewhere: What it should say where it came from one of these places: other schools' shares.
        confirmed: Key and folded name of everybody the head has said yes to; None where that is not looked
            at, and the first key a person came with will do.
    """
    people = by_person(taken_in)
    places = {place: _Held(each) for place, each in (elsewhere or {}).items()}
    own = _Held(expected)
    names = Counter((id(places.get(items[0].place, own)), folded(items[0].claims.name)) for items in people)
    rows = []
    for items in people:
        newest = max(items, key=lambda item: _recency(item, today=today))
        claims, name = newest.claims, folded(newest.claims.name)
        held = places.get(newest.place, own)
        wanted = held.expected
        due = wanted.due_after(claims)
        is_ours = folded(claims.school) in held.names
        is_other_policy = bool(wanted.policy_id) and claims.policy_id != wanted.policy_id
        tests = (
            (Note.SAME_NAME, names[id(places.get(items[0].place, own)), name] > 1),
            (_note_on_key(items, newest, name, confirmed), True),
            (Note.DATED_AHEAD, _is_dated_ahead(newest, today=today)),
            (Note.DATED_BACK, (newest.received_on - claims.finished_on).days > 1),
            (Note.OTHER_SCHOOL, bool(held.names) and not is_ours),
            (Note.OTHER_POLICY, is_other_policy),
            (Note.OTHER_VERSION, not is_other_policy and wanted.is_other_version(claims)),
        )
        rows.append(
            Row(
                name=claims.name,
                role=claims.role,
                status=status_on(next_due=due, today=today),
                finished_on=claims.finished_on,
                next_due=due,
                notes=tuple(note for note, holds in tests if note and holds),
                number=claims.number,
                key=newest.key,
                school=claims.school,
                school_in_short=(wanted.short_name if is_ours else "") or claims.school,
            )
        )
    return tuple(sorted(rows, key=lambda row: (folded(surname_first(row.name)), row.number)))


class _Held:
    """What certificates of one school are held against, worked out once for thousands."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.names = frozenset(map(folded, expected.school_names))


def _note_on_key(
    items: tuple[TakenIn, ...],
    newest: TakenIn,
    name: str,
    confirmed: Collection[tuple[str, str]] | None,
) -> Note | None:
    """What to say of the key: nothing where the head has said yes to it."""
    if confirmed is not None and (newest.key, name) in confirmed:
        return None
    is_known_by_another = any((item.key, name) in confirmed for item in items) if confirmed else False
    if is_known_by_another or newest.key != items[0].key:
        return Note.NEW_KEY
    return None if confirmed is None else Note.NOT_CONFIRMED


def _is_dated_ahead(item: TakenIn, *, today: dt.date) -> bool:
    """Whether it was finished on a day that had not come when it arrived."""
    return item.claims.finished_on > min(item.received_on, today)


def _recency(item: TakenIn, *, today: dt.date) -> tuple[bool, dt.date, dt.date, str]:
    """Later is newer; but one dated ahead never hides one with a day that can be."""
    claims = item.claims
    return (not _is_dated_ahead(item, today=today), claims.finished_on, item.received_on, claims.number)
