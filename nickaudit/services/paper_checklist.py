"""The check on paper: everything of a plan as a booklet, for those who would rather not sit at a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain.accounts import Account
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import AccountId, PlatformId
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Device, MenuPaths
from nickaudit.domain.policy import Strength
from nickaudit.domain.search import ranked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nickaudit.documents.pdf.checklist import Booklet, Chapter, Line, Reading, Screen
    from nickaudit.domain.audit_plan import PlannedLook, PlannedStop, Section
    from nickaudit.domain.platforms import Content
    from nickaudit.domain.policy import PolicyLine, PolicyPack, StatementPage

_DEVICES = {Device.IPHONE: "iPhone", Device.ANDROID: "Android", Device.COMPUTER: "Computer"}
_OUR_WORDS = "These are our words, not the policy's. Under each line you see where to look in it."


class UnknownPlaceError(NickAuditError):
    """There is no such site or app here."""


def accounts_named(content: Content, names: Iterable[str]) -> tuple[Account, ...]:
    """One account for each site or app: by its id, its name, or another name people give it.

    Raises:
        UnknownPlaceError: there is none of that name.
    """
    found: dict[str, Account] = {}
    for name in filter(None, (each.strip() for each in names)):
        platform = content.platforms.get(PlatformId(name.casefold()))
        if platform is None:
            platform = next(iter(ranked(content.platforms.values(), name)), None)
        if platform is None:
            raise UnknownPlaceError(f"There is no site or app called {name!r} here. Check how it is spelled.")
        found[platform.id] = Account(id=AccountId(platform.id), platform=platform.id)
    return tuple(found.values())


def booklet_for(content: Content, accounts: Iterable[Account], *, online_in_job: bool = False) -> Booklet:
    """The booklet with those accounts; without any, what the policy says and the slip."""
    from nickaudit.documents.pdf.checklist import Booklet

    plan, policy = make_plan(content, accounts, online_in_job=online_in_job), content.policy
    return Booklet(
        school=policy.school.name,
        policy=policy.title,
        statement=policy.statement,
        chapters=tuple(_chapter(section, policy) for section in plan.sections),
        readings=tuple(_reading(page, policy) for page in plan.statements),
        whose_words=_OUR_WORDS,
    )


def save(booklet: Booklet, *, to: Path, replace: bool = False) -> Path:
    """Save it as a PDF, whole or not at all.

    Raises:
        AlreadyThereError, NotSavedError: as for any copy.
    """
    from nickaudit.documents.pdf.checklist import write
    from nickaudit.services.saving import save_copy

    return save_copy(write(booklet), to=to, replace=replace)


def _chapter(section: Section, policy: PolicyPack) -> Chapter:
    from nickaudit.documents.pdf.checklist import Chapter

    stops = tuple(_stop(stop) for stop in section.stops)
    return Chapter(section.title, stops + tuple(_look(look, policy) for look in section.looks))


def _stop(planned: PlannedStop) -> Screen:
    from nickaudit.documents.pdf.checklist import Line, Screen

    stop = planned.stop
    users = ", ".join(planned.used_by)
    return Screen(
        heading=stop.heading,
        kicker=f"Asked once, for {users}" if len(planned.used_by) > 1 else "",
        ways=_ways(stop.paths),
        steps=stop.steps,
        link=stop.link,
        lines=tuple(
            Line(f"{each.check.setting}: {each.check.strictest}", _standing(each.lines))
            for each in planned.checks
        ),
        notes=tuple(note for note in (stop.why, stop.good_to_know) if note),
    )


def _look(planned: PlannedLook, policy: PolicyPack) -> Screen:
    from nickaudit.documents.pdf.checklist import Screen

    look = planned.look
    return Screen(
        heading=look.heading,
        first=policy.keep_before_you_tidy,
        ways=_ways(look.paths),
        link=look.link,
        prompts=look.prompts,
        notes=tuple(line.words for line in planned.lines)
        + ((look.good_to_know,) if look.good_to_know else ()),
    )


def _reading(page: StatementPage, policy: PolicyPack) -> Reading:
    from nickaudit.documents.pdf.checklist import Reading

    groups = tuple((group.heading, _lines(policy.lines_of(group.lines))) for group in page.groups)
    return Reading(
        heading=page.heading,
        parts=groups or (("", _lines(policy.lines_of(page.lines))),),
        where_to_turn=page.where_to_turn,
        note=page.note,
    )


def _lines(lines: Iterable[PolicyLine]) -> tuple[Line, ...]:
    from nickaudit.documents.pdf.checklist import Line

    return tuple(Line(line.words, _standing((line,))) for line in lines)


def _ways(paths: MenuPaths) -> tuple[tuple[str, str], ...]:
    """Each device with its way; devices whose ways are the same together."""
    by_way: dict[str, list[str]] = {}
    for device, name in _DEVICES.items():
        if steps := paths.on(device):
            by_way.setdefault(" › ".join(steps), []).append(name)
    return tuple((", ".join(names), way) for way, names in by_way.items())


def _standing(lines: Iterable[PolicyLine]) -> str:
    """`Advised, policy 2.5`: how strong, and where."""
    each = dict.fromkeys(
        f"{line.strength.capitalize()}, policy {line.clause or f'“{line.heading}”'}" for line in lines
    )
    return "; ".join(each) or Strength.GOOD_PRACTICE.capitalize()
