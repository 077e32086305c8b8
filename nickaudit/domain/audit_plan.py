"""What there is to do for one person: sections of stops and looks, pages and minutes."""

from msgspec import Struct

from nickaudit.domain.ids import AccountId
from nickaudit.domain.platforms import Check, Look, Platform, Stop
from nickaudit.domain.policy import PolicyLine, StatementPage, Strength

PLAIN_PAGES = 3
"""Pages that are neither stops, looks nor statements: about you, accounts, check your answers."""
PLAIN_SECONDS = 150
"""What those take together, in seconds."""


class PlannedCheck(Struct, frozen=True, kw_only=True):
    """A line as this school asks it."""

    account: AccountId
    """Under whose name the answer is stored: the account, or `TOGETHER` for what is asked once."""
    check: Check
    lines: tuple[PolicyLine, ...]
    """The policy's sentences it serves; empty for good practice."""

    @property
    def counts(self) -> bool:
        """Whether it must be answered to finish: only lines with a clause count."""
        return bool(self.lines)

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """The verbs to show, in the order of the lines."""
        return tuple(line.strength for line in self.lines) or (Strength.GOOD_PRACTICE,)

    @property
    def leaves_a_choice(self) -> bool:
        """Whether leaving it is simply the person's choice, under every sentence it serves."""
        return all(strength.leaves_a_choice for strength in self.strengths)


class PlannedStop(Struct, frozen=True, kw_only=True):
    """One page: a screen of a platform with its lines."""

    section: AccountId
    platform: Platform
    """Whose screen it is: the account's platform, a shared block, or all accounts together."""
    stop: Stop
    checks: tuple[PlannedCheck, ...]
    number: int
    """Which of the section's stops, from 1."""
    of: int
    title: str
    """The section's title: `Instagram`."""
    used_by: tuple[str, ...] = ()
    """For a shared block: the accounts it is asked for."""

    @property
    def name(self) -> str:
        """The platform's name as a button says it: `Open Instagram's settings`."""
        return self.platform.name

    @property
    def counts(self) -> bool:
        """Whether anything on it must be answered to finish."""
        return any(line.counts for line in self.checks)

    @property
    def is_closing(self) -> bool:
        """Whether it shows the account as a stranger sees it."""
        return self.stop.id == self.platform.closing


class PlannedLook(Struct, frozen=True, kw_only=True):
    """People, groups or old posts of one account to go through."""

    section: AccountId
    platform: Platform
    look: Look
    lines: tuple[PolicyLine, ...]
    title: str


class Section(Struct, frozen=True, kw_only=True):
    """One task on the home page: an account, or all accounts together."""

    account: AccountId
    title: str
    stops: tuple[PlannedStop, ...]
    looks: tuple[PlannedLook, ...]

    @property
    def seconds(self) -> int:
        """What its stops take, in seconds. A look is two minutes of its own, and never counted."""
        return sum(s.stop.seconds for s in self.stops)


class AuditPlan(Struct, frozen=True, kw_only=True):
    """Everything there is to do for one person, in order."""

    sections: tuple[Section, ...]
    statements: tuple[StatementPage, ...]
    more_stops: tuple[PlannedStop, ...]
    more_looks: tuple[PlannedLook, ...]

    @property
    def stops(self) -> tuple[PlannedStop, ...]:
        """All essential stops, in order."""
        return tuple(stop for section in self.sections for stop in section.stops)

    @property
    def looks(self) -> tuple[PlannedLook, ...]:
        """All essential looks, in order."""
        return tuple(look for section in self.sections for look in section.looks)

    @property
    def pages(self) -> int:
        """How many pages there are to turn in all."""
        return len(self.stops) + len(self.looks) + len(self.statements) + PLAIN_PAGES

    @property
    def pages_to_finish(self) -> int:
        """What the ring counts: every stop with a line that counts, and every statement page."""
        return sum(stop.counts for stop in self.stops) + len(self.statements)

    @property
    def seconds(self) -> int:
        """How long all of it takes, looks apart: those may always be left for another day."""
        read = sum(page.seconds for page in self.statements)
        return sum(section.seconds for section in self.sections) + read + PLAIN_SECONDS

    def section(self, account: AccountId) -> Section | None:
        """The section of that account."""
        return next((section for section in self.sections if section.account == account), None)

    def stop(self, account: AccountId, stop_id: str) -> PlannedStop | None:
        """That stop of that section, essential or more."""
        every = (*self.stops, *self.more_stops)
        return next((s for s in every if (s.section, s.stop.id) == (account, stop_id)), None)

    def look(self, account: AccountId, look_id: str) -> PlannedLook | None:
        """That look of that section, essential or more."""
        every = (*self.looks, *self.more_looks)
        return next((p for p in every if (p.section, p.look.id) == (account, look_id)), None)

    def statement(self, page_id: str) -> StatementPage | None:
        """That statement page."""
        return next((page for page in self.statements if page.id == page_id), None)
