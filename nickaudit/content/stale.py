"""What was last looked at longer ago than so many months, so that somebody can look again."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from nickaudit.content.cross_checks import PlatformFile
from nickaudit.domain.platforms import Platform

USUAL_MONTHS = 6


class Stale(Struct, frozen=True):
    """A platform, or one thing of it, that was last looked at that long ago."""

    file: str
    id: str
    name: str
    last_checked: str
    """Month, `2026-05`."""
    months: int
    """How many months ago that is."""


def stale(files: Iterable[PlatformFile], *, today: dt.date, months: int = USUAL_MONTHS) -> tuple[Stale, ...]:
    """Everything last looked at more than so many months ago, the oldest first.

    A check without a month of its own goes by its platform's, and is not listed beside it.
    """
    found = [
        Stale(file.source.file, own_id, name, month, ago)
        for file in files
        for own_id, name, month in _months(file.platform)
        if (ago := _ago(month, today)) > months
    ]
    return tuple(sorted(found, key=lambda each: (-each.months, each.file)))


def _months(platform: Platform) -> Iterator[tuple[str, str, str]]:
    yield platform.id, platform.name, platform.last_checked
    for check in platform.checks:
        yield check.id, check.setting, check.verified_on
    for tool in platform.tools:
        yield tool.id, tool.title, tool.verified_on
    if platform.close is not None:
        yield f"{platform.id}.close", "How to close the account", platform.close.verified_on


def _ago(month: str, today: dt.date) -> int:
    """How many months ago; 0 where there is no month, or it is still to come."""
    year, _, number = month.partition("-")
    if not (year.isdigit() and number.isdigit()):
        return 0
    return max(0, today.year * 12 + today.month - int(year) * 12 - int(number))
