"""An account somebody says they have: where, and nothing that could find it."""

import re
from collections.abc import Iterable

from msgspec import Struct

from nickaudit.domain.ids import AccountId, PlatformId
from nickaudit.domain.platforms import Content, Platform

GENERAL = PlatformId("general")
"""The platform of an account of another kind."""

_OF_A_PLACE = r"@|/|\w_\w"
_OF_A_PERSON = r"@|/|www\.|\w_\w|[^\W\d_]\.[^\W_]|[^\W\d_]{4,}\d{2,}"


class Account(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One account. Several on one platform are told apart by a private nickname."""

    id: AccountId
    platform: PlatformId
    """`general` for an account of another kind."""
    label: str = ""
    """The private nickname, or the name of the place of another kind ("a running club forum")."""


def platform_of(account: Account, content: Content) -> Platform | None:
    """The account's platform; None where newer content no longer has it."""
    if account.platform == GENERAL:
        return content.general
    return content.platforms.get(account.platform)


def title_of(account: Account, content: Content) -> str:
    """How the account is called on every page: `Instagram`, `Instagram (football)`, `A running club`."""
    platform = platform_of(account, content)
    if account.platform == GENERAL:
        return account.label[:1].upper() + account.label[1:] if account.label else "Another account"
    name = platform.name if platform else str(account.platform)
    return f"{name} ({account.label})" if account.label else name


def in_order(accounts: Iterable[Account], content: Content) -> tuple[Account, ...]:
    """Common platforms first, then by name; accounts of another kind last."""

    def place(account: Account) -> tuple[bool, int, str, str]:
        platform = platform_of(account, content)
        common = platform.common if platform else 0
        name = platform.name if platform else ""
        return (account.platform == GENERAL, common or 1000, name.casefold(), account.label.casefold())

    return tuple(sorted(accounts, key=place))


def titles(accounts: Iterable[Account], content: Content) -> dict[AccountId, str]:
    """Each account's title, no two the same: a second `Instagram` without a nickname is `Instagram (2)`."""
    found: dict[AccountId, str] = {}
    taken: set[str] = set()
    for account in in_order(accounts, content):
        plain = title = title_of(account, content)
        number = 1
        while title.casefold() in taken:
            number += 1
            title = f"{plain} ({number})"
        taken.add(title.casefold())
        found[account.id] = title
    return found


def may_be_a_handle(words: str, *, names_a_place: bool = False) -> bool:
    """Whether a nickname (or a place's name) looks like a handle, a profile's address or an e-mail address.

    Such words are never stored: they could find the person.
    """
    return re.search(_OF_A_PLACE if names_a_place else _OF_A_PERSON, words) is not None
