"""What the sample person of the tour says, read from a data file into frozen types."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from nickaudit.domain.errors import NickAuditError


class ScriptError(NickAuditError):
    """The sample person's file cannot be read."""


class SampleAccount(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An account to name: found by typing `search` and ticked by its `title`, or an `other` place."""

    search: str = ""
    title: str = ""
    other: str = ""


class LineAnswer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line that gets another answer than the usual one."""

    account: str
    setting: str
    answer: str


class Lines(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said on stops, in the words of the full answers."""

    usual: str
    but: tuple[LineAnswer, ...] = ()

    def answer_to(self, setting: str, *, account: str) -> str:
        """The answer to that line of that account."""
        found = (each.answer for each in self.but if (each.account, each.setting) == (account, setting))
        return next(found, self.usual)

    def are_usual(self, settings: tuple[str, ...], *, account: str) -> bool:
        """Whether all these lines get the usual answer."""
        return all(self.answer_to(each, account=account) == self.usual for each in settings)


class AccountLook(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An account whose look gets another answer than the usual one."""

    account: str
    answer: str


class Looks(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far the person gets with people and groups."""

    usual: str
    but: tuple[AccountLook, ...] = ()

    def answer_to(self, *, account: str) -> str:
        """How far with that account."""
        return next((each.answer for each in self.but if each.account == account), self.usual)


class SamplePerson(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything the tour types, ticks and answers, in the window's own words."""

    name: str
    role: str
    why_now: str
    online_in_job: bool
    computer: str
    situation: str
    """What is looked up under "Who to tell"."""
    accounts: tuple[SampleAccount, ...] = msgspec.field(name="account")
    lines: Lines
    looks: Looks


def with_every_account(person: SamplePerson, titles: Iterable[str]) -> SamplePerson:
    """The same person with an account at each of these places as well."""
    has = {account.title for account in person.accounts}
    more = tuple(SampleAccount(search=title, title=title) for title in titles if title not in has)
    return structs.replace(person, accounts=(*person.accounts, *more))


def read_person(path: Path) -> SamplePerson:
    """The sample person in that file.

    Raises:
        ScriptError: It is not there, or something in it is not as it should be.
    """
    try:
        person = msgspec.toml.decode(path.read_bytes(), type=SamplePerson)
    except (OSError, ValueError) as error:  # msgspec's own errors are ValueErrors
        raise ScriptError(f"The sample person in {path.name} cannot be read: {error}") from error
    for account in person.accounts:
        if bool(account.title) == bool(account.other) or bool(account.title) != bool(account.search):
            raise ScriptError(f"An account in {path.name} needs either search and title, or other.")
    return person
