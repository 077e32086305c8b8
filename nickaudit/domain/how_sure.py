"""How sure we are of a stop: when somebody last looked, whether that is long ago, and words to look for."""

import datetime as dt

from msgspec import Struct

from nickaudit.domain.accounts import GENERAL
from nickaudit.domain.audit_plan import PlannedStop
from nickaudit.domain.due_dates import month_in_words, months_since
from nickaudit.domain.platforms import Device, MenuPaths

FRESH_MONTHS = 6
"""Older than this, the menus may well have moved."""
_WORDS = 4
"""So many names to look for are a help; more are a list."""


class HowSure(Struct, frozen=True, kw_only=True):
    """What a page may say of its own way through the menus."""

    month: str
    """The month, in words, of the oldest look; empty where no line of the stop was looked at."""
    is_old: bool
    look_for: tuple[str, ...]
    unchecked: tuple[str, ...]
    """The settings nobody found a source for."""


def how_sure(planned: PlannedStop, *, today: dt.date) -> HowSure:
    """What is known of that stop today."""
    checks = [line.check for line in planned.checks]
    unchecked = tuple(check.setting for check in checks if check.confidence == "K")
    looked = [check.verified_on for check in checks if check.verified_on and check.confidence != "K"]
    month = min(looked, default=planned.platform.last_checked)
    names = [name for check in checks for name in (*check.look_for[:1], check.setting)]
    return HowSure(
        month=month_in_words(month)
        if len(unchecked) < len(checks) and (looked or has_a_way(planned))
        else "",
        is_old=months_since(month, today=today) > FRESH_MONTHS,
        look_for=tuple(dict.fromkeys(names))[:_WORDS],
        unchecked=unchecked,
    )


def has_a_way(planned: PlannedStop) -> bool:
    """Whether the stop says where to go, so that there is something to be wrong about."""
    return bool(planned.stop.link) or planned.stop.paths != MenuPaths()


def moved_report(planned: PlannedStop, *, device: Device | None, pack: str, device_words: str) -> str:
    """Ready words for whoever looks after the pages: the place, the way we gave, and nothing of the person.

    The name of a place of another kind is the person's own, so it is left out.
    """
    is_own_place = planned.platform.id == GENERAL
    paths = planned.stop.paths
    path = paths.on(device) if device else paths.web or paths.iphone or paths.android
    lines = [
        "A menu has moved",
        f"Site or app: {'a place that is not in the list' if is_own_place else planned.platform.name}",
        f"Page: {planned.stop.id}",
        f"Device: {device_words or 'not said'}",
        f"Path we gave: {' > '.join(path) or 'none'}",
    ]
    if planned.stop.link:
        lines.append(f"Link we gave: {planned.stop.link}")
    lines += [f"Pages as of: {month_in_words(pack)}", "Where it is now:"]
    return "\n".join(lines)
