"""Policy × accounts × platforms → what there is to do."""

from collections.abc import Iterable

from msgspec import structs

from nickaudit.domain.accounts import Account, in_order, platform_of, titles
from nickaudit.domain.audit_plan import AuditPlan, PlannedCheck, PlannedLook, PlannedStop, Section
from nickaudit.domain.general_stops import with_name
from nickaudit.domain.ids import TOGETHER, AccountId
from nickaudit.domain.platforms import Content, Level, Platform
from nickaudit.domain.policy import Audience


def make_plan(content: Content, accounts: Iterable[Account], *, online_in_job: bool) -> AuditPlan:
    """What this person has to do. A shared block stands, and counts, under the first account that uses it.

    Public listings are offered to everyone, accounts or none, among what is `more`.
    """
    ordered = in_order(accounts, content)
    named_as = titles(ordered, content)
    shared_done: set[str] = set()
    sections: list[Section] = []
    more: list[PlannedStop] = []
    more_looks: list[PlannedLook] = []
    for account in ordered:
        platform = platform_of(account, content)
        if platform is None:
            continue
        title = named_as[account.id]
        named = (
            with_name(platform, account.label or "this account") if platform is content.general else platform
        )
        new = [use for use in platform.uses if use in content.shared and use not in shared_done]
        blocks = [content.shared[use] for use in new]
        shared_done.update(new)
        sources = [(named, account.id), *((block, TOGETHER) for block in blocks)]
        essential = _stops_of(content, account.id, title, sources, Level.ESSENTIAL, ordered)
        sections.append(
            Section(
                account=account.id,
                title=title,
                stops=_closing_last(essential, named.closing),
                looks=_looks_of(content, account.id, title, named, Level.ESSENTIAL),
            )
        )
        more += _stops_of(content, account.id, title, sources, Level.MORE, ordered)
        more_looks += _looks_of(content, account.id, title, named, Level.MORE)
    if ordered:
        name = content.together.name
        together = [(content.together, TOGETHER)]
        sections.append(
            Section(
                account=TOGETHER,
                title=name,
                stops=_numbered(_stops_of(content, TOGETHER, name, together, Level.ESSENTIAL, ordered)),
                looks=_looks_of(content, TOGETHER, name, content.together, Level.ESSENTIAL),
            )
        )
        more += _stops_of(content, TOGETHER, name, together, Level.MORE, ordered)
    for listing in sorted(content.listings.values(), key=lambda each: each.name.casefold()):
        # Nobody's account: each is a section of its own among what is more, its answers kept once.
        section = AccountId(listing.id)
        more += _stops_of(content, section, listing.name, [(listing, TOGETHER)], Level.MORE, ordered)
        more_looks += _looks_of(content, section, listing.name, listing, Level.MORE)
    statements = tuple(
        page for page in content.policy.pages if page.applies_to is Audience.EVERYONE or online_in_job
    )
    return AuditPlan(
        sections=tuple(sections),
        statements=statements,
        more_stops=_numbered(more),
        more_looks=tuple(more_looks),
    )


def _stops_of(
    content: Content,
    section: AccountId,
    title: str,
    sources: Iterable[tuple[Platform, AccountId]],
    level: Level,
    accounts: tuple[Account, ...],
) -> list[PlannedStop]:
    return [
        PlannedStop(
            section=section,
            platform=platform,
            stop=stop,
            checks=tuple(
                PlannedCheck(account=owner, check=check, lines=content.policy.lines_of(check.policy))
                for check in platform.checks_of(stop.id)
            ),
            number=0,
            of=0,
            title=title,
            used_by=_users(content, platform, accounts),
        )
        for platform, owner in sources
        for stop in platform.stops
        if stop.level is level
    ]


def _users(content: Content, block: Platform, accounts: tuple[Account, ...]) -> tuple[str, ...]:
    if block.id not in content.shared:
        return ()
    named_as = titles(accounts, content)
    return tuple(
        named_as[account.id]
        for account in accounts
        if (platform := platform_of(account, content)) is not None and block.id in platform.uses
    )


def _looks_of(
    content: Content, section: AccountId, title: str, platform: Platform, level: Level
) -> tuple[PlannedLook, ...]:
    return tuple(
        PlannedLook(
            section=section,
            platform=platform,
            look=look,
            lines=content.policy.lines_of(look.policy),
            title=title,
        )
        for look in platform.looks
        if look.level is level
    )


def _closing_last(stops: list[PlannedStop], closing: str) -> tuple[PlannedStop, ...]:
    """The view as a stranger comes last, after a shared block too."""
    return _numbered(sorted(stops, key=lambda planned: planned.stop.id == closing))


def _numbered(stops: Iterable[PlannedStop]) -> tuple[PlannedStop, ...]:
    listed = tuple(stops)
    return tuple(structs.replace(stop, number=n, of=len(listed)) for n, stop in enumerate(listed, 1))
