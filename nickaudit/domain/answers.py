"""The answers of a line and of a look, and everything a person has given so far."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.accounts import Account
from nickaudit.domain.ids import AccountId, CheckId, LookId, PageId
from nickaudit.domain.person import AboutYou, Person


class Answer(StrEnum):
    """The four answers on a line (checklist, "Answers on a line"). None of them is a good or a bad one."""

    DONE = "done"
    LATER = "later"
    LEAVING = "leaving"
    NOT_SURE = "not sure"


class LookAnswer(StrEnum):
    """The three answers on a look."""

    THROUGH = "through"
    STARTED = "started"
    NOT_SURE = "not sure"


class Computer(StrEnum):
    """Whose computer this is."""

    MINE = "mine"
    SCHOOLS = "school's"
    SHARED = "shared"

    @property
    def opens_accounts(self) -> bool:
        """Whether a button may open an account in this browser; elsewhere steps and QR only."""
        return self is Computer.MINE


class Progress(Struct, frozen=True, kw_only=True):
    """One check as it stands: what has been said so far. A new one replaces it at every answer."""

    person: Person | None = None
    about_you: AboutYou | None = None
    """What was typed of the person when it was not yet enough, or not yet right; None once it is."""
    accounts: tuple[Account, ...] = ()
    no_accounts: bool = False
    """The person said: none at all."""
    answers: dict[tuple[AccountId, CheckId], Answer] = {}
    looks: dict[tuple[AccountId, LookId], LookAnswer] = {}
    read: dict[PageId, dt.date] = {}
    """Statement pages, and when "I have read this" was pressed."""
    later_by: dt.date | None = None
    """The one date for everything left for later."""
    seconds: float = 0.0
    """Time spent on stops so far, for the person's own pace."""
    timed_stops: int = 0
    """How many stops that time was spent on."""
    began_on: dt.date | None = None
