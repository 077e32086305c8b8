"""What is left of the content once the lines that a school switched off are taken out of it.

A line stays in the policy pack under its id, as others rest on it. What people see and answer is another
matter: a check or a look that served no other line is not asked, and a page that held no other is not shown.
"""

from collections.abc import Collection

from msgspec import structs

from nickaudit.domain.complicated import packed, unpacked
from nickaudit.domain.ids import LineId
from nickaudit.domain.platforms import Check, Content, Level, Look, Platform
from nickaudit.domain.policy import PolicyPack, StatementPage


def lines_off(pack: PolicyPack) -> frozenset[LineId]:
    """The ids of the lines that are switched off."""
    return frozenset(line.id for line in pack.lines if line.off)


def without_lines_off(content: Content) -> Content:
    """The same content with nothing of those lines in it; itself where none is switched off."""
    off = lines_off(content.policy)
    if not off:
        return content
    complicated = unpacked(content.complicated)
    return structs.replace(
        content,
        policy=_pack_without(content.policy, off),
        platforms={own_id: _platform_without(each, off) for own_id, each in content.platforms.items()},
        shared={own_id: _platform_without(each, off) for own_id, each in content.shared.items()},
        together=_platform_without(content.together, off),
        general=_platform_without(content.general, off),
        listings={own_id: _platform_without(each, off) for own_id, each in content.listings.items()},
        complicated=packed(
            structs.replace(
                complicated,
                matters=tuple(
                    structs.replace(each, policy=_left(each.policy, off)) for each in complicated.matters
                ),
                scenarios=tuple(
                    structs.replace(each, policy=_left(each.policy, off)) for each in complicated.scenarios
                ),
            )
        ),
    )


def _pack_without(pack: PolicyPack, off: Collection[LineId]) -> PolicyPack:
    pages = (_page_without(page, off) for page in pack.pages)
    return structs.replace(
        pack,
        lines=tuple(line for line in pack.lines if not line.off),
        pages=tuple(page for page in pages if page.lines),
        situations=tuple(structs.replace(each, lines=_left(each.lines, off)) for each in pack.situations),
        questions=tuple(structs.replace(each, lines=_left(each.lines, off)) for each in pack.questions),
    )


def _page_without(page: StatementPage, off: Collection[LineId]) -> StatementPage:
    groups = (structs.replace(group, lines=_left(group.lines, off)) for group in page.groups)
    return structs.replace(
        page, lines=_left(page.lines, off), groups=tuple(group for group in groups if group.lines)
    )


def _platform_without(platform: Platform, off: Collection[LineId]) -> Platform:
    named = [each.policy for each in platform.checks] + [each.policy for each in platform.looks]
    if not any(line in off for lines in named for line in lines):
        return platform
    checks = _checks_left(platform.checks, off)
    asking = {check.stop for check in checks}
    stops = tuple(stop for stop in platform.stops if stop.id in asking)
    essential = [stop.id for stop in stops if stop.level is Level.ESSENTIAL]
    return structs.replace(
        platform,
        checks=checks,
        stops=stops,
        looks=_looks_left(platform.looks, off),
        closing=platform.closing if platform.closing in essential else "",
    )


def _checks_left(checks: tuple[Check, ...], off: Collection[LineId]) -> tuple[Check, ...]:
    return tuple(
        structs.replace(each, policy=_left(each.policy, off))
        for each in checks
        if _is_asked(each.policy, off)
    )


def _looks_left(looks: tuple[Look, ...], off: Collection[LineId]) -> tuple[Look, ...]:
    return tuple(
        structs.replace(each, policy=_left(each.policy, off)) for each in looks if _is_asked(each.policy, off)
    )


def _is_asked(lines: tuple[LineId, ...], off: Collection[LineId]) -> bool:
    """Whether it serves another line still, or never served any."""
    return not lines or any(line not in off for line in lines)


def _left(lines: tuple[LineId, ...], off: Collection[LineId]) -> tuple[LineId, ...]:
    return tuple(line for line in lines if line not in off)
