"""What there is to do beside stops and looks, another evening: copies of one's own data, and three helps.

None of it is a check. Only "done" is ever stored of it, once for all accounts.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from nickaudit.domain.accounts import Account, in_order, platform_of
from nickaudit.domain.answers import Answer, Progress
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import TOGETHER, AccountId, CheckId
from nickaudit.domain.platforms import Content, Platform, Tool

SEARCHES_DONE = CheckId("extras.searches")
OLD_ACCOUNTS_DONE = CheckId("extras.old-accounts")
LETTER_DONE = CheckId("extras.letter")
HELPS = (SEARCHES_DONE, OLD_ACCOUNTS_DONE, LETTER_DONE)


class OwnTool(Struct, frozen=True, kw_only=True):
    """A tool that serves this person."""

    section: AccountId
    """Among what it is listed: the first account that has it, a listing, or `TOGETHER`."""
    platform: Platform
    tool: Tool

    @property
    def done(self) -> CheckId:
        """Under which name "done" is stored."""
        return CheckId(self.tool.id)


def own_tools(content: Content, accounts: Iterable[Account]) -> tuple[OwnTool, ...]:
    """The tools of every account, of what those share, and of the public listings; each once."""
    found: dict[str, OwnTool] = {}
    for section, platform in _places(content, tuple(accounts)):
        for tool in platform.tools:
            found.setdefault(tool.id, OwnTool(section=section, platform=platform, tool=tool))
    return tuple(found.values())


def tool_named(content: Content, tool_id: str) -> OwnTool | None:
    """That tool, whoever has use for it."""
    every = (
        *content.platforms.values(),
        *content.shared.values(),
        *content.listings.values(),
        content.together,
    )
    for platform in every:
        for tool in platform.tools:
            if tool.id == tool_id:
                return OwnTool(section=TOGETHER, platform=platform, tool=tool)
    return None


def is_done(progress: Progress, done: CheckId) -> bool:
    """Whether the person says it is done."""
    return progress.answers.get((TOGETHER, done)) is Answer.DONE


def number_of_more(plan: AuditPlan, content: Content, accounts: Iterable[Account]) -> int:
    """How many things there are to do another evening."""
    stops_and_looks = len(plan.more_stops) + len(plan.more_looks)
    return stops_and_looks + len(own_tools(content, accounts)) + len(HELPS)


def _places(content: Content, accounts: tuple[Account, ...]) -> Iterator[tuple[AccountId, Platform]]:
    for account in in_order(accounts, content):
        platform = platform_of(account, content)
        if platform is None:
            continue
        yield account.id, platform
        for use in platform.uses:
            yield account.id, content.shared[use]
    if accounts:
        yield TOGETHER, content.together
    for listing in content.listings.values():
        yield AccountId(listing.id), listing
